"""Standard input, output and error as they come: closed, full, without a reader, or of few characters."""

from __future__ import annotations

import contextlib
import errno
import os
import sys
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from typing import TextIO

_FULL_OR_GONE: Final = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO, errno.EBADF})
_STREAMS: Final = (("stdin", "r"), ("stdout", "w"), ("stderr", "w"))


def prepare_streams() -> None:
    """Make the three streams usable, whatever we were started with.

    A closed one becomes an empty one, so that no file of ours is ever taken for it. A terminal that cannot show a
    character gets a replacement for it, never a crash.
    """
    for name, mode in _STREAMS:
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, mode, encoding="utf-8"))  # noqa: PTH123, SIM115 - open to the very end
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")


def output_failure(error: OSError) -> str:
    """Why standard output took no more, such as “no space left on device”; empty for what is no failure of it.

    Files of ours report a FileError, and what the system reports of a file names the file.
    """
    if error.filename is None and error.errno in _FULL_OR_GONE:
        return (error.strerror or type(error).__name__).lower()
    return ""


def drop(stream: TextIO) -> None:
    """Say nothing more on a stream, and let Python's own flush at exit find nothing to fail on."""
    with contextlib.suppress(OSError, ValueError):  # a stream that a test put there has no number
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
