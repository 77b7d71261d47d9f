"""People, and when to be in touch again."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from abi_coach.domain.contact import Contact, Touch, months_later
from abi_coach.domain.contact_forms import contact_of, contact_state

TODAY = date(2026, 11, 22)


@pytest.mark.parametrize(
    ("day", "months", "later"),
    [("2026-08-31", 6, "2027-02-28"), ("2026-11-22", 6, "2027-05-22"), ("2027-08-29", 6, "2028-02-29"),
     ("2026-03-31", -1, "2026-02-28")],
)  # fmt: skip
def test_a_shorter_month_ends_on_its_last_day(day: str, months: int, later: str) -> None:
    assert months_later(date.fromisoformat(day), months) == date.fromisoformat(later)


def test_the_next_touch_counts_from_the_last_one() -> None:
    ada = Contact("Ada", keep_warm_months=3, touches=(Touch(date(2026, 9, 1)), Touch(date(2026, 5, 1))))
    assert ada.next_touch == date(2026, 12, 1)
    assert not ada.is_due(TODAY)
    assert ada.is_due(date(2026, 12, 1))
    assert ada.touched(date(2026, 12, 1)).next_touch == date(2027, 3, 1)


def test_no_reminder_without_months_and_none_once_retired() -> None:
    touched = (Touch(date(2020, 1, 1)),)
    assert Contact("Ada", keep_warm_months=0, touches=touched).next_touch is None
    assert not Contact("Ada", touches=touched, retired=True).is_due(TODAY)


def test_a_new_contact_was_met_today_unless_told_otherwise() -> None:
    assert contact_of({"name": "Ada", "met": "PyCon"}, TODAY).touches == (Touch(TODAY, "PyCon"),)
    assert contact_of({"name": "Ada", "met_on": "2026-01-05"}, TODAY).last_touch == date(2026, 1, 5)


@given(months=st.integers(0, 60), words=st.sampled_from(["", "x y"]))
def test_a_contact_reads_back_from_its_form(months: int, words: str) -> None:
    told = Contact("Ada", met=words, topic=words, keep_warm_months=months, touches=(Touch(TODAY, "hello"),))
    assert contact_of(contact_state(told), TODAY, told) == told
