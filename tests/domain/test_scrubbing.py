"""Names and links are taken out of data, and nothing else is."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from abi_coach.domain.scrubbing import Scrubber, ids_in, names_finder, owners_of

ID = "01a2041f-1be3-78cd-8fd2-e6dd100f0375"


@pytest.mark.parametrize(
    ("names", "text", "left"),
    [
        ({"Will"}, "Will said that I will", "somebody said that I will"),
        ({"Mina Okafor"}, "mina  okafor, Minaret", "somebody, Minaret"),
        ({"Go", "Go Fast"}, "Go Fast bought Go", "somebody bought somebody"),
        ({"C++ Ltd."}, "at C++ Ltd. now", "at somebody now"),
        ({""}, "nothing", "nothing"),
        ({"Zoë"}, "Zoë's plan, Zoëly", "somebody's plan, Zoëly"),
    ],
)
def test_names_go_as_whole_words(names: set[str], text: str, left: str) -> None:
    assert Scrubber(names, (), "somebody").text(text) == left


def test_people_of_that_name_leave_lists_and_texts_keep_their_place() -> None:
    body = {"people": [{"name": "Mina"}, {"name": "Tom"}], "notes": ["Mina was kind", "Tom too"], "n": 3, "x": None}
    clean = {"people": [{"name": "Tom"}], "notes": ["somebody was kind", "Tom too"], "n": 3, "x": None}
    assert Scrubber({"Mina"}, (), "somebody").data(body) == clean


def test_items_about_what_is_gone_go_and_the_entry_stays() -> None:
    body = {"checks": [{"where": ID, "check": "kept"}, {"where": "b", "check": "missed"}], "ids": [ID, "c"], "in": ID}
    clean = {"checks": [{"where": "b", "check": "missed"}], "ids": ["c"], "in": ""}
    assert Scrubber((), {ID}, "somebody").data(body) == clean


def test_links_are_found_at_any_depth_and_owners_only_at_the_top() -> None:
    body = {"parent": ID, "rows": [{"lines": [{"entry": ID[::-1]}]}], "title": "short"}
    assert ids_in(body) == {ID, ID[::-1]}
    assert owners_of(body) == {ID}


@given(st.text(), st.text())
def test_a_text_without_the_name_stays_as_it_is(name: str, text: str) -> None:
    finder = names_finder({name})
    if finder is None or not finder.search(text):
        assert Scrubber({name}, (), "somebody").text(text) == text
