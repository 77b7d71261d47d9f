"""Tables for a spreadsheet, which runs nothing that anybody wrote."""

from __future__ import annotations

import csv
import io
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from abi_coach.cli.csv_output import csv_text, safe_cell


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", " =1", "\x1b=1", "\u200b=1", "\uff1d1"])
def test_what_a_spreadsheet_takes_for_a_formula_is_text(text: str) -> None:
    assert safe_cell(text).startswith("'")


def test_numbers_stay_numbers_and_nothing_is_empty() -> None:
    values: list[object] = [-3, 2.5, Decimal("85000.50"), None, True, ("a", "b"), []]
    assert list(map(safe_cell, values)) == ["-3", "2.5", "85000.50", "", "yes", "a; b", ""]


@given(rows=st.lists(st.text(max_size=20), max_size=5))
def test_every_table_reads_back_with_as_many_rows_and_no_formula(rows: list[str]) -> None:
    text = csv_text(("words",), ({"words": row} for row in rows))
    read = list(csv.reader(io.StringIO(text, newline="")))
    assert read[0] == ["words"]
    assert len(read) == len(rows) + 1
    assert not [row for row in read[1:] if row and row[0].lstrip().startswith(("=", "+", "-", "@"))]
