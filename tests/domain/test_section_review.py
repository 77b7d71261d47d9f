"""Sections: seconds and shares from marks; no marks, no guess."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from abi_coach.domain.attempt import Mark, Take
from abi_coach.domain.kind import Kind
from abi_coach.domain.section_review import UNMARKED, section_times, sections_of
from abi_coach.domain.timing import SECTIONS, Section

AT = datetime(2026, 11, 22, 18, tzinfo=UTC)
STAR = tuple(Mark(number, at) for number, at in enumerate((0.0, 20.0, 30.0, 90.0, 110.0)))
MARKS = st.lists(st.builds(Mark, st.integers(0, 6), st.floats(0, 400)), max_size=12)


def test_a_usual_share_is_the_persons_own_where_they_have_one() -> None:
    own = {Kind.SENSITIVE: (Section("answer or boundary", 25), Section("redirect", 75))}
    told = section_times(Kind.SENSITIVE, 60, (Mark(1, 0.0),), own)
    assert [(one.share, one.usual_share) for one in told] == [(0, 25), (100, 75)]


def test_each_section_lasts_from_its_mark_to_the_next() -> None:
    told = section_times(Kind.BEHAVIOURAL, 120, STAR)
    assert [(one.name, one.seconds) for one in told] == [
        ("situation", 20),
        ("task", 10),
        ("action", 60),
        ("result", 20),
        ("lesson", 10),
    ]
    assert [(round(one.share), one.usual_share) for one in told][2] == (50, 55)
    assert told[2].line == "action     ████░░░░ 1:00 50 %, usual 55 %"


def test_no_marks_no_guess() -> None:
    assert section_times(Kind.BEHAVIOURAL, 120, ()) == ()
    assert section_times(Kind.REVERSE, 20, STAR) == ()
    assert section_times(Kind.BEHAVIOURAL, 0, STAR) == ()


def test_what_came_before_the_first_mark_is_nobodys() -> None:
    told = section_times(Kind.BEHAVIOURAL, 100, (Mark(2, 40.0),))
    assert (told[0].name, told[0].seconds, told[0].usual_share) == (UNMARKED, 40, None)
    assert [one.seconds for one in told[1:]] == [0, 0, 60, 0, 0]


def test_a_section_that_comes_back_adds_up() -> None:
    told = section_times(Kind.SENSITIVE, 60, (Mark(0, 0.0), Mark(1, 10.0), Mark(0, 40.0)))
    assert [one.seconds for one in told] == [30, 30]


def test_a_follow_up_has_no_sections_of_its_own() -> None:
    assert sections_of(Take(AT, 120, marks=STAR, probe="Why?"), Kind.BEHAVIOURAL) == ()
    assert len(sections_of(Take(AT, 120, marks=STAR), Kind.BEHAVIOURAL)) == 5


@given(st.sampled_from(Kind), st.floats(0.1, 900), MARKS)
def test_the_sections_add_up_to_the_answer(kind: Kind, seconds: float, marks: list[Mark]) -> None:
    told = section_times(kind, seconds, marks)
    known = [mark for mark in marks if mark.section < len(SECTIONS[kind])]
    assert bool(told) == bool(known)
    if told:
        assert sum(one.seconds for one in told) == pytest.approx(seconds)
        assert sum(one.share for one in told) == pytest.approx(100)
        assert all(one.seconds >= 0 for one in told)
        assert [one.name for one in told if one.usual_share] == [section.name for section in SECTIONS[kind]]


@given(st.floats(1, 300), MARKS, st.randoms(use_true_random=False))
def test_the_order_in_which_marks_are_handed_over_changes_nothing(
    seconds: float, marks: list[Mark], random: object
) -> None:
    unique = list({mark.at_seconds: mark for mark in marks if mark.at_seconds < seconds}.values())
    mixed = random.sample(unique, len(unique))  # type: ignore[attr-defined] # hypothesis' Random
    assert section_times(Kind.CASE, seconds, mixed) == section_times(Kind.CASE, seconds, unique)
