"""Options of a command as the answers of a form; without any, the form is asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from abi_coach.cli.output import say, tell
from abi_coach.domain.errors import InputError
from abi_coach.domain.form import Kind
from abi_coach.domain.form_answers import name_of

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from abi_coach.cli.invocation import Invocation
    from abi_coach.services.open_form import OpenForm

Option = tuple[str, str, str]
"""A flag, the step that it answers, and its help; a flag that ends in `…` may be given several times."""


def form_options(options: Sequence[Option]) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """Give a command one option for each of these answers; none is required."""

    def decorate(command: Callable[..., None]) -> Callable[..., None]:
        for flag, name, words in reversed(options):
            several = flag.endswith("…")
            command = click.option(flag.rstrip("…"), name, multiple=several, help=words)(command)
        return command

    return decorate


def given_answers(told: Mapping[str, Any]) -> dict[str, Any]:
    """The options that were given; an empty text counts, as it takes an answer away."""
    return {name: value for name, value in told.items() if value not in (None, ())}


def fill(invocation: Invocation, form: OpenForm, told: Mapping[str, Any], instead: str) -> None:
    """Take the options; without any, ask. What is not told and not required stays untold. Raises InputError."""
    given = given_answers(told)
    if not given:
        ask(invocation, form, instead)
        return
    take(form, given)
    say(form.finish())


def ask(invocation: Invocation, form: OpenForm, instead: str) -> None:
    """Ask for everything, one question after the other; `instead` is the command for those without a terminal."""
    if not invocation.plain:
        invocation.need_terminal(instead)
    from abi_coach.cli.plain_form import fill_in  # noqa: PLC0415 - only prompts need it

    fill_in(form)


def take(form: OpenForm, given: Mapping[str, Any]) -> None:
    """Answer a form's steps by name; a date is shown back as it was understood. Raises InputError."""
    for name, value in given.items():
        step = next((step for step in form.steps if name_of(step) == name), None)
        if step is None:
            message = f"“{name.replace('_', '-')}” is only asked together with something else; give that as well."
            raise InputError(message)
        if value == "":
            form.clear(step)
            continue
        form.answer(step, value)
        if step.field.kind is Kind.DAY:
            tell(f"{step.field.title}: {form.shown(step)}. {form.doubt(step)}".rstrip())
