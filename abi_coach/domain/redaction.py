"""Hiding names, companies and amounts in what leaves the home."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Iterable

HIDDEN_NAME: Final = "[hidden]"
HIDDEN_AMOUNT: Final = "[amount]"

_CODES: Final = "EUR|USD|GBP|CHF|SEK|NOK|DKK|PLN|CZK|INR|JPY|AUD|CAD|NZD|SGD|BRL|ZAR|euros?|dollars?|pounds?"
_NUMBER: Final = r"\d[\d.,'\u00a0 ]*\d(?:\s?[kKmM])?|\d\s?[kKmM]?"
_AMOUNT: Final = re.compile(
    rf"(?:[€$£¥₹]\s?(?:{_NUMBER})|\b(?:{_CODES})\s?(?:{_NUMBER})|(?:{_NUMBER})\s?(?:[€$£¥₹]|(?:{_CODES})\b)"
    rf"|\b\d{{2,3}}\s?[kK]\b)(?:\s?[-–]\s?(?:{_NUMBER})\s?(?:[€$£¥₹]|(?:{_CODES})\b)?)?"
)


class Redactor:
    """Replaces the names it was given, whole words in any case, and amounts of money, in any plain data."""

    def __init__(self, names: Iterable[str]) -> None:
        wanted = sorted({name.strip() for name in names if len(name.strip()) > 1}, key=lambda name: (-len(name), name))
        joined = "|".join(re.escape(name) for name in wanted)
        self._names = re.compile(rf"(?<!\w)(?:{joined})(?!\w)", re.IGNORECASE) if wanted else None

    def text(self, text: str) -> str:
        """The text without names and amounts."""
        named = self._names.sub(HIDDEN_NAME, text) if self._names else text
        return _AMOUNT.sub(HIDDEN_AMOUNT, named)

    def data(self, value: Any) -> Any:  # noqa: ANN401 - plain data of any shape
        """Every text in mappings and lists, at any depth, redacted; all else as it is."""
        if isinstance(value, str):
            return self.text(value)
        if isinstance(value, dict):
            return {key: self.data(item) for key, item in value.items()}
        if isinstance(value, list | tuple):
            return [self.data(item) for item in value]
        return value
