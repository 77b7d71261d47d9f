"""Standard streams that are closed, full or of no use end a command honestly, and never in a crash report."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import Final

import pytest

FULL: Final = Path("/dev/full")
needs_a_full_device = pytest.mark.skipif(not FULL.exists(), reason="there is no /dev/full here")


def _run(redirection: str, *words: str) -> subprocess.CompletedProcess[str]:
    """Run `abi WORDS` from a shell that sends its streams elsewhere."""
    command = f'exec "$0" -m abi_coach "$@" {redirection}'
    return subprocess.run(
        ["/bin/sh", "-c", command, sys.executable, *words], capture_output=True, text=True, timeout=60, check=False
    )


def _crash_reports() -> list[Path]:
    return list(Path(os.environ["ABI_HOME"]).glob("crash-*"))


@needs_a_full_device
@pytest.mark.parametrize("words", [("next",), ("--version",), ("bank", "list", "--json"), ("export",)])
def test_output_that_nothing_takes_is_told_in_one_line(words: tuple[str, ...]) -> None:
    ran = _run(">/dev/full", *words)
    assert (ran.returncode, ran.stderr) == (1, "The output could not be written: no space left on device.\n")
    assert not _crash_reports()


@needs_a_full_device
@pytest.mark.parametrize("redirection", ["2>/dev/full", "2>&-", "2>&- >&- <&-"])
def test_a_message_that_cannot_be_told_changes_no_exit_code(redirection: str) -> None:
    assert _run(redirection, "nexxt").returncode == 2


@pytest.mark.parametrize("words", [(), ("practice",), ("story", "add"), ("reflect",), ("debrief",)])
def test_a_closed_input_is_no_terminal(words: tuple[str, ...]) -> None:
    ran = _run("<&-", *words)
    assert (ran.returncode, "no terminal" in ran.stderr) == (2, True)


def test_a_question_with_a_closed_input_is_an_input_that_ends() -> None:
    ran = _run("<&-", "--plain", "interview", "add")
    assert (ran.returncode, "Still missing" in ran.stderr) == (1, True)


@pytest.mark.parametrize("words", [("next",), ("plan",), ("story", "--json"), ("--version",)])
def test_a_closed_output_is_no_crash(words: tuple[str, ...]) -> None:
    assert (_run(">&-", *words).returncode, _crash_reports()) == (0, [])
