"""docs/templates.md tells every value that a template gets, and tells it truly."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from abi_coach.rendering.plain import plain
from abi_coach.services.coach import open_coach
from tests.support.template_examples import FOLDER, examples, render
from tests.support.template_values import values_by_name

if TYPE_CHECKING:
    from pathlib import Path

    from tests.support.hand_clock import HandClock

EXAMPLES = list(examples())
RENDERED = [(template, each.name, each.value) for each in EXAMPLES for template in each.templates]


def shape(value: Any, path: str = "") -> dict[str, set[str]]:  # noqa: ANN401 - plain data of any shape
    """Every path in a value with the types that stand there; the items of a list count as one."""
    if isinstance(value, dict):
        parts = [shape(item, f"{path}.{key}") for key, item in value.items()]
    elif isinstance(value, list):
        parts = [shape(item, f"{path}[]") for item in value]
    else:
        return {path: {type(value).__name__}}
    found: dict[str, set[str]] = {}
    for part in parts:
        for name, types in part.items():
            found[name] = found.get(name, set()) | types
    return found


def is_told(path: str, types: set[str], example: dict[str, set[str]]) -> bool:
    """Whether an example has this path with one of these types; what is empty now may hold more there."""
    if types == {"NoneType"}:
        return path in example or any(other.startswith((f"{path}.", f"{path}[")) for other in example)
    return bool(types & example.get(path, set()))


def test_every_shipped_template_is_described() -> None:
    assert {template for template, _, _ in RENDERED} == {path.name for path in FOLDER.glob("*.j2")}


@pytest.mark.parametrize(("template", "name", "value"), RENDERED, ids=[template for template, _, _ in RENDERED])
def test_every_example_is_enough_for_its_templates(template: str, name: str, value: object) -> None:
    assert render(template, name, value).startswith("# ")


def test_examples_have_the_keys_and_types_that_the_services_give(home: Path, clock: HandClock) -> None:
    told = {each.name: each.value for each in EXAMPLES}
    coach = open_coach(home, clock, clock.monotonic)
    for name, value in values_by_name(coach, clock).items():
        example = shape(told[name])
        untrue = {path: types for path, types in shape(plain(value)).items() if not is_told(path, types, example)}
        assert untrue == {}, name
    coach.close()
