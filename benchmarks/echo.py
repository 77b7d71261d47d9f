"""From a key in the answer box, under an answer of 400 lines with autosave on, to its echo; beside a bare input."""

from __future__ import annotations

from functools import partial
from itertools import cycle, islice
from statistics import quantiles
from typing import TYPE_CHECKING

from benchmarks.homes import write_home
from benchmarks.measure import Measured, Row, alternate
from benchmarks.start_up import ABI
from benchmarks.surroundings import environment
from benchmarks.terminal import Session

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

KEYS = 100
LINES = 400
RARE_LETTERS = "QZXJK"
"""No clock and no label shows these, so that seeing one means that the key has arrived."""

PRACTICE = (*ABI, "practice", "--question", "common-opener-001", "--profile", "untimed", "--typed")
PASTED = "\x1b[200~" + "and then we looked again\n" * LINES + "\x1b[201~"


def measure(folder: Path, rounds: int) -> Iterator[Row]:
    """The median and the twentieth-slowest of a hundred keys."""
    home = folder / "echo"
    write_home(home, attempts=100)
    surrounding = environment(home)
    ours, theirs = alternate(partial(_answer, surrounding), partial(_input, surrounding), rounds=rounds)
    yield Row(f"key to echo, {LINES}-line answer, median", ours["p50"], theirs["p50"], 1.5)
    yield Row(f"key to echo, {LINES}-line answer, 95 of 100", ours["p95"], theirs["p95"], 2)


def _answer(surrounding: Mapping[str, str]) -> Measured:
    session = Session(PRACTICE, surrounding)
    try:
        session.wait_for("not at all")
        session.press("3")
        session.press("\r")
        session.press("w")
        session.write(PASTED)
        session.settle()
        return _typed(session)
    finally:
        session.end()


def _input(surrounding: Mapping[str, str]) -> Measured:
    session = Session(("-m", "benchmarks.one_input"), surrounding)
    try:
        session.wait_for("Type here")
        session.settle()
        return _typed(session)
    finally:
        session.end()


def _typed(session: Session) -> Measured:
    took = [session.echo(letter) * 1000 for letter in islice(cycle(RARE_LETTERS), KEYS)]
    cuts = quantiles(took, n=20)
    return {"p50": cuts[9], "p95": cuts[18]}
