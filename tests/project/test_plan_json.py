"""docs/plan-json.md tells every document that the commands around plans print, and tells it truly."""

from __future__ import annotations

import json
import re
from datetime import date
from typing import TYPE_CHECKING

from tests.support.command_line import ROOT
from tests.support.plan_commands import commands, printed, tell
from tests.support.template_examples import examples

if TYPE_CHECKING:
    from pathlib import Path

_PART = re.compile(r"^## `([\w./]+)`\n[\s\S]*?```json\n([\s\S]*?)\n```", re.MULTILINE)
PAGE = (ROOT / "docs" / "plan-json.md").read_text(encoding="utf-8")
TOLD = {schema: json.loads(body) for schema, body in _PART.findall(PAGE)}


def paths(value: object, path: str = "") -> set[str]:
    """Every path to a key; the items of a list count as one."""
    if isinstance(value, dict):
        inner = (paths(item, f"{path}.{key}") for key, item in value.items())
        return {f"{path}.{key}" for key in value}.union(*inner)
    if isinstance(value, list):
        return set().union(*(paths(item, f"{path}[]") for item in value))
    return set()


def test_every_schema_is_told() -> None:
    assert set(TOLD) == set(commands(date(2026, 11, 22)))


def test_every_document_has_the_keys_that_are_told(home: Path) -> None:
    for schema, document in printed(tell(home)).items():
        assert document["schema"] == schema
        assert set(TOLD[schema]) == set(document), schema
        if schema not in {"abi.plan/1", "abi.progress/1"}:
            assert paths(document) == paths(TOLD[schema]), schema


def test_plan_and_progress_have_what_templates_get() -> None:
    names = {each.name: set(each.value) for each in examples()}
    assert set(TOLD["abi.plan/1"]) == names["plan"] | {"schema"}
    assert set(TOLD["abi.progress/1"]) == names["progress"] | {"schema"}
