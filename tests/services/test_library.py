"""The library finds banks and questions, and is not fooled by its own cache."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING

import pytest

from abi_coach.domain.errors import InputError, NotFoundError
from abi_coach.services.library import Library
from abi_coach.storage.cache import catalogue_path
from abi_coach.storage.home import Home
from tests.support.own_banks import PROMPT, write_bank

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def place(home: Path) -> Home:
    """A home with one bank of its own."""
    write_bank(
        home / "question_banks", "sail", {"sail-behavioural-001": PROMPT, "sail-behavioural-002": "Describe a reef."}
    )
    return Home(home)


@pytest.fixture
def library(place: Home) -> Library:
    """The library of that home."""
    return Library(place)


def test_shipped_and_own_banks_stand_on_one_shelf(library: Library) -> None:
    assert library.heads.keys() >= {"common", "backend", "sail"}
    assert [(shelf.own, shelf.questions) for shelf in library.shelves if shelf.head.id == "sail"] == [(True, 2)]
    assert library.problems == ()


def test_an_id_may_be_shortened_to_any_beginning_that_only_it_has(library: Library) -> None:
    assert library.question("sail-behavioural-002").prompt == "Describe a reef."
    assert library.question("common-opener-001").id == library.question("common-opener-001"[:17]).id


def test_a_beginning_of_several_is_answered_with_how_many(library: Library) -> None:
    with pytest.raises(InputError, match="2 questions begin with “sail-beh”"):
        library.question("sail-beh")


def test_a_mistyped_id_is_answered_with_the_nearest(library: Library) -> None:
    with pytest.raises(NotFoundError, match="sail-behavioural-001"):
        library.question("sial-behavioural-001")


def test_a_question_knows_where_it_is_written(library: Library, place: Home) -> None:
    assert library.place("sail-behavioural-001") == (place.question_banks / "sail.yaml", 7)
    assert library.place("nothing") is None


@pytest.mark.parametrize("body", ["{}", "not json", '{"id": "sail-behavioural-001", "dimension": "x"}'])
def test_a_question_that_the_cache_has_wrong_is_read_again_from_its_file(
    body: str, library: Library, place: Home
) -> None:
    assert library.rows()
    library.catalogue.close()
    with sqlite3.connect(catalogue_path(place)) as connection:
        connection.execute("UPDATE question SET body = ? WHERE id = 'sail-behavioural-001'", (body,))
    assert Library(place).question("sail-behavioural-001").prompt == PROMPT


def test_a_head_that_the_cache_has_wrong_is_read_again_from_its_file(library: Library, place: Home) -> None:
    library.catalogue.close()
    with sqlite3.connect(catalogue_path(place)) as connection:
        connection.execute("""UPDATE file SET head = '{"weights": {"charm": 2}}'""")
    assert "sail" in Library(place).heads


def test_a_file_that_is_edited_while_the_library_is_open_is_read_again(library: Library, place: Home) -> None:
    assert len(library.rows(["sail"])) == 2
    write_bank(place.question_banks, "sail", {"sail-behavioural-001": "Describe a calm."})
    assert library.refresh()
    assert [row.prompt for row in library.rows(["sail"])] == ["Describe a calm."]
    assert [shelf.questions for shelf in library.shelves if shelf.own] == [1]


def test_a_role_reaches_what_its_bank_includes(library: Library) -> None:
    assert library.reach("backend") == {"backend", "common"}
    assert library.reach("unheard-of") == {"common"}


def test_every_name_of_a_skill_leads_to_it(library: Library) -> None:
    assert (library.skill_names["boats"], library.skill_names["sailing"]) == ("sailing", "sailing")
