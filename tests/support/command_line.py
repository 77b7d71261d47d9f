"""Run `abi` the way a person does, in a process of its own, or in this one where speed matters."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final
from unittest.mock import patch

if TYPE_CHECKING:
    from collections.abc import Callable

ROOT: Final = Path(__file__).parents[2]
"""The top of the repository."""

TOO_LONG_SECONDS: Final = 60


@dataclass(frozen=True, slots=True)
class Ran:
    """How a command ended: its exit code and what it said."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:  # noqa: ANN401 - a test reads whatever document the command printed
        """Standard output, read as one JSON document."""
        return json.loads(self.out)


def run_abi(*words: str, said: str = "", **environment: str) -> Ran:
    """Run `abi WORDS` in a process of its own, `said` on standard input, without a network or a terminal."""
    return run_python("-m", "abi_coach", *words, said=said, **environment)


def run_python(*words: str, said: str = "", **environment: str) -> Ran:
    """Run this Python with `words` in a process of its own, from a folder that is not the repository's."""
    guard = os.pathsep.join((str(ROOT / "tests/support/no_network"), str(ROOT)))
    done = subprocess.run(
        [sys.executable, *words],
        input=said.encode(),
        capture_output=True,
        timeout=TOO_LONG_SECONDS,
        check=False,
        cwd=os.environ["HOME"],
        env={**os.environ, "PYTHONPATH": guard, **environment},
    )
    return Ran(done.returncode, done.stdout.decode(), done.stderr.decode())


def run_abi_here(*words: str, said: str = "") -> Ran:
    """Run `abi WORDS` in this process: quicker, and a failure has a traceback."""
    from abi_coach.cli import main  # noqa: PLC0415 - tests of the lower layers must not need the command line

    out, err = io.BytesIO(), io.BytesIO()
    stdin, stdout, stderr = _text_over(io.BytesIO(said.encode())), _text_over(out), _text_over(err)
    with (
        patch("sys.argv", ["abi", *words]),
        patch("sys.stdin", stdin),
        redirect_stdout(stdout),
        redirect_stderr(stderr),
    ):
        code = _exit_code(main, list(words))
    stdout.flush()
    stderr.flush()
    return Ran(code, out.getvalue().decode(), err.getvalue().decode())


def _exit_code(main: Callable[[list[str]], None], words: list[str]) -> int:
    try:
        main(words)
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else int(end.code is not None)
    return 0


def _text_over(content: io.BytesIO) -> io.TextIOWrapper:
    return io.TextIOWrapper(content, encoding="utf-8", newline="\n")
