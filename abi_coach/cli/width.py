"""How wide text is printed."""

from __future__ import annotations

import sys
from typing import Final

WIDEST: Final = 80
_NARROWEST: Final = 40


def text_width() -> int:
    """Columns for text: 80, fewer in a narrower terminal, though 40 at least; a pipe always gets 80."""
    if not sys.stdout.isatty():
        return WIDEST
    from shutil import get_terminal_size  # noqa: PLC0415 - slow to load, and pipes need none of it

    return max(_NARROWEST, min(WIDEST, get_terminal_size().columns))


def fitted(text: str) -> str:
    """The text with line breaks between words where a terminal would break within them; a pipe gets it in one line."""
    if not sys.stdout.isatty() or len(text) <= (width := text_width()):
        return text
    from textwrap import fill  # noqa: PLC0415 - most lines fit

    return fill(text, width)
