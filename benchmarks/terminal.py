"""A program in a pseudo-terminal of 80 × 24: when it showed something, how much memory it holds, how fast it leaves."""

from __future__ import annotations

import fcntl
import os
import pty
import re
import select
import struct
import subprocess
import sys
import termios
import time
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from benchmarks.measure import Measured

ROWS, COLUMNS = 24, 80
TOO_LONG_SECONDS = 60
SETTLED_SECONDS = 0.3
BETWEEN_KEYS_SECONDS = 0.03

_CODES = re.compile(
    r"\x1b(?:\[[0-?]*[ -/]*[@-~]|\][^\x07\x1b]*(?:\x07|\x1b\\)|P[^\x1b]*\x1b\\|[ -/]*[0-~])|[\x00-\x1f]"
)


class Session:
    """A program that runs in a terminal of its own; times are seconds since it was started."""

    def __init__(self, words: Sequence[str], environment: Mapping[str, str]) -> None:
        self._ours, theirs = pty.openpty()
        fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", ROWS, COLUMNS, 0, 0))
        self._shown = ""
        self._started = time.perf_counter()
        self._program = subprocess.Popen(
            [sys.executable, *words],
            stdin=theirs,
            stdout=theirs,
            stderr=theirs,
            env=dict(environment),
            start_new_session=True,
        )
        os.close(theirs)

    def wait_for(self, *texts: str) -> float:
        """When all of these texts have been painted."""
        while not all(text in _CODES.sub("", self._shown) for text in texts):
            self._read()
        return time.perf_counter() - self._started

    def press(self, key: str) -> float:
        """Press a key; when words that the program painted after it have arrived."""
        self.settle()
        before = len(self._shown)
        pressed = time.perf_counter()
        os.write(self._ours, key.encode())
        while not _CODES.sub("", self._shown[before:]).strip():
            self._read()
        return time.perf_counter() - pressed

    def write(self, text: str) -> None:
        """Type or paste a text, reading meanwhile, so that neither side waits for the other."""
        waiting = text.encode()
        while waiting:
            readable, writable, _ = select.select([self._ours], [self._ours], [], TOO_LONG_SECONDS)
            if readable:
                self._read()
            if writable:
                waiting = waiting[os.write(self._ours, waiting[:1024]) :]

    def echo(self, letter: str) -> float:
        """Type a letter; seconds until it is painted. A moment later, the next may come."""
        before = len(self._shown)
        pressed = time.perf_counter()
        os.write(self._ours, letter.encode())
        while letter not in _CODES.sub("", self._shown[before:]):
            self._read()
        took = time.perf_counter() - pressed
        self.settle(BETWEEN_KEYS_SECONDS)
        return took

    def settle(self, seconds: float = SETTLED_SECONDS) -> None:
        """Read for a moment whatever comes."""
        until = time.perf_counter() + seconds
        while (left := until - time.perf_counter()) > 0:
            if select.select([self._ours], [], [], left)[0]:
                self._read()

    def memory(self) -> float:
        """What it holds in memory, in MB."""
        status = Path(f"/proc/{self._program.pid}/status").read_text(encoding="ascii")
        found = re.search(r"VmRSS:\s+(\d+) kB", status)
        return int(found.group(1)) / 1024 if found else 0.0

    def processor_seconds(self) -> float:
        """How much processor time it has had, all threads together."""
        told = Path(f"/proc/{self._program.pid}/stat").read_text(encoding="ascii", errors="replace")
        ticks = told.rpartition(")")[2].split()[11:13]  # utime and stime, counted from behind the program's name
        return sum(map(int, ticks)) / os.sysconf("SC_CLK_TCK")

    def leave(self, key: str = "\x11") -> float:
        """Press the key that quits (ctrl+q); seconds until the program is gone."""
        pressed = time.perf_counter()
        os.write(self._ours, key.encode())
        while self._program.poll() is None:
            if select.select([self._ours], [], [], 0.001)[0]:
                self._read()
        took = time.perf_counter() - pressed
        os.close(self._ours)
        return took

    def end(self) -> None:
        """End it at once, however it stands."""
        self._program.kill()
        self._program.wait()
        os.close(self._ours)

    def _read(self) -> None:
        if time.perf_counter() - self._started > TOO_LONG_SECONDS or not self._has_news():
            message = f"nothing more came; on the screen was: {_CODES.sub(' ', self._shown)[-800:]}"
            raise TimeoutError(message)
        try:
            self._shown += os.read(self._ours, 65536).decode(errors="replace")
        except OSError:  # the program has left
            if self._program.wait(TOO_LONG_SECONDS):
                message = f"it ended early: {_CODES.sub(' ', self._shown)[-800:]}"
                raise TimeoutError(message) from None

    def _has_news(self) -> bool:
        return bool(select.select([self._ours], [], [], TOO_LONG_SECONDS)[0])


def visit(words: Sequence[str], environment: Mapping[str, str], *texts: str) -> Measured:
    """Start a program, wait until it is complete, press a key, look at its memory, leave."""
    session = Session(words, environment)
    try:
        complete = session.wait_for(*texts)
        session.settle()
        memory = session.memory()
        answered = session.press("?")
        session.settle()
        quitting = session.leave()
    except BaseException:
        session.end()
        raise
    return {
        "complete": complete * 1000,
        "answered": (complete + answered) * 1000,
        "memory": memory,
        "quit": quitting * 1000,
    }
