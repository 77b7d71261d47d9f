"""The demo's interviews as they came: booked, held, debriefed hot and cold, answered; and the promises between them."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import timedelta
from typing import TYPE_CHECKING, Final

from abi_coach.domain.debrief import ColdDebrief, FollowUp, HotDebrief, PromiseAnswer, Reconstruction
from abi_coach.domain.follow_up import FollowUpDone, FollowUpKind
from abi_coach.domain.interview import InterviewState, Outcome, Result
from abi_coach.domain.promise import Promise
from abi_coach.services.demo_loop_words import DEBRIEFS, INTERVIEWS, Booked, Told
from abi_coach.storage.revision import Change
from abi_coach.storage.values import to_plain

if TYPE_CHECKING:
    from collections.abc import Iterator

    from abi_coach.services.demo_year import Year

SENT: Final = ((FollowUpKind.FEEDBACK, 4), (FollowUpKind.WARM, 91), (FollowUpKind.WARM_AGAIN, 183))
"""What follows a rejection, and after how many days."""

_BEGINS: Final = (14, 30)
_LASTED: Final = timedelta(minutes=50)


@dataclass(slots=True)
class _Promises:
    """The promises so far, by the debrief and the improvement that they were made with."""

    made: dict[tuple[int, int], tuple[str, Promise]] = field(default_factory=dict)


def interviews(year: Year) -> Iterator[Change]:
    """Every interview with its debriefs, promises and answer."""
    promises = _Promises()
    for number, booked in enumerate(INTERVIEWS):
        entry = year.id(year.at(min(booked.days - 7, -2), 12))
        starts_at = year.at(booked.days, *_BEGINS)
        interview = replace(booked.interview, starts_at=starts_at)
        yield Change("interview", to_plain(interview), entry, year.at(min(booked.days - 7, -2), 12))
        if booked.days >= 0:
            continue
        interview = replace(interview, state=InterviewState.DONE, ended_at=starts_at + _LASTED)
        hot = year.id(year.at(booked.days, 15, 40))
        yield Change("interview", to_plain(interview), entry, year.at(booked.days, 15, 40))
        yield from _hot(year, number, booked, (entry, hot), promises)
        yield from _cold(year, number, booked, entry, promises)
        if booked.result is not None:
            on = year.day(booked.days + booked.waited_days)
            outcome = Outcome(booked.result, on, booked.words, "no" if number % 2 == 0 else "yes: see the cold debrief")
            at = year.at(booked.days + booked.waited_days, 18)
            closed = replace(interview, state=InterviewState.CLOSED, outcome=outcome)
            yield Change("interview", to_plain(closed), entry, at)
            told = {"interview": entry, "parent": entry, "title": outcome.result.value, "outcome": to_plain(outcome)}
            yield Change("outcome", told, year.id(at), at)
            yield from _followed_up(year, booked, entry)


def _followed_up(year: Year, booked: Booked, entry: str) -> Iterator[Change]:
    """What was sent after a no; what is still to come is left open."""
    answered = booked.days + booked.waited_days
    for kind, days in SENT if booked.result is Result.REJECTED else ():
        if answered + days < 0:
            at = year.at(answered + days, 12)
            yield Change("follow_up", to_plain(FollowUpDone(entry, kind, at.date())), year.id(at), at)


def _hot(year: Year, number: int, booked: Booked, ids: tuple[str, str], promises: _Promises) -> Iterator[Change]:
    """`ids` are the interview's entry and the debrief's."""
    entry, hot = ids
    told, at = DEBRIEFS[number], year.at(booked.days, 15, 40)
    landed = [asked.landed or 0 for asked in told.questions]
    answers = tuple(PromiseAnswer(promises.made[key][0], check) for key, check in told.checks)
    debrief = HotDebrief(
        entry, told.questions, landed.index(max(landed)), told.redo, told.confidence, told.nerves, told.word,
        promised_me="an answer within a week", ended_at=year.at(booked.days, *_BEGINS) + _LASTED, promises=answers,
        people=booked.interview.people,
    )  # fmt: skip
    yield Change("hot_debrief", to_plain(debrief), hot, at)
    for key, check in told.checks:
        name, promise = promises.made[key]
        promises.made[key] = (name, promise.checked(year.day(booked.days), hot, check))
        yield Change("promise", to_plain(promises.made[key][1]), name, at)


def _cold(year: Year, number: int, booked: Booked, entry: str, promises: _Promises) -> Iterator[Change]:
    told, at = DEBRIEFS[number], year.at(booked.days + 1, 8, 10)
    cold = year.id(at)
    again = Reconstruction(told.redo, "how I work with people", told.said, "What would they say?", told.four_would)
    later = FollowUp(thanks_sent=True)
    debrief = ColdDebrief(
        entry, (again,), told.well, told.improve, told.gaps, (told.redo,), told.them, told.fit, follow_up=later
    )
    yield Change("cold_debrief", to_plain(debrief), cold, at)
    yield from _promised(year, told, (number, booked.days + 1), cold, promises)


def _promised(year: Year, told: Told, when: tuple[int, int], cold: str, promises: _Promises) -> Iterator[Change]:
    number, days = when
    for place, one in enumerate(told.improve):
        if one.then:
            name, at = year.id(year.at(days, 8, 10)), year.at(days, 8, 10)
            promise = Promise(one.if_, one.then, one.item, year.day(days), cold)
            promises.made[number, place] = (name, promise)
            yield Change("promise", to_plain(promise), name, at)
