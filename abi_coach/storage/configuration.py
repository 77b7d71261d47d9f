"""config.toml: every rule of thumb can be changed, and every mistake is told with its line."""

from __future__ import annotations

import re
import tomllib
from difflib import get_close_matches
from typing import TYPE_CHECKING, Any

from abi_coach.domain.errors import FileError
from abi_coach.domain.settings import Settings
from abi_coach.storage.bytes import read_text

if TYPE_CHECKING:
    from pathlib import Path

_TOML_PLACE = re.compile(r"^(?P<what>.*) \(at line (?P<line>\d+), column (?P<column>\d+)\)$")
_NAMED = ("profiles", "presets")


def read_settings(path: Path) -> Settings:
    """The settings of a config.toml, checked. Raises FileError with every problem, each with its line."""
    from abi_coach.storage.values import from_plain  # noqa: PLC0415 - only who has a config pays for it

    text = read_text(path)
    told = _parsed(path, text)
    practice = told.get("practice")
    for part in _NAMED:
        named = practice.get(part) if isinstance(practice, dict) else None
        for name, body in named.items() if isinstance(named, dict) else ():
            if isinstance(body, dict):
                body.setdefault("name", name)
    try:
        settings = from_plain(Settings, told)
    except ValueError as error:
        message = f"{path} cannot be used. Mend these lines, or move it away to use our defaults."
        raise FileError(message, _problems(path, text, error)) from error
    _check_names(path, text, settings)
    return settings


def _parsed(path: Path, text: str) -> dict[str, Any]:
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        place = _TOML_PLACE.match(str(error))
        where = f"{path.name}:{place['line']}:{place['column']}" if place else path.name
        what = place["what"] if place else str(error)
        message = f"{path} is not valid TOML."
        raise FileError(message, [f"{where}: {what}; write it as in docs/method.md"]) from error


def _check_names(path: Path, text: str, settings: Settings) -> None:
    """The preset and the profile that a sitting starts with must be there."""
    practice = settings.practice
    problems = []
    profiles = [("practice", "profile")] if practice.profile else []
    for where, known, name in (
        *((place, settings.profiles, practice.profile) for place in profiles),
        (("practice", "preset"), settings.presets, practice.preset),
        *((("practice", "presets", each.name), settings.profiles, each.profile) for each in practice.presets.values()),
    ):
        if name not in known:
            near = get_close_matches(name, known, 1)
            advice = f"did you mean “{near[0]}”?" if near else f"write one of {', '.join(sorted(known))}"
            problems.append(f"{_place(path, text, where)}: there is no “{name}”; {advice}")
    if problems:
        message = f"{path} names something that does not exist."
        raise FileError(message, problems)


def _problems(path: Path, text: str, error: ValueError) -> list[str]:
    """Pydantic's problems in our form."""
    found = []
    for problem in error.errors():  # type: ignore[attr-defined] # pydantic's ValidationError is a ValueError
        where = tuple(str(part) for part in problem["loc"])
        what = problem["msg"].lower()
        advice = "write a value of that kind"
        if problem["type"] == "unexpected_keyword_argument":
            what = "unknown field"
            near = get_close_matches(where[-1], _fields(where[:-1]), 1)
            advice = f"did you mean “{near[0]}”?" if near else f"known are {', '.join(_fields(where[:-1]))}"
        elif not isinstance(problem["input"], dict):
            what = f"{what} (found {problem['input']!r})"
        found.append(f"{_place(path, text, where)}: {what}; {advice}")
    return found


def _fields(where: tuple[str, ...]) -> list[str]:
    """The names that a section may have."""
    value: object = Settings()
    for part in where:
        value = getattr(value, part, None)
    return list(getattr(type(value), "__slots__", ()))


def _place(path: Path, text: str, where: tuple[str, ...]) -> str:
    """`config.toml:line: section.key`; the line is where the key is written, else where its section is."""
    section: tuple[str, ...] = ()
    best = 1
    for number, line in enumerate(text.splitlines(), 1):
        bare = line.strip()
        if bare.startswith("["):
            section = tuple(part.strip(" \"'") for part in bare.strip("[]").split("."))
            if where[: len(section)] == section:
                best = number
        key = bare.partition("=")[0].strip(" \"'")
        if "=" in bare and (*section, *key.split(".")) == where[: len(section) + len(key.split("."))]:
            return f"{path.name}:{number}: {'.'.join(where)}"
    return f"{path.name}:{best}: {'.'.join(where)}"
