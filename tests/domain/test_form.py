"""The form engine: one question at a time, in any order, and nothing said is lost."""

from __future__ import annotations

import json

import pytest

from abi_coach.domain.errors import InputError
from abi_coach.domain.form_answers import (
    add_line,
    answer,
    clear,
    doubt_of,
    name_of,
    settle,
    shown,
    text_for,
    type_in,
    unsettled,
)
from abi_coach.domain.form_parsing import choice_of
from abi_coach.domain.form_steps import missing, steps
from abi_coach.domain.interview_forms import INTENTS
from tests.support.every_kind_form import FORM, NOW, filled_in, step_named


def test_a_form_that_is_answered_misses_nothing() -> None:
    assert [step.field.key for step in missing(FORM, {})] == ["line", "list", "best", "one", "count", "did", "did"]
    assert missing(FORM, filled_in()) == ()


def test_what_is_kept_is_plain_json() -> None:
    state = filled_in()
    assert json.loads(json.dumps(state)) == state
    assert (state["one"], state["some"], state["count"]) == ("blue", ["red", "green"], 70)
    assert (state["day"], state["at"]) == ("2026-12-04", "2026-11-27T14:30:00+00:00")


@pytest.mark.parametrize(
    ("name", "reads"),
    [
        ("list", "Why us?\nA conflict?"),
        ("rated/1", "4 red green"),
        ("rated/2", "?"),
        ("best", "A conflict?"),
        ("one", "deep blue"),
        ("some", "red, green"),
        ("day", "Fri 4 Dec 2026"),
        ("at", "Fri 27 Nov 2026, 14:30"),
    ],
)
def test_an_answer_is_shown_as_a_person_reads_it(name: str, reads: str) -> None:
    state = filled_in()
    assert shown(step_named(state, name), state) == reads


def test_what_is_shown_can_be_given_again() -> None:
    state = filled_in()
    for step in steps(FORM, state):
        text = text_for(step, state)
        assert not text or answer(state, step, text, NOW) == state


def test_the_place_counts_sections_and_what_is_in_them() -> None:
    state = filled_in("list")
    places = {name_of(step): step.place for step in steps(FORM, state)}
    assert places["line"] == "1 of 10"
    assert places["rated/2"] == "4 of 10 · 2 of 2"
    assert places["day"] == "8 of 10 · 2 of 2"


@pytest.mark.parametrize(
    ("name", "wrong", "says"),
    [
        ("line", "  ", "Nothing was written"),
        ("one", "purple", "r red, b deep blue, g green"),
        ("some", "red, purple", "none of the answers"),
        ("count", "101", "from 0 to 100"),
        ("count", "many", "from 0 to 100"),
        ("rated/1", "6", "1–5 or ?"),
        ("rated/1", "3 x", "none of the answers"),
        ("best", "3", "from 1 to 2"),
        ("day", "31 nov", "no day 31"),
    ],
)
def test_a_wrong_answer_is_told_with_what_to_write(name: str, wrong: str, says: str) -> None:
    state = filled_in("list")
    with pytest.raises(InputError, match=says):
        answer(state, step_named(state, name), wrong, NOW)


def test_what_was_said_about_a_line_stays_with_it_when_lines_move() -> None:
    state = filled_in("list", "rated/1", "rated/2", "best")
    moved = answer(state, step_named(state, "list"), "New first\nWhy us?\nA big conflict?", NOW)
    told = {step.about: shown(step, moved) for step in steps(FORM, moved) if step.field.key == "rated"}
    assert told == {"New first": "", "Why us?": "4 red green", "A big conflict?": "?"}
    assert shown(step_named(moved, "best"), moved) == "A big conflict?"


def test_a_line_that_comes_back_is_a_new_one() -> None:
    state = filled_in("list", "rated/2")
    without = answer(state, step_named(state, "list"), "Why us?", NOW)
    back = add_line(without, step_named(without, "list"), "A third?", NOW)
    assert [shown(step, back) for step in steps(FORM, back) if step.field.key == "rated"] == ["", ""]


def test_none_is_an_answer_where_it_is_allowed() -> None:
    state = answer({}, step_named({}, "day"), "None.", NOW)
    assert shown(step_named(state, "day"), state) == "none"
    assert "why" not in [step.field.key for step in steps(FORM, state)]
    assert "why" in [step.field.key for step in steps(FORM, filled_in("day"))]


def test_a_group_grows_on_request_and_an_empty_repetition_harms_nobody() -> None:
    state = answer(filled_in(), step_named({}, "well/2/+"), "y", NOW)
    assert missing(FORM, state) == ()
    state = answer(state, step_named(state, "well/2/how"), "they smiled", NOW)
    assert [name_of(step) for step in missing(FORM, state)] == ["well/2/did"]


def test_half_typed_words_wait_and_count_as_no_answer() -> None:
    state = type_in({}, step_named({}, "count"), "9x")
    assert text_for(step_named(state, "count"), state) == "9x"
    assert [name_of(step) for step in unsettled(FORM, settle(FORM, state, NOW))] == ["count"]
    settled = settle(FORM, type_in(state, step_named(state, "count"), "90"), NOW)
    assert settled == {"count": 90}


def test_a_line_that_is_being_typed_joins_its_list() -> None:
    state = type_in(filled_in("list"), step_named({}, "list"), "A third?")
    assert shown(step_named(state, "list"), settle(FORM, state, NOW)).splitlines()[-1] == "A third?"


def test_a_date_that_looks_odd_is_doubted() -> None:
    state = answer({}, step_named({}, "at"), "2031-01-01 10:00", NOW)
    assert "more than a year" in doubt_of(step_named(state, "at"), state, NOW)


def test_clearing_takes_the_answer_away() -> None:
    state = clear(filled_in(), step_named({}, "line"))
    assert [name_of(step) for step in missing(FORM, state)] == ["line"]


@pytest.mark.parametrize("said", ["r", "real_move", "real move", "A real move"])
def test_a_choice_is_taken_by_its_key_its_value_and_what_the_help_calls_it(said: str) -> None:
    assert choice_of(said, INTENTS) == INTENTS[-1]
