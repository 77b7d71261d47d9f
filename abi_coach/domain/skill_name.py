"""How a skill is spelt: as a slug that keeps C, C# and C++ apart; and which one a few letters mean."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from abi_coach.domain.role import slug_of

if TYPE_CHECKING:
    from collections.abc import Container, Mapping

SIGNED: Final = r"(?<![^\W_])\.net\b|\b[a-z](?:#|\+\+)(?!\w)"
"""Names whose sign tells them from another word, as a pattern: `.NET`, `C#`, `C++`."""

ALIKE: Final = 0.75
"""How like a known name (0 to 1, difflib) a mistyped one must be: `pyhton` is, `ruthless` is not."""

_SIGNED: Final = re.compile(SIGNED, re.IGNORECASE)
_SPELT: Final = {"#": " sharp", "+": " plus plus"}


def skill_slug(text: str) -> str:
    """The slug of a skill in any spelling: `Row-Level Security` → `row-level-security`, `C#` → `c-sharp`."""
    return slug_of(_SIGNED.sub(_in_words, text))


def meant_skill(typed: str, names: Mapping[str, str], preferred: Container[str] = ()) -> str | None:
    """The skill that was surely meant; `names` gives the slug for every spelling. None where nothing is like it.

    By its whole name, then by the beginning of a name, of a word in it, or by the closest spelling. Where several begin
    so, `preferred` ones go first, then a skill's own name before an alias, then short names.
    """
    slug = skill_slug(typed)
    if not slug or slug in names:
        return names.get(slug)
    whole = [name for name in names if name.startswith(slug)]
    if begun := whole or [name for name in names if f"-{slug}" in name]:
        return names[min(begun, key=lambda name: (names[name] not in preferred, names[name] != name, len(name), name))]
    from difflib import get_close_matches  # noqa: PLC0415 - only after a miss

    return next((names[name] for name in get_close_matches(slug, list(names), 1, ALIKE)), None)


def _in_words(name: re.Match[str]) -> str:
    return name[0][0] + _SPELT[name[0][-1]] if name[0][-1] in _SPELT else " dotnet"
