"""Asking about somebody met."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from abi_coach.domain.contact import Contact, Touch
from abi_coach.domain.form import Expected, Field, Form, Kind, State
from abi_coach.domain.form_values import day_of, filled, said

if TYPE_CHECKING:
    from datetime import date

USUAL_MONTHS: Final = 6
MOST_MONTHS: Final = 60

CONTACT_FORM: Final = Form(
    "contact",
    "Somebody met",
    (
        Field("name", "Name", "Who is it?", required=True),
        Field("met", "Where", "Where did you meet?", section="met"),
        Field(
            "met_on", "When", "When were you last in touch?", Kind.DAY, expected=Expected.PAST, section="met",
            hint="Empty means today.",
        ),
        Field("company", "Company", "Where do they work?"),
        Field("topic", "Topic", "What do you talk about?"),
        Field("give", "Give", "What can you do for them?"),
        Field("ask", "Ask", "What would you ask them?"),
        Field(
            "keep_warm", "Keep warm", "After how many months would you be in touch again?", Kind.NUMBER, minimum=0,
            maximum=MOST_MONTHS, hint="0 means no reminder.",
        ),
    ),
)  # fmt: skip


def contact_of(state: State, today: date, before: Contact | None = None) -> Contact:
    """The contact that was told; touches stay as they were `before`. The state must be complete."""
    on = day_of(state, "met_on")
    told = before or Contact(state["name"], touches=(Touch(on or today, said(state, "met")),))
    if before is not None and on is not None and on != before.last_touch:
        told = before.touched(on)
    months = state.get("keep_warm")
    return replace(
        told,
        name=state["name"],
        met=said(state, "met"),
        company=said(state, "company"),
        topic=said(state, "topic"),
        give=said(state, "give"),
        ask=said(state, "ask"),
        keep_warm_months=months if isinstance(months, int) else told.keep_warm_months,
    )


def contact_state(contact: Contact) -> State:
    """The answers that give this contact."""
    return filled(
        name=contact.name,
        met=contact.met,
        met_on=contact.last_touch and contact.last_touch.isoformat(),
        company=contact.company,
        topic=contact.topic,
        give=contact.give,
        ask=contact.ask,
        keep_warm=contact.keep_warm_months,
    )
