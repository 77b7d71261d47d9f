"""Interviews and debriefs through the services, on a real journal. The clock stands at Sunday noon."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from abi_coach.domain.debrief import HotDebrief, Tag
from abi_coach.domain.errors import InputError, NotFoundError
from abi_coach.domain.form_answers import name_of
from abi_coach.domain.interview import Interview, InterviewState, Result, Stage
from abi_coach.domain.promise import Promise, PromiseCheck, PromiseState
from abi_coach.services.coach import Coach, open_coach
from abi_coach.services.entries import read_value, value_of
from tests.support.told_debriefs import COLD_TOLD, HOT_TOLD, OUTCOME_TOLD, tell

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.support.hand_clock import HandClock


@pytest.fixture
def coach(home: Path, clock: HandClock) -> Iterator[Coach]:
    coach = open_coach(home, clock, clock.monotonic)
    yield coach
    coach.close()


def promises(coach: Coach) -> list[Promise]:
    return [value_of(one, Promise, "promise") for one in coach.journal.current("promise")]


def debriefed(coach: Coach) -> str:
    tell(coach.debriefs.open_form(), HOT_TOLD).finish()
    return coach.interviews.listed()[0].entry


def test_a_debrief_from_nothing_makes_its_interview(coach: Coach) -> None:
    entry = debriefed(coach)
    interview, hot = coach.interviews.get(entry), coach.debriefs.hot(entry)
    assert (interview.title, interview.state) == ("Acme · technical", InterviewState.DONE)
    assert isinstance(hot, HotDebrief)
    assert [(one.landed, one.tags) for one in hot.questions] == [
        (4, ()),
        (None, (Tag.SURPRISED,)),
        (1, (Tag.DIDNT_KNOW, Tag.NO_STORY)),
    ]
    assert (hot.best, hot.redo, hot.promised_them, str(hot.promised_by)) == (0, 2, "", "2026-11-27")


def test_what_is_missing_is_named(coach: Coach) -> None:
    form = tell(coach.debriefs.open_form(), {"company": "Acme"})
    with pytest.raises(InputError, match="Stage, Format, Ended, Questions"):
        form.finish()


def test_a_draft_is_resumed_where_it_was_left(coach: Coach) -> None:
    form = tell(coach.debriefs.open_form(), dict(list(HOT_TOLD.items())[:9]))
    form.type_in(form.steps[-1], "Ada")
    form.save()
    again = coach.debriefs.open_form()
    assert again.state == form.state
    assert name_of(again.steps[again.start]) == "rated/2"
    assert [one.hot for one in coach.debriefs.listed()] == ["draft"]


def test_a_draft_is_found_by_its_own_id(coach: Coach) -> None:
    form = tell(coach.debriefs.open_form(), {"company": "Acme"})
    form.save()
    asked = form.keeper.resume().split()[2]
    assert coach.debriefs.open_form(coach.debriefs.resolve(asked)).state == form.state


def test_an_interview_that_is_just_over_is_the_one_to_debrief(coach: Coach, clock: HandClock) -> None:
    form = tell(
        coach.interviews.open_form(),
        {
            "company": "Acme",
            "role": "backend",
            "stage": "p",
            "format": "v",
            "starts": "13:00",
            "wants": "see the office",
        },
    )
    form.finish()
    assert coach.debriefs.open_form().state.get("company") is None
    clock.advance(2 * 3600)
    hot = coach.debriefs.open_form()
    ended = next(step for step in hot.steps if name_of(step) == "ended")
    assert (hot.state["company"], hot.text_for(ended)) == ("Acme", "Sun 22 Nov 2026, 13:45")
    assert hot.header == ("With: Acme", "You wanted: see the office")


def test_the_cold_form_waits_for_the_hot_one(coach: Coach) -> None:
    entry = coach.interviews.add(Interview("Acme", "backend", Stage.PANEL))
    with pytest.raises(InputError, match="Do that first: `abi debrief"):
        coach.debriefs.open_form(entry, "cold")


def test_the_cold_form_starts_with_the_redo_and_makes_promises(coach: Coach) -> None:
    entry = debriefed(coach)
    tell(coach.debriefs.open_form(entry), COLD_TOLD).finish()
    debrief = coach.debriefs.cold(entry)
    assert debrief is not None
    assert (debrief.reconstructed[0].question, debrief.keep, debrief.gaps) == (2, (0, 2), ("kafka",))
    assert [(one.item, one.then) for one in promises(coach)] == [("problem_solving", "ask for three numbers first")]


def test_the_next_debrief_of_any_interview_asks_for_the_promise(coach: Coach, clock: HandClock) -> None:
    tell(coach.debriefs.open_form(debriefed(coach), "cold"), COLD_TOLD).finish()
    clock.advance(3 * 86400)
    form = coach.debriefs.open_form()
    first = form.steps[0]
    assert "IF I am asked to design something" in first.field.prompt
    tell(form, {name_of(first): "k", **HOT_TOLD, "company": "Other", "promised_by": "+3d"}).finish()
    assert [(one.state, one.checks[0].check) for one in promises(coach)] == [(PromiseState.KEPT, PromiseCheck.KEPT)]


def test_a_corrected_cold_debrief_doubles_no_promise(coach: Coach) -> None:
    entry = debriefed(coach)
    tell(coach.debriefs.open_form(entry, "cold"), COLD_TOLD).finish()
    coach.debriefs.open_form(entry, "cold").finish()
    tell(coach.debriefs.open_form(entry, "cold"), {"improve/0/then": "ask how many users"}).finish()
    assert sorted(one.state for one in promises(coach)) == ["dropped", "open"]


def test_a_corrected_hot_debrief_reads_back_as_it_was(coach: Coach) -> None:
    entry = debriefed(coach)
    before = coach.debriefs.hot(entry)
    coach.debriefs.open_form(entry, "hot").finish()
    assert coach.debriefs.hot(entry) == before
    assert len(coach.debriefs.listed()) == 1


def test_a_corrected_cold_debrief_reads_back_as_it_was(coach: Coach) -> None:
    entry = debriefed(coach)
    tell(coach.debriefs.open_form(entry, "cold"), COLD_TOLD).finish()
    before = coach.debriefs.cold(entry)
    coach.debriefs.open_form(entry, "cold").finish()
    assert coach.debriefs.cold(entry) == before


def test_an_outcome_is_kept_with_its_interview(coach: Coach) -> None:
    entry = debriefed(coach)
    tell(coach.debriefs.open_form(entry, "outcome"), OUTCOME_TOLD).finish()
    outcome = coach.interviews.get(entry).outcome
    assert outcome is not None
    assert (outcome.result, outcome.words) == (Result.MOVED_ON, "see you soon")
    assert coach.interviews.listed()[0].result == "moved_on"


def test_changing_an_interview_keeps_what_its_form_does_not_ask(coach: Coach) -> None:
    entry = debriefed(coach)
    before = coach.interviews.get(entry)
    tell(coach.interviews.open_form(entry), {"company": "Acme Ltd", "skills": "Go\nC++"}).finish()
    assert coach.interviews.get(entry) == replace(before, company="Acme Ltd", skills=("go", "c-plus-plus"))


def test_closing_an_interview_is_kept(coach: Coach) -> None:
    entry = coach.interviews.add(Interview("Acme", "backend"))
    assert coach.interviews.close(entry).state is InterviewState.CLOSED
    assert read_value(coach.journal, Interview, "interview", entry).state is InterviewState.CLOSED


def test_an_unknown_id_is_told(coach: Coach) -> None:
    with pytest.raises(NotFoundError, match="interview"):
        coach.interviews.resolve("0000")
