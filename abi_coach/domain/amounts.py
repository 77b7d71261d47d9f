"""Sums of money as people write them in a sentence: `85k–95k EUR`, `£1.2m`, `85 000 euros`, `550 a day`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from abi_coach.domain.pay_parsing import CODES

if TYPE_CHECKING:
    from collections.abc import Iterable

_GAP: Final = ".,'’\u00a0\u2009\u202f "
"""What stands between the digits of a number in one country or another."""

_END: Final = r"(?![^\W_])"
_SCALE: Final = rf"(?:[kKmM]|[Mm]n|[Mm]io\.?|[Mm]illions?|[Tt]housand|grand|bn|[Bb]illion|[Ll]akhs?|[Cc]rores?){_END}"
_FIGURES: Final = rf"\d(?:[\d{_GAP}]{{0,20}}\d)?(?:[.,][-–])?"
_SMALL: Final = "|".join(code.lower() for code in CODES if code not in {"CAD", "RON", "TRY"})  # those are words, too
_WORDS: Final = r"[Ee]uros?|[Dd]ollars?|[Pp]ounds?|[Ff]rancs?|[Rr]upees|[Kk]rone[rn]|kronor|kr|quid|zł|złotych"
_SIGN: Final = r"(?:\b(?:US|CA?|AU?|NZ|S|HK|R))?[€$£¥₹₽₩₺₴₪฿₫₦₱]"
_CODE: Final = rf"(?:{'|'.join(CODES)}|{_SMALL}|{_WORDS})"
_BEFORE: Final = rf"(?:[kK]?{_SIGN}|(?<![^\W_])[kK]?{_CODE}(?![^\W\d_]))"
_AFTER: Final = rf"(?:[kK]?{_SIGN}|[kK]?{_CODE}{_END})"
_NUMBER: Final = rf"{_FIGURES}(?:\s?{_SCALE})?"
_PERIOD: Final = r"(?:\s?/\s?|\s(?:per|an?|pro)\s)(?:year|yr|annum|month|hour|hr|day|[Jj]ahr|[Mm]onat|[Tt]ag)" + _END
_TO: Final = r"\s?(?:[-–—]|\b(?:to|bis)\b)\s?"

_AMOUNT: Final = re.compile(
    rf"(?:(?<![^\W_]){_FIGURES}(?:{_TO}|\sand\s))?"
    rf"(?:{_BEFORE}\s?{_NUMBER}(?:\s?{_AFTER})?|{_NUMBER}\s?{_AFTER}"
    rf"|(?<![^\W_])\d{{1,3}}(?:[.,]\d{{1,2}})?\s?[kK]{_END}|(?<![^\W_]){_FIGURES}(?={_PERIOD})"
    rf"|(?<![^\W_]){_FIGURES}\s?(?:grand|[Ll]akhs?|[Cc]rores?){_END})"
    rf"(?:{_TO}{_NUMBER}(?:\s?{_AFTER})?)?"
)
_LEAST_DIGITS: Final = 5
_THREE: Final = 3


def names_amount(text: str) -> bool:
    """Say whether the text names a sum of money."""
    return _AMOUNT.search(text) is not None


def without_amounts(text: str, stand_in: str) -> str:
    """The text with `stand_in` for every sum of money."""
    return _AMOUNT.sub(stand_in, text)


def sums_finder(sums: Iterable[str]) -> re.Pattern[str] | None:
    """Finds these sums (`78000`, `78000.50`) with or without anything between their digits; None without any.

    Sums of fewer than five digits are left out: a bare 1200 may count anything.
    """
    whole = {found[0] for told in sums if (found := re.match(r"\d+", told.strip())) and len(found[0]) >= _LEAST_DIGITS}
    if not whole:
        return None
    return re.compile(rf"(?<![\w.,])(?:{'|'.join(map(_grouped, sorted(whole)))})(?!\w|[.,]\d)")


def _grouped(digits: str) -> str:
    first = len(digits) % _THREE
    groups = [digits[:first], *(digits[at : at + _THREE] for at in range(first, len(digits), _THREE))]
    return f"[{_GAP}]?".join(filter(None, groups))
