"""The card on one screen: 40 lines of 80 columns, whatever was typed."""

from __future__ import annotations

import string
from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as st

from abi_coach.domain.card import Ask, Card, StoryHint, WeakQuestion
from abi_coach.domain.card_layout import COLUMNS, ROWS, lay_out, width, wrap
from abi_coach.domain.kind import Dimension

if TYPE_CHECKING:
    from abi_coach.domain.card_layout import CardPage

WORDS = st.text(st.sampled_from("ab 漢字\n\\*_[]`|#->é️\u200b\x1b\u202e") | st.characters(), max_size=400)
LONG = "IF they ask for a number I do not know THEN I will say how I would find it and what I would guess " * 3


def card(text: str, **changed: object) -> Card:
    told: dict[str, object] = {
        "title": text,
        "when": text,
        "minutes_left": 5,
        "stop_cramming": True,
        "intent": text,
        "wants": text,
        "promises": (text,) * 3,
        "stories": (StoryHint(text or "x", (text, text), told_here=True),) * 3,
        "questions": (WeakQuestion(text, text),) * 2,
        "asks": (Ask(text, Dimension.PAY),) * 3,
        "pay": (text,) * 2,
        "logistics": (text,) * 3,
    }
    return Card(**(told | changed))  # type: ignore[arg-type] # the fields of a card by name


def lines(page: CardPage) -> list[str]:
    """The page as the shipped template writes it."""
    written = [f"# {page.title}", "", page.when, page.stop]
    for section in page.sections:
        written += ["", f"## {section.name}"]
        written += [f"  {line}" for entry in section.entries for line in entry]
    return written


@settings(max_examples=200)
@given(WORDS)
def test_any_words_fit_on_the_page(text: str) -> None:
    written = lines(lay_out(card(text)))
    assert len(written) <= ROWS
    assert max(width(line) - line.count("#") for line in written) <= COLUMNS


def test_a_full_card_uses_the_room_it_has() -> None:
    written = lines(lay_out(card(LONG)))
    assert ROWS - 4 <= len(written) <= ROWS


def test_promises_are_the_last_to_be_shortened() -> None:
    page = lay_out(card(LONG))
    rows = {section.name: max(map(len, section.entries)) for section in page.sections}
    assert rows["Promises to myself"] == 2
    assert rows["Logistics"] == 1


def test_what_is_left_out_is_marked() -> None:
    assert wrap("one two three four", 9, 1) == ("one two…",)
    assert wrap("one two three four", 9, 3) == ("one two", "three", "four")


def test_a_word_wider_than_a_line_is_cut() -> None:
    assert wrap("x" * 25, 11, 4) == ("x" * 10, "x" * 10, "x" * 5)


def test_wide_letters_and_escaped_marks_take_two_columns() -> None:
    assert (width("漢"), width("*"), width("a"), width("\\")) == (2, 2, 1, 5)
    assert all(width(mark) >= 2 for mark in string.punctuation)


def test_empty_sections_are_left_out_but_missing_stories_are_told() -> None:
    page = lay_out(card("", title="T", when="w", stop_cramming=False, stories=(), questions=(), asks=()))
    assert [section.name for section in page.sections] == ["Stories that fit"]
    assert page.stop == ""
