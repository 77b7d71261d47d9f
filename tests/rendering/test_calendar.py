"""The calendar file, read back by icalendar's own parser."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from icalendar import Calendar

from abi_coach.domain.calendar_event import CalendarEvent
from abi_coach.rendering.calendar import calendar_text

START = datetime(2026, 12, 4, 14, 0, tzinfo=UTC)
EVENT = CalendarEvent("01@abi-coach", START, 45, "Interview: Acme", "video", START, 2, (60,))


def read(*events: CalendarEvent) -> list[Any]:
    return list(Calendar.from_ical(calendar_text(events)).walk("VEVENT"))


def test_an_event_reads_back_as_it_was() -> None:
    (event,) = read(EVENT)
    told = {name: str(event[name]) for name in ("UID", "SUMMARY", "DESCRIPTION", "STATUS")}
    assert told == {
        "UID": "01@abi-coach",
        "SUMMARY": "Interview: Acme",
        "DESCRIPTION": "video",
        "STATUS": "CONFIRMED",
    }
    assert event["SEQUENCE"] == 2


def test_times_are_utc() -> None:
    lines = calendar_text([EVENT]).split("\r\n")
    assert "DTSTART:20261204T140000Z" in lines
    assert "DTEND:20261204T144500Z" in lines
    assert "DTSTAMP:20261204T140000Z" in lines


def test_the_alarm_rings_before() -> None:
    alarm: Any
    (alarm,) = Calendar.from_ical(calendar_text([EVENT])).walk("VALARM")
    assert alarm["TRIGGER"].dt == timedelta(minutes=-60)


def test_a_cancelled_event_says_so_and_is_silent() -> None:
    text = calendar_text([replace(EVENT, cancelled=True)])
    assert "STATUS:CANCELLED" in text
    assert "VALARM" not in text


@pytest.mark.parametrize(
    "typed",
    ["a\r\nEND:VEVENT\r\nBEGIN:VEVENT", "a;b,c\\n:d", "\x1b[31mred\x00", "漢字" * 60, "a\u2028b\u202e", "\ud800x"],
)
def test_what_was_typed_cannot_break_the_file(typed: str) -> None:
    (event,) = read(replace(EVENT, summary=typed, description=typed))
    assert "\x1b" not in str(event["SUMMARY"])
    assert len(list(Calendar.from_ical(calendar_text([replace(EVENT, summary=typed)])).walk("VALARM"))) == 1


def test_the_same_events_give_the_same_bytes() -> None:
    assert calendar_text([EVENT]) == calendar_text([EVENT])
