"""The table of one item: everything that was counted, with its day and entry."""

from __future__ import annotations

from datetime import date

import pytest

from abi_coach.domain.demand import AskEvidence, Demand
from abi_coach.domain.errors import NotFoundError
from abi_coach.domain.evidence import Evidence, ItemEvidence
from abi_coach.domain.explanation import explain
from abi_coach.domain.settings import Settings
from tests.support.evidence import PLAN_ON, WORKED, answers, days_ago, evidence, improves


def test_the_worked_sum_is_printed_so_that_a_reader_can_add_it_up() -> None:
    assert explain(WORKED, "conflict", Settings()).formula == "22.2 + 16.7 + 25.0 + 8.3 + 4.2 = 76.4"


def test_the_rating_row_shows_the_mean_by_hand() -> None:
    """Weights .933, .794, .445; m = (5.138 + 6) / 4.172 = 2.67; G = .443."""
    row = explain(WORKED, "conflict", Settings()).rows[0]
    assert row.formula == "G = (4 − m) / 3 = 0.44, m = (5.138 + 6) / 4.172 = 2.67"


def test_every_line_names_its_day_and_entry_oldest_first() -> None:
    lines = explain(WORKED, "conflict", Settings()).rows[0].lines
    assert [(line.on, line.entry) for line in lines] == [
        (date(2026, 10, 18), "conflict-2"),
        (date(2026, 11, 12), "conflict-1"),
        (date(2026, 11, 19), "conflict-0"),
    ]


def test_rows_carry_value_weight_and_part() -> None:
    row = explain(WORKED, "kubernetes", Settings()).rows[-1]
    assert (row.letter, round(row.value, 3), row.weight, row.points) == ("M", 0.583, 0.4, 23.3)


def test_every_part_says_why_in_words_that_need_no_formula() -> None:
    assert [row.words for row in explain(WORKED, "conflict", Settings()).rows] == [
        "recent ratings come to 2.7 of 5, and 4 is the goal",
        "named twice after interviews as something to improve",
        "no usable stories, and two would do",
        "2 of 3 answers ran over the maximum time",
        "first ratings are 0.7 above the final ones on average",
    ]


def test_a_skill_that_was_never_answered_says_so_and_who_asks_for_it() -> None:
    asks = (AskEvidence("int-1", PLAN_ON, by="an interview"), AskEvidence("advert-2", days_ago(9), 0.5))
    item = ItemEvidence("sql", is_skill=True, demand=Demand(1.5, 12, 0.5, asks))
    rows = explain(evidence(item, records=12), "sql", Settings()).rows
    assert rows[-1].words == "asked for in 2 of 12 adverts and interviews; own level “rusty”"
    assert [(line.on, line.text, line.entry) for line in rows[-1].lines] == [
        (days_ago(9), "nice to have in an advert, counts 0.5", "advert-2"),
        (PLAN_ON, "asked for in an interview", "int-1"),
    ]
    assert rows[-1].formula == "M = 1.5 of 12 × 0.5 = 0.06, a nice-to-have counts ½"
    told = explain(WORKED, "leadership", Settings()).rows[0].words
    assert told == "no answer yet, and 4 is the goal"


def test_who_underrates_their_answers_reads_no_negative_number_and_who_never_answered_reads_so() -> None:
    timid = ItemEvidence("quality", answers=answers((4, 4, 4), (1, 1, 1), (3, 4, 4)))
    rows = explain(evidence(timid, ItemEvidence("delivery")), "quality", Settings()).rows
    assert rows[-1].words == "first ratings are 0.3 below the final ones on average"
    rows = explain(evidence(timid, ItemEvidence("delivery")), "delivery", Settings()).rows
    assert [row.words for row in rows[-2:]] == ["no answer yet"] * 2
    assert rows[1].words == "not named after any interview"


def test_an_empty_journal_has_nothing_to_weigh_and_scales_nothing_up() -> None:
    notes = explain(Evidence(PLAN_ON, (ItemEvidence("quality"),)), "quality", Settings()).notes
    assert notes[-1] == "Nothing is recorded yet, so there is nothing to weigh."


def test_little_evidence_says_how_many_answers_are_missing() -> None:
    notes = explain(WORKED, "kubernetes", Settings()).notes
    assert "Little evidence: 2 more answers would make it firm." in notes


def test_a_dropped_signal_is_named() -> None:
    bare = evidence(ItemEvidence("conflict", answers=answers((3,), (1,))), debriefs=0)
    assert any("named in debriefs" in note for note in explain(bare, "conflict", Settings()).notes)


def test_what_is_over_a_hundred_is_taken_off_in_print() -> None:
    item = ItemEvidence(
        "conflict", answers=answers((1,) * 3, (0,) * 3, (5,) * 3, over=3), improves=improves(3), weight=1.5
    )
    assert explain(evidence(item), "conflict", Settings()).formula == "44.0 + 30.0 + 30.0 + 15.0 + 15.0 − 34.0 = 100.0"


def test_an_unknown_item_is_refused_with_the_nearest_names() -> None:
    with pytest.raises(NotFoundError, match="communication"):
        explain(WORKED, "comunication", Settings())
