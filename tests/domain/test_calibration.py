"""How blind ratings compare with final ones, and when that is a trend."""

from __future__ import annotations

import pytest

from abi_coach.domain.calibration import calibrate


def test_without_ratings_nothing_is_claimed() -> None:
    assert calibrate([]).sentence == "No ratings yet to compare."


@pytest.mark.parametrize(("points", "missing"), [(1, 3), (3, 1), (4, 0), (9, 0)])
def test_a_trend_needs_four_points_and_says_how_many_are_missing(points: int, missing: int) -> None:
    result = calibrate([1] * points)
    assert (result.missing, result.change is None) == (missing, missing > 0)


def test_over_confidence_is_a_positive_gap() -> None:
    result = calibrate([2, 1, 0])
    assert result.mean_gap == 1
    assert "1.0 above" in result.sentence


def test_under_confidence_is_a_negative_gap() -> None:
    assert "1.0 below" in calibrate([-1, -1]).sentence


@pytest.mark.parametrize(
    ("gaps", "words"),
    [([2, 2, 0, 0], "shrinking"), ([0, 0, 2, 2], "growing"), ([1, 1, 1, 1], "steady"), ([-2, -2, 0, 0], "shrinking")],
)
def test_a_trend_is_about_the_size_of_the_gap_whichever_its_side(gaps: list[int], words: str) -> None:
    assert f"The gap is {words}." in calibrate(gaps).sentence


def test_the_middle_of_an_odd_number_belongs_to_neither_half() -> None:
    assert calibrate([2, 2, 5, 0, 0]).change == -2


@pytest.mark.parametrize("enough", range(2, 8))
def test_how_many_points_make_a_trend_is_for_the_person_to_say(enough: int) -> None:
    assert [calibrate([1] * points, enough).missing for points in range(8)] == [
        max(0, enough - points) for points in range(8)
    ]
    assert calibrate([1] * enough, enough).sentence.endswith("The gap is steady.")
