"""Start to complete Home, first key, memory and quitting, beside a bare Textual hello-world in the same terminal."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from benchmarks.homes import write_home
from benchmarks.measure import Row, alternate
from benchmarks.surroundings import environment
from benchmarks.terminal import visit

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

HOME_IS_COMPLETE = ("Home", "Next", "help")
"""Words on the first, a middle and the last line of Home."""

HELLO = ("-m", "benchmarks.hello_world")
ABI = ("-m", "abi_coach")

ATTEMPTS, DEBRIEFS, OWN_QUESTIONS = 10_000, 300, 20_000


def measure(folder: Path, rounds: int) -> Iterator[Row]:
    """Both homes, empty and full, each beside the hello-world."""
    empty, full = folder / "empty", folder / "full"
    write_home(full, attempts=ATTEMPTS, debriefs=DEBRIEFS, own_questions=OWN_QUESTIONS)
    for name, home in (("an empty journal", empty), (f"{ATTEMPTS:,} attempts, {OWN_QUESTIONS:,} own questions", full)):
        surrounding = environment(home)
        ours, theirs = alternate(
            partial(visit, ABI, surrounding, *HOME_IS_COMPLETE),
            partial(visit, HELLO, surrounding, "Hello, world!"),
            rounds=rounds,
        )
        yield Row(f"start to complete Home, {name}", ours["complete"], theirs["complete"], 1.20)
        yield Row(f"start to first key answered, {name}", ours["answered"], theirs["answered"], 1.25)
        yield Row(f"memory at Home, {name}", ours["memory"], theirs["memory"], 1.35, "MB")
        yield Row(f"quit, {name}", ours["quit"], theirs["quit"], 1.0)
