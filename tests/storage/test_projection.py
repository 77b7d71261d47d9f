"""The journal's columns, for every body that could ever be there."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from abi_coach.storage.journal_rows import Facts
from abi_coach.storage.projection import project

KINDS = ["attempt", "sitting", "interview", "hot_debrief", "cold_debrief", "promise", "story", "plan", "action", "new"]
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=8,
)
FIELDS = ["takes", "attempt", "questions", "state", "title", "people", "checks", "made_on", "starts_at", "due", "item"]


@given(st.sampled_from(KINDS), st.dictionaries(st.sampled_from(FIELDS), JSON))
def test_no_body_is_too_odd(kind: str, body: dict[str, Any]) -> None:
    assert isinstance(project(kind, body), Facts)


def take(**changes: object) -> dict[str, object]:
    """A rated take of 100 s where 30 to 90 s were meant."""
    times = {"think": 5, "minimum": 30, "target": 60, "maximum": 90}
    told: dict[str, object] = {"started_at": "2026-11-22T12:00:00+00:00", "seconds": 100.0, "times": times}
    return {**told, "rating": {"first": 4, "final": 3}, "text": "words", **changes}


def test_an_attempt_shows_its_first_rated_take() -> None:
    takes = [take(), take(rating={"first": 5, "final": 5}, seconds=60.0)]
    facts = project("attempt", {"question": "q", "prompt": "Why?", "state": "rated", "takes": takes})
    assert (facts.first, facts.final, facts.seconds, facts.length) == (4, 3, 100, "over")


@pytest.mark.parametrize(
    ("seconds", "mode", "length"), [(10.0, "aloud", "thin"), (10.0, "typed", None), (60.0, "aloud", "ok")]
)
def test_typing_proves_nothing_about_a_thin_answer(seconds: float, mode: str, length: str | None) -> None:
    facts = project("attempt", {"takes": [take(seconds=seconds, mode=mode)]})
    assert facts.length == length


def test_a_follow_up_is_not_the_evidence() -> None:
    facts = project("attempt", {"takes": [take(probe="And then?"), take(rating={"first": 2, "final": 1})]})
    assert facts.final == 1


def test_a_promise_that_was_missed_twice_asks_to_be_smaller() -> None:
    checks = [{"check": "missed"}, {"check": "kept"}, {"check": "missed"}]
    facts = project("promise", {"made_on": "2026-01-02", "if_": "a", "then": "b", "item": "conflict", "checks": checks})
    assert (facts.length, facts.title) == ("smaller", "IF a THEN I will b")
