"""How a skill is spelt: as a slug that keeps C, C# and C++ apart."""

from __future__ import annotations

import re
from typing import Final

from abi_coach.domain.role import slug_of

SIGNED: Final = r"(?<![^\W_])\.net\b|\b[a-z](?:#|\+\+)(?!\w)"
"""Names whose sign tells them from another word, as a pattern: `.NET`, `C#`, `C++`."""

_SIGNED: Final = re.compile(SIGNED, re.IGNORECASE)
_SPELT: Final = {"#": " sharp", "+": " plus plus"}


def skill_slug(text: str) -> str:
    """The slug of a skill in any spelling: `Row-Level Security` → `row-level-security`, `C#` → `c-sharp`."""
    return slug_of(_SIGNED.sub(_in_words, text))


def _in_words(name: re.Match[str]) -> str:
    return name[0][0] + _SPELT[name[0][-1]] if name[0][-1] in _SPELT else " dotnet"
