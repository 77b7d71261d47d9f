"""The loop that closes: debrief → promise → card → the next debrief of any interview → counts."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Final

import pytest

from abi_coach.domain.form_answers import name_of
from abi_coach.domain.interview import Interview
from abi_coach.domain.promise import Promise
from abi_coach.services.coach import Coach, open_coach
from abi_coach.services.entries import value_of
from tests.support.told_debriefs import COLD_TOLD, HOT_TOLD, tell

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.support.hand_clock import HandClock

SENTENCE: Final = "IF I am asked to design something THEN I will ask for three numbers first"


@pytest.fixture
def coach(home: Path, clock: HandClock) -> Iterator[Coach]:
    coach = open_coach(home, clock, clock.monotonic)
    yield coach
    coach.close()


def promised(coach: Coach) -> None:
    tell(coach.debriefs.open_form(), HOT_TOLD).finish()
    entry = coach.interviews.listed()[0].entry
    tell(coach.debriefs.open_form(entry, "cold"), COLD_TOLD).finish()


def asked(coach: Coach, clock: HandClock, company: str, check: str) -> str:
    """The next interview's debrief; what it asked first, answered with one key."""
    clock.advance(3 * 86_400)
    form = coach.debriefs.open_form(coach.debriefs.new_id(), "hot")
    first = form.steps[0]
    told = {name_of(first): check, **HOT_TOLD, "company": company, "promised_by": "+3d"}
    tell(form, told).finish()
    return first.field.prompt


def kept(coach: Coach) -> Promise:
    return value_of(next(iter(coach.journal.current("promise"))), Promise, "promise")


def card(coach: Coach) -> tuple[str, ...]:
    entry = coach.interviews.add(Interview("Next", "backend", starts_at=coach.clock() + timedelta(hours=2)))
    return coach.cards.make(entry).card.promises


def test_a_promise_stands_on_the_card_of_any_interview(coach: Coach) -> None:
    promised(coach)
    assert card(coach) == (SENTENCE,)


def test_the_next_debrief_asks_for_it_first_and_a_kept_one_is_done(coach: Coach, clock: HandClock) -> None:
    promised(coach)
    assert SENTENCE in asked(coach, clock, "Other", "k")
    assert card(coach) == ()
    clock.advance(86_400)
    form = coach.debriefs.open_form(coach.debriefs.new_id(), "hot")
    assert name_of(form.steps[0]) == "company"


def test_missed_twice_it_is_offered_smaller(coach: Coach, clock: HandClock) -> None:
    promised(coach)
    asked(coach, clock, "Other", "m")
    assert card(coach) == (SENTENCE,)
    asked(coach, clock, "Third", "m")
    assert card(coach) == (f"{SENTENCE} (missed twice: make it smaller)",)


def test_every_answer_is_counted(coach: Coach, clock: HandClock) -> None:
    promised(coach)
    for company, check in (("A", "m"), ("B", "p"), ("C", "n"), ("D", "k")):
        asked(coach, clock, company, check)
    assert [past.check.value for past in kept(coach).checks] == ["missed", "partly", "no_chance", "kept"]
