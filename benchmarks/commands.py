"""The quick commands beside an empty Python, and the others beside the hello-world's start."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from benchmarks.homes import write_home
from benchmarks.measure import Measured, Row, alternate
from benchmarks.start_up import ABI, HELLO
from benchmarks.surroundings import environment, run
from benchmarks.terminal import Session

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

PLAN = (*ABI, "plan", "--role", "backend")


def measure(folder: Path, rounds: int) -> Iterator[Row]:
    """`--version` and `--help` beside `python -c pass`; `next` and `plan` beside the hello-world."""
    small = folder / "small"
    write_home(small, attempts=300, debriefs=10)
    surrounding = environment(small)
    sides = {"pass": ("-c", "pass"), "version": (*ABI, "--version"), "help": (*ABI, "--help")}
    yield from _beside_python(sides, surrounding, rounds)
    next_took, hello = beside_hello((*ABI, "next"), surrounding, rounds)
    yield Row("abi next", next_took, hello, 0.4)
    plan_took, hello = beside_hello(PLAN, surrounding, rounds)
    yield Row("abi plan, 10 debriefs and 300 attempts", plan_took, hello, 0.8)
    yield Row("abi --demo next, an invented year and all", run((*ABI, "--demo", "next"), surrounding), None, 1000)


def _beside_python(sides: Mapping[str, Sequence[str]], surrounding: Mapping[str, str], rounds: int) -> Iterator[Row]:
    told = alternate(*(partial(_timed, words, surrounding) for words in sides.values()), rounds=rounds)
    took = {name: each["ran"] for name, each in zip(sides, told, strict=True)}
    yield Row("abi --version, beside python -c pass", took["version"], took["pass"], 5)
    yield Row("abi --help, beside python -c pass", took["help"], took["pass"], 5)


def beside_hello(words: Sequence[str], surrounding: Mapping[str, str], rounds: int) -> tuple[float, float]:
    """How long a command takes, and how long the hello-world takes to paint its line; milliseconds."""
    ours, theirs = alternate(partial(_timed, words, surrounding), partial(_hello, surrounding), rounds=rounds)
    return ours["ran"], theirs["ran"]


def _timed(words: Sequence[str], surrounding: Mapping[str, str]) -> Measured:
    return {"ran": run(words, surrounding)}


def _hello(surrounding: Mapping[str, str]) -> Measured:
    session = Session(HELLO, surrounding)
    shown = session.wait_for("Hello, world!")
    session.leave()
    return {"ran": shown * 1000}
