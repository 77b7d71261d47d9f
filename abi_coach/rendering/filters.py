"""The filters that templates may use: a list of what is needed, because some of the usual ones can fill the memory."""

from __future__ import annotations

import re
from datetime import date
from functools import wraps
from typing import TYPE_CHECKING, Final

from jinja2.exceptions import FilterArgumentError
from jinja2.filters import FILTERS

from abi_coach.domain.chart import bar, spark
from abi_coach.rendering.as_text import as_text, refuse_collections
from abi_coach.rendering.budget import checked, checked_length, spend
from abi_coach.rendering.escape import Markdown, md_block, md_cell, md_inline

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

# fmt: off
_KEPT: Final = (
    "abs", "capitalize", "count", "d", "default", "dictsort", "first", "float", "groupby", "int",
    "items", "last", "length", "list", "lower", "map", "max", "min", "reject", "rejectattr",
    "reverse", "select", "selectattr", "sort", "string", "sum", "title", "trim", "truncate",
    "unique", "upper", "wordcount",
)
_OF_TEXT: Final = frozenset(("capitalize", "lower", "string", "title", "trim", "truncate", "upper", "wordcount"))
_MONTHS: Final = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)
# fmt: on
_WILD_FORMAT: Final = re.compile(r"\d{3}|\*")
_DECIMALS: Final = 12


def template_filters() -> dict[str, Callable[..., object]]:
    """Give every filter by its name: those of Jinja that we keep, and our own."""
    kept = {name: _bounded(_of_text(FILTERS[name]) if name in _OF_TEXT else FILTERS[name]) for name in _KEPT}
    own: dict[str, Callable[..., object]] = {
        "bar": bar_span,
        "day": day,
        "fixed": fixed,
        "format": format_text,
        "join": join,
        "md_block": _of_text(md_block),
        "md_cell": _of_text(md_cell),
        "md_inline": _of_text(md_inline),
        "replace": replace,
        "round": rounded,
        "spark": spark_span,
    }
    return kept | {name: _bounded(function) for name, function in own.items()}


def _bounded(function: Callable[..., object]) -> Callable[..., object]:
    @wraps(function)
    def bounded(*given: object, **named: object) -> object:
        spend()
        return checked(function(*given, **named))

    return bounded


def _of_text(function: Callable[..., object]) -> Callable[..., object]:
    @wraps(function)
    def on_text(*given: object, **named: object) -> object:
        refuse_collections(*given)
        return function(*given, **named)

    return on_text


def bar_span(value: float, width: int = 10, *, ascii_only: bool = False) -> Markdown:
    """Draw a share from 0 to 1 as a bar in a code span."""
    checked_length(width)
    return Markdown(f"`{bar(value, width, ascii_only=ascii_only)}`") if width > 0 else Markdown()


def spark_span(
    values: Sequence[float | None],
    low: float | None = None,
    high: float | None = None,
    *,
    ascii_only: bool = False,
) -> Markdown:
    """Draw a series as a sparkline in a code span; nothing for an empty series, which a code span cannot hold."""
    drawn = spark(list(values), low=low, high=high, ascii_only=ascii_only)
    return Markdown(f"`{drawn}`") if drawn.strip() else Markdown()


def day(value: date) -> Markdown:
    """Write a date for people, the same in every language setting: 4 December 2026."""
    if not isinstance(value, date):
        message = f"“day” writes dates, and this is {type(value).__name__}"
        raise FilterArgumentError(message)
    return Markdown(f"{value.day} {_MONTHS[value.month - 1]} {value.year}")


def fixed(value: float, decimals: int = 1) -> Markdown:
    """Write a number with exactly this many decimals."""
    return Markdown(f"{float(value):.{_few(decimals)}f}")


def rounded(value: float, decimals: int = 0) -> float:
    """Round a number; without decimals it becomes a whole one."""
    return round(value, _few(decimals)) if decimals else round(value)


def _few(decimals: int) -> int:
    if not 0 <= decimals <= _DECIMALS:
        message = f"decimals: from 0 to {_DECIMALS}, not {decimals}"
        raise FilterArgumentError(message)
    return decimals


def format_text(pattern: str, *values: object, **named: object) -> str:
    """Fill in a %-pattern, whose widths may have two digits."""
    if _WILD_FORMAT.search(pattern):
        message = "“format” takes widths of at most two digits"
        raise FilterArgumentError(message)
    refuse_collections(*values, *named.values())
    return str(pattern) % (named or values)


def join(items: Iterable[object], separator: str = "", attribute: str | None = None) -> str:
    """Join items; if all of them are Markdown already, the outcome is, with the separator as text."""
    picked = [item[attribute] if attribute and isinstance(item, dict) else item for item in items]
    texts = [item if isinstance(item, str) else as_text(item) for item in picked]
    checked_length(sum(map(len, texts)) + len(separator) * len(texts))
    if texts and all(isinstance(text, Markdown) for text in texts):
        return Markdown(_between(separator).join(texts))
    return separator.join(texts)


def _between(separator: str) -> str:
    # md_inline takes spaces at the ends away, and a separator is made of them.
    words = separator.strip()
    return separator.replace(words, md_inline(words)) if words else separator.replace("\n", " ")


def replace(text: str, old: str, new: str, count: int = -1) -> str:
    """Replace a part of a text wherever it stands."""
    checked_length(len(text) + text.count(old) * len(new))
    return as_text(text).replace(old, new, count)
