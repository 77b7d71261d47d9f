"""docs/configuration.md tells every key with its default, each example is taken, and no key is there for nothing."""

from __future__ import annotations

import re
import tomllib
from dataclasses import fields, is_dataclass
from typing import TYPE_CHECKING, Any, Final

import pytest

from abi_coach.domain.settings import Settings, SignalWeights
from abi_coach.storage.configuration import read_settings
from abi_coach.storage.values import to_plain
from tests.support.command_line import ROOT
from tests.support.source import modules

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

USUAL: Final = Settings()
BY_NAME: Final = {"profiles", "presets", "times", "caps", "sections"}
"""What stands under names in `[practice]`, each name a key of its own; the caps are one row."""


def page(name: str) -> str:
    return (ROOT / "docs" / name).read_text(encoding="utf-8")


def rows() -> dict[str, Any]:
    """Every key that the page tells, and the default that it gives."""
    told = re.findall(r"^\| `([\w.-]+)` \| `(.+?)` \|", page("configuration.md"), re.MULTILINE)
    return {key: tomllib.loads(f"it = {value}")["it"] for key, value in told}


def usual() -> Iterator[tuple[str, Any]]:
    """Every key that there is, with its default as plain data."""
    for section in fields(USUAL):
        rules = getattr(USUAL, section.name)
        for key in fields(rules):
            if section.name != "practice" or key.name not in BY_NAME:
                yield f"{section.name}.{key.name}", to_plain(getattr(rules, key.name))
    yield "practice.caps", to_plain(USUAL.caps)
    for kind, times in USUAL.kind_times.items():
        yield f"practice.times.{kind}", to_plain(times)
    for kind, sections in USUAL.sections.items():
        if sections:
            yield f"practice.sections.{kind}", {section.name: section.share for section in sections}
    for part, named in (("profiles", USUAL.profiles), ("presets", USUAL.presets)):
        for name, value in named.items():
            body = {key: each for key, each in to_plain(value).items() if key != "name" and each is not None}
            yield f"practice.{part}.{name}", body


def test_the_page_tells_every_key_with_its_default() -> None:
    assert rows() == dict(usual())


def leaves(told: dict[str, Any], at: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], Any]]:
    """Every value of a TOML document, and the keys that lead to it."""
    for key, value in told.items():
        if isinstance(value, dict):
            yield from leaves(value, (*at, key))
        else:
            yield (*at, key), value


def found(settings: Settings, at: tuple[str, ...]) -> Any:  # noqa: ANN401 - a default of any type
    """What the settings have there, as plain data; None where there is nothing."""
    value: Any = to_plain(settings)
    for key in at:
        value = value.get(key) if isinstance(value, dict) else None
    return value


def examples() -> list[str]:
    return [
        block
        for name in ("method.md", "configuration.md")
        for block in re.findall(r"```toml\n(.*?)```", page(name), re.DOTALL)
    ]


def values() -> list[tuple[str, tuple[str, ...], Any]]:
    """Each value of each example."""
    return [(text, at, value) for text in examples() for at, value in leaves(tomllib.loads(text))]


@pytest.mark.parametrize(
    ("text", "at", "value"), values(), ids=lambda part: ".".join(part) if isinstance(part, tuple) else ""
)
def test_every_value_of_an_example_is_taken_and_differs_from_ours(
    tmp_path: Path, text: str, at: tuple[str, ...], value: object
) -> None:
    (tmp_path / "config.toml").write_text(text, encoding="utf-8")
    taken = found(read_settings(tmp_path / "config.toml"), at)
    assert taken == value != found(USUAL, at)


@pytest.mark.parametrize("key", [key for key, _ in usual()])
def test_what_the_page_says_is_ours_can_be_written_and_changes_nothing(tmp_path: Path, key: str) -> None:
    value = re.search(rf"^\| `{re.escape(key)}` \| `(.+?)` \|", page("configuration.md"), re.MULTILINE)
    assert value is not None
    (tmp_path / "config.toml").write_text(f"{key} = {value[1]}\n", encoding="utf-8")
    settings = read_settings(tmp_path / "config.toml")
    every = (settings.caps, settings.kind_times, settings.sections, settings.profiles, settings.presets)
    assert every == (USUAL.caps, USUAL.kind_times, USUAL.sections, USUAL.profiles, USUAL.presets)
    assert all(
        getattr(settings, each.name) == getattr(USUAL, each.name) for each in fields(USUAL) if each.name != "practice"
    )


def names(rules: object) -> Iterator[str]:
    """The names of all fields that hold a number, a word or a list. What is read by its name in full is left out."""
    for each in fields(rules):  # type: ignore[arg-type] # a dataclass, as everything in the settings
        value = getattr(rules, each.name)
        if not is_dataclass(value):
            yield each.name
        elif not isinstance(value, SignalWeights) and each.name != "minutes":
            yield from names(value)


@pytest.mark.parametrize("name", sorted(set(names(USUAL))))
def test_every_key_is_read_by_some_rule(name: str) -> None:
    """A key that is taken and does nothing would be a promise broken in silence."""
    assert any(re.search(rf"\.{name}\b", module.text) for module in modules())
