"""The market pulse as a form: twenty minutes with ten adverts, every quarter."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from abi_coach.domain.form import Field, Form, Kind, State
from abi_coach.domain.form_steps import lines_of
from abi_coach.domain.form_values import filled, lines_state, said
from abi_coach.domain.pulse import Pulse

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

MINUTES: Final = 20
ADVERTS: Final = 10
"""So many adverts are a sample that a quarter can be compared by (rule of thumb)."""

PULSE_FORM: Final = Form(
    "pulse",
    "Market pulse",
    (
        Field(
            "adverts", "Adverts", "Read ten adverts that you could answer. How many did you read?", Kind.NUMBER,
            required=True, minimum=0, maximum=999,
        ),
        Field("new", "New", "What is asked for that was not a quarter ago?", Kind.TEXT),
        Field("vanished", "Vanished", "What is no longer asked for?", Kind.TEXT),
        Field("pay", "Pay", "How did pay move?", Kind.TEXT),
        Field("trends", "Trends", "Which trends did you hear of? One a line.", Kind.LINES),
        Field("projects", "Projects", "Which tools or projects did you hear of? One a line.", Kind.LINES),
        Field("contact", "One contact", "Whom will you write to this week?"),
    ),
)  # fmt: skip


def with_evidence(form: Form, evidence: Mapping[str, str]) -> Form:
    """The form with what the journal has to say beside each question, by the field's key."""
    fields = tuple(
        replace(field, hint="\n".join(filter(None, (evidence.get(field.key), field.hint)))) for field in form.fields
    )
    return replace(form, fields=fields)


def pulse_of(state: State, today: date) -> Pulse:
    """The pulse that was told. The state must be complete."""
    return Pulse(
        on=today,
        adverts=state["adverts"],
        new=said(state, "new"),
        vanished=said(state, "vanished"),
        pay=said(state, "pay"),
        trends=tuple(line.text for line in lines_of(state, "trends")),
        projects=tuple(line.text for line in lines_of(state, "projects")),
        contact=said(state, "contact"),
    )


def pulse_state(pulse: Pulse) -> State:
    """The answers that give this pulse."""
    told = filled(new=pulse.new, vanished=pulse.vanished, pay=pulse.pay, contact=pulse.contact)
    return {"adverts": pulse.adverts, **told, **lines_state(trends=pulse.trends, projects=pulse.projects)}
