"""`abi practice history`: old takes."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING, Any

import click

from abi_coach.cli.group import CoachCommand
from abi_coach.cli.invocation import INVOCATION, Invocation
from abi_coach.cli.output import say, say_json
from abi_coach.cli.plan import Day
from abi_coach.domain.competency import Competency
from abi_coach.domain.take_lines import rating_text, take_lines

if TYPE_CHECKING:
    from abi_coach.domain.attempt import Attempt, Take
    from abi_coach.services.history import History


@click.command("history", cls=CoachCommand)
@click.option("--question", default="", metavar="ID", help="Only this question, with the words of every take.")
@click.option("--competency", type=click.Choice([one.value for one in Competency]), help="Only this competency.")
@click.option("--since", type=Day(), metavar="YYYY-MM-DD", help="Only from this day on.")
@INVOCATION
def practice_history(invocation: Invocation, *, question: str, competency: str | None, since: date | None) -> None:
    """Look back on old takes, the newest first."""
    from abi_coach.services.history import Asked, History  # noqa: PLC0415 - on use

    coach = invocation.coach
    history = History(coach.journal, coach.stories)
    start = datetime(since.year, since.month, since.day).astimezone() if since else None
    asked = Asked(question, Competency(competency) if competency else None, start)
    found = history.listed(asked)
    if question and not found:
        coach.library.question(question)  # says which ids are near when there is no such question
    if invocation.json:
        attempts = [attempt_values(entry, attempt) for entry, attempt in history.attempts(asked)]
        say_json("abi.practice.history/1", {"attempts": attempts})
    elif question and found:
        _tell_takes(history, question, start)
    else:
        for one in found:
            at = f"{one.at.astimezone():%Y-%m-%d %H:%M}"
            say(f"{at}  {one.rated:<9} {one.length:<10} {one.prompt}  ({one.question})")
        if not found:
            say("Nothing practised yet that fits. `abi practice` starts a sitting.")


def attempt_values(entry: str, attempt: Attempt) -> dict[str, Any]:
    """An attempt with its takes as plain data."""
    return {
        "id": entry,
        "question": attempt.question,
        "prompt": attempt.prompt,
        "kind": attempt.kind.value,
        "competency": attempt.competency.value if attempt.competency else None,
        "role": attempt.role or None,
        "profile": attempt.profile,
        "state": attempt.state.value,
        "takes": [_take_values(take) for take in attempt.takes],
    }


def _take_values(take: Take) -> dict[str, Any]:
    rating = take.rating
    return {
        "started_at": take.started_at.isoformat(),
        "seconds": take.seconds,
        "length": take.length.value if take.length else None,
        "overtime_seconds": take.overtime_seconds if take.times else None,
        "mode": take.mode.value,
        "interrupted": take.interrupted,
        "probe": take.probe or None,
        "story": take.story or None,
        "confidence": rating.confidence if rating else None,
        "first": rating.first if rating else None,
        "final": rating.final if rating else None,
        "one_change": take.one_change or None,
        "text": take.text,
    }


def _tell_takes(history: History, question: str, since: datetime | None) -> None:
    """Every take of one question, the newest first, with its words."""
    for past in reversed(history.takes(question)):
        if since is not None and past.take.started_at < since:
            continue
        at = past.take.started_at.astimezone()
        say(f"{at:%Y-%m-%d %H:%M}  take {past.number + 1}  {rating_text(past.take)}")
        for label, text in take_lines(past.take):
            if label != "Rating":
                say(f"  {label}: {text}")
