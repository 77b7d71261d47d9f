"""A form as prompts: for pipes, screen readers, braille and dumb terminals.

Prompts go to standard output, one answer is one line. An empty line skips what is not required, keeps what is there,
and ends a list; `<` goes back. Every answer is a draft on disk before the next question is asked.
"""

from __future__ import annotations

import io
import sys
from typing import Final

from abi_coach.cli.output import say
from abi_coach.domain.errors import InputError
from abi_coach.domain.form import Kind
from abi_coach.domain.form_steps import Step, lines_in, value_at
from abi_coach.services.open_form import OpenForm, missing_titles

BACK: Final = "<"
CONTINUED: Final = "\\"


def fill_in(form: OpenForm) -> None:
    """Ask until nothing is missing, then write the finished thing and say so.

    Raises InputError at the end of the input, once the draft is saved, saying what is missing and how to go on.
    """
    _read_anything()
    _introduce(form)
    try:
        _ask_all(form, ask_again=not form.missing)
        while form.missing:
            _ask_all(form, ask_again=False)
    except EOFError:
        form.save()
        if form.missing:
            raise InputError(_how_to_go_on(form)) from None
    say(form.finish())


def _introduce(form: OpenForm) -> None:
    say(form.form.title)
    for line in form.header:
        say(line)
    if form.keeper.hint_seconds:
        say(f"About {form.keeper.hint_seconds // 60} minutes. Nothing stops you, and you can stop at any time.")
    if form.is_resumed and form.missing:
        say(f"Going on where you left. Still to come: {missing_titles(form.missing)}.")
    say(f"An empty line skips what is not required; {BACK} goes back one question.")


def _ask_all(form: OpenForm, *, ask_again: bool) -> None:
    """Walk through the steps; what has an answer is passed over unless `ask_again`."""
    position = 0 if ask_again else form.start
    while position < len(form.steps):
        step = form.steps[position]
        if not ask_again and form.shown(step) and form.typed(step) is None:
            position += 1
            continue
        if _ask(form, step):
            position = form.after(step, position)
        else:
            position, ask_again = max(position - 1, 0), True


def _ask(form: OpenForm, step: Step) -> bool:
    """Ask one thing until it is answered or skipped; False to go back."""
    _show_question(form, step)
    while True:
        line = _read_line(form, step)
        if line.strip() == BACK:
            return False
        try:
            if _take(form, step, line):
                form.save()
                return True
        except InputError as error:
            say(str(error))


def _take(form: OpenForm, step: Step, line: str) -> bool:
    """Take a line; True when the step is done with. Raises InputError."""
    if step.field.kind is Kind.LINES:
        return _take_list(form, step, line)
    if not line.strip() and form.shown(step) and form.typed(step) is None:
        return True
    text = line if line.strip() else form.text_for(step)
    if not text.strip():
        if step.required:
            form.answer(step, "")
        return True
    form.answer(step, text)
    if step.field.kind in {Kind.DAY, Kind.WHEN}:
        return _is_agreed(form, step)
    return True


def _take_list(form: OpenForm, step: Step, line: str) -> bool:
    """Add lines until an empty one; each is on disk before the next is read."""
    while line.strip():
        form.add_line(step, line)
        form.type_in(step, "")  # the list is still open: resuming comes back to it
        form.save()
        line = _read_line(form, step)
        if line.strip() == BACK:
            return True
    pending = form.typed(step)
    if pending and pending.strip():
        form.add_line(step, pending)
    form.settle()
    if step.required and not lines_in(value_at(form.state, step.path)):
        form.answer(step, "")
    return True


def _is_agreed(form: OpenForm, step: Step) -> bool:
    """Show the date back; an odd one is asked about, and any other line is taken as the date meant."""
    say(f"= {form.shown(step)}")
    while doubt := form.doubt(step):
        form.save()
        say(f"{doubt} An empty line keeps it; or write it again.")
        line = _read_line(form, step)
        if not line.strip():
            return True
        form.answer(step, line)
        say(f"= {form.shown(step)}")
    return True


def _show_question(form: OpenForm, step: Step) -> None:
    field = step.field
    say()
    say(f"{step.place} · {field.title}{' (required)' if step.required else ''}")
    if step.about:
        say(step.about)
    say(field.prompt)
    if field.hint:
        say(field.hint)
    for choice in field.choices:
        say(f"  {choice.key}  {choice.label}")
    for line in step.lines:
        say(f"  {line.number}  {line.text}")
    if field.kind is Kind.CHOICES and field.choices:
        say("Several: with commas between them.")
    _show_present(form, step)


def _show_present(form: OpenForm, step: Step) -> None:
    if step.field.kind is Kind.LINES:
        for line in lines_in(value_at(form.state, step.path)):
            say(f"  - {line.text}")
        return
    present = form.text_for(step)
    if present:
        say(f"Now: {present} (an empty line keeps it)")


def _read_line(form: OpenForm, step: Step) -> str:
    """One line, without its end; in a TEXT a backslash at the end goes on in the next. Raises EOFError."""
    line = _line()
    while step.field.kind is Kind.TEXT and line.endswith(CONTINUED):
        form.type_in(step, line)
        form.save()
        line = line.removesuffix(CONTINUED) + "\n" + _line()
    return line


def _line() -> str:
    if sys.stdin.isatty():
        return input("> ")
    line = sys.stdin.readline()
    if not line:
        raise EOFError
    return line.rstrip("\r\n")


def _read_anything() -> None:
    """Bytes that are no text become replacement characters instead of an error."""
    if isinstance(sys.stdin, io.TextIOWrapper):
        try:
            sys.stdin.reconfigure(errors="replace")
        except io.UnsupportedOperation:
            return


def _how_to_go_on(form: OpenForm) -> str:
    return f"Saved as a draft. Still missing: {missing_titles(form.missing)}. Go on with `{form.keeper.resume()}`."
