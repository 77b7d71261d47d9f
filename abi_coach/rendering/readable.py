"""Markdown for eyes: at a terminal nobody needs the backslashes that keep a person's words from being structure."""

from __future__ import annotations

import re
import string
from typing import Final

from abi_coach.domain.plain_text import strip_controls

_ESCAPED: Final = re.compile(rf"\\([{re.escape(string.punctuation)}])|&#(\d{{1,4}});|\\$", re.MULTILINE)


def readable(markdown: str) -> str:
    """The same lines with every escaped character as it was typed; no longer safe to be read as Markdown."""
    return strip_controls(_ESCAPED.sub(_typed, markdown))


def _typed(found: re.Match[str]) -> str:
    return found[1] or (chr(int(found[2])) if found[2] else "")
