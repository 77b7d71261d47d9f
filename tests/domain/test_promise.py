"""A promise: asked about in every debrief until it is kept, offered smaller when missed twice."""

from __future__ import annotations

from datetime import date

import pytest

from abi_coach.domain.promise import Promise, PromiseCheck, PromiseState

ON = date(2026, 11, 22)
PROMISE = Promise("I am asked about a conflict", "start with the result", "conflict", ON)


def test_a_promise_reads_as_one_sentence() -> None:
    assert PROMISE.sentence == "IF I am asked about a conflict THEN I will start with the result"


def test_kept_closes_it() -> None:
    assert PROMISE.checked(ON, "deb-1", PromiseCheck.KEPT).state is PromiseState.KEPT


@pytest.mark.parametrize("check", [PromiseCheck.PARTLY, PromiseCheck.MISSED, PromiseCheck.NO_CHANCE])
def test_anything_else_leaves_it_open(check: PromiseCheck) -> None:
    assert PROMISE.checked(ON, "deb-1", check).state is PromiseState.OPEN


def test_every_debrief_in_which_it_was_missed_counts() -> None:
    once = PROMISE.checked(ON, "deb-1", PromiseCheck.MISSED)
    twice = once.checked(ON, "deb-2", PromiseCheck.MISSED)
    assert (once.missed, twice.missed) == (1, 2)


def test_no_chance_is_not_a_miss() -> None:
    twice = PROMISE.checked(ON, "a", PromiseCheck.NO_CHANCE).checked(ON, "b", PromiseCheck.NO_CHANCE)
    assert twice.missed == 0


def test_correcting_a_debrief_replaces_its_answer() -> None:
    corrected = PROMISE.checked(ON, "deb-1", PromiseCheck.KEPT).checked(ON, "deb-1", PromiseCheck.MISSED)
    assert (len(corrected.checks), corrected.missed, corrected.state) == (1, 1, PromiseState.OPEN)
