"""Asking about pay that was named: the form, and its answers as a value and back."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from abi_coach.domain.form import Choice, Expected, Field, Form, Kind, State
from abi_coach.domain.form_values import day_of, filled, said
from abi_coach.domain.pay import Disclosed, PayPoint, PaySource, WorkMode
from abi_coach.domain.pay_parsing import parse_extra, parse_pay

if TYPE_CHECKING:
    from datetime import date

SOURCES: Final = (
    Choice("a", PaySource.ADVERT, "advert"),
    Choice("r", PaySource.RECRUITER, "recruiter"),
    Choice("i", PaySource.INTERVIEW, "interview"),
    Choice("o", PaySource.OFFER, "offer"),
    Choice("p", PaySource.PEER, "peer"),
    Choice("m", PaySource.OWN, "own: my pay today"),
)
MODES: Final = (
    Choice("s", WorkMode.ON_SITE, "on site"),
    Choice("h", WorkMode.HYBRID, "hybrid"),
    Choice("r", WorkMode.REMOTE, "remote"),
)
DISCLOSURES: Final = (
    Choice("a", Disclosed.ADVERT, "in the advert"),
    Choice("f", Disclosed.FIRST_CALL, "in the first call"),
    Choice("l", Disclosed.LATER, "later"),
    Choice("o", Disclosed.OFFER, "only with the offer"),
)
TRUST: Final = (
    Choice("1", "1", "hearsay"),
    Choice("2", "2", "told by somebody who knows"),
    Choice("3", "3", "in writing"),
)

PAY: Final = Field(
    "pay", "Pay", "What was named?", required=True, hint="For example 85k–95k EUR, £550/day, CHF 9000 a month."
)
ROLE: Final = Field("role", "Role", "For which role?", required=True, hint="For example backend.")
LEVEL: Final = Field("level", "Level", "At which level?", hint="For example senior. Levels are never mixed.")
PLACE: Final = Field("place", "Place", "Where?", hint="A city or a country; the same word each time.")
MODE: Final = Field("mode", "Mode", "On site, hybrid or remote?", Kind.CHOICE, choices=MODES)
BONUS: Final = Field("bonus", "Bonus", "Which bonus?", hint="An amount like 8k, or a share of the base like 10%.")
EQUITY: Final = Field("equity", "Equity", "How much equity a year?", hint="An amount like 12k.")
BENEFITS: Final = Field("benefits", "Benefits", "Which benefits matter?")

PAY_FORM: Final = Form(
    "pay",
    "Pay that was named",
    (
        PAY,
        ROLE,
        Field("source", "Source", "Who named it?", Kind.CHOICE, required=True, choices=SOURCES),
        LEVEL,
        PLACE,
        Field("company", "Company", "At which company?"),
        MODE,
        BONUS,
        EQUITY,
        BENEFITS,
        Field("disclosed", "Disclosed", "When was it told?", Kind.CHOICE, choices=DISCLOSURES),
        Field("trust", "Trust", "How sure is it?", Kind.CHOICE, choices=TRUST),
        Field("on", "Date", "When was that?", Kind.DAY, expected=Expected.PAST, hint="Empty means today."),
    ),
)


def check_pay(state: State) -> None:
    """Raise InputError for amounts that cannot be read, or that are in two currencies."""
    if said(state, "pay"):
        pay = parse_pay(said(state, "pay"))
        for key in ("bonus", "equity"):
            if said(state, key):
                parse_extra(said(state, key), pay)


def pay_of(state: State, today: date) -> PayPoint:
    """The point that was told. The state must be complete: `missing` gives nothing."""
    pay = parse_pay(state["pay"])
    bonus, equity = (parse_extra(said(state, key), pay) if said(state, key) else Decimal(0) for key in _EXTRAS)
    return PayPoint(
        on=day_of(state, "on") or today,
        source=PaySource(state["source"]),
        role=state["role"],
        currency=pay.currency,
        base_min=pay.low,
        base_max=pay.high,
        period=pay.period,
        level=said(state, "level"),
        place=said(state, "place"),
        mode=WorkMode(state["mode"]) if said(state, "mode") else None,
        bonus=bonus,
        equity=equity,
        benefits=said(state, "benefits"),
        disclosed=Disclosed(state["disclosed"]) if said(state, "disclosed") else None,
        trust=int(said(state, "trust") or _TRUST),
        company=said(state, "company"),
    )


def pay_state(point: PayPoint) -> State:
    """The answers that give this point."""
    base = f"{point.base_min:f}" if point.base_min == point.base_max else f"{point.base_min:f}–{point.base_max:f}"
    return filled(
        pay=f"{base} {point.currency}/{point.period.value}",
        role=point.role,
        source=point.source.value,
        level=point.level,
        place=point.place,
        company=point.company,
        mode=point.mode and point.mode.value,
        bonus=f"{point.bonus:f} {point.currency}" if point.bonus else "",
        equity=f"{point.equity:f} {point.currency}" if point.equity else "",
        benefits=point.benefits,
        disclosed=point.disclosed and point.disclosed.value,
        trust=str(point.trust),
        on=point.on.isoformat(),
    )


def own_pay_of(state: State, today: date) -> PayPoint | None:
    """One's own pay as the baseline's form tells it; None where it was not told."""
    if not said(state, "pay"):
        return None
    return replace(pay_of({**state, "source": PaySource.OWN.value, "trust": "3"}, today), on=today)


_EXTRAS: Final = ("bonus", "equity")
_TRUST: Final = 2
