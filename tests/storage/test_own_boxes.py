"""Boxes of one's own: the rows keep the days of ours, and every answer has the person's."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import count
from typing import TYPE_CHECKING, Final

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from abi_coach.domain.ladder import BOX_DAYS, LadderRules, climb
from abi_coach.storage.home import Home
from abi_coach.storage.journal import Journal
from abi_coach.storage.journal_glance import JournalGlance
from abi_coach.storage.projection import rung_of
from tests.storage.conftest import plain_facts
from tests.support.hand_clock import HandClock

if TYPE_CHECKING:
    from pathlib import Path

TODAY: Final = date(2026, 11, 22)
HOMES = count()
ANSWERED = st.dictionaries(st.sampled_from("abcdefgh"), st.lists(st.integers(1, 5), min_size=1, max_size=6))
DAYS = st.integers(1, 60)
BOXES = st.tuples(DAYS, DAYS, DAYS, DAYS, DAYS)


def filled(home: Home, answered: dict[str, list[int]], later: tuple[int, ...]) -> Journal:
    """A journal whose questions were answered day after day up to today, each ending with these ratings."""
    journal = Journal(home, projector=plain_facts, climb=rung_of, now=HandClock(), later=later)
    for question, finals in answered.items():
        for ago, final in zip(range(len(finals) - 1, -1, -1), finals, strict=True):
            at = HandClock()() - timedelta(days=ago)
            journal.write("attempt", {"question": question, "competency": "c", "final": final}, at=at)
    return journal


def due_by(answered: dict[str, list[int]], box_days: tuple[int, ...], on: date) -> list[tuple[date, str]]:
    """What is due on a day by the rule itself: day and question, longest due first."""
    told = [
        (rung.due, question)
        for question, finals in answered.items()
        if (rung := climb([(TODAY, final) for final in finals], box_days)) is not None
    ]
    return sorted(one for one in told if one[0] <= on)


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(ANSWERED, BOXES, st.integers(0, 70), st.integers(1, 5) | st.none())
def test_what_is_due_follows_the_boxes_of_ones_own(
    tmp_path: Path, answered: dict[str, list[int]], boxes: tuple[int, ...], days: int, limit: int | None
) -> None:
    home, later, on = Home(tmp_path / str(next(HOMES))), LadderRules(boxes).later, TODAY + timedelta(days=days)
    wanted = due_by(answered, boxes, on)
    with filled(home, answered, later) as journal, JournalGlance(home, now=HandClock(), later=later) as glance:
        for answers in (journal, glance):
            assert [(rung.due, rung.question) for rung in answers.due(on, limit)] == wanted[:limit]
        everything = due_by(answered, boxes, date.max)
        assert sorted((rung.due, rung.question) for rung in journal.rungs()) == everything
        assert (weakest := glance.weakest()) is None or (weakest.due, weakest.question) in everything
        assert journal.check() == []


def test_boxes_like_ours_change_nothing() -> None:
    assert LadderRules(BOX_DAYS).later == ()
    assert LadderRules((1, 3, 7, 16, 40)).later == (0, 0, 0, 0, 5)
