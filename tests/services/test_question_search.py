"""Searching forgives, narrows, and is never read as an expression."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from abi_coach.services.library import Library
from abi_coach.services.question_search import Found, Wanted, search_questions
from abi_coach.storage.home import Home
from tests.support.own_banks import write_bank

if TYPE_CHECKING:
    from pathlib import Path

QUESTIONS = {
    "sail-1": "Tell me about a time when the wind was against you.",
    "sail-2": "Describe a harbour you were glad to leave.",
    "sail-3": "When did the mainsheet last break?",
}
"""Five times the promise, for a busy machine; benchmarks hold the promise itself."""


@pytest.fixture
def library(home: Path) -> Library:
    """Shipped banks and a small one about sailing."""
    write_bank(home / "question_banks", "sail", QUESTIONS)
    return Library(Home(home))


def ids(found: Found) -> list[str]:
    """The ids of what was found."""
    return [row.id for row in found.rows]


@pytest.mark.parametrize("words", ["harbour", "Harb", "glad harbour", "HARBOURS", "leaving harbour", "sail-2 harbour"])
def test_words_and_their_beginnings_are_found_in_any_order(words: str, library: Library) -> None:
    assert ids(search_questions(library, Wanted(words))) == ["sail-2"]


@pytest.mark.parametrize(
    ("typed", "meant"), [("mainshete", "mainsheet"), ("mianshet", "mainsheet"), ("mainsheeet", "mainsheet")]
)
def test_a_mistyped_word_is_taken_as_meant_and_that_is_told(typed: str, meant: str, library: Library) -> None:
    found = search_questions(library, Wanted(f"{typed} break"))
    assert ids(found) == ["sail-3"]
    assert found.meant == ((typed, (meant,)),)


def test_other_names_of_a_skill_find_its_questions(library: Library) -> None:
    assert set(ids(search_questions(library, Wanted("boats")))) == set(QUESTIONS)
    assert all("kubernetes" in row.skills for row in search_questions(library, Wanted("k8s")).rows)


def test_words_that_nothing_is_like_find_nothing(library: Library) -> None:
    assert search_questions(library, Wanted("qqqqqzzzz")) == Found(())
    assert search_questions(library, Wanted("?!")).rows == ()


@pytest.mark.parametrize(
    "words",
    [
        '"',
        "NEAR(a b)",
        "a OR",
        "prompt:x",
        "*",
        "^wind",
        "(",
        "wind AND NOT",
        "\0",
        "é" * 90,
        "role_expertise",
        "a\u19b0b",
    ],
)
def test_nothing_that_is_typed_is_an_expression(words: str, library: Library) -> None:
    search_questions(library, Wanted(words))


def test_an_underscore_parts_words(library: Library) -> None:
    assert ids(search_questions(library, Wanted("glad_harbour"))) == ["sail-2"]


def test_a_beginning_that_only_the_index_cannot_see_is_no_slip_of_the_pen(library: Library) -> None:
    assert dict(search_questions(library, Wanted("deploy")).meant) == {"deploy": ("deployment",)}


def test_words_that_are_left_out_or_never_stand_together_are_told(library: Library) -> None:
    assert search_questions(library, Wanted("qqqqqzzzz mainsheet")).notes == (
        "“qqqqqzzzz” is in no question, and left out.",
    )
    some = search_questions(library, Wanted("mainsheet harbour"))
    assert (set(ids(some)) >= {"sail-2", "sail-3"}, some.has_all) == (True, False)
    assert some.notes == ("No question has all of the words; these have some.",)


def test_more_than_was_asked_for_is_told(library: Library) -> None:
    assert search_questions(library, Wanted(skill="sailing", limit=2)).has_more
    assert not search_questions(library, Wanted(skill="sailing", limit=3)).has_more


def test_filters_narrow_with_words_and_without(library: Library) -> None:
    found = search_questions(library, Wanted("you", bank="backend", kind="behavioural", level="senior"))
    assert found.rows
    assert {(row.bank, row.kind) for row in found.rows} == {("backend", "behavioural")}
    assert ids(search_questions(library, Wanted(skill="sailing"))) == sorted(QUESTIONS)
    assert search_questions(library, Wanted(competency="integrity", difficulty=3)).rows
