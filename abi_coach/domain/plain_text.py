"""What plain text is: letters, spaces, tabs and line ends, and nothing that steers a terminal or a reader's eye."""

from __future__ import annotations

import re
from typing import Final

BIDI_CONTROLS: Final = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
"""The characters that turn the direction of text around, as the inside of a regular expression's class."""

_STEERING: Final = f"[\\x00-\\x08\\x0b-\\x1f\\x7f-\\x9f{BIDI_CONTROLS}\\ud800-\\udfff]"


def strip_controls(text: str) -> str:
    """Take out every control character but newline and tab, lone surrogates and bidi controls.

    What is left has no effect but its own look wherever it is shown. A carriage return goes as well, so the line
    ends of Windows become plain newlines.
    """
    if text.isprintable():  # most text is, and then no pattern is needed
        return text
    return re.sub(_STEERING, "", text)
