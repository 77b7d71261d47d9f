"""The journal: a durable draft beside append and fsync, the due list, and the numbers behind the charts."""

from __future__ import annotations

import os
from functools import partial
from typing import TYPE_CHECKING

from abi_coach.services.coach import open_coach
from benchmarks.commands import PLAN, beside_hello
from benchmarks.homes import LATEST, write_home
from benchmarks.measure import Measured, Row, alternate, medians, milliseconds
from benchmarks.start_up import ABI
from benchmarks.surroundings import environment, peak

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

SAVES = 20
TEXT = "I said what I did, and why, and what came of it. " * 40
CHARTED, MANY = 100_000, 1_000_000


def measure(folder: Path, rounds: int) -> Iterator[Row]:
    """Drafts and charts; the largest journal is measured by `measure_largest`, because making it takes minutes."""
    yield from _drafts(folder, rounds)
    home = folder / "charted"
    write_home(home, attempts=CHARTED)
    yield Row(f"progress over {CHARTED:,} attempts", _asked(home, rounds)["progress"], None, 60)


def measure_largest(folder: Path, rounds: int) -> Iterator[Row]:
    """The due list over a million attempts, on a new connection each time, and a plan in such a journal."""
    home = folder / "largest"
    write_home(home, attempts=300, debriefs=10, older=MANY)
    yield Row(f"due list over {MANY:,} attempts, new connection", _asked(home, rounds)["due"], None, 5)
    plan_took, hello = beside_hello(PLAN, environment(home), rounds)
    yield Row(f"abi plan, the same window in a journal of {MANY:,} attempts", plan_took, hello, 0.8)
    yield from _crowded(folder, rounds)


def _crowded(folder: Path, rounds: int) -> Iterator[Row]:
    """A plan and the next step with twenty thousand answers in the window, and what the plan holds in memory."""
    home = folder / "crowded"
    write_home(home, attempts=CHARTED, debriefs=1_000)
    for words, goal in ((PLAN, 0.8), ((*ABI, "next"), 0.4)):
        took, hello = beside_hello(words, environment(home), rounds)
        yield Row(f"abi {words[2]}, {CHARTED:,} attempts and 1,000 debriefs, 20,000 in the window", took, hello, goal)
    yield Row(
        f"memory of abi plan, {CHARTED:,} attempts and 1,000 debriefs", peak(PLAN, environment(home)), None, 80, "MiB"
    )


def _drafts(folder: Path, rounds: int) -> Iterator[Row]:
    home = folder / "drafts"
    write_home(home, attempts=100)
    coach = open_coach(home)
    entry = coach.journal.new_id()
    body = {"text": TEXT}

    def save() -> Measured:
        return {"saved": milliseconds(lambda: coach.journal.save_draft(entry, "attempt", body), SAVES)}

    ours, theirs = alternate(save, partial(_append, home / "plain.txt"), rounds=rounds)
    coach.close()
    yield Row("durable draft save, beside append and fsync", ours["saved"], theirs["saved"], 5)


def _append(path: Path) -> Measured:
    def append() -> None:
        with path.open("a", encoding="utf-8") as file:
            file.write(TEXT)
            file.flush()
            os.fsync(file.fileno())

    return {"saved": milliseconds(append, SAVES)}


def _asked(home: Path, rounds: int) -> Measured:
    """What Home and the charts ask, each on a new connection."""

    def ask() -> Measured:
        coach = open_coach(home)
        due = milliseconds(lambda: coach.journal.due(LATEST.date(), 20))
        coach.close()
        coach.journal.due(LATEST.date(), 1)
        progress = milliseconds(coach.journal.monthly_ratings)
        coach.close()
        return {"due": due, "progress": progress}

    return medians([ask() for _ in range(rounds + 1)][1:])
