"""Reading big files without the garbage collector looking over our shoulder."""

from __future__ import annotations

import gc
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


@contextmanager
def collection_paused() -> Iterator[None]:
    """Pause the garbage collector while many values are made that all live until the end.

    A tree has no cycles, so there is nothing to collect; looking for it again and again takes more than twice as long
    as building it. It is left off if it was off.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
