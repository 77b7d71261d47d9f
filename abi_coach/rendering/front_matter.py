"""YAML front matter for note programs: every text quoted, so that whatever a person typed stays one value."""

from __future__ import annotations

import json
import re
from datetime import date
from typing import TYPE_CHECKING, Final

from abi_coach.domain.plain_text import strip_controls

if TYPE_CHECKING:
    from collections.abc import Mapping

_LINE_ENDS: Final = re.compile("[\u0085\u2028\u2029\ufeff\ufffe\uffff]")


def front_matter(values: Mapping[str, object]) -> str:
    """The block with its fences and a blank line after it; `values` are text, numbers, dates and lists of these.

    Keys are ours. Text becomes a double-quoted scalar in JSON's escapes, which every YAML reader knows.
    """
    lines = [f"{key}: {_value(value)}" for key, value in values.items()]
    return "\n".join(["---", *lines, "---", "", ""])


def _value(value: object) -> str:
    if isinstance(value, (list, tuple)):
        return f"[{', '.join(map(_value, value))}]"
    if isinstance(value, date) or (isinstance(value, (int, float)) and not isinstance(value, bool)):
        return str(value)
    flat = " ".join(strip_controls(str(value)).split())
    # JSON leaves some marks bare that YAML takes for the end of a line, or does not allow.
    return _LINE_ENDS.sub(lambda mark: f"\\u{ord(mark[0]):04x}", json.dumps(flat, ensure_ascii=False))
