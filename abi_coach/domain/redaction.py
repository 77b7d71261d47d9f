"""Hiding names, companies, addresses and amounts in what leaves the home."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

from abi_coach.domain.amounts import sums_finder, without_amounts
from abi_coach.domain.name_finding import NameFinder

if TYPE_CHECKING:
    from collections.abc import Iterable

HIDDEN_NAME: Final = "[hidden]"
HIDDEN_AMOUNT: Final = "[amount]"

_ADDRESS: Final = re.compile(
    r"[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64})+"  # mail
    r"|\b(?:https?://|www\.)[^\s<>\"“”]+"
    r"|\b(?:linkedin\.com|xing\.com|github\.com)/[^\s<>\"“”]+"
    r"|\+\d(?:[ ()./-]{0,2}\d){7,14}(?!\d)"  # telephone numbers: +31 6 1234 5678, 06 12345678, 555-123-4567
    r"|(?<![\w.,-])0\d(?: ?\d){7,10}(?![\w.,-])"
    r"|(?<![\w.,-])\(?\d{3}\)?[ -]\d{3}-\d{4}(?![\w-])"
)
_OURS: Final = frozenset(
    {"cause", "dimension", "entry", "id", "interview", "kind", "key", "letter", "metric", "origin", "state", "status",
     "type"}
)  # fmt: skip
"""Fields that hold words of the program: a template asks for them, and a company may be called the same."""


class Redactor:
    """Replaces the names it was given, however they are spelled, addresses, and amounts of money, in any plain data.

    `sums` are amounts that are known (`78000`); they are found without a currency, too.
    """

    def __init__(self, names: Iterable[str], sums: Iterable[str] = ()) -> None:
        self._names = NameFinder(names)
        self._sums = sums_finder(sums)

    def text(self, text: str) -> str:
        """The text without names, addresses and amounts."""
        named = without_amounts(self.nameless(text), HIDDEN_AMOUNT)
        return self._sums.sub(HIDDEN_AMOUNT, named) if self._sums else named

    def nameless(self, text: str) -> str:
        """The text without names and addresses; amounts stay."""
        return self._names.replaced(_ADDRESS.sub(HIDDEN_NAME, text), HIDDEN_NAME)

    def data(self, value: Any) -> Any:  # noqa: ANN401 - plain data of any shape
        """Every text in mappings and lists, at any depth, redacted; words of the program and all else as they are."""
        if isinstance(value, str):
            return self.text(value)
        if isinstance(value, dict):
            return {key: self._field(key, item) for key, item in value.items()}
        if isinstance(value, list | tuple):
            return [self.data(item) for item in value]
        return value

    def _field(self, key: object, value: Any) -> Any:  # noqa: ANN401 - as above
        return value if key in _OURS and isinstance(value, str) else self.data(value)
