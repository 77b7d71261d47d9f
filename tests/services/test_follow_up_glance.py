"""Home's look at follow-ups, from rows alone, says what the whole list says."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from abi_coach.services.coach import Coach, open_coach
from abi_coach.services.follow_up_glance import due_follow_ups
from tests.support.told_debriefs import COLD_TOLD, HOT_TOLD, OUTCOME_TOLD, tell

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.support.hand_clock import HandClock

DAY = 86_400
NO = OUTCOME_TOLD | {"result": "r"}


@pytest.fixture
def coach(home: Path, clock: HandClock) -> Iterator[Coach]:
    coach = open_coach(home, clock, clock.monotonic)
    yield coach
    coach.close()


def debriefed(coach: Coach, **told: str) -> str:
    tell(coach.debriefs.open_form(), HOT_TOLD | told).finish()
    return coach.interviews.listed()[0].entry


def both(coach: Coach) -> list[str]:
    """What both ways of looking find due; they must agree."""
    glance = [(one.id, one.due_on) for one in due_follow_ups(coach.journal, coach.clock)]
    assert glance == [(one.step.id, one.step.due_on) for one in coach.follow_ups.due()]
    return [name.partition("-")[2].rpartition("-")[2] for name, _ in glance]


def test_nothing_is_due_in_an_empty_home(coach: Coach) -> None:
    assert both(coach) == []


@pytest.mark.parametrize("told", [{}, {"promised_them": "slides"}, {"promised_me": "none"}])
def test_day_by_day_both_agree(coach: Coach, clock: HandClock, told: dict[str, str]) -> None:
    told = told | ({"promised_by": "fri"} if "promised_them" in told else {})
    form = coach.debriefs.open_form()
    wanted = HOT_TOLD | told
    tell(
        form,
        {name: given for name, given in wanted.items() if told.get("promised_me") != "none" or name != "promised_by"},
    ).finish()
    for _ in range(30):
        both(coach)
        clock.advance(DAY)


def test_after_a_no_feedback_and_warmth_come_up(coach: Coach, clock: HandClock) -> None:
    tell(coach.debriefs.open_form(debriefed(coach), "outcome"), NO).finish()
    assert both(coach) == []
    clock.advance(2 * DAY)
    assert both(coach) == ["feedback"]
    clock.advance(88 * DAY)
    assert both(coach) == ["warm"]


def test_what_was_done_or_told_in_the_cold_debrief_is_left_out(coach: Coach, clock: HandClock) -> None:
    entry = debriefed(coach)
    clock.advance(DAY)
    assert both(coach) == ["thanks"]
    coach.follow_ups.mark_done(f"{entry}-thanks")
    assert both(coach) == []
    tell(coach.debriefs.open_form(entry, "cold"), COLD_TOLD).finish()
    clock.advance(4 * DAY)
    assert both(coach) == ["look"]
