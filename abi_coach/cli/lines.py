"""Lines from standard input, at a terminal or through a pipe, with a limit on how long to wait.

Python's own reader keeps lines in a buffer that `select` cannot see, so bytes are read and cut into lines here.
"""

from __future__ import annotations

import os
import select
import sys
from typing import Final

from abi_coach.domain.plain_text import strip_controls

_CHUNK: Final = 65_536


class EndOfInput(EOFError):  # noqa: N818 - like EOFError, it is an end and not a mistake
    """Nothing more will come."""


class Lines:
    """A person's or a script's lines; control characters are taken out of each.

    Standard input that is no file (a program that calls us put something of its own there) is read without a limit.
    """

    def __init__(self, descriptor: int | None = None) -> None:
        self._descriptor = _standard_input() if descriptor is None else descriptor
        self._buffer = b""
        self._ended = False

    def read(self, timeout: float | None = None) -> str | None:
        """The next line without its end; None when `timeout` seconds pass first. Raises EndOfInput at the end."""
        if self._descriptor is None:
            return _cleaned(_read_line())
        while b"\n" not in self._buffer and not self._ended:
            if timeout is not None and not select.select([self._descriptor], [], [], timeout)[0]:
                return None
            chunk = os.read(self._descriptor, _CHUNK)
            self._buffer += chunk
            self._ended = not chunk
        line, end, rest = self._buffer.partition(b"\n")
        if not end and not line:
            raise EndOfInput
        self._buffer = rest
        return _cleaned(line.decode("utf-8", "replace"))


def _standard_input() -> int | None:
    try:
        return sys.stdin.fileno()
    except (AttributeError, OSError):  # no standard input, or one that is no file
        return None


def _read_line() -> str:
    line = sys.stdin.readline() if sys.stdin else ""
    if not line:
        raise EndOfInput
    return line


def _cleaned(line: str) -> str:
    return strip_controls(line).rstrip("\r\n")
