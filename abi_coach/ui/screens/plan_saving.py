"""Keeping the plan's document: written, written over after a yes, copied, edited in the person's own editor."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from textual.widgets import Static

from abi_coach.domain.errors import CoachError, InputError
from abi_coach.services.plan_file import PlanFile
from abi_coach.ui.external_editor import edit_outside
from abi_coach.ui.safe import literal
from abi_coach.ui.screens.coach_screen import CoachScreen, Keys

if TYPE_CHECKING:
    from collections.abc import Callable

    from abi_coach.services.coach import Coach

_ASKING: Keys = (("y", "write over it"), ("n", "leave it"))


class PlanSaving(CoachScreen):
    """The half of the plan's screen that saves; the other half shows, and can make the plan again."""

    def __init__(self, coach: Coach) -> None:
        super().__init__()
        self.coach = coach
        self.ascii_only = "NO_COLOR" in os.environ
        self.made = coach.plans.make()
        self.usual_keys = self.KEYS
        self._is_asking = False

    @property
    def file(self) -> PlanFile:
        """The file of the plan on the screen."""
        return PlanFile(self.coach.plans, self.made, ascii_charts=self.ascii_only)

    def remake(self) -> None:
        """Make the plan again and show it."""

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Yes and no mean something only while the file is asked about."""
        if action in {"write_over", "leave_file"}:
            return self._is_asking
        return super().check_action(action, parameters)

    def action_copy_plan(self) -> None:
        """Copy the document."""
        self.change(self._copied)

    def action_write_plan(self) -> None:
        """Write the document into the home's plans and keep the plan; a file that was edited is asked about."""
        try:
            self.say(f"Written to {self.file.write()}", "$success")
        except InputError as error:
            self._ask(f"{error.args[0]} Write over it?")
        except CoachError as error:
            self.say(str(error), "$error")

    def action_write_over(self) -> None:
        """Yes: write over the edited file."""
        self._answered()
        self.change(lambda: f"Written to {self.file.write(replace=True)}")

    def action_leave_file(self) -> None:
        """No: leave it."""
        self._answered()
        self.say("Your file is as it was.", "$quiet")

    def action_edit_document(self) -> None:
        """Open the document in the person's editor; what they change is kept as their file."""
        self.change(self._edited)

    def _edited(self) -> str:
        before = self.file.text_to_edit()
        after = edit_outside(self.app, before)
        if after == before.rstrip("\n"):
            return "Nothing was changed."
        return f"Your version is in {self.file.write_edited(after)}"

    def _copied(self) -> str:
        self.app.copy_to_clipboard(self.file.rendered())
        return "Copied, where this terminal allows it."

    def change(self, change: Callable[[], str]) -> None:
        """Do something that may fail, say how it went, and show the plan as it is now."""
        try:
            self.say(change(), "$success")
        except CoachError as error:
            self.say(str(error), "$error")
        else:
            self.remake()

    def _ask(self, question: str) -> None:
        self._is_asking = True
        self.show_keys(*_ASKING)
        self.say(f"{question} y / n", "$warning")

    def _answered(self) -> None:
        self._is_asking = False
        self.show_keys(*self.usual_keys)

    def say(self, text: str, style: str) -> None:
        """Say below the plan, always in sight, how something went."""
        place = self.query_one("#saved", Static)
        place.update(literal(text, style))
        place.add_class("-shown")
