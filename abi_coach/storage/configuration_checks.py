"""What a config.toml may say field by field and yet not together: every contradiction, told with its line."""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING, Final

from abi_coach.domain.timing import SECTIONS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

    from abi_coach.domain.settings import Settings

Place = tuple[str, ...]
"""The section and the key, e.g. ("practice", "preset")."""

Told = tuple[Place, str]
"""Where something is wrong, and what to write instead."""

WHOLE: Final = 100


def contradictions(path: Path, text: str, settings: Settings) -> list[str]:
    """Everything in a config that cannot be, as `config.toml:line: field: what to write`; empty when all is well."""
    return [f"{place(path, text, where)}: {told}" for check in _CHECKS for where, told in check(settings)]


def nearest(name: str, known: Iterable[str]) -> str:
    """What a name that is not known may have been meant to be, else what is known."""
    names = list(known)
    near = get_close_matches(name, names, 1)
    return f"did you mean “{near[0]}”?" if near else f"known are {', '.join(names)}"


def place(path: Path, text: str, where: Place) -> str:
    """`config.toml:line: section.key`; the line is where the key is written, else where its section is."""
    section: Place = ()
    best = 1
    for number, line in enumerate(text.splitlines(), 1):
        bare = line.strip()
        if bare.startswith("["):
            section = tuple(part.strip(" \"'") for part in bare.partition("#")[0].strip("[] ").split("."))
            if where[: len(section)] == section:
                best = number
        key = bare.partition("=")[0].strip(" \"'")
        if "=" in bare and (*section, *key.split(".")) == where[: len(section) + len(key.split("."))]:
            return f"{path.name}:{number}: {'.'.join(where)}"
    return f"{path.name}:{best}: {'.'.join(where)}"


def _names(settings: Settings) -> Iterator[Told]:
    """The preset and the profile that a sitting starts with must be there."""
    practice = settings.practice
    own: dict[Place, str] = {
        ("practice", "presets", section, "profile"): each.profile for section, each in practice.presets.items()
    }
    usual: dict[Place, str] = {("practice", "profile"): practice.profile} if practice.profile else {}
    profiles = [(where, settings.profiles, name) for where, name in {**usual, **own}.items()]
    for where, known, name in (*profiles, (("practice", "preset"), settings.presets, practice.preset)):
        if name not in known:
            near = get_close_matches(name, known, 1)
            advice = f"did you mean “{near[0]}”?" if near else f"write one of {', '.join(sorted(known))}"
            yield where, f"there is no “{name}”; {advice}"


def _times(settings: Settings) -> Iterator[Told]:
    """An answer's target lies between its minimum and its maximum."""
    for kind, times in settings.practice.times.items():
        if not times.minimum <= times.target <= times.maximum:
            between = f"the minimum ({times.minimum}) and the maximum ({times.maximum})"
            told = f"the target ({times.target}) must lie between {between}; write all three"
            yield ("practice", "times", kind.value), told


def _shares(settings: Settings) -> Iterator[Told]:
    """A kind's shares are of its own sections, and come to 100 % together with those that are not told."""
    for kind, shares in settings.practice.sections.items():
        where = ("practice", "sections", kind.value)
        names = [section.name for section in SECTIONS[kind]]
        if not names:
            yield where, "such an answer has no sections; leave this out"
            continue
        unknown = [name for name in shares if name not in names]
        yield from (((*where, name), f"unknown section; {nearest(name, names)}") for name in unknown)
        told = {section.name: section.share for section in settings.sections[kind]}
        if not unknown and (total := sum(told.values())) != WHOLE:
            each = ", ".join(f"{name} {share}" for name, share in told.items())
            yield where, f"the shares come to {total} % ({each}); write shares that come to {WHOLE}"


def _bands(settings: Settings) -> Iterator[Told]:
    """A story that comes quickly does not come slowly as well."""
    quick, slow = settings.meters.quick_seconds, settings.meters.slow_seconds
    if quick > slow:
        yield ("meters", "quick_seconds"), f"cannot be {quick:g}; write {slow:g} (slow_seconds) or less"


def _stories(settings: Settings) -> Iterator[Told]:
    """Nobody is asked for more stories and for fewer at once."""
    target, most = settings.stories.target, settings.stories.prune_above
    if target > most:
        yield ("stories", "target"), f"cannot be {target}; write {most} (prune_above) or less"


_CHECKS: Final[tuple[Callable[[Settings], Iterator[Told]], ...]] = (_names, _times, _shares, _bands, _stories)
