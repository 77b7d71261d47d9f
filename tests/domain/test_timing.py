"""How long answers may take: the table by kind, its sections, the phases of the clock, and time factors."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from abi_coach.domain.kind import Kind
from abi_coach.domain.timing import KIND_TIMES, SECTIONS, LengthStatus, Phase, TimeFactor, Times

TABLE = {
    Kind.OPENER: (5, 30, 45, 75, 120),
    Kind.MOTIVATION: (5, 30, 30, 60, 90),
    Kind.BEHAVIOURAL: (10, 30, 75, 120, 180),
    Kind.SITUATIONAL: (15, 30, 45, 90, 150),
    Kind.TECHNICAL: (10, 30, 30, 90, 150),
    Kind.CASE: (60, 60, 180, 300, 420),
    Kind.CURVEBALL: (10, 30, 30, 60, 90),
    Kind.SENSITIVE: (5, 30, 15, 30, 60),
    Kind.REVERSE: (0, 0, 5, 15, 30),
}
BEHAVIOURAL = KIND_TIMES[Kind.BEHAVIOURAL].times()


@pytest.mark.parametrize("kind", Kind)
def test_every_kind_has_the_times_of_the_table(kind: Kind) -> None:
    live, recorded, minimum, target, maximum = TABLE[kind]
    assert KIND_TIMES[kind].times() == Times(live, minimum, target, maximum)
    assert KIND_TIMES[kind].times(asynchronous=True).think == recorded


@pytest.mark.parametrize("kind", sorted(set(Kind) - {Kind.REVERSE}))
def test_the_sections_of_a_kind_fill_its_time(kind: Kind) -> None:
    assert sum(section.share for section in SECTIONS[kind]) == 100


def test_a_behavioural_answer_is_mostly_action() -> None:
    assert [section.share for section in SECTIONS[Kind.BEHAVIOURAL]] == [15, 10, 55, 15, 5]


@pytest.mark.parametrize(
    ("seconds", "status"),
    [
        (74.9, LengthStatus.THIN),
        (75, LengthStatus.OK),
        (180, LengthStatus.OK),
        (180.1, LengthStatus.OVER),
    ],
)
def test_an_answer_is_thin_under_the_minimum_and_over_above_the_maximum(seconds: float, status: LengthStatus) -> None:
    assert BEHAVIOURAL.status(seconds) is status


@pytest.mark.parametrize(
    ("seconds", "phase"),
    [(0, Phase.ANSWER), (149, Phase.ANSWER), (150, Phase.WRAP_UP), (180, Phase.WRAP_UP), (181, Phase.OVER)],
)
def test_wrap_up_comes_half_a_minute_before_the_maximum(seconds: float, phase: Phase) -> None:
    assert BEHAVIOURAL.phase(seconds) is phase


def test_wrap_up_never_comes_before_the_target() -> None:
    assert Times(0, 5, 60, 70).wrap_up == 60


@given(st.sampled_from(Kind), st.sampled_from([factor for factor in TimeFactor if factor.multiplier]))
def test_a_time_factor_multiplies_everything(kind: Kind, factor: TimeFactor) -> None:
    own, multiplier = KIND_TIMES[kind].times(), factor.multiplier or 0
    longer = own.scaled(multiplier)
    assert longer.maximum == pytest.approx(own.maximum * multiplier, abs=0.5)
    assert longer.think == pytest.approx(own.think * multiplier, abs=0.5)


def test_the_clock_can_be_taken_away() -> None:
    assert TimeFactor.OFF.multiplier is None
