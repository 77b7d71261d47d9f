"""What the market's screen shows: five sections of rows, each row with what Enter opens."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from abi_coach.ui.hanging import hung, lead
from abi_coach.ui.safe import joined, literal

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textual.content import Content

    from abi_coach.domain.contact import Contact
    from abi_coach.domain.fit import FitCheck
    from abi_coach.domain.skill_tally import SkillLine
    from abi_coach.services.career import Career

MOST: Final = 6
"""So many rows of a section are shown; the commands list all."""

_NAME: Final = 18
_LONGEST_NAME: Final = 28
"""Names up to here have their texts beside them, below one another."""

SKILLS, PAY, COMPANIES, DECISIONS, PEOPLE = "skills", "pay", "companies", "decisions", "people"


class Row(NamedTuple):
    """A line, the section that it stands in, and the entry or name that Enter opens; "" opens a new one."""

    section: str
    name: str
    shown: Content


class Section(NamedTuple):
    """A heading and its rows; an empty section has one row that says what to do."""

    title: str
    rows: tuple[Row, ...]


def sections(career: Career) -> tuple[Section, ...]:
    """Everything on the screen, from the top."""
    return (
        _section("Skills asked for", SKILLS, _skills(career), "No advert yet. a takes one in: paste it."),
        _section("Pay", PAY, _pay(career), "No pay kept yet. p keeps what you hear or read."),
        _section("Companies and today's job", COMPANIES, _companies(career), "b rates your own job, c a company."),
        _section("Take or pass", DECISIONS, _decisions(career), "No decision yet. f asks three questions."),
        _section("People", PEOPLE, _people(career), "Nobody yet. o keeps somebody you met."),
    )


def _section(title: str, name: str, rows: Iterator[Row], empty: str) -> Section:
    found = tuple(rows)
    return Section(title, found or (Row(name, "", literal(empty, "$quiet")),))


def _skills(career: Career) -> Iterator[Row]:
    for line in career.skills.tally()[:MOST]:
        yield Row(SKILLS, line.skill, _skill(line))


def _skill(line: SkillLine) -> Content:
    name, _, rest = line.sentence.partition(": ")
    trend = f" ({line.trend})" if line.trend else ""
    return _named(name, literal(f"{rest}{trend}", "$quiet"))


def _pay(career: Career) -> Iterator[Row]:
    for band in career.pay.bands()[:MOST]:
        yield Row(PAY, "", _named(band.group.label, literal(band.sentence, "$quiet")))
    for entry, point in list(career.pay.all().items())[:MOST]:
        about = ", ".join(filter(None, (point.role, point.place, point.company, point.source.label)))
        yield Row(PAY, entry, joined(point.sentence, literal(f"  {about}", "$quiet")))


def _companies(career: Career) -> Iterator[Row]:
    cards = sorted(career.scorecards.all().items(), key=lambda item: not item[1].is_baseline)
    for entry, card in cards[:MOST]:
        broken = ", ".join(one.label.lower() for one in card.broken_deals)
        note = literal(f"  deal-breaker: {broken}", "$warning") if broken else ""
        yield Row(COMPANIES, entry, _named(card.title, literal(card.sentence, "$quiet"), note))


def _decisions(career: Career) -> Iterator[Row]:
    checks = sorted(career.fit.all().items(), key=lambda item: not item[1].waits(career.fit.today))
    for entry, check in checks[:MOST]:
        note = "look back on it" if check.waits(career.fit.today) else _hindsight(check)
        told = literal(f"{check.verdict.advice} {check.on:%d %b %Y}", "$quiet")
        yield Row(DECISIONS, entry, _named(check.title, told, literal(f"  {note}" if note else "", "$accent")))


def _hindsight(check: FitCheck) -> str:
    return f"{check.right.value} in hindsight" if check.right else ""


def _people(career: Career) -> Iterator[Row]:
    contacts = career.contacts
    for entry, contact in list(contacts.kept().items())[:MOST]:
        yield Row(PEOPLE, entry, _person(contact, is_due=contact.is_due(contacts.today)))


def _person(contact: Contact, *, is_due: bool) -> Content:
    about = " · ".join(filter(None, (contact.company, contact.topic)))
    when = f"  next {contact.next_touch:%d %b %Y}" if contact.next_touch else ""
    due = literal("  due now", "$accent") if is_due else literal(when, "$quiet")
    return _named(contact.name, literal(about, "$quiet"), due)


def _named(name: str, *parts: str | Content) -> Content:
    """What is told of a name, beside it; a long name only stands before it."""
    label = literal(f"{name:<{_NAME}}  ", "bold")
    return hung(lead(label) if len(name) <= _LONGEST_NAME else label, *parts)
