"""A form with a field of every kind, and answers to it."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from abi_coach.domain.form import Choice, Field, Form, Kind, State
from abi_coach.domain.form_answers import answer, name_of
from abi_coach.domain.form_steps import Step, steps

NOW = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
COLOURS = (Choice("r", "red", "red"), Choice("b", "blue", "deep blue"), Choice("g", "green", "green"))
FORM = Form(
    "all",
    "Every kind",
    (
        Field("line", "Line", "A line?", required=True),
        Field("text", "Text", "Words?", Kind.TEXT),
        Field("list", "List", "Lines?", Kind.LINES, required=True, minimum=1),
        Field("rated", "Rated", "How?", Kind.PER_LINE, required=True, choices=COLOURS, minimum=1, maximum=5, of="list"),
        Field("best", "Best", "Which?", Kind.PICK, required=True, of="list"),
        Field("one", "One", "Colour?", Kind.CHOICE, required=True, choices=COLOURS),
        Field("some", "Some", "Colours?", Kind.CHOICES, choices=COLOURS),
        Field("count", "Count", "How many?", Kind.NUMBER, required=True, minimum=0, maximum=100, section="numbers"),
        Field("day", "Day", "Which day?", Kind.DAY, allows_none=True, section="numbers"),
        Field("at", "At", "When?", Kind.WHEN),
        Field(
            "well",
            "Well",
            "What went well?",
            Kind.GROUP,
            required=True,
            minimum=2,
            maximum=3,
            fields=(Field("did", "Did", "What?", required=True), Field("how", "How", "How?")),
        ),
        Field("why", "Why", "Why not none?", after=("day",)),
    ),
)

ANSWERS: dict[str, Any] = {
    "line": "Acme",
    "text": "two\nlines",
    "list": "Why us?\nA conflict?",
    "one": "b",
    "some": "r, green",
    "count": "70%",
    "day": "4 dec",
    "at": "fri 14:30",
    "well/0/did": "I listened",
    "well/1/did": "I asked",
    "rated/1": "4 r g",
    "rated/2": "?",
    "best": "2",
}


def step_named(state: State, name: str) -> Step:
    """The step of that name."""
    return next(step for step in steps(FORM, state) if name_of(step) == name)


def filled_in(*names: str, state: State | None = None) -> State:
    """A state with these answers, or all of them."""
    state = state or {}
    for name in names or ANSWERS:
        state = answer(state, step_named(state, name), ANSWERS[name], NOW)
    return state
