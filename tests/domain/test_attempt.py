"""Takes and attempts: which take is evidence, and what its length says."""

from __future__ import annotations

from datetime import UTC, datetime

from abi_coach.domain.attempt import Attempt, Mode, Take
from abi_coach.domain.competency import Competency
from abi_coach.domain.kind import Kind
from abi_coach.domain.rating import Rating
from abi_coach.domain.timing import LengthStatus, Times

AT = datetime(2026, 11, 22, 18, tzinfo=UTC)
TIMES = Times(10, 75, 120, 180)


def rated(final: int, probe: str = "") -> Take:
    return Take(AT, rating=Rating(3, final, final), probe=probe)


def attempt(*takes: Take) -> Attempt:
    return Attempt("q", "Tell me…", Kind.BEHAVIOURAL, Competency.CONFLICT, takes=takes)


def test_the_first_rated_take_is_the_evidence_and_redos_are_not() -> None:
    assert attempt(Take(AT), rated(2), rated(5)).evidence == rated(2)


def test_an_answer_to_a_follow_up_is_no_evidence_for_the_question() -> None:
    assert attempt(rated(5, probe="Why you?"), rated(3)).evidence == rated(3)


def test_without_a_rating_there_is_no_evidence() -> None:
    assert attempt(Take(AT)).evidence is None


def test_redos_are_counted_without_follow_ups() -> None:
    assert attempt(rated(2), rated(3, probe="Why?"), rated(4)).redos == 1
    assert attempt().redos == 0


def test_a_spoken_take_is_thin_ok_or_over() -> None:
    lengths = [Take(AT, seconds=seconds, times=TIMES).length for seconds in (60, 120, 200)]
    assert lengths == [LengthStatus.THIN, LengthStatus.OK, LengthStatus.OVER]


def test_a_typed_take_is_never_called_thin_but_may_run_over() -> None:
    assert Take(AT, seconds=20, times=TIMES, mode=Mode.TYPED).length is None
    assert Take(AT, seconds=200, times=TIMES, mode=Mode.TYPED).length is LengthStatus.OVER


def test_overtime_is_what_lies_above_the_maximum_and_untimed_has_none() -> None:
    assert Take(AT, seconds=194, times=TIMES).overtime_seconds == 14
    assert Take(AT, seconds=100, times=TIMES).overtime_seconds == 0
    assert Take(AT, seconds=900).overtime_seconds == 0
    assert Take(AT, seconds=900).length is None
