"""`abi drill`: two minutes on one thing."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

import click

from abi_coach.cli.group import CoachCommand, CoachGroup
from abi_coach.cli.invocation import INVOCATION, Invocation
from abi_coach.cli.lines import EndOfInput, Lines
from abi_coach.cli.output import say, say_json
from abi_coach.domain.drill import Drill

if TYPE_CHECKING:
    from collections.abc import Callable

    from abi_coach.domain.drill import DrillRun
    from abi_coach.services.drill import Drills


@click.group(cls=CoachGroup, default="list", short_help="Two-minute drills.")
def drill() -> None:
    """Drill one thing for two minutes; every drill is kept."""


@drill.command("list", cls=CoachCommand)
@INVOCATION
def list_drills(invocation: Invocation) -> None:
    """List the drills and how they went; at a terminal, open them."""
    drills = _drills(invocation)
    if invocation.json:
        say_json("abi.drills/1", {"drills": [run_values(run) for run in drills.past()]})
    elif _has_screen(invocation):
        _open_screen(invocation, None)
    else:
        for one in Drill:
            last = drills.past(one)[:1]
            said = f"  (last: {last[0].hit_rate})" if last and last[0].tried else ""
            say(f"abi drill {one.value:<10} {one.does}{said}")


@drill.command(cls=CoachCommand)
@click.argument("text", nargs=-1)
@INVOCATION
def compass(invocation: Invocation, text: tuple[str, ...]) -> None:
    """Tell what TEXT, any question, may be about, which words say so, and which stories fit; --json only tells."""
    drills = _drills(invocation)
    if invocation.json:
        from abi_coach.cli.compass_values import compass_values  # noqa: PLC0415 - on use

        say_json("abi.drill.compass/1", compass_values(*drills.compass(" ".join(text))))
    elif text:
        from abi_coach.cli.plain_drill import tell_bearing  # noqa: PLC0415 - on use

        tell_bearing(drills, " ".join(text))
    else:
        _run(invocation, Drill.COMPASS)


@drill.command(cls=CoachCommand)
@click.option("--seed", type=int, help="The same seed gives the same questions.")
@INVOCATION
def asked(invocation: Invocation, *, seed: int | None) -> None:
    """Name the competency that is really asked for, before you answer."""
    _run(invocation, Drill.ASKED, seed=seed)


@drill.command(cls=CoachCommand)
@click.option("--seed", type=int, help="The same seed gives the same questions.")
@INVOCATION
def retrieval(invocation: Invocation, *, seed: int | None) -> None:
    """Find the story for a question in ten seconds."""
    _run(invocation, Drill.RETRIEVAL, seed=seed)


@drill.command(cls=CoachCommand)
@click.option("--story", default="", metavar="STORY", help="Which story; otherwise the first one by title.")
@INVOCATION
def ladder(invocation: Invocation, *, story: str) -> None:
    """Tell one story in 30, 60, 90 and 180 seconds; what two minutes leave over comes next time."""
    _run(invocation, Drill.LADDER, story=invocation.coach.stories.resolve(story) if story else "")


@drill.command(cls=CoachCommand)
@click.option("--seed", type=int, help="The same seed gives the same questions.")
@INVOCATION
def opener(invocation: Invocation, *, seed: int | None) -> None:
    """Give the first answer of an interview, aloud, within its time."""
    _run(invocation, Drill.OPENER, seed=seed)


def run_values(run: DrillRun) -> dict[str, Any]:
    """A drill as plain data."""
    return {
        "drill": run.drill.value,
        "started_at": run.started_at.isoformat(),
        "tried": run.tried,
        "hits": run.hits,
        "rounds": [
            {
                "prompt": one.prompt,
                "question": one.question or None,
                "seconds": one.seconds,
                "limit": one.limit,
                "named": one.named or None,
                "story": one.story or None,
                "said": one.said or None,
                "hit": one.is_hit,
            }
            for one in run.rounds
        ],
    }


def _drills(invocation: Invocation) -> Drills:
    from abi_coach.services.drill import drills_of  # noqa: PLC0415 - on use

    return drills_of(invocation.coach)


def _run(invocation: Invocation, which: Drill, **wish: Any) -> None:  # noqa: ANN401 - what `Drills.open` takes
    """Run a drill in lines or on a screen; with --json only tell how it went before."""
    drills = _drills(invocation)
    if invocation.json:
        say_json("abi.drills/1", {"drills": [run_values(run) for run in drills.past(which)]})
        return
    if not invocation.plain:
        invocation.need_terminal(f"abi drill {which.value} --plain")
        _open_screen(invocation, which, **wish)
        return
    from abi_coach.cli import plain_drill  # noqa: PLC0415 - on use

    if which is Drill.COMPASS:
        _until_the_end(lambda: plain_drill.run_compass(drills, Lines()))
        return
    room = drills.open(which, **wish)
    plain = plain_drill.PlainDrill(room, Lines(), invocation.coach.settings.meters)
    _until_the_end(plain.run)
    plain.tell_end()


def _until_the_end(run: Callable[[], None]) -> None:
    """The end of the input ends a drill as `stop` does: every round is kept already."""
    try:
        run()
    except EndOfInput:
        return


def _has_screen(invocation: Invocation) -> bool:
    return not invocation.plain and sys.stdin.isatty() and sys.stdout.isatty()


def _open_screen(invocation: Invocation, which: Drill | None, **wish: Any) -> None:  # noqa: ANN401 - as above
    from abi_coach.ui.app import run_app  # noqa: PLC0415 - Textual is loaded only to show a screen
    from abi_coach.ui.screens.drills import DrillsScreen, screen_for  # noqa: PLC0415 - the same

    coach = invocation.coach
    first = DrillsScreen(coach) if which is None else screen_for(coach, which, **wish)
    run_app(coach, first=first)
