"""When an interview is still to come, and how it is called."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from abi_coach.domain.interview import Interview, InterviewState, Stage

NOW = datetime(2026, 11, 22, 9, tzinfo=UTC)


@pytest.mark.parametrize(
    ("interview", "booked"),
    [
        (Interview("Acme", "backend", starts_at=NOW + timedelta(hours=1)), True),
        (Interview("Acme", "backend", starts_at=NOW), False),
        (Interview("Acme", "backend"), False),
        (Interview("Acme", "backend", starts_at=NOW + timedelta(1), state=InterviewState.CANCELLED), False),
    ],
)
def test_an_interview_is_booked_while_it_is_ahead_and_not_called_off(interview: Interview, booked: bool) -> None:
    assert interview.is_booked(NOW) is booked


def test_an_interview_is_called_by_company_and_stage() -> None:
    assert Interview("Acme", "backend", stage=Stage.HIRING_MANAGER).title == "Acme · hiring manager"
