"""Tables as CSV that a spreadsheet opens without running anything that a person or a company wrote."""

from __future__ import annotations

import csv
import io
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from abi_coach.cli.output import write_document
from abi_coach.domain.plain_text import strip_controls

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r", "\n", "|", "%", "＝", "＋", "－", "＠")  # noqa: RUF001 - full-width signs start formulas too


def say_csv(columns: Sequence[str], rows: Iterable[Mapping[str, object]]) -> None:
    """Print a table with its heads on standard output; what a row does not have stays empty."""
    write_document(csv_text(columns, rows))


def csv_text(columns: Sequence[str], rows: Iterable[Mapping[str, object]]) -> str:
    """A table as RFC 4180 has it. Text that a spreadsheet would take for a formula gets an apostrophe before it."""
    written = io.StringIO()
    writer = csv.writer(written, lineterminator="\r\n")
    writer.writerow([safe_cell(column) for column in columns])
    for row in rows:
        writer.writerow([safe_cell(row.get(column)) for column in columns])
    return written.getvalue()


def safe_cell(value: object) -> str:
    """A cell's text: numbers as they are, lists joined, text without control characters and never a formula."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, int | float | Decimal):
        return f"{value:f}" if isinstance(value, Decimal) else str(value)
    if isinstance(value, list | tuple):
        value = "; ".join(map(str, value))
    text = strip_controls(str(value))
    return f"'{text}" if text.lstrip(" \u00a0\u200b").startswith(_FORMULA) else text
