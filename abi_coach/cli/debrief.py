"""`abi debrief`: tell an interview while it is fresh, look back the next day, and keep the answer."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from abi_coach.cli.group import CoachCommand, CoachGroup
from abi_coach.cli.invocation import INVOCATION, Invocation
from abi_coach.cli.output import say, say_json
from abi_coach.domain.debrief_text import cold_lines, hot_lines, outcome_lines

if TYPE_CHECKING:
    from abi_coach.services.interview import ListedInterview


@click.group(cls=CoachGroup, default="tell")
def debrief() -> None:
    """Debrief an interview: `abi debrief` goes on with a draft, or starts one.

    Hot right after (five minutes), cold the next day, the outcome when they answer.
    """


@debrief.command(cls=CoachCommand, hidden=True)
@click.argument("interview", required=False)
@click.option("--hot", "which", flag_value="hot", help="Right after: five minutes.")
@click.option("--cold", "which", flag_value="cold", help="The next day: 10 to 20 minutes.")
@click.option("--outcome", "which", flag_value="outcome", help="When they answer.")
@INVOCATION
def tell(invocation: Invocation, interview: str | None, which: str | None) -> None:
    """Fill in the form of INTERVIEW (an id or its beginning): goes on with a draft, or starts one."""
    if not invocation.plain:
        invocation.need_terminal("abi debrief --plain")
    debriefs = invocation.coach.debriefs
    entry = debriefs.resolve(interview) if interview else None
    if invocation.plain:
        from abi_coach.cli.plain_form import fill_in  # noqa: PLC0415 - only prompts need it

        fill_in(debriefs.open_form(entry, which))
        return
    debriefs.asked_for = debriefs.open_form(entry, which)
    from abi_coach.ui.app import run_app  # noqa: PLC0415 - Textual is loaded only to show a screen

    run_app(invocation.coach, place="debrief")


@debrief.command("list", cls=CoachCommand)
@INVOCATION
def list_debriefs(invocation: Invocation) -> None:
    """List interviews with the state of their debriefs, drafts first."""
    listed = invocation.coach.debriefs.listed()
    if invocation.json:
        say_json("abi.debriefs/1", {"debriefs": [_row(invocation, one) for one in listed]})
        return
    for one in listed:
        states = ", ".join(f"{name} {state}" for name, state in (("hot", one.hot), ("cold", one.cold)) if state)
        short = invocation.coach.interviews.short(one.entry)
        say(f"{short}  {one.at.astimezone():%Y-%m-%d}  {one.title}  {states or 'not debriefed'}  {one.result}".rstrip())
    if not listed:
        say("No debrief yet. After your next interview: `abi debrief`.")


@debrief.command(cls=CoachCommand)
@click.argument("interview")
@INVOCATION
def show(invocation: Invocation, interview: str) -> None:
    """Show everything told about INTERVIEW (its id, or that of a debrief)."""
    debriefs = invocation.coach.debriefs
    entry = debriefs.resolve(interview)
    told, hot, cold = debriefs.interview(entry), debriefs.hot(entry), debriefs.cold(entry)
    if invocation.json:
        from abi_coach.storage.values import to_plain  # noqa: PLC0415 - only JSON needs it

        parts = {"interview": told, "hot": hot, "cold": cold}
        say_json("abi.debrief/1", {"id": entry, **{name: to_plain(part) for name, part in parts.items()}})
        return
    say(told.title)
    for line in (*(hot_lines(hot) if hot else ()), *(cold_lines(cold, hot) if cold and hot else ())):
        say(line)
    for line in outcome_lines(told.outcome) if told.outcome else ():
        say(line)
    if hot is None:
        say(f"Not debriefed yet. Go on with `abi debrief {invocation.coach.interviews.short(entry)}`.")


def _row(invocation: Invocation, one: ListedInterview) -> dict[str, Any]:
    return {
        "id": one.entry,
        "short": invocation.coach.interviews.short(one.entry),
        "title": one.title,
        "at": one.at.isoformat(),
        "hot": one.hot or None,
        "cold": one.cold or None,
        "outcome": one.result or None,
        "next": one.next_form or None,
    }
