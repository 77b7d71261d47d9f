"""Whether charts are drawn in ASCII."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from abi_coach.cli.invocation import Invocation


def wants_ascii(invocation: Invocation) -> bool:
    """With --plain, with NO_COLOR, and where the output cannot show blocks."""
    return invocation.plain or "NO_COLOR" in os.environ or "utf" not in (sys.stdout.encoding or "").lower()
