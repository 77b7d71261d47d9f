"""Appointments as an iCalendar file (RFC 5545)."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Final

from icalendar import Alarm, Calendar, Event

from abi_coach.domain.plain_text import strip_controls

if TYPE_CHECKING:
    from collections.abc import Iterable

    from abi_coach.domain.calendar_event import CalendarEvent

PRODUCT: Final = "-//abi//Always Be Interviewing//EN"


def calendar_text(events: Iterable[CalendarEvent]) -> str:
    """The calendar; the same events give the same text. Lines end as the format asks, with CR and LF."""
    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", "Interviews")
    for event in events:
        calendar.add_component(_event(event))
    return str(calendar.to_ical(), "utf-8")


def _event(event: CalendarEvent) -> Event:
    made = Event()
    made.add("uid", event.uid)
    made.add("dtstamp", event.changed_at)
    made.add("last-modified", event.changed_at)
    made.add("sequence", event.sequence)
    made.add("dtstart", event.starts_at)
    made.add("dtend", event.starts_at + timedelta(minutes=event.minutes))
    made.add("summary", _line(event.summary))
    if event.description.strip():
        made.add("description", strip_controls(event.description))
    made.add("class", "PRIVATE")
    made.add("status", "CANCELLED" if event.cancelled else "CONFIRMED")
    for minutes in () if event.cancelled else event.alarm_minutes:
        made.add_component(_alarm(event, minutes))
    return made


def _alarm(event: CalendarEvent, minutes: int) -> Alarm:
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", _line(event.summary))
    alarm.add("trigger", timedelta(minutes=-minutes))
    return alarm


def _line(text: str) -> str:
    return " ".join(strip_controls(text).split())
