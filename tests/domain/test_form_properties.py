"""The form engine under any order of answers, any lines and any draft."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from abi_coach.domain.errors import InputError
from abi_coach.domain.form import Kind, State
from abi_coach.domain.form_answers import (
    add_line,
    answer,
    shown,
    type_in,
)
from abi_coach.domain.form_steps import missing, steps
from tests.support.every_kind_form import ANSWERS, FORM, NOW, filled_in, step_named

INDEPENDENT = [name for name in ANSWERS if not name.startswith("rated") and name != "best"]


@given(st.permutations(INDEPENDENT))
def test_any_order_of_answers_gives_the_same_state(order: list[str]) -> None:
    assert filled_in(*order, "rated/1", "rated/2", "best") == filled_in()


@given(st.lists(st.tuples(st.sampled_from(sorted(ANSWERS)), st.sampled_from(["answer", "type", "wrong"])), max_size=30))
def test_jumping_about_loses_nothing(jumps: list[tuple[str, str]]) -> None:
    state, told = filled_in("list"), {"list": "Why us?\nA conflict?"}
    for name, how in jumps:
        step = step_named(state, name)
        if how == "answer":
            state = answer(state, step, ANSWERS[name], NOW)
            told[name] = shown(step_named(state, name), state)
        elif how == "type":
            state = type_in(state, step, "half a w")
        else:
            with pytest.raises(InputError):
                answer(state, step, "", NOW) if step.field.kind is not Kind.CHOICES else answer(state, step, "x9", NOW)
    assert all(shown(step_named(state, name), state) == text for name, text in told.items())


@given(st.lists(st.text(max_size=12).filter(lambda text: text.strip() and "\n" not in text), max_size=8))
def test_lines_are_kept_in_their_order_with_ids_of_their_own(texts: list[str]) -> None:
    state: State = {}
    for text in texts:
        try:
            state = add_line(state, step_named(state, "list"), text, NOW)
        except InputError:
            assert not state.get("list") or state
    ids = [line["id"] for line in state.get("list", [])]
    assert len(set(ids)) == len(ids)


@given(
    st.recursive(
        st.none() | st.integers() | st.text(), lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner)
    )
)
def test_a_draft_from_elsewhere_never_breaks_the_form(rubbish: Any) -> None:  # noqa: ANN401 - any JSON at all
    state = {field.key: rubbish for field in FORM.fields}
    assert steps(FORM, state)
    assert missing(FORM, state) is not None
