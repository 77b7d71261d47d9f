"""`abi reflect`: every six months, with the evidence beside each question."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import click

from abi_coach.cli.filling import fill, form_options, given_answers
from abi_coach.cli.given_path import GivenPath
from abi_coach.cli.group import CoachCommand, CoachGroup
from abi_coach.cli.invocation import INVOCATION, Invocation
from abi_coach.cli.output import say, say_json, write_document
from abi_coach.services.reflection import TEMPLATE

if TYPE_CHECKING:
    from pathlib import Path

    from abi_coach.services.reflection import Reflections

LATEST: Final = "latest"
_OPTIONS: Final = (
    ("--can-show", "can_show", "What you can show now that you could not."),
    ("--grew…", "grew", "An answer that grew. May be repeated."),
    ("--gap", "gap", "The gap that stayed."),
    ("--gap-why", "gap_why", "Why it stayed."),
    ("--market", "market", "What the market asked for."),
    ("--energy", "energy", "Your energy, 1 to 5."),
    ("--values", "values", "How well the work fits your values, 1 to 5."),
    ("--direction", "direction", "stay, shape or explore."),
    ("--goal", "goal", "One goal."),
    ("--person", "person", "One person to talk to."),
    ("--interview", "interview", "One interview to seek."),
)


@click.group(cls=CoachGroup, default="tell")
def reflect() -> None:
    """Look back on half a year, with the evidence beside each question."""


@reflect.command(cls=CoachCommand, hidden=True)
@form_options(_OPTIONS)
@INVOCATION
def tell(invocation: Invocation, /, **told: Any) -> None:  # noqa: ANN401 - the options of the form's fields
    """Reflect; with --json only the questions, their evidence, and what was said last time."""
    reflections = invocation.coach.career.reflections
    given = given_answers(told)
    if invocation.json and not given:
        last = reflections.last()
        prompts = [
            {"key": one.key, "title": one.title, "question": one.question, "last": one.last,
             "evidence": list(one.evidence)}
            for one in reflections.prompts()
        ]  # fmt: skip
        say_json("abi.reflect/1", {"last_on": last.on.isoformat() if last else None, "prompts": prompts})
    elif given or invocation.plain:
        fill(invocation, reflections.open_form(fresh=bool(given)), told, "abi reflect --plain")
    else:
        invocation.need_terminal("abi reflect --plain")
        from abi_coach.ui.app import run_app  # noqa: PLC0415 - Textual is loaded only to show a screen

        run_app(invocation.coach, place="reflect")


@reflect.command("list", cls=CoachCommand)
@INVOCATION
def list_reflections(invocation: Invocation) -> None:
    """List reflections, the newest first."""
    reflections = invocation.coach.career.reflections
    told = reflections.all()
    if invocation.json:
        rows = [{"id": entry, "on": one.on.isoformat(), "goal": one.goal} for entry, one in told.items()]
        say_json("abi.reflections/1", {"reflections": rows})
        return
    for entry, one in told.items():
        say(f"{reflections.short(entry)}  {one.on.isoformat()}  {one.goal}".rstrip())
    if not told:
        _tell_none_yet(invocation)


@reflect.command(cls=CoachCommand)
@click.argument("reflection_id", metavar="[ID]", default=LATEST)
@click.option("--out", type=GivenPath(), help="Write the document to this file.")
@click.option("--template", default=TEMPLATE, metavar="NAME", help="Another template for the document.")
@click.option("--redact", is_flag=True, help="Hide names, companies and amounts.")
@click.option("--replace", is_flag=True, help="Write over a file that was edited by hand.")
@INVOCATION
def show(
    invocation: Invocation, *, reflection_id: str, out: Path | None, template: str, redact: bool, replace: bool
) -> None:
    """Show a reflection as Markdown: the newest one, or ID."""
    reflections = invocation.coach.career.reflections
    entry = _entry(reflections, reflection_id)
    if entry is None:
        _tell_none_yet(invocation)
        return
    if out is not None:
        text = reflections.render(entry, template, redact=redact)
        invocation.coach.documents.write(out, text, replace=replace)
    if invocation.json:
        say_json("abi.reflection/1", {"id": entry, **reflections.values(entry, redact=redact)})
    elif out is not None:
        say(f"Wrote {out}.")
    else:
        write_document(reflections.render(entry, template, redact=redact))


def _entry(reflections: Reflections, asked: str) -> str | None:
    """The reflection meant; None for the newest one where there is none yet. Raises NotFoundError."""
    return next(iter(reflections.all()), None) if asked == LATEST else reflections.resolve(asked)


def _tell_none_yet(invocation: Invocation) -> None:
    """Nobody has looked back yet, which is no mistake."""
    if invocation.json:
        say_json("abi.reflection/1", {"id": None})
    else:
        say("No reflection yet. `abi reflect --plain` asks ten questions; every six months is enough.")
