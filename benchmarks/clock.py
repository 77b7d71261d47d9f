"""What a running clock costs while nothing is pressed: processor time as a share of a core."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from benchmarks.echo import LINES, PASTED
from benchmarks.homes import write_home
from benchmarks.measure import Measured, Row, alternate
from benchmarks.start_up import ABI
from benchmarks.surroundings import environment
from benchmarks.terminal import Session

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

GOAL_PERCENT = 2
WATCHED_SECONDS = 10
"""Of each round; the processor's time is counted in hundredths of a second, so a round is exact to 0.1 %."""

PRACTICE = (*ABI, "practice", "--question", "common-behavioural-005")


def measure(folder: Path, rounds: int) -> Iterator[Row]:
    """An answer that is spoken, and one that is typed and long."""
    home = folder / "clock"
    write_home(home, attempts=100)
    surrounding = environment(home)
    spoken, typed = alternate(partial(_spoken, surrounding), partial(_typed, surrounding), rounds=rounds)
    yield Row("running clock, spoken answer", spoken["share"], None, GOAL_PERCENT, "%")
    yield Row(f"running clock, typed answer of {LINES} lines", typed["share"], None, GOAL_PERCENT, "%")


def _spoken(surrounding: Mapping[str, str]) -> Measured:
    return _watched(surrounding, (), "")


def _typed(surrounding: Mapping[str, str]) -> Measured:
    return _watched(surrounding, ("--typed",), PASTED)


def _watched(surrounding: Mapping[str, str], words: tuple[str, ...], answer: str) -> Measured:
    """Start the clock, stop thinking by answering, then only watch."""
    session = Session((*PRACTICE, *words), surrounding)
    try:
        session.wait_for("not at all")
        session.press("3")
        session.press("\r")
        if answer:
            session.write(answer)
        else:
            session.press("\r")
        session.settle()
        session.settle(1)
        before = session.processor_seconds()
        session.settle(WATCHED_SECONDS)
        return {"share": 100 * (session.processor_seconds() - before) / WATCHED_SECONDS}
    finally:
        session.end()
