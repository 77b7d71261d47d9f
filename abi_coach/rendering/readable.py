"""Markdown for eyes: at a terminal nobody needs the backslashes that keep a person's words from being structure."""

from __future__ import annotations

import re
import string
from textwrap import wrap
from typing import Final

from abi_coach.domain.plain_text import strip_controls

_ESCAPED: Final = re.compile(rf"\\([{re.escape(string.punctuation)}])|&#(\d{{1,4}});|\\$", re.MULTILINE)
_OPENING: Final = re.compile(r" *(?:[-*] |\d+\. |> )?")


def readable(markdown: str) -> str:
    """The same lines with every escaped character as it was typed; no longer safe to be read as Markdown."""
    return strip_controls(_ESCAPED.sub(_typed, markdown))


def _typed(found: re.Match[str]) -> str:
    return found[1] or (chr(int(found[2])) if found[2] else "")


def wrapped(text: str, width: int) -> str:
    """Lines broken between words where a terminal of this width would break inside them; a table's rows stay."""
    return "\n".join(part for line in text.split("\n") for part in _parts(line, width))


def _parts(line: str, width: int) -> list[str]:
    if len(line) <= width or line.startswith("|"):
        return [line]
    found = _OPENING.match(line)
    opening = found[0] if found else ""
    further = opening if opening.endswith("> ") else " " * len(opening)
    return wrap(line, width, subsequent_indent=further, break_long_words=False, break_on_hyphens=False) or [line]
