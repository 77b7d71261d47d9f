"""`abi interview`: what is booked and what is past."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import click

from abi_coach.cli.group import CoachCommand, CoachGroup
from abi_coach.cli.invocation import INVOCATION, Invocation
from abi_coach.cli.output import say, say_json, tell
from abi_coach.domain.form_answers import name_of
from abi_coach.domain.interview_forms import people_lines
from abi_coach.domain.when_text import day_text, when_text

if TYPE_CHECKING:
    from collections.abc import Callable

    from abi_coach.domain.interview import Interview
    from abi_coach.services.open_form import OpenForm

_OPTIONS = (
    ("--company", "company", "With whom.", False),
    ("--role", "role", "For which role, e.g. backend.", False),
    ("--stage", "stage", "recruiter, hiring manager, technical, case, panel, final or other.", False),
    ("--format", "format", "phone, video, on site, recorded or other.", False),
    ("--at", "starts", "When it starts: `fri 14:30`, `2026-12-04 14:00`, `+3d 10:00`.", False),
    ("--intent", "intent", "market pulse, practice, pay check, culture, network or real move.", False),
    ("--wants", "wants", "What you want to have from it.", False),
    ("--person", "people", "Somebody you meet: `name, role`. May be repeated.", True),
    ("--competency", "competencies", "A competency that the advert names. May be repeated.", True),
    ("--skill", "skills", "A skill that the advert names. May be repeated.", True),
    ("--source", "source", "Where it came from.", False),
    ("--loop", "loop", "The process that it belongs to.", False),
    ("--answer-by", "answer_by", "The day they promise an answer.", False),
    ("--notes", "notes", "Anything else.", False),
)


def _told(command: Callable[..., None]) -> Callable[..., None]:
    for flag, name, words, several in reversed(_OPTIONS):
        command = click.option(flag, name, multiple=several, help=words)(command)
    return command


_LAZY: Final = {
    "follow-ups": ("abi_coach.cli.follow_up", "follow_ups", "What is still to write to whom, and when."),
    "done": ("abi_coach.cli.follow_up", "done", "Note that a follow-up was done."),
    "calendar": ("abi_coach.cli.follow_up", "calendar", "Interviews and follow-ups for a calendar program."),
}


@click.group(cls=CoachGroup, default="list", lazy=_LAZY)
def interview() -> None:
    """Keep interviews: upcoming and past."""


@interview.command(cls=CoachCommand)
@_told
@INVOCATION
def add(invocation: Invocation, /, **told: Any) -> None:  # noqa: ANN401 - the options of the form's fields
    """Keep a new interview, told by options; without any, it is asked for."""
    _fill(invocation, invocation.coach.interviews.open_form(), told)


@interview.command(cls=CoachCommand)
@click.argument("interview_id", metavar="INTERVIEW")
@_told
@INVOCATION
def edit(invocation: Invocation, /, interview_id: str, **told: Any) -> None:  # noqa: ANN401 - the options of the fields
    """Change INTERVIEW; the old state is kept in the journal's history."""
    interviews = invocation.coach.interviews
    _fill(invocation, interviews.open_form(interviews.resolve(interview_id)), told)


@interview.command("list", cls=CoachCommand)
@INVOCATION
def list_interviews(invocation: Invocation) -> None:
    """List interviews, the latest first."""
    interviews = invocation.coach.interviews
    listed = interviews.listed()
    if invocation.json:
        rows = [{"id": one.entry, "short": interviews.short(one.entry), **_glance(one)} for one in listed]
        say_json("abi.interviews/1", {"interviews": rows})
        return
    for one in listed:
        at = one.at.astimezone()
        say(f"{interviews.short(one.entry)}  {at:%Y-%m-%d %H:%M}  {one.title}  {one.state}  {one.result}".rstrip())
    for entry in interviews.drafts():
        say(f"{interviews.short(entry)}  draft: go on with `abi interview edit {interviews.short(entry)} --plain`")
    if not listed:
        say("No interview yet. Add one with `abi interview add`, or tell one that is over with `abi debrief`.")


@interview.command(cls=CoachCommand)
@click.argument("interview_id", metavar="INTERVIEW")
@INVOCATION
def show(invocation: Invocation, interview_id: str) -> None:
    """Show everything kept about INTERVIEW."""
    entry = invocation.coach.interviews.resolve(interview_id)
    kept = invocation.coach.interviews.get(entry)
    if invocation.json:
        from abi_coach.storage.values import to_plain  # noqa: PLC0415 - only JSON needs it

        say_json("abi.interview/1", {"id": entry, **to_plain(kept)})
        return
    for line in _lines(kept):
        say(line)


@interview.command(cls=CoachCommand)
@click.argument("interview_id", metavar="INTERVIEW")
@INVOCATION
def close(invocation: Invocation, interview_id: str) -> None:
    """Close INTERVIEW: nothing more is expected of it."""
    interviews = invocation.coach.interviews
    entry = interviews.resolve(interview_id)
    say(f"Closed {interviews.close(entry).title} ({interviews.short(entry)}).")


def _fill(invocation: Invocation, form: OpenForm, told: dict[str, Any]) -> None:
    """Take the options; without any, ask. What is not told and not required stays untold."""
    given = {name: value for name, value in told.items() if value}
    steps = {name_of(step): step for step in form.steps}
    for name, value in given.items():
        form.answer(steps[name], value)
        if name in {"starts", "answer_by"}:
            tell(f"{steps[name].field.title}: {form.shown(steps[name])}. {form.doubt(steps[name])}".rstrip())
    if given:
        say(form.finish())
        return
    if not invocation.plain:
        invocation.need_terminal("abi interview add --plain")
    from abi_coach.cli.plain_form import fill_in  # noqa: PLC0415 - only prompts need it

    fill_in(form)


def _glance(one: Any) -> dict[str, Any]:  # noqa: ANN401 - a ListedInterview
    return {
        "title": one.title,
        "at": one.at.isoformat(),
        "state": one.state,
        "role": one.role,
        "outcome": one.result or None,
    }


def _lines(kept: Interview) -> list[str]:
    """An interview in words, without what was not told."""
    told = {
        "When": when_text(kept.starts_at.astimezone()) if kept.starts_at else "",
        "Ended": when_text(kept.ended_at.astimezone()) if kept.ended_at else "",
        "Role": kept.role,
        "Format": kept.format.value.replace("_", " "),
        "State": kept.state.value,
        "Intent": kept.intent.value.replace("_", " ") if kept.intent else "",
        "You want": kept.wants,
        "People": "; ".join(people_lines(kept.people)),
        "Competencies": ", ".join(one.label for one in kept.competencies),
        "Skills": ", ".join(kept.skills),
        "Source": kept.source,
        "Process": kept.loop,
        "Answer by": day_text(kept.answer_by) if kept.answer_by else "",
        "Outcome": kept.outcome.result.value.replace("_", " ") if kept.outcome else "",
        "Notes": kept.notes,
    }
    return [kept.title, *(f"{name}: {text}" for name, text in told.items() if text)]
