"""Where a sitting stands."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from abi_coach.domain.sitting import Sitting


def at(position: int) -> Sitting:
    return Sitting("backend", "quick", "live", 1, datetime(2026, 11, 22, tzinfo=UTC), ("a", "b", "c"), position)


@pytest.mark.parametrize(
    ("position", "question", "place"),
    [(0, "a", "question 1 of 3"), (2, "c", "question 3 of 3"), (3, None, "question 3 of 3")],
)
def test_a_sitting_knows_its_next_question_and_its_place(position: int, question: str | None, place: str) -> None:
    assert (at(position).next_question, at(position).place) == (question, place)
