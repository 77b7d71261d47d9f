"""The quiet line: a year between interviews, two sittings a month, and no guilt."""

from __future__ import annotations

from datetime import date

import pytest

from abi_coach.domain.cadence import CadenceRules, Habit, cadence_line, months_between

TODAY = date(2026, 11, 22)
RULES = CadenceRules()


@pytest.mark.parametrize(
    ("start", "end", "months"),
    [
        (date(2026, 1, 22), TODAY, 10),
        (date(2026, 1, 23), TODAY, 9),
        (date(2025, 11, 22), TODAY, 12),
        (date(2026, 1, 31), date(2026, 2, 28), 1),
        (date(2024, 2, 29), date(2025, 2, 28), 12),
        (TODAY, TODAY, 0),
    ],
)
def test_months_are_whole_months(start: date, end: date, months: int) -> None:
    assert months_between(start, end) == months


def test_the_line_about_interviews_appears_in_month_ten() -> None:
    assert cadence_line(date(2026, 1, 22), 2, TODAY, RULES).startswith("Last real interview 10 months ago")
    assert cadence_line(date(2026, 1, 23), 2, TODAY, RULES) == ""


def test_two_sittings_a_month_are_enough_and_four_when_one_is_booked() -> None:
    assert cadence_line(None, 1, TODAY, RULES) == "1 of 2 practice sittings in 30 days."
    assert cadence_line(None, 2, TODAY, RULES) == ""
    assert cadence_line(None, 2, TODAY, RULES, booked=True) == "2 of 4 practice sittings in 30 days."


def test_a_booked_interview_silences_the_line_about_interviews() -> None:
    assert cadence_line(date(2024, 1, 1), 4, TODAY, RULES, booked=True) == ""


@pytest.mark.parametrize(("last", "due"), [(date(2026, 5, 22), True), (date(2026, 5, 23), False)])
def test_a_habit_is_due_when_its_months_have_gone_by(last: date, due: bool) -> None:
    assert Habit("reflect", last, 6).is_due(TODAY) is due
