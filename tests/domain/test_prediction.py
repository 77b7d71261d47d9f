"""Predictions beside what came."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from abi_coach.domain.prediction import Prediction, judge

PREDICTIONS = st.lists(st.builds(Prediction, st.integers(0, 100), st.booleans()), max_size=30)


def test_under_five_nothing_is_judged() -> None:
    found = judge([Prediction(100, moved_on=True)] * 4)
    assert (found.brier, found.bands, found.missing) == (None, (), 1)


def test_the_score_and_the_table_by_hand() -> None:
    told = [
        Prediction(percent, moved_on=came)
        for percent, came in ((80, True), (70, False), (20, False), (50, True), (100, True))
    ]
    found = judge(told)
    # The mean of .04, .49, .04, .25 and 0.
    assert found.brier == pytest.approx(0.164)
    assert [(band.low, band.count, band.came) for band in found.bands] == [
        (0, 1, 0),
        (41, 1, 100),
        (61, 2, 50),
        (81, 1, 100),
    ]


@given(PREDICTIONS)
def test_every_prediction_falls_into_one_band_and_the_score_lies_between_0_and_1(told: list[Prediction]) -> None:
    found = judge(told)
    assert found.brier is None or 0 <= found.brier <= 1
    assert not found.bands or sum(band.count for band in found.bands) == len(told)
