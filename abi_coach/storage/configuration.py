"""config.toml: nearly every rule of thumb can be changed, and every mistake is told with its line."""

from __future__ import annotations

import re
import tomllib
from dataclasses import asdict
from difflib import get_close_matches
from typing import TYPE_CHECKING, Any, Final

from abi_coach.domain.errors import FileError
from abi_coach.domain.kind import Kind
from abi_coach.domain.profile import PRESETS, PROFILES
from abi_coach.domain.settings import PracticeRules, Settings
from abi_coach.domain.timing import KIND_TIMES
from abi_coach.storage.bytes import read_text
from abi_coach.storage.configuration_checks import contradictions, nearest, place

if TYPE_CHECKING:
    from pathlib import Path

_TOML_PLACE = re.compile(r"^(?P<what>.*) \(at line (?P<line>\d+), column (?P<column>\d+)\)$")
_QUOTED: Final = re.compile(r"'([^']*)'")
_EXAMPLES: Final = {
    "profiles": PROFILES["live"],
    "presets": PRESETS["quick"],
    "times": KIND_TIMES[Kind.BEHAVIOURAL],
}
"""What stands under a name of the person's own."""


def read_settings(path: Path) -> Settings:
    """The settings of a config.toml, checked. Raises FileError with every problem, each with its line."""
    from abi_coach.storage.values import from_plain  # noqa: PLC0415 - only who has a config pays for it

    text = read_text(path)
    told = _parsed(path, text)
    _fill_in(told.get("practice"))
    message = f"{path} cannot be used. Mend these lines, or move it away to use our defaults."
    try:
        settings = from_plain(Settings, told)
    except ValueError as error:
        raise FileError(message, _problems(path, text, error)) from error
    if problems := contradictions(path, text, settings):
        raise FileError(message, problems)
    return settings


def _parsed(path: Path, text: str) -> dict[str, Any]:
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        found = _TOML_PLACE.match(str(error))
        where = f"{path.name}:{found['line']}:{found['column']}" if found else path.name
        what = found["what"] if found else str(error)
        message = f"{path} is not valid TOML."
        raise FileError(message, [f"{where}: {what}; write it as in docs/configuration.md"]) from error


def _fill_in(practice: object) -> None:
    """A section names its profile or preset, a kind keeps the times that are not told, a factor may be a number."""
    if not isinstance(practice, dict):
        return
    if type(factor := practice.get("time_factor")) in {int, float}:
        practice["time_factor"] = f"{factor:g}"
    for part in ("profiles", "presets", "times"):
        named = practice.get(part)
        if not isinstance(named, dict):
            continue
        for name, body in named.items():
            if isinstance(body, dict) and part != "times":
                body.setdefault("name", name)
            elif isinstance(body, dict):
                usual = KIND_TIMES[Kind(name) if name in KIND_TIMES else Kind.BEHAVIOURAL]
                named[name] = {**asdict(usual), **body}


def _problems(path: Path, text: str, error: ValueError) -> list[str]:
    """Pydantic's problems in our form."""
    found = []
    for problem in error.errors():  # type: ignore[attr-defined] # pydantic's ValidationError is a ValueError
        where = tuple(str(part) for part in problem["loc"])
        if problem["type"] == "unexpected_keyword_argument":
            told = f"unknown field; {_known(where)}"
        elif problem["type"] == "enum" and where[-1] == "[key]":
            told = f"unknown name; {nearest(where[-2], _QUOTED.findall(problem['ctx']['expected']))}"
        elif problem["type"] == "missing":
            told = "is missing; write it below its section"
        else:
            write = _WRITE.get(problem["type"], "a value of that kind").format(**problem.get("ctx", {}))
            told = f"cannot be {_shown(problem['input'])}; write {write}"
        found.append(f"{place(path, text, tuple(part for part in where if part != '[key]'))}: {told}")
    return found


_WRITE: Final = {
    "greater_than": "a number above {gt:g}",
    "greater_than_equal": "{ge:g} or more",
    "less_than": "a number below {lt:g}",
    "less_than_equal": "{le:g} or less",
    "enum": "one of {expected}",
    "int_from_float": "a whole number",
    "int_type": "a whole number",
    "int_parsing": "a whole number",
    "float_type": "a number",
    "bool_type": "true or false",
    "bool_parsing": "true or false",
    "string_type": "it in quotes",
    "tuple_type": "a list, such as [90]",
    "dict_type": "a section in square brackets, with its keys below",
    "dataclass_type": "a section in square brackets, with its keys below",
    "too_short": "a list of {min_length} or more",
    "too_long": "a list of {max_length} at most",
    "string_too_short": "something between the quotes",
}
"""What to write instead, by pydantic's name for a problem."""


def _shown(value: object) -> str:
    """What stands in the file, shortened."""
    if isinstance(value, bool):
        return str(value).lower()
    return "a section" if isinstance(value, dict) else repr(value)[:60]


def _known(where: tuple[str, ...]) -> str:
    """What an unknown field may have been meant to be."""
    known = _fields(where[:-1])
    inner = [f"practice.{name}" for name in _fields(("practice",)) if not where[:-1]]
    if not get_close_matches(where[-1], known, 1) and f"practice.{where[-1]}" in inner:
        return f"did you mean “practice.{where[-1]}”?"
    return nearest(where[-1], known)


def _fields(where: tuple[str, ...]) -> list[str]:
    """The names that a section may have."""
    value: object = Settings()
    for part in where:
        named = _EXAMPLES.get(part) if isinstance(value, PracticeRules) else None
        value = value if value in _EXAMPLES.values() else named or getattr(value, part, None)
    return [name for name in getattr(type(value), "__slots__", ()) if name != "name"]
