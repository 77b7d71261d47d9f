"""Names of skills that are everyday words too, and how one tells which of the two a line means."""

from __future__ import annotations

import re
from typing import Final

EVERYDAY: Final = frozenset(
    {
        "agile", "autopilot", "backstage", "bedrock", "calibration", "capacity", "charts", "coverage", "credits",
        "discovery", "excel", "feedback", "flask", "forms", "framer", "go", "grain", "helm", "hiring", "intercom",
        "jest", "navigation", "paging", "performance", "permissions", "pilots", "postman", "prefect", "prototypes",
        "r", "rails", "react", "redesign", "rest", "roadmaps", "rust", "salesforce", "soar", "spark", "spring",
        "stride", "svelte", "synapse", "templates", "tests", "trials", "waterfall",
    }
)  # fmt: skip
"""Spellings that count only with a capital inside a sentence, beside another name, or standing in a list."""

_NEAR: Final = 24
_SKILLED: Final = re.compile(
    r"(?:(?:and|or)\s+[A-Z]|\(|\d|(?:developers?|engineers?|programmers?|skills?|experience|knowledge|services?)\b)"
)
"""What follows a name that begins a sentence: “Go developer”, “Rust or C++”, “Java 21”."""
_NOT_MEANT: Final = re.compile(r"\s*(?:&|['’]|-\w|\s20\d\d|\s(?:to [Mm]arket|the extra|[Uu]s)\b)")
"""R&D, Go-getter, Rust's, Spring 2027."""


def is_meant(line: str, start: int, end: int) -> bool:
    """Whether an everyday word is a name here: it has a capital and does not just begin a sentence, or stands alone."""
    before, after = line[max(0, start - _NEAR) : start].rstrip(), line[end : end + _NEAR]
    if _NOT_MEANT.match(after) or before[-1:] in {"'", "’"}:
        return False
    has_capital, after = any(letter.isupper() for letter in line[start:end]), after.lstrip()
    is_inside = before[-1:].isalnum() or before[-1:] in {",", "(", "/", "&", "+"}
    is_listed = (not before or not before[-1].isalnum()) and (not after or after[0] in ",;/)")
    is_whole = line[start:end].isupper() and end - start > 1
    return is_listed or (has_capital and (is_inside or is_whole or _SKILLED.match(after) is not None))
