"""`abi practice`: practise, or only describe the set; look back on old takes."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

import click

from abi_coach.cli.group import CoachGroup
from abi_coach.cli.invocation import INVOCATION, Invocation
from abi_coach.cli.lines import EndOfInput, Lines
from abi_coach.cli.output import say, say_json, tell
from abi_coach.domain.competency import Competency
from abi_coach.domain.errors import InputError
from abi_coach.domain.kind import Kind, Level
from abi_coach.domain.timing import TimeFactor

if TYPE_CHECKING:
    from abi_coach.domain.choosing import Chosen
    from abi_coach.domain.question import AnyQuestion
    from abi_coach.services.coach import Coach
    from abi_coach.services.practice import Order, PracticeSet
    from abi_coach.services.practice_room import PracticeRoom


@click.group(
    cls=CoachGroup,
    default="start",
    lazy={"history": ("abi_coach.cli.practice_history", "practice_history", "Look back on old takes.")},
    short_help="Practise with a real clock.",
)
def practice() -> None:
    """Practise with a real clock: think, answer, rate, review.

    Without options you get three questions that fit you best today.
    """


@practice.command("start")
@click.option("--role", default="", help="Whose questions, e.g. backend or “Senior Backend Developer”.")
@click.option("--preset", default="", help="How many: quick, screen, panel, full, async, marathon, or your own.")
@click.option("--profile", default="", help="How the clock behaves: live, async, recruiter, untimed …")
@click.option("--kind", type=click.Choice([kind.value for kind in Kind]), help="Only this kind of question.")
@click.option("--competency", type=click.Choice([one.value for one in Competency]), help="Only this competency.")
@click.option("--skill", help="Only questions with this skill.")
@click.option("--level", type=click.Choice([level.value for level in Level]), help="Only this level.")
@click.option("--difficulty", type=click.IntRange(1, 3), help="1 expected, 2 a trade-off, 3 hard.")
@click.option("--question", metavar="ID", help="Exactly this question.")
@click.option("--seed", type=int, help="The same seed, day and journal give the same set.")
@click.option("--time-factor", type=click.Choice([factor.value for factor in TimeFactor]), help="More time, or off.")
@click.option("--typed", is_flag=True, help="Type the answers instead of saying them.")
@INVOCATION
def start_practice(invocation: Invocation, **options: Any) -> None:  # noqa: ANN401 - one per option above
    """Practise now; with --json only describe the set."""
    typed = options.pop("typed")
    order = _order(**options)
    if invocation.json:
        say_json("abi.practice/1", _described(invocation.coach.practice.describe(order), invocation.coach))
        return
    if not invocation.plain:
        invocation.need_terminal("abi practice --plain")
    chosen = invocation.coach.practice.describe(order)
    if order.wish.role and not chosen.match.exact:
        title = invocation.coach.library.head(chosen.match.bank).title
        tell(f"Nothing is called “{order.wish.role}”; practising from “{chosen.match.bank}” ({title}).")
    if invocation.plain:
        _run(invocation.coach.practice.begin(chosen), typed=typed)
        return
    _show(invocation, invocation.coach.practice.begin(chosen), typed=typed)


@practice.command("resume")
@click.option("--typed", is_flag=True, help="Type the answers instead of saying them.")
@click.option("--afresh", is_flag=True, help="Keep an answer that was cut off as it is, and start it again.")
@INVOCATION
def resume_practice(invocation: Invocation, *, typed: bool, afresh: bool) -> None:
    """Go on with the last sitting that was left; in lines with --plain or where no terminal is."""
    waiting = invocation.coach.practice.unfinished()
    if invocation.json:
        left = [{"id": one.entry, "title": one.title, "at": one.at.isoformat()} for one in waiting]
        say_json("abi.practice.waiting/1", {"waiting": left})
        return
    if not waiting:
        say("Nothing waits to be resumed. `abi practice` starts a sitting.")
        return
    room = invocation.coach.practice.resume(waiting[0].entry)
    if afresh and room.now is not None:
        room.now.put_aside()
    if not invocation.plain and sys.stdin.isatty() and sys.stdout.isatty():
        _show(invocation, room, typed=typed)
        return
    say(f"Resuming {waiting[0].title}.")
    _run(room, typed=typed)


def _show(invocation: Invocation, room: PracticeRoom, *, typed: bool) -> None:
    from abi_coach.ui.app import run_app  # noqa: PLC0415 - Textual is loaded only to show a screen
    from abi_coach.ui.screens.practice import PracticeScreen  # noqa: PLC0415 - the same

    run_app(invocation.coach, first=PracticeScreen(room, typed=typed))


def _run(room: PracticeRoom, *, typed: bool) -> None:
    from abi_coach.cli.plain_asking import LeaveSitting  # noqa: PLC0415 - on use
    from abi_coach.cli.plain_practice import PlainPractice  # noqa: PLC0415 - on use

    try:
        PlainPractice(room, Lines(), typed=typed).run()
    except LeaveSitting:
        say(f"Left at {room.sitting.place}. What was said is kept: `abi practice resume --plain` goes on.")
    except EndOfInput:
        message = f"The input ended at {room.sitting.place}. What was said is kept: `abi practice resume` goes on."
        raise InputError(message) from None


def _order(**options: Any) -> Order:  # noqa: ANN401 - one per option
    from abi_coach.domain.choosing import Wish  # noqa: PLC0415 - on use
    from abi_coach.domain.kind import Difficulty  # noqa: PLC0415 - on use
    from abi_coach.services.practice import Order  # noqa: PLC0415 - on use

    wish = Wish(
        role=options["role"],
        kind=Kind(options["kind"]) if options["kind"] else None,
        competency=Competency(options["competency"]) if options["competency"] else None,
        skill=options["skill"],
        level=Level(options["level"]) if options["level"] else None,
        difficulty=Difficulty(options["difficulty"]) if options["difficulty"] else None,
        question=options["question"],
    )
    factor = TimeFactor(options["time_factor"]) if options["time_factor"] else None
    return Order(wish, options["preset"], options["profile"], options["seed"], factor)


def _described(chosen: PracticeSet, coach: Coach) -> dict[str, Any]:
    return {
        "role": {"bank": chosen.match.bank, "asked": chosen.match.asked, "exact": chosen.match.exact},
        "preset": chosen.preset.name,
        "profile": chosen.profile.name,
        "seed": chosen.seed,
        "time_factor": chosen.time_factor.value,
        "questions": [_question(one, coach.library.question(one.question)) for one in chosen.questions],
    }


def _question(chosen: Chosen, question: AnyQuestion) -> dict[str, Any]:
    """A question of the set; a question that the candidate asks has no competency."""
    competency = getattr(question, "competency", None)
    return {
        "id": chosen.question,
        "prompt": question.prompt,
        "kind": question.kind.value,
        "competency": competency.value if competency else None,
        "reason": chosen.reason,
        "standing": chosen.standing.name.lower(),
    }
