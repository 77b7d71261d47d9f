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
        ("85\u202f000\u202f€, 85 000 eur, 85,000 Euros or 85.000,- euro", "[amount], [amount], [amount] or [amount]"),
        ("1.2 million dollars and £1.2m and CHF 120’000", "[amount] and [amount] and [amount]"),
        ("85-95k, 85 to 95k, 8.5k, a 5k bonus", "[amount], [amount], [amount], a [amount] bonus"),
        ("550 a day or 85,000 per year", "[amount] a day or [amount] per year"),
        ("I try 3 of 12, 4,000 lines, 5 minutes a session", "I try 3 of 12, 4,000 lines, 5 minutes a session"),
        ("Ada  King, ADA_KING, adaking and Ada\nKing", "[hidden], [hidden], [hidden] and [hidden]"),
        ("Larchwood's plan; LARCHWOOD; larchwood wood", "[hidden]'s plan; [hidden]; larchwood wood"),
        ("Write to ada@larchwood.example or +31 6 1234 5678", "Write to [hidden] or [hidden]"),
        ("see https://www.linkedin.com/in/ak or linkedin.com/in/ak", "see [hidden] or [hidden]"),
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


@pytest.mark.parametrize("told", ["Zoe\u0308", "ZOË", "Zoe", "Ｚｏë", "Z\u200boë", "zoë", "_Zoë_"])
def test_a_name_is_hidden_however_its_letters_are_written(told: str) -> None:
    assert Redactor(["Zoë"]).text(f"So {told} said").replace("_", "") == "So [hidden] said"


def test_a_name_in_the_plural_is_hidden() -> None:
    assert Redactor(["Duarte"]).text("the Duartes") == "the [hidden]"


def test_names_are_found_where_a_script_puts_no_spaces() -> None:
    assert Redactor(["田中"]).text("田中さんが言った") == "[hidden]さんが言った"


def test_a_name_that_is_an_everyday_word_is_hidden_with_its_capital_only() -> None:
    assert Redactor(["Will", "Mark Stone", "Mark"]).text("Will and Mark: I will mark it") == (
        "[hidden] and [hidden]: I will mark it"
    )


def test_an_ordinary_word_of_a_companys_name_is_no_name() -> None:
    assert Redactor(["Delivery Hero", "The Data Kitchen"]).text("Delivery and data, a Hero in the Kitchen") == (
        "Delivery and data, a [hidden] in the [hidden]"
    )


def test_a_known_sum_is_hidden_without_a_currency_too() -> None:
    assert (
        Redactor((), ["78000", "1200"]).text("78.000, 78 000 or 1200 or 278000")
        == "[amount], [amount] or 1200 or 278000"
    )


def test_words_of_the_program_are_left_though_a_company_is_called_so() -> None:
    value = {"metric": "stories", "kind": "promise", "text": "Stories, promise"}

    assert Redactor(["Stories", "promise"]).data(value) == {**value, "text": "[hidden], [hidden]"}
