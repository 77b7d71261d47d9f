"""The form in which a person puts an action into their own words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from abi_coach.domain.form import Field, Form, Kind
from abi_coach.domain.form_values import said
from abi_coach.services.entries import draft_body, draft_state
from abi_coach.services.open_form import Keeper, OpenForm
from abi_coach.services.plan_actions import PlanActions

if TYPE_CHECKING:
    from abi_coach.domain.action import Action
    from abi_coach.domain.clock import Clock
    from abi_coach.domain.form import State
    from abi_coach.services.plan import Plans
    from abi_coach.storage.journal import Journal

KIND: Final = "plan_words"
FORM: Final = Form(
    KIND,
    "In your own words",
    (
        Field(
            "if_", "If", "IF … (the moment, so that you notice it)", Kind.LINE, required=True,
            hint="A time or a place that comes anyway works best.",
        ),
        Field(
            "then", "Then", "THEN I will … (one small deed)", Kind.LINE, required=True,
            hint="Small enough for a bad day.",
        ),
    ),
)  # fmt: skip


def open_words(plans: Plans, journal: Journal, clock: Clock, asked: str) -> OpenForm:
    """The form of an action, with our words or a draft in it. Raises NotFoundError, InputError."""
    action = PlanActions(plans).find(asked)
    return _Words(plans, journal, action).open(clock)


class _Words:
    def __init__(self, plans: Plans, journal: Journal, action: Action) -> None:
        self._plans, self._journal, self._action = plans, journal, action
        waiting = (draft for draft in journal.drafts(KIND) if draft.value().get("action") == action.id)
        self._found = next(waiting, None)
        self._entry = self._found.entry if self._found else journal.new_id()

    def open(self, clock: Clock) -> OpenForm:
        """Begin with the words that stand in the plan, or go on with a draft."""
        state = draft_state(self._found, KIND)
        start = {"if_": self._action.if_, "then": self._action.then} if state is None else state
        keeper = Keeper(self._keep, self._finish, lambda: f"abi plan action edit {self._action.id} --plain")
        return OpenForm(FORM, start, keeper, clock, is_resumed=state is not None)

    def _keep(self, state: State) -> None:
        self._found = self._journal.save_draft(
            self._entry, KIND, draft_body(KIND, state, action=self._action.id, title=self._action.sentence)
        )

    def _finish(self, state: State) -> str:
        changed = PlanActions(self._plans).reword(self._action.id, said(state, "if_"), said(state, "then"))
        if self._found is not None:
            self._journal.discard_draft(self._entry)
        return f"Saved: {changed.sentence}."
