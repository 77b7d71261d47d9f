"""A form that is being filled in: the same for screens and prompts.

Whoever asks calls `answer` and `type_in`, then `save` to make it durable; `finish` once nothing is missing.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import field
from typing import TYPE_CHECKING

from abi_coach.domain import form_answers
from abi_coach.domain.errors import InputError
from abi_coach.domain.form import Form, Kind, State
from abi_coach.domain.form_steps import Step, missing, steps
from abi_coach.domain.value import Value, frozen
from abi_coach.services.local_time import local_now

if TYPE_CHECKING:
    from datetime import datetime

    from abi_coach.domain.clock import Clock


@frozen
class Keeper(Value):
    """Where a form's answers go.

    `keep` writes a draft, `finish` writes the finished thing and returns one line about it, `header` tells what
    stands above the questions, `resume` gives the command that goes on with the draft. `hint_seconds` is how long it
    should take: a clock that informs and never stops anyone. `guesses` are likely answers by the step's name; they
    stand in the box and count only once the person agrees.
    """

    keep: Callable[[State], None]
    finish: Callable[[State], str]
    resume: Callable[[], str]
    header: Callable[[State], tuple[str, ...]] = lambda _state: ()
    hint_seconds: int | None = None
    guesses: Mapping[str, str] = field(default_factory=dict)


class OpenForm:
    """A form, its answers so far, and where they go. Every change is kept in memory until `save`.

    `is_resumed`: the answers come from a draft or from what was finished, not from us.
    """

    def __init__(self, form: Form, state: State, keeper: Keeper, clock: Clock, *, is_resumed: bool = False) -> None:
        self.form = form
        self.state = state
        self.keeper = keeper
        self.is_resumed = is_resumed
        self._clock = clock

    @property
    def steps(self) -> tuple[Step, ...]:
        """Everything that is asked now, in order."""
        return steps(self.form, self.state)

    @property
    def missing(self) -> tuple[Step, ...]:
        """The required steps that have no answer yet."""
        return missing(self.form, self.state)

    @property
    def header(self) -> tuple[str, ...]:
        """What stands above the questions."""
        return self.keeper.header(self.state)

    @property
    def now(self) -> datetime:
        """The present instant, in the time of this place."""
        return local_now(self._clock)

    @property
    def start(self) -> int:
        """The position of the step to begin with: where a draft was left, else the first one without an answer."""
        waiting = [*self.missing, *(step for step in self.steps if self.typed(step) is not None)]
        if not self.is_resumed:
            waiting += [step for step in self.steps if not self.shown(step)]
        paths = {step.path for step in waiting}
        return next((place for place, step in enumerate(self.steps) if step.path in paths), 0)

    def after(self, step: Step, place: int) -> int:
        """The position that follows a step that stood at `place`; an answer can make steps come and go."""
        paths = [one.path for one in self.steps]
        return paths.index(step.path) + 1 if step.path in paths else min(place, len(paths) - 1)

    def answer(self, step: Step, given: object) -> None:
        """Take an answer. Raises InputError, whose message says what to write instead."""
        self.state = form_answers.answer(self.state, step, given, self.now)

    def add_line(self, step: Step, text: str) -> None:
        """Add a line to a list. Raises InputError."""
        self.state = form_answers.add_line(self.state, step, text, self.now)

    def clear(self, step: Step) -> None:
        """Take an answer away."""
        self.state = form_answers.clear(self.state, step)

    def type_in(self, step: Step, text: str) -> None:
        """Note words that are still being typed."""
        self.state = form_answers.type_in(self.state, step, text)

    def shown(self, step: Step) -> str:
        """The answer as a person reads it; empty when there is none."""
        return form_answers.shown(step, self.state)

    def typed(self, step: Step) -> str | None:
        """The words that are still being typed; None when there are none."""
        return form_answers.typed_text(self.state, step)

    def text_for(self, step: Step) -> str:
        """What an editor opens with: half-typed words, else the answer, else a guess."""
        if step.field.kind is Kind.LINES:
            return self.typed(step) or ""
        return form_answers.text_for(step, self.state) or self.keeper.guesses.get(form_answers.name_of(step), "")

    def doubt(self, step: Step) -> str:
        """Why a date that was given may be a slip; empty when it looks right."""
        return form_answers.doubt_of(step, self.state, self.now)

    def settle(self) -> tuple[Step, ...]:
        """Take everything that was typed as answers; the steps whose words could not be taken."""
        self.state = form_answers.settle(self.form, self.state, self.now)
        return form_answers.unsettled(self.form, self.state)

    def save(self) -> None:
        """Make the present state durable. Raises SaveError and its kin."""
        self.keeper.keep(self.state)

    def finish(self) -> str:
        """Write the finished thing; returns one line that says what was saved.

        Raises InputError naming what is missing, and SaveError and its kin.
        """
        self.settle()
        if self.missing:
            message = f"Still missing: {missing_titles(self.missing)}."
            raise InputError(message)
        return self.keeper.finish(self.state)


def missing_titles(steps_missing: tuple[Step, ...]) -> str:
    """What is missing, as a person reads it; several times the same is said once."""
    return ", ".join(dict.fromkeys(step.field.title for step in steps_missing))
