"""A home in a temporary folder, and journals with the plainest rules."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Any

import pytest

from abi_coach.storage.home import Home
from abi_coach.storage.journal import Journal
from abi_coach.storage.journal_rows import Facts, Rung

if TYPE_CHECKING:
    from pathlib import Path

    from abi_coach.storage.instant import Clock
    from tests.support.hand_clock import HandClock

NewJournal = Callable[..., Journal]


def plain_facts(kind: str, body: dict[str, Any]) -> Facts:
    """Take the columns from fields of the same name."""
    return Facts(
        state=body.get("state"),
        question=body.get("question"),
        competency=body.get("competency"),
        role=body.get("role"),
        parent=body.get("parent"),
        due=date.fromisoformat(body["due"]) if body.get("due") else None,
        first=body.get("first"),
        final=body.get("final"),
        length=body.get("length"),
        title=str(body.get("title", kind)),
        words=str(body.get("words", "")),
    )


def plain_climb(attempts: Sequence[tuple[datetime, int]]) -> Rung:
    """One box up for each good attempt, due as many days later."""
    box = sum(final > 2 for _, final in attempts)
    return Rung(box, attempts[-1][0].date() + timedelta(days=box))


@pytest.fixture
def home(tmp_path: Path) -> Home:
    """A home that is not made yet."""
    return Home(tmp_path / "home")


@pytest.fixture
def new_journal(clock: HandClock, tmp_path: Path) -> Iterator[NewJournal]:
    """Opens the journal of a home, or of a folder of this name, and closes it at the end."""
    made: list[Journal] = []

    def make(home: Home | str, now: Clock = clock) -> Journal:
        place = home if isinstance(home, Home) else Home(tmp_path / home)
        made.append(Journal(place, projector=plain_facts, climb=plain_climb, now=now))
        return made[-1]

    yield make
    for journal in made:
        journal.close()


@pytest.fixture
def journal(new_journal: NewJournal, home: Home) -> Journal:
    """The journal of the home, not written yet."""
    return new_journal(home)
