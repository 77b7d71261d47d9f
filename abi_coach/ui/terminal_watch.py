"""Noticing that the terminal has gone: nobody can see us any more, and nobody can end us by a key."""

from __future__ import annotations

import os
import select
import sys
import threading
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable

PATIENCE_SECONDS: Final = 3.0
"""How long an orderly end may take once the terminal has gone; writing to it can block for ever."""


def watch_terminal(tell: Callable[[], object]) -> None:
    """Call `tell` from another thread once standard input hangs up; where that cannot be watched, never.

    A hang-up signal reaches only the terminal's own session, and Textual's reader takes the end of a terminal for
    silence. Waiting for nothing but the hang-up costs no time.
    """
    if not hasattr(select, "poll"):
        return
    waiting = select.poll()
    waiting.register(sys.__stdin__.fileno() if sys.__stdin__ else 0, 0)
    threading.Thread(target=_wait, args=(waiting, tell), name="terminal-watch", daemon=True).start()


def end_soon() -> None:
    """End the process after a while, however it stands; for after the words are saved."""
    timer = threading.Timer(PATIENCE_SECONDS, os._exit, [1])
    timer.daemon = True
    timer.start()


def _wait(waiting: select.poll, tell: Callable[[], object]) -> None:
    waiting.poll()
    tell()
