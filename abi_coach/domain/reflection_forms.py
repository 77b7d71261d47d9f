"""The reflection as a form; what the journal has to say stands beside each question."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from abi_coach.domain.form import Choice, Field, Form, Kind, State
from abi_coach.domain.form_steps import lines_of
from abi_coach.domain.form_values import filled, lines_state, said
from abi_coach.domain.reflection import Direction, Reflection

if TYPE_CHECKING:
    from datetime import date

MOST_GROWN: Final = 3

_SCALE: Final = tuple(
    Choice(str(number), str(number), words)
    for number, words in enumerate(("very low", "low", "fair", "good", "very good"), 1)
)
_DIRECTIONS: Final = (
    Choice("s", Direction.STAY, "stay"),
    Choice("h", Direction.SHAPE, "shape the job"),
    Choice("e", Direction.EXPLORE, "explore"),
)

REFLECTION_FORM: Final = Form(
    "reflection",
    "Reflection",
    (
        Field("can_show", "Can show", "What can I show now that I could not half a year ago?", Kind.TEXT,
              required=True),
        Field("grew", "Grew", "Which three answers grew? One a line.", Kind.LINES, maximum=MOST_GROWN),
        Field("gap", "Gap", "Which gap stayed?", Kind.TEXT, section="gap"),
        Field("gap_why", "Why", "Why did it stay?", Kind.TEXT, section="gap"),
        Field("market", "Market", "What did the market ask for?", Kind.TEXT),
        Field("energy", "Energy", "How is my energy, most weeks?", Kind.CHOICE, choices=_SCALE, section="today"),
        Field("values", "Values", "How well does the work fit what I value?", Kind.CHOICE, choices=_SCALE,
              section="today"),
        Field("direction", "Direction", "Stay, shape the job, or explore?", Kind.CHOICE, choices=_DIRECTIONS),
        Field("goal", "One goal", "One goal for the next half-year?", section="next"),
        Field("person", "One person", "One person to talk to?", section="next"),
        Field("interview", "One interview", "One interview to seek?", section="next"),
    ),
)  # fmt: skip


def reflection_of(state: State, today: date) -> Reflection:
    """The reflection that was told. The state must be complete."""
    energy, values, direction = said(state, "energy"), said(state, "values"), said(state, "direction")
    return Reflection(
        on=today,
        can_show=state["can_show"],
        grew=tuple(line.text for line in lines_of(state, "grew")),
        gap=said(state, "gap"),
        gap_why=said(state, "gap_why"),
        market=said(state, "market"),
        energy=int(energy) if energy else None,
        values=int(values) if values else None,
        direction=Direction(direction) if direction else None,
        goal=said(state, "goal"),
        person=said(state, "person"),
        interview=said(state, "interview"),
    )


def reflection_state(reflection: Reflection) -> State:
    """The answers that give this reflection."""
    return {
        **filled(
            can_show=reflection.can_show,
            gap=reflection.gap,
            gap_why=reflection.gap_why,
            market=reflection.market,
            energy=reflection.energy and str(reflection.energy),
            values=reflection.values and str(reflection.values),
            direction=reflection.direction and reflection.direction.value,
            goal=reflection.goal,
            person=reflection.person,
            interview=reflection.interview,
        ),
        **lines_state(grew=reflection.grew),
    }
