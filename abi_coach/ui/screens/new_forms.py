"""Forms that Home opens for something new; they leave to where one came from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from abi_coach.ui.screens.form import FormScreen

if TYPE_CHECKING:
    from abi_coach.services.coach import Coach


class NewInterviewScreen(FormScreen):
    """`NewInterviewScreen(coach)`: an interview that is to come; one that was left half-way is gone on with."""

    def __init__(self, coach: Coach) -> None:
        known = {one.entry for one in coach.interviews.listed()}
        waiting = [entry for entry in coach.interviews.drafts() if entry not in known]
        super().__init__(coach.interviews.open_form(waiting[0] if waiting else None), coach.monotonic)


class NewStoryScreen(FormScreen):
    """`NewStoryScreen(coach)`: a story; one that was left half-way is gone on with."""

    def __init__(self, coach: Coach) -> None:
        kept = coach.stories.kept()
        waiting = [entry for entry in coach.stories.drafts() if entry not in kept]
        super().__init__(coach.stories.open_form(waiting[0] if waiting else None), coach.monotonic)
