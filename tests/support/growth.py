"""How work grows with its input: a ratio within one run, because seconds say how busy the machine is."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable

TIMES: Final = 4
QUADRATIC: Final = TIMES * TIMES
_TRIES: Final = 2


def growth(work: Callable[[str], object], text: str) -> float:
    """How many times as long `TIMES` times the text takes: about `TIMES` where work is linear, 16 where it is not."""
    return _seconds(work, text * TIMES) / _seconds(work, text)


def _seconds(work: Callable[[str], object], text: str) -> float:
    """Of the processor, the least of some tries: what else it did cannot make one shorter."""
    took = []
    for _ in range(_TRIES):
        began = time.process_time()
        work(text)
        took.append(time.process_time() - began)
    return max(min(took), 1e-4)  # finer than the clock of a processor is
