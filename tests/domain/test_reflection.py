"""Reflections, pulses, and what was heard in them."""

from __future__ import annotations

from datetime import date

from abi_coach.domain.pulse import Pulse, heard
from abi_coach.domain.pulse_forms import PULSE_FORM, pulse_of, pulse_state, with_evidence
from abi_coach.domain.reflection import Direction, Prompt, Reflection, said_of
from abi_coach.domain.reflection_forms import reflection_of, reflection_state

TODAY = date(2026, 11, 22)
WHOLE = Reflection(
    TODAY, "I can run an incident", ("conflict",), "sql", "no time", "k8s", 4, 3, Direction.SHAPE, "g", "p", "i"
)


def test_a_reflection_reads_back_from_its_form() -> None:
    assert reflection_of(reflection_state(WHOLE), TODAY) == WHOLE
    assert reflection_of({"can_show": "x"}, TODAY) == Reflection(TODAY, "x")


def test_what_was_said_is_told_in_words() -> None:
    told = [said_of(WHOLE, key) for key in ("grew", "energy", "direction", "gap")]
    assert told == ["conflict", "4", "shape the job", "sql"]


def test_evidence_and_the_last_answer_stand_beside_a_question() -> None:
    assert Prompt("gap", "Gap", "?", "sql", ("a", "b")).hint == "· a\n· b\nLast time: sql"
    form = with_evidence(PULSE_FORM, {"new": "New on record: go."})
    assert form.field("new").hint == "New on record: go."
    assert form.field("pay").hint == PULSE_FORM.field("pay").hint


def test_a_pulse_reads_back_from_its_form() -> None:
    pulse = Pulse(TODAY, 10, "agents", "hadoop", "flat", ("AI review", "platform teams"), ("uv",), "Ada")
    assert pulse_of(pulse_state(pulse), TODAY) == pulse


def test_the_same_words_in_another_case_were_heard_twice() -> None:
    first, second = date(2026, 3, 1), date(2026, 6, 1)
    told = heard([(first, "ai review"), (second, "AI review"), (first, "uv")])
    assert [(one.text, one.times, one.first_on, one.last_on) for one in told] == [
        ("AI review", 2, first, second),
        ("uv", 1, first, first),
    ]
