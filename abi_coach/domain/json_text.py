"""JSON that does no harm on a terminal and reads back as it was."""

from __future__ import annotations

import re
from typing import Final

from abi_coach.domain.plain_text import BIDI_CONTROLS

_STEERING: Final = re.compile(f"[\x7f-\x9f\u2028\u2029{BIDI_CONTROLS}\ud800-\udfff]")


def printable_json(text: str) -> str:
    r"""The same JSON with `\uXXXX` for every character that steers a terminal or turns the reading direction.

    Such characters stand only inside strings, so every reader gets equal data; those below U+0020 are escapes in
    any JSON.
    """
    return _STEERING.sub(lambda found: f"\\u{ord(found[0]):04x}", text)
