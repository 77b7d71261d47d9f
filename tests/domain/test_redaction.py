"""Names, companies and amounts stay at home."""

import pytest

from abi_coach.domain.redaction import Redactor

REDACTOR = Redactor(["Larchwood Energy", "Ada King", "O'Neill"])


@pytest.mark.parametrize(
    ("told", "shown"),
    [
        ("Larchwood Energy called", "[hidden] called"),
        ("larchwood energy called", "[hidden] called"),
        ("ADA KING, then O'Neill.", "[hidden], then [hidden]."),
        ("Adamant kings stay", "Adamant kings stay"),
        ("They offer 85k–95k EUR now", "They offer [amount] now"),
        ("£550/day", "[amount]/day"),
        ("EUR 70.000 a year", "[amount] a year"),
        ("$120,000 - $150,000", "[amount] - [amount]"),
        ("three of 12 answers on 22 November 2026", "three of 12 answers on 22 November 2026"),
    ],
)
def test_what_is_named_is_hidden_and_the_rest_is_left(told: str, shown: str) -> None:
    assert REDACTOR.text(told) == shown


def test_it_reaches_every_depth_and_leaves_numbers_alone() -> None:
    assert REDACTOR.data({"a": ["Ada King", {"b": ("x Ada King",)}], "n": 3}) == {
        "a": ["[hidden]", {"b": ["x [hidden]"]}],
        "n": 3,
    }


def test_without_names_nothing_is_hidden() -> None:
    assert Redactor(["", " ", "x"]).text("x Ada King") == "x Ada King"
