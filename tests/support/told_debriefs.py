"""Debriefs as a person tells them, for tests of every layer."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from abi_coach.domain.form_answers import name_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from abi_coach.services.open_form import OpenForm

HOT_TOLD: Final[dict[str, Any]] = {
    "company": "Acme",
    "role": "backend",
    "stage": "t",
    "format": "v",
    "ended": "11:30",
    "intent": "p",
    "wants": "hear how they deploy",
    "questions": "Tell me about an outage\nWhy us?\nDesign a queue",
    "rated/1": "4",
    "rated/2": "? s",
    "rated/3": "1 d n",
    "best": "1",
    "redo": "3",
    "promised_them": "none",
    "promised_me": "an answer",
    "promised_by": "fri",
    "confidence": "60",
    "nerves": "2",
    "word": "relieved",
    "people": "Ada King, staff engineer",
}

COLD_TOLD: Final[dict[str, Any]] = {
    "again/0/checking": "trade-offs",
    "again/0/said": "I listed parts",
    "again/0/four_would": "numbers first",
    "well/0/did": "I asked about the goal",
    "well/1/did": "I stopped in time",
    "improve/0/what": "no numbers in the design",
    "improve/0/cause": "k",
    "improve/0/item": "Problem solving",
    "improve/0/if_": "I am asked to design something",
    "improve/0/then": "ask for three numbers first",
    "gaps": "Kafka",
    "keep": "1, 3",
    "could_do": "2",
    "want": "1",
    "next_step": "2",
    "thanks": "y",
    "next_on": "fri",
}

OUTCOME_TOLD: Final[dict[str, Any]] = {"result": "m", "on": "today", "words": "see you soon", "changes_plan": "n"}


def tell(form: OpenForm, told: Mapping[str, Any]) -> OpenForm:
    """Answer the form's steps by name, in this order."""
    for name, given in told.items():
        form.answer(next(step for step in form.steps if name_of(step) == name), given)
    return form
