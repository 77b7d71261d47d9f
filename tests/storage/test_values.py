"""Values become JSON and come back the same; what is not one is refused."""

from datetime import UTC, date, datetime

import pytest

from abi_coach.domain.attempt import Attempt, Mode, Take
from abi_coach.domain.debrief import Cause, Improve
from abi_coach.domain.errors import DamagedJournalError
from abi_coach.domain.kind import Kind
from abi_coach.domain.promise import Checked, Promise, PromiseCheck
from abi_coach.domain.rating import Check, rate
from abi_coach.domain.timing import Times
from abi_coach.storage.values import from_body, from_plain, to_plain

TAKE = Take(
    datetime(2026, 11, 22, 12, tzinfo=UTC), 61.5, 5.0, Mode.TYPED, "text", Times(5, 10, 60, 90),
    rating=rate(3, 4, {Check.LESSON: False}, 4),
)  # fmt: skip


def test_an_attempt_comes_back_as_it_was() -> None:
    attempt = Attempt("q", "Why?", Kind.MOTIVATION, None, skills=("sql",), takes=(TAKE,))
    assert from_plain(Attempt, to_plain(attempt)) == attempt


def test_a_promise_comes_back_as_it_was() -> None:
    promise = Promise(
        "a", "b", "conflict", date(2026, 1, 2), checks=(Checked(date(2026, 1, 3), "d", PromiseCheck.KEPT),)
    )
    assert from_plain(Promise, to_plain(promise)) == promise


@pytest.mark.parametrize(
    "body",
    [
        {"what": "x", "cause": "story", "item": "conflict", "extra": 1},
        {"what": "x", "cause": "luck", "item": "conflict"},
        {"what": "", "cause": "story", "item": "conflict"},
        {"cause": "story", "item": "conflict"},
    ],
)
def test_a_body_with_anything_wrong_in_it_is_damage(body: dict[str, object]) -> None:
    assert from_plain(Improve, {"what": "x", "cause": "story", "item": "conflict"}).cause is Cause.STORY
    with pytest.raises(DamagedJournalError, match="kind “improve”"):
        from_body(Improve, "improve", 1, body)
