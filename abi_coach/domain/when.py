"""Dates and times as people type them, and as they are shown back.

`2026-12-04 14:00`, `tomorrow 9:30`, `fri 14:30`, `4 dec 2pm`, `+3d`, `today`. What could mean two days (`4/12`) is
not guessed.
"""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, time, timedelta
from typing import Final

from abi_coach.domain.errors import InputError

DAYS: Final = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
MONTHS: Final = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip
EXAMPLES: Final = "`fri 14:30`, `tomorrow 9:30`, `4 dec 14:00`, `2026-12-04 14:00` or `+3d 10:00`"
DAY_EXAMPLES: Final = "`fri`, `tomorrow`, `4 dec`, `2026-12-04` or `+3d`"

_SHORTEST_NAME: Final = 3
_WEEK: Final = 7
_NOON: Final = 12
_LAST_HOUR: Final = 23
_LAST_MINUTE: Final = 59
_FIRST_YEAR: Final = 1970
_LAST_YEAR: Final = 2199
_NEAR: Final = {"today": 0, "tonight": 0, "tomorrow": 1, "yesterday": -1}
_FILLERS: Final = re.compile(r"\b(?:at|on|the|of)\b|,")
_TIME: Final = re.compile(
    r"(?<![\d:.-])(\d{1,2})(?::(\d{2}))? ?([ap])\.?m\b\.?|(?<![\d:.-])(\d{1,2})[:h](\d{2})(?::\d{2})?(?!\d)"
)
_ISO: Final = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_AWAY: Final = re.compile(r"([+-]|in )? ?(\d{1,4}) ?(d|days?|w|weeks?)( ago)?")
_SOON: Final = re.compile(r"([+-]|in )? ?(\d{1,5}) ?(m|min|minutes?|h|hours?)( ago)?")
_DAY_MONTH: Final = re.compile(r"(\d{1,2})(?:st|nd|rd|th|\.)? ?([a-z]{3,9})\.?(?: (\d{4}))?")
_MONTH_DAY: Final = re.compile(r"([a-z]{3,9})\.? ?(\d{1,2})(?:st|nd|rd|th)?(?: (\d{4}))?")
_WEEKDAY: Final = re.compile(r"(next |last |this )?([a-z]{3,9})\.?")
_TWO_MEANINGS: Final = re.compile(r"\d{1,2}[/.]\d{1,2}(?:[/.](?:\d{2}|\d{4})?)?")


def parse_day(text: str, now: datetime, *, past: bool = False) -> date:
    """The day that was meant; `now` is aware and local, `past` says that it should lie behind.

    Raises InputError with what to write instead.
    """
    return _day(_plain(text), text, now.date(), past=past)


def parse_when(text: str, now: datetime, *, past: bool = False) -> datetime:
    """The instant that was meant, in the zone of `now` (aware, local).

    Raises InputError with what to write instead.
    """
    words = _plain(text).replace("noon", "12:00")
    if words == "now":
        return now.replace(second=0, microsecond=0)
    soon = _SOON.fullmatch(words)
    if soon and (soon[1] or soon[4]):
        return _from_now(soon, now)
    found = _TIME.search(words)
    if found is None:
        message = f"“{text.strip()}” has no time of day in it. Write for example {EXAMPLES}."
        raise InputError(message)
    clock = _time(found)
    rest = " ".join(f"{words[: found.start()]} {words[found.end() :]}".split())
    day = _day(rest, text, now.date(), past=past) if rest else now.date()
    if day == now.date() and _is_weekday(rest):  # "fri 9:00" said on a Friday at noon means the next one
        day += timedelta(days=_WEEK) if not past and clock <= now.time() else timedelta()
        day -= timedelta(days=_WEEK) if past and clock > now.time() else timedelta()
    return _existing(datetime.combine(day, clock, now.tzinfo), text)


def _plain(text: str) -> str:
    """Lower case, no fillers; the weekday in front of a full date, as we show it ourselves, says nothing new."""
    words = re.sub(r"(\d)t(\d)", r"\1 \2", text.lower().replace("−", "-"))
    words = " ".join(_FILLERS.sub(" ", words).split())
    first, _, rest = words.partition(" ")
    is_said_twice = _is_weekday(first) and (_ISO.match(rest) or _DAY_MONTH.match(rest))
    return rest if is_said_twice else words


def _time(found: re.Match[str]) -> time:
    hour, minute = int(found[1] or found[4]), int(found[2] or found[5] or 0)
    is_english = found[3] is not None
    if minute > _LAST_MINUTE or hour > _LAST_HOUR or (is_english and not 1 <= hour <= _NOON):
        message = f"There is no time {found[0].strip()}. Times go from 0:00 to 23:59, or 1am to 12pm."
        raise InputError(message)
    return time((hour % _NOON) + (_NOON if found[3] == "p" else 0) if is_english else hour, minute)


def _from_now(soon: re.Match[str], now: datetime) -> datetime:
    minutes = int(soon[2]) * (60 if soon[3].startswith("h") else 1)
    back = soon[1] == "-" or soon[4]
    moved = now.astimezone(UTC) + timedelta(minutes=-minutes if back else minutes)
    return moved.astimezone(now.tzinfo).replace(second=0, microsecond=0)


def _existing(at: datetime, text: str) -> datetime:
    """The clocks go forward once a year, and an hour is missing on that day."""
    if at.astimezone(UTC).astimezone(at.tzinfo).replace(tzinfo=None) != at.replace(tzinfo=None):
        message = f"“{text.strip()}” does not exist: the clocks go forward in that hour. Write the time again."
        raise InputError(message)
    return at


def _day(words: str, text: str, today: date, *, past: bool) -> date:
    """A day from words in lower case without fillers."""
    if words in _NEAR:
        return today + timedelta(days=_NEAR[words])
    iso = _ISO.fullmatch(words)
    if iso:
        return _date(int(iso[1]), int(iso[2]), int(iso[3]))
    away = _AWAY.fullmatch(words)
    if away and (away[1] or away[4]):
        return _away(away, today)
    named = _DAY_MONTH.fullmatch(words) or _MONTH_DAY.fullmatch(words)
    if named:
        return _named(named, text, today, past=past)
    if _is_weekday(words):
        return _weekday(words, today, past=past)
    if _TWO_MEANINGS.fullmatch(words):
        message = f"“{text.strip()}” could mean two days. Write it as `4 dec` or `2026-12-04`."
        raise InputError(message)
    message = f"“{text.strip()}” is no day that I can read. Write for example {DAY_EXAMPLES}."
    raise InputError(message)


def _away(away: re.Match[str], today: date) -> date:
    days = int(away[2]) * (_WEEK if away[3].startswith("w") else 1)
    return today + timedelta(days=-days if away[1] == "-" or away[4] else days)


def _named(found: re.Match[str], text: str, today: date, *, past: bool) -> date:
    """A day and a month; without a year the nearest one that lies ahead, or behind when `past`."""
    day, name = (found[1], found[2]) if found[1].isdigit() else (found[2], found[1])
    month = _position(name, MONTHS)
    if month is None:
        message = f"“{text.strip()}”: “{name}” is no month. Write for example `4 dec` or `2026-12-04`."
        raise InputError(message)
    if found[3]:
        return _date(int(found[3]), month + 1, int(day))
    this_year = (month + 1, int(day)) >= (today.month, today.day)
    year = today.year - (1 if this_year else 0) if past else today.year + (0 if this_year else 1)
    if past and (month + 1, int(day)) == (today.month, today.day):
        year = today.year
    return _date(year, month + 1, int(day))


def _weekday(words: str, today: date, *, past: bool) -> date:
    found = _WEEKDAY.fullmatch(words)
    assert found is not None
    wanted = _position(found[2], DAYS)
    assert wanted is not None
    if past or found[1] == "last ":
        back = (today.weekday() - wanted) % _WEEK
        return today - timedelta(days=back or (_WEEK if found[1] == "last " else 0))
    ahead = (wanted - today.weekday()) % _WEEK
    return today + timedelta(days=ahead or (_WEEK if found[1] == "next " else 0))


def _is_weekday(words: str) -> bool:
    found = _WEEKDAY.fullmatch(words)
    return found is not None and _position(found[2], DAYS) is not None


def _position(name: str, names: tuple[str, ...]) -> int | None:
    found = [place for place, full in enumerate(names) if len(name) >= _SHORTEST_NAME and full.startswith(name)]
    return found[0] if found else None


def _date(year: int, month: int, day: int) -> date:
    if not _FIRST_YEAR <= year <= _LAST_YEAR:
        message = f"The year {year} is out of reach. Write a year from {_FIRST_YEAR} to {_LAST_YEAR}."
        raise InputError(message)
    try:
        return date(year, month, day)
    except ValueError:
        name = MONTHS[month - 1].capitalize() if 1 <= month <= len(MONTHS) else f"month {month}"
        message = f"There is no day {day} of {name} in {year}. Look at a calendar and write it again, such as `4 dec`."
        raise InputError(message) from None
