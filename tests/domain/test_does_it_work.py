"""One honest paragraph, each claim with its number, and none on too few."""

from __future__ import annotations

from abi_coach.domain.does_it_work import claims
from abi_coach.domain.promise import PromiseCheck
from abi_coach.domain.settings import MeterRules

KEPT, MISSED, NO_CHANCE = PromiseCheck.KEPT, PromiseCheck.MISSED, PromiseCheck.NO_CHANCE
RULES = MeterRules()


def test_nothing_is_claimed_on_too_few() -> None:
    found = claims([1, 1, 1], [frozenset({"a"})] * 2, [KEPT, KEPT], RULES)
    assert [claim.missing for claim in found] == [1, 1, 1]
    assert all("not enough yet" in claim.text for claim in found)


def test_a_gap_that_shrinks_is_said_with_both_halves() -> None:
    assert claims([2, -2, 1, 0], [], [], RULES)[0].text.endswith("shrinks: 2.0 → 0.5 over 4 answers")
    assert "grows: 0.0 → 2.0" in claims([0, 0, 2, 2], [], [], RULES)[0].text
    assert "stays about the same" in claims([1, 1, 1, 1], [], [], RULES)[0].text


def test_what_comes_back_is_counted_from_the_second_debrief_on() -> None:
    named = [frozenset({"a", "b"}), frozenset({"a"}), frozenset({"c"}), frozenset({"c", "b"})]
    text = "Of 4 things to improve named after the first of 4 debriefs, 3 had been named before"
    assert claims([], named, [], RULES)[1].text == text


def test_promises_that_had_no_chance_do_not_count() -> None:
    assert (
        claims([], [], [KEPT, MISSED, NO_CHANCE, KEPT], RULES)[2].text == "2 of 3 promises that had a chance were kept"
    )
    waiting = claims([], [], [KEPT, NO_CHANCE, NO_CHANCE], RULES)[2]
    assert waiting.missing == 2
    assert waiting.text.endswith("needs 2 more promises that had a chance, 1 so far")


def test_how_many_are_enough_is_for_the_person_to_say() -> None:
    rules = MeterRules(trend_points=6, claim_points=2)
    found = claims([1, 1, 1, 1], [frozenset({"a"})] * 2, [KEPT, KEPT], rules)
    assert [claim.missing for claim in found] == [2, 0, 0]
