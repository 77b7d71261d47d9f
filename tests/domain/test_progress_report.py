"""Looking back: nothing said on too few, every chart with its numbers."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from abi_coach.domain.prediction import Prediction
from abi_coach.domain.progress_facts import AnswerPoint, Felt, Practised, ProgressFacts, Retrieved, Sure
from abi_coach.domain.progress_report import report
from abi_coach.domain.promise import PromiseCheck
from abi_coach.domain.settings import MeterRules

if TYPE_CHECKING:
    from abi_coach.domain.progress_section import Section

TODAY = date(2026, 11, 22)


def section(key: str, **facts: object) -> Section:
    """One section of the report on these facts."""
    found = report(ProgressFacts(TODAY, **facts), MeterRules())  # type: ignore[arg-type] # whatever a test gives
    return next(each for each in found.sections if each.key == key)


def answers(*finals: int, months: int = 1, competency: str = "conflict") -> tuple[AnswerPoint, ...]:
    """Answers with these finals, spread over so many months."""
    return tuple(
        AnswerPoint(f"2026-{1 + place * months // len(finals):02}", competency, 4, final, "ok")
        for place, final in enumerate(finals)
    )


def test_an_empty_journal_says_of_everything_how_much_is_missing() -> None:
    found = report(ProgressFacts(TODAY), MeterRules())
    assert [each.missing for each in found.sections] == [4, 4, 4, 1, 4, 4, 4, 3, 5, 4]
    assert all(each.sentence.startswith("Not enough yet: needs") and not each.rows for each in found.sections)


def test_the_number_still_missing_is_said_in_good_english() -> None:
    assert (
        section("finals", answers=answers(3, 3, 3)).sentence == "Not enough yet: needs 1 more rated answer, 3 so far."
    )


def test_ratings_over_time_are_halves_beside_a_chart_of_the_months() -> None:
    row = section("finals", answers=answers(1, 1, 2, 2, 3, 3, 4, 5, months=4)).rows[0]
    assert row.numbers == "1.5 → 3.8, last 3 mean 4.0, n = 8"
    assert row.series == (1.0, 2.0, 3.0, 4.5)
    assert row.drawn() == "▁▃▅▇"


def test_a_competency_with_few_answers_says_how_many_a_trend_needs() -> None:
    told = (*answers(3, 3, 3, 3), *answers(2, competency="quality"))
    assert section("finals", answers=told).rows[1].numbers == "n = 1, a trend needs 3 more"


def test_the_gap_has_its_sign_and_its_number() -> None:
    found = section("calibration", answers=answers(3, 3, 3, 3))
    assert found.rows[0].numbers == "mean +1.0, n = 4"
    assert "sit 1.0 above" in found.sentence


def test_lengths_are_counted_where_a_clock_ran() -> None:
    lengths = ("thin", "ok", "over", "over", None)
    told = tuple(AnswerPoint("2026-11", "conflict", 3, 3, length) for length in lengths)
    assert [row.numbers for row in section("lengths", answers=told).rows] == [
        "1 of 4, 25 %",
        "1 of 4, 25 %",
        "2 of 4, 50 %",
    ]


def test_coverage_names_kinds_and_what_was_never_practised() -> None:
    told = (
        Practised("conflict", "situational"),
        Practised("conflict", "behavioural"),
        Practised("quality", "technical"),
    )
    found = section("coverage", practised=told)
    assert [row.numbers for row in found.rows] == [
        "2 questions: behavioural 1, situational 1",
        "1 question: technical 1",
    ]
    assert "Communication" in found.sentence
    assert "Conflict" not in found.sentence


def test_confidence_before_and_rating_after_are_compared() -> None:
    assert "better than you expect" in section("confidence", sure=(Sure(2, 4),) * 4).sentence
    assert "less well than you expect" in section("confidence", sure=(Sure(4, 2),) * 4).sentence
    assert "as well as you expect" in section("confidence", sure=(Sure(3, 3),) * 4).sentence


def test_drills_show_hits_and_latency_bands() -> None:
    assert section("asked", asked=(True, True, False, True)).rows[0].numbers == "3 of 4, 75 %"
    told = tuple(Retrieved(seconds, hit) for seconds, hit in ((2.9, True), (3.0, True), (7.0, False), (7.1, True)))
    found = section("retrieval", retrieved=told)
    assert [row.numbers for row in found.rows] == ["1 of 4, 25 %", "2 of 4, 50 %", "1 of 4, 25 %", "3 of 4, 75 %"]
    assert found.sentence == "Median 5.0 s, n = 4."


def test_a_drill_of_three_questions_is_not_called_three_drills() -> None:
    found = section("retrieval", retrieved=(Retrieved(2.0, hit=True),) * 3)
    assert found.sentence == "Not enough yet: needs 1 more question in a drill, 3 so far."


def test_promises_and_predictions_have_their_tables() -> None:
    checks = (PromiseCheck.KEPT, PromiseCheck.KEPT, PromiseCheck.MISSED)
    assert [row.numbers for row in section("promises", checks=checks).rows] == ["2 of 3", "0 of 3", "1 of 3", "0 of 3"]
    found = section("predictions", predictions=(Prediction(60, moved_on=True), Prediction(60, moved_on=False)) * 3)
    assert found.sentence == "Brier score 0.26 (0 is perfect, 0.25 is a coin), n = 6."
    assert found.rows[0].numbers == "60 % predicted, 50 % came, n = 6"


def test_nerves_are_shown_older_half_beside_newer() -> None:
    told = tuple(Felt(TODAY, nerves, sure) for nerves, sure in ((5, 20), (4, 40), (2, 60), (2, 80)))
    assert [row.numbers for row in section("feelings", felt=told).rows] == ["4.5 → 2.0", "30 → 70 %"]


@pytest.mark.parametrize("ascii_only", [True, False])
def test_charts_are_as_wide_as_they_say(ascii_only: bool) -> None:
    for key in ("finals", "lengths"):
        for row in section(key, answers=answers(1, 2, 3, 4)).rows:
            drawn = row.drawn(ascii_only=ascii_only)
            assert drawn.isascii() is ascii_only
            assert len(drawn) in {4, 10}


def test_how_much_is_enough_is_for_the_person_to_say() -> None:
    rules = MeterRules(trend_points=7, claim_points=6, prediction_points=2)
    found = report(ProgressFacts(TODAY), rules)
    assert [each.missing for each in found.sections] == [7, 7, 7, 1, 7, 7, 7, 6, 2, 7]
    assert [claim.missing for claim in found.works] == [7, 6, 6]


def test_two_points_are_enough_where_the_person_says_so() -> None:
    rules = MeterRules(trend_points=2, claim_points=2, prediction_points=2)
    felt, told = (Felt(TODAY, 3, 40), Felt(TODAY, 2, 60)), (Prediction(60, moved_on=True),) * 2
    facts = ProgressFacts(TODAY, answers=answers(2, 4), felt=felt, predictions=told)
    found = {each.key: each for each in report(facts, rules).sections}
    assert found["finals"].rows[0].numbers == "2.0 → 4.0, last 3 mean 3.0, n = 2"
    assert found["feelings"].rows[0].numbers == "3.0 → 2.0"
    assert found["predictions"].text == "Brier score 0.16 (0 is perfect, 0.25 is a coin), n = 2."
