"""The demo's market, pay, scorecards, decisions, people, and one look back."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from abi_coach.domain.advert import Advert
from abi_coach.domain.contact import Contact, Touch
from abi_coach.domain.fit import FitCheck
from abi_coach.domain.pay import PayPoint, PaySource, WorkMode
from abi_coach.domain.pulse import Pulse
from abi_coach.domain.scorecard import Scorecard
from abi_coach.domain.skill_tally import OwnSkill
from abi_coach.services import demo_career_words as words
from abi_coach.services.demo_year import ROLE
from abi_coach.storage.revision import Change
from abi_coach.storage.values import to_plain

if TYPE_CHECKING:
    from collections.abc import Iterator

    from abi_coach.domain.value import Value
    from abi_coach.services.demo_year import Year

_LOOKED_BACK_AFTER = 100


def career(year: Year) -> Iterator[Change]:
    """Everything between interviews."""
    for kind, days, value in (*_market(year), *_pay(year), *_companies(year), *_people(year)):
        at = year.at(days, 20, 30)
        yield Change(kind, to_plain(value), year.id(at), at)


def _market(year: Year) -> Iterator[tuple[str, int, Value]]:
    for days, title, company, must, nice in words.ADVERTS:
        yield "advert", days, Advert(year.day(days), title, company, ROLE, must, nice)
    for skill, level in words.LEVELS.items():
        yield "skill_level", -20, OwnSkill(skill, level, year.day(-20))
    days, adverts, new, vanished, pay = words.PULSE
    pulse = Pulse(year.day(days), adverts, new, vanished, pay, ("platform teams",), ("queues in the database",))
    yield "pulse", days, pulse


def _pay(year: Year) -> Iterator[tuple[str, int, Value]]:
    for days, source, company, low, high, disclosed in words.PAY:
        is_own = source is PaySource.OWN
        point = PayPoint(
            year.day(days), source, ROLE, "EUR", Decimal(low * 1000), Decimal(high * 1000), level="senior",
            place="Rotterdam", mode=WorkMode.HYBRID, bonus=words.OWN_BONUS if is_own else Decimal(0),
            disclosed=disclosed, trust=3 if is_own else 2, company=company,
        )  # fmt: skip
        yield "pay", days, point


def _companies(year: Year) -> Iterator[tuple[str, int, Value]]:
    for days, company, marks in words.SCORECARDS:
        yield "scorecard", days, Scorecard(year.day(days), company, marks)
    for days, company, (match, interest, step), reason, taken, right in words.FITS:
        looked_back_on = year.day(days + _LOOKED_BACK_AFTER) if right else None
        lesson = "A dull title was dull work." if not taken else ""
        check = FitCheck(
            year.day(days), company, match, interest, step, ROLE, reason=reason, taken=taken, right=right,
            lesson=lesson, looked_back_on=looked_back_on,
        )  # fmt: skip
        yield "fit", days, check


def _people(year: Year) -> Iterator[tuple[str, int, Value]]:
    for days, name, company, topic, met, give, months in words.CONTACTS:
        touches = (Touch(year.day(days), f"wrote about {topic}"),)
        yield "contact", days, Contact(name, met, company, topic, give, "", months, touches)
    yield "reflection", words.REFLECTED, words.reflection(year.day(words.REFLECTED))
