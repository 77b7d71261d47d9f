"""Bars and sparklines: right at the ends, honest near them."""

from math import nan

import pytest

from abi_coach.domain.chart import bar, spark


@pytest.mark.parametrize(
    ("value", "drawn"),
    [
        (0, "░░░░░"),
        (1, "█████"),
        (0.4, "██░░░"),
        (0.01, "█░░░░"),
        (0.99, "████░"),
        (-3, "░░░░░"),
        (7, "█████"),
        (nan, "░░░░░"),
    ],
)
def test_a_bar_shows_its_share_and_only_nothing_is_empty(value: float, drawn: str) -> None:
    assert bar(value, 5) == drawn


def test_a_sparkline_uses_the_whole_height_between_its_ends() -> None:
    assert spark([1, 3, 5]) == "▁▅█"


def test_a_given_scale_keeps_a_high_series_high() -> None:
    assert spark([4, 5], low=1, high=5) == "▆█"


def test_a_missing_value_leaves_a_gap() -> None:
    assert spark([1, None, 2]) == "▁ █"


def test_a_series_that_never_changes_lies_in_the_middle() -> None:
    assert spark([3, 3]) == "▄▄"


def test_both_charts_can_do_without_block_characters() -> None:
    assert (bar(0.5, 4, ascii_only=True), spark([1, 2], ascii_only=True)) == ("##..", "_#")


def test_an_empty_series_draws_nothing() -> None:
    assert spark([]) == ""
