"""`abi interview follow-ups|done|calendar`: what is to do after interviews."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from abi_coach.cli.given_path import GivenPath
from abi_coach.cli.group import CoachCommand
from abi_coach.cli.invocation import INVOCATION, Invocation
from abi_coach.cli.output import say, say_json, tell, write_document
from abi_coach.domain.when_text import day_text

if TYPE_CHECKING:
    from pathlib import Path

    from abi_coach.services.follow_up import ListedFollowUp


@click.command("follow-ups", cls=CoachCommand)
@click.option("--redact", is_flag=True, help="Hide names, companies and amounts.")
@INVOCATION
def follow_ups(invocation: Invocation, *, redact: bool) -> None:
    """List what is to do after interviews: thanks, status, feedback, keeping warm; what is due comes first."""
    for title in invocation.coach.follow_ups.close_silent():
        tell(f"No answer from {title} for three weeks: closed as silence.")
    rows = [_row(one) for one in invocation.coach.follow_ups.listed()]
    if redact:
        from abi_coach.services.redacting import redactor_of  # noqa: PLC0415 - on use

        rows = redactor_of(invocation.coach.journal).data(rows)
    if invocation.json:
        say_json("abi.follow-ups/1", {"follow_ups": rows})
        return
    for row in rows:
        say(f"{row['short']}  {row['due_on']}{'  due' if row['due'] else ''}  {row['title']}  {row['sentence']}")
    if due := next((row["short"] for row in rows if row["due"]), ""):
        tell(f"When it is sent: abi interview done {due}")
    if not rows:
        say("Nothing to follow up. After an interview, thanks, status and feedback stand here.")


@click.command(cls=CoachCommand)
@click.argument("follow_up")
@INVOCATION
def done(invocation: Invocation, follow_up: str) -> None:
    """Note that FOLLOW_UP was done today; `abi interview follow-ups` shows the ids."""
    step = invocation.coach.follow_ups.mark_done(follow_up)
    say(f"Done: {step.kind.value.replace('-', ' ')} for {step.title}, due {day_text(step.due_on)}.")


@click.command(cls=CoachCommand)
@click.option("--out", type=GivenPath(), help="Write it to this file, e.g. interviews.ics.")
@click.option("--redact", is_flag=True, help="Hide names, companies and amounts.")
@click.option("--replace", is_flag=True, help="Write over a file that abi did not write.")
@INVOCATION
def calendar(invocation: Invocation, *, out: Path | None, redact: bool, replace: bool) -> None:
    """Print interviews and follow-ups as iCalendar; importing it again updates, and doubles nothing."""
    made = invocation.coach.calendar
    if out is None and not invocation.json:
        write_document(made.text(redact=redact))
        return
    count = made.write(out, redact=redact, over=replace) if out else len(made.events())
    if invocation.json:
        events = [_event(one) for one in made.events(redact=redact)]
        say_json("abi.calendar/1", {"file": str(out) if out else None, "events": events})
    else:
        say(f"Wrote {count} appointments to {out}.")


def _row(one: ListedFollowUp) -> dict[str, Any]:
    return {
        "id": one.step.id,
        "short": one.short,
        "interview": one.step.interview,
        "what": one.step.kind.value,
        "title": one.step.title,
        "sentence": one.step.sentence,
        "due_on": one.step.due_on.isoformat(),
        "due": one.is_due,
    }


def _event(event: Any) -> dict[str, Any]:  # noqa: ANN401 - a CalendarEvent
    return {"uid": event.uid, "starts_at": event.starts_at.isoformat(), "summary": event.summary}
