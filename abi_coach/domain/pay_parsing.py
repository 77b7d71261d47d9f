"""Reading pay as people and adverts write it: `85k–95k EUR`, `£550/day`, `CHF 110'000 a year`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from abi_coach.domain.errors import InputError
from abi_coach.domain.pay import Period

SYMBOLS: Final = {"€": "EUR", "£": "GBP", "$": "USD", "¥": "JPY", "₹": "INR"}
CODES: Final = (
    "EUR", "USD", "GBP", "CHF", "SEK", "NOK", "DKK", "PLN", "CZK", "HUF", "RON", "INR", "JPY", "AUD", "CAD", "NZD",
    "SGD", "HKD", "BRL", "MXN", "ZAR", "ILS", "AED", "TRY", "UAH", "KRW", "CNY",
)  # fmt: skip

_NUMBER: Final = r"\d(?:[\d.,'’\u00a0 ]*\d)?\s?[kK]?(?![a-zA-Z])"
_CURRENCY: Final = rf"(?:{'|'.join(map(re.escape, SYMBOLS))}|\b(?:{'|'.join(CODES)})\b)"
_SUM: Final = re.compile(
    rf"(?P<before>{_CURRENCY})?\s?(?P<low>{_NUMBER})(?:\s?(?P<between>{_CURRENCY})?\s?(?:-|–|—|to)\s?"
    rf"(?:{_CURRENCY})?\s?(?P<high>{_NUMBER}))?\s?(?P<after>{_CURRENCY})?",
    re.IGNORECASE,
)
_PERIODS: Final = (
    (Period.HOUR, re.compile(r"(?:/|per|an?)\s?(?:h|hr|hour)\b", re.IGNORECASE)),
    (Period.DAY, re.compile(r"(?:/|per|a)\s?(?:d|day)\b|\bdaily\b", re.IGNORECASE)),
    (Period.MONTH, re.compile(r"(?:/|per|a)\s?(?:m|mo|month)\b|\bmonthly\b", re.IGNORECASE)),
)
_THOUSAND: Final = 1000


@dataclass(frozen=True, slots=True)
class PaySum:
    """A range of pay as it was written; `low` equals `high` for a single sum."""

    low: Decimal
    high: Decimal
    currency: str
    period: Period
    text: str


def find_pay(text: str) -> PaySum | None:
    """The first sum with a currency in a text; None where no pay is named (`DOE`, `competitive`)."""
    for match in _SUM.finditer(text):
        mark = match["before"] or match["between"] or match["after"]
        if mark is None:
            continue
        low, high = _number(match["low"]), _number(match["high"] or match["low"])
        if low is None or high is None:
            continue
        if low < _THOUSAND <= high and match["high"] and match["high"].strip()[-1] in "kK":
            low *= _THOUSAND
        currency = SYMBOLS.get(mark, mark.upper())
        return PaySum(min(low, high), max(low, high), currency, _period(text[match.end() :]), match[0].strip())
    return None


def parse_pay(text: str) -> PaySum:
    """The sum that a person typed. Raises InputError with an example when none can be read."""
    found = find_pay(text)
    if found is None:
        message = f"“{text}” names no sum with a currency. Write it like 85k–95k EUR, £550/day or USD 120000."
        raise InputError(message)
    return found


def _number(written: str) -> Decimal | None:
    """A number with thousands marked in any usual way; a last group of one or two digits is decimals."""
    factor = _THOUSAND if written.strip()[-1] in "kK" else 1
    digits = written.strip().rstrip("kK").strip()
    groups = re.split(r"[.,'’\u00a0 ]", digits)
    if not all(group.isdigit() for group in groups):
        return None
    is_decimal = len(groups) > 1 and len(groups[-1]) <= 2  # noqa: PLR2004 - cents, or tenths of a thousand
    whole = "".join(groups[:-1] if is_decimal else groups)
    return Decimal(f"{whole}.{groups[-1]}" if is_decimal else whole) * factor


def _period(after: str) -> Period:
    near = after[:20]
    return next((period for period, pattern in _PERIODS if pattern.search(near)), Period.YEAR)
