"""Reading pay as people and adverts write it: `85k–95k EUR`, `£550/day`, `CHF 110'000 a year`."""

from __future__ import annotations

import re
from decimal import ROUND_HALF_UP, Decimal
from itertools import islice
from typing import TYPE_CHECKING, Final

from abi_coach.domain.errors import InputError
from abi_coach.domain.pay import Period, amount_text
from abi_coach.domain.value import Value, frozen

if TYPE_CHECKING:
    from collections.abc import Iterator

SYMBOLS: Final = {
    "US$": "USD", "A$": "AUD", "AU$": "AUD", "C$": "CAD", "CA$": "CAD", "NZ$": "NZD", "S$": "SGD", "HK$": "HKD",
    "R$": "BRL", "€": "EUR", "£": "GBP", "$": "USD", "¥": "JPY", "₹": "INR", "₺": "TRY", "₪": "ILS", "₴": "UAH",
    "₩": "KRW",
}  # fmt: skip
CODES: Final = (
    "EUR", "USD", "GBP", "CHF", "SEK", "NOK", "DKK", "PLN", "CZK", "HUF", "RON", "INR", "JPY", "AUD", "CAD", "NZD",
    "SGD", "HKD", "BRL", "MXN", "ZAR", "ILS", "AED", "TRY", "UAH", "KRW", "CNY",
)  # fmt: skip

LEAST_A_YEAR: Final = 1000
"""Less than this a year is a voucher or a fee, not pay (rule of thumb for adverts)."""

_MOST_DIGITS: Final = 12
_MOST_SUMS: Final = 50
_CODE: Final = rf"(?:{'|'.join(CODES)})\b"
_NUMBER: Final = rf"(?<!\d)\d(?:[\d.,'’\u00a0\u202f ]{{0,20}}\d)?(?!\d)\s?[kK]?(?!(?!{_CODE})[a-zA-Z])"
_SIGNS: Final = "|".join(map(re.escape, sorted(SYMBOLS, key=len, reverse=True)))
_CURRENCY: Final = rf"(?:(?<![A-Za-z])(?:{_SIGNS})|{_SIGNS}|(?<![A-Za-z]){_CODE}|(?<=\d[kK]){_CODE})"
_SUM: Final = re.compile(
    rf"(?P<first>(?<![A-Za-z]){_CODE})?\s?(?P<before>{_CURRENCY})?\s?(?P<low>{_NUMBER})"
    rf"(?:\s?(?P<between>{_CURRENCY})?\s?(?:-|–|—|to|bis)\s?"
    rf"(?:{_CURRENCY})?\s?(?P<high>{_NUMBER}))?\s?(?P<after>{_CURRENCY})?\s?(?P<last>{_CODE})?",
    re.IGNORECASE,
)
_MILLIONS: Final = re.compile(r"\s?(?:m|mn|mio|million|millions|bn|billion|billions)\b", re.IGNORECASE)
_PERIODS: Final = (
    (Period.HOUR, re.compile(r"(?:/|per|an?|pro)\s?(?:h|hr|hour|stunde)\b|\bhourly\b", re.IGNORECASE)),
    (Period.DAY, re.compile(r"(?:/|per|a|pro|par)\s?(?:d|day|tag|jour)\b|\bdaily\b|\bday rate\b", re.IGNORECASE)),
    (Period.MONTH, re.compile(r"(?:/|per|a|pro|par)\s?(?:m|mo|month|monat|mois)\b|\bmonthly\b", re.IGNORECASE)),
)
_THOUSAND: Final = 1000
_NEAR: Final = 24
_DIGIT: Final = re.compile(r"\d")
_CENT: Final = Decimal("0.01")


@frozen
class PaySum(Value):
    """A range of pay as it was written; `low` equals `high` for a single sum."""

    low: Decimal
    high: Decimal
    currency: str
    period: Period
    text: str

    @property
    def sentence(self) -> str:
        """The sum as it was understood: `85,000–95,000 EUR a year`."""
        return f"{amount_text(self.low, self.high)} {self.currency} {self.period.words}"


def find_pay(text: str) -> PaySum | None:
    """The first sum with a currency in a text; None where no pay is named (`DOE`, `competitive`)."""
    return next(_sums(text), None)


def advert_pay(text: str) -> PaySum | None:
    """The first sum in a line of an advert that can be pay: no millions raised, no vouchers."""
    first = islice(_sums(text), _MOST_SUMS)
    likely = (found for found in first if found.period is not Period.YEAR or found.high >= LEAST_A_YEAR)
    return next(likely, None)


def parse_pay(text: str) -> PaySum:
    """The sum that a person typed. Raises InputError with an example when none can be read."""
    found = find_pay(text)
    if found is None:
        message = f"“{text}” names no sum with a currency. Write it like 85k–95k EUR, £550/day or USD 120000."
        raise InputError(message)
    return found


def parse_extra(text: str, pay: PaySum) -> Decimal:
    """A bonus or equity beside a pay: `10k`, `8000 EUR` or `10%` of the base.

    Raises InputError for another currency, as money of two currencies is never added, and for what is no amount.
    """
    words = text.strip()
    if share := re.fullmatch(r"(\d{1,3}(?:[.,]\d{1,2})?)\s?%", words):
        part = Decimal(share[1].replace(",", ".")) / 100
        return ((pay.low + pay.high) / 2 * part).quantize(_CENT, ROUND_HALF_UP)
    match = _SUM.fullmatch(words)
    amount = _number(match["low"]) if match and not match["high"] else None
    if match is None or amount is None:
        message = f"“{words}” is no amount. Write it like 10k, 8000 {pay.currency} or 10%."
        raise InputError(message)
    if _currency(match) not in {None, pay.currency}:
        message = f"“{words}” is not in {pay.currency} like the base. Amounts of two currencies are never mixed."
        raise InputError(message)
    return amount


def _sums(text: str) -> Iterator[PaySum]:
    if not names_money(text):
        return
    for match in _SUM.finditer(text):
        currency = _currency(match)
        low, high = _number(match["low"]), _number(match["high"] or match["low"])
        if currency is None or low is None or high is None or _MILLIONS.match(text, match.end()):
            continue
        if low < _THOUSAND <= high and match["high"] and match["high"].strip()[-1] in "kK":
            low *= _THOUSAND
        period = _period(text[max(0, match.start() - _NEAR) : match.start()], text[match.end() :][:_NEAR])
        yield PaySum(min(low, high), max(low, high), currency, period, match[0].strip())


def names_money(text: str) -> bool:
    """Whether a text has a digit and a currency; most lines of an advert have not, and this is quick to see."""
    upper = text.upper()
    return _DIGIT.search(text) is not None and any(mark in upper for mark in (*SYMBOLS, *CODES))


def _currency(match: re.Match[str]) -> str | None:
    """The currency that a sum names; a code says more than a sign that several countries use."""
    marks = [mark.upper() for name in ("first", "last", "before", "between", "after") if (mark := match[name])]
    codes = [mark for mark in marks if mark in CODES]
    return codes[0] if codes else SYMBOLS[marks[0]] if marks else None


def _number(written: str) -> Decimal | None:
    """A number with thousands marked in any usual way; a last group of one or two digits is decimals."""
    factor = _THOUSAND if written.strip()[-1] in "kK" else 1
    digits = written.strip().rstrip("kK").strip()
    groups = re.split(r"[.,'’\u00a0\u202f ]", digits)
    if not all(group.isdecimal() for group in groups) or sum(map(len, groups)) > _MOST_DIGITS:
        return None
    is_decimal = len(groups) > 1 and len(groups[-1]) <= 2  # noqa: PLR2004 - cents, or tenths of a thousand
    whole = "".join(groups[:-1] if is_decimal else groups)
    return Decimal(f"{whole}.{groups[-1]}" if is_decimal else whole) * factor


def _period(before: str, after: str) -> Period:
    """The period that stands right behind a sum, else right before it; a year where none does."""
    for near in (after, before):
        for period, pattern in _PERIODS:
            if pattern.search(near):
                return period
    return Period.YEAR
