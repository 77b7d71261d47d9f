"""config.toml: every rule of thumb can be changed, and every mistake is told with its line."""

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

if TYPE_CHECKING:
    from pathlib import Path

_TOML_PLACE = re.compile(r"^(?P<what>.*) \(at line (?P<line>\d+), column (?P<column>\d+)\)$")
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
    try:
        settings = from_plain(Settings, told)
    except ValueError as error:
        message = f"{path} cannot be used. Mend these lines, or move it away to use our defaults."
        raise FileError(message, _problems(path, text, error)) from error
    _check_names(path, text, settings)
    _check_times(path, text, settings)
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


def _check_times(path: Path, text: str, settings: Settings) -> None:
    """An answer's target lies between its minimum and its maximum."""
    problems = [
        f"{_place(path, text, ('practice', 'times', kind.value))}: the target ({times.target}) must lie between the"
        f" minimum ({times.minimum}) and the maximum ({times.maximum}); write all three"
        for kind, times in settings.practice.times.items()
        if not times.minimum <= times.target <= times.maximum
    ]
    if problems:
        message = f"{path} gives times that cannot be."
        raise FileError(message, problems)


def _check_names(path: Path, text: str, settings: Settings) -> None:
    """The preset and the profile that a sitting starts with must be there."""
    practice = settings.practice
    problems = []
    profiles = [("practice", "profile")] if practice.profile else []
    for where, known, name in (
        *((place, settings.profiles, practice.profile) for place in profiles),
        (("practice", "preset"), settings.presets, practice.preset),
        *(
            (("practice", "presets", section, "profile"), settings.profiles, each.profile)
            for section, each in practice.presets.items()
        ),
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
        if problem["type"] == "unexpected_keyword_argument":
            told = f"unknown field; {_known(where)}"
        elif problem["type"] == "missing":
            told = "is missing; write it below its section"
        else:
            write = _WRITE.get(problem["type"], "a value of that kind").format(**problem.get("ctx", {}))
            told = f"cannot be {_shown(problem['input'])}; write {write}"
        found.append(f"{_place(path, text, tuple(part for part in where if part != '[key]'))}: {told}")
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
    "dict_type": "a section, such as [practice.profiles.mine]",
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
    near = get_close_matches(where[-1], known, 1)
    if not near and f"practice.{where[-1]}" in inner:
        near = [f"practice.{where[-1]}"]
    return f"did you mean “{near[0]}”?" if near else f"known are {', '.join(known)}"


def _fields(where: tuple[str, ...]) -> list[str]:
    """The names that a section may have."""
    value: object = Settings()
    for part in where:
        named = _EXAMPLES.get(part) if isinstance(value, PracticeRules) else None
        value = value if value in _EXAMPLES.values() else named or getattr(value, part, None)
    return [name for name in getattr(type(value), "__slots__", ()) if name != "name"]


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
