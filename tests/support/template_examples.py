"""The examples of docs/templates.md, ready to be given to templates."""

from __future__ import annotations

import json
import re
from datetime import date
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from abi_coach.rendering.templates import Templates
from tests.support.command_line import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator

PAGE: Final = ROOT / "docs" / "templates.md"
FOLDER: Final = ROOT / "templates"

_PART: Final = re.compile(r"^## `(\w+)`: ([^\n]+)\n[\s\S]*?```json\n([\s\S]*?)\n```", re.MULTILINE)
_DAY: Final = re.compile(r"\d{4}-\d\d-\d\d")


class Example(NamedTuple):
    """What one name holds, and the templates that are given it."""

    name: str
    templates: tuple[str, ...]
    value: Any


def examples() -> Iterator[Example]:
    """Every example of the page."""
    for name, files, body in _PART.findall(PAGE.read_text(encoding="utf-8")):
        yield Example(name, tuple(re.findall(r"`([\w.]+)`", files)), _with_days(json.loads(body)))


def render(template: str, name: str, value: object) -> str:
    """A shipped template with this value."""
    return Templates([FOLDER]).render(template, **{name: value}, ascii_charts=False)


def _with_days(value: Any) -> Any:  # noqa: ANN401 - plain data of any shape
    if isinstance(value, dict):
        return {key: _with_days(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_with_days(item) for item in value]
    return date.fromisoformat(value) if isinstance(value, str) and _DAY.fullmatch(value) else value
