"""The `abi` command, and the only place where exit codes are decided.

0 done · 1 the person's data or input is wrong · 2 usage, or no terminal where one is needed.
"""

from __future__ import annotations

import gc
import os
import sys
from datetime import UTC, datetime
from functools import partial
from typing import TYPE_CHECKING, Final

import click

from abi_coach import __version__
from abi_coach.cli.group import CoachGroup
from abi_coach.cli.invocation import INVOCATION, Invocation
from abi_coach.cli.moments import MOMENTS
from abi_coach.cli.output import tell
from abi_coach.domain.errors import CoachError, NoTerminalError

if TYPE_CHECKING:
    from types import TracebackType

DONE: Final = 0
WRONG_INPUT: Final = 1
WRONG_USAGE: Final = 2
INTERRUPTED: Final = 130

COMMANDS: Final = {
    "next": ("abi_coach.cli.next", "next_command", "One recommendation, its reason, and the command that starts it."),
    "practice": ("abi_coach.cli.practice", "practice", "Practise with a real clock."),
    "drill": ("abi_coach.cli.drill", "drill", "Two-minute drills."),
    "debrief": ("abi_coach.cli.debrief", "debrief", "Debrief an interview while you still remember it."),
    "interview": ("abi_coach.cli.interview", "interview", "Interviews: upcoming and past."),
    "card": ("abi_coach.cli.card", "card", "One screen for the minutes before an interview."),
    "story": ("abi_coach.cli.story", "story", "Your stories, ready to tell."),
    "plan": ("abi_coach.cli.plan", "plan", "At most three things to do next, and why."),
    "progress": ("abi_coach.cli.progress", "progress", "What changed, with every number and how many are missing."),
    "fit": ("abi_coach.cli.fit", "fit", "Take an interview, or pass."),
    "skill": ("abi_coach.cli.skill", "skill", "What the market asks for, and how you stand."),
    "market": ("abi_coach.cli.market", "market", "Pay, adverts, and the quarterly pulse."),
    "scorecard": ("abi_coach.cli.scorecard", "scorecard", "Culture and quality of life, employer by employer."),
    "contact": ("abi_coach.cli.contact", "contact", "People met, and when to be in touch again."),
    "reflect": ("abi_coach.cli.reflect", "reflect", "Look back on half a year."),
    "bank": ("abi_coach.cli.bank", "bank", "Question banks: browse, check, write your own."),
    "export": ("abi_coach.cli.export", "export", "Everything you wrote, as JSON Lines."),
    "import": ("abi_coach.cli.export", "import_command", "Bring an export, or another journal, in."),
    "backup": ("abi_coach.cli.backup", "backup", "Copy the journal now."),
    "restore": ("abi_coach.cli.backup", "restore", "Go back to a copy of the journal."),
    "doctor": ("abi_coach.cli.doctor", "doctor", "Check the home folder and say what to do."),
    "forget": ("abi_coach.cli.forget", "forget", "Delete for good: an interview, a company, a person, everything."),
    "help": ("abi_coach.cli.help", "help_command", "Commands by moment: before, after, plan, career, care."),
    "completion": ("abi_coach.cli.completion", "completion", "Print the shell completion for bash, zsh or fish."),
}


@click.group(
    cls=CoachGroup,
    lazy=COMMANDS,
    sections=dict(MOMENTS.values()),
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.version_option(__version__, prog_name="abi", message="%(prog)s %(version)s")
@INVOCATION
@click.pass_context
def abi(context: click.Context, invocation: Invocation) -> None:
    """Always be interviewing: rehearse, interview, debrief, plan.

    Without a command, abi opens its screens. Everything stays on this machine.
    """
    if context.invoked_subcommand is not None:
        return
    invocation.need_terminal("abi next")
    # Until Home is complete nothing is worth collecting, and looking costs a tenth of the start.
    gc.disable()
    overview = invocation.coach.overviews.read()
    from abi_coach.ui.app import run_app  # noqa: PLC0415 - Textual is loaded only to show a screen

    run_app(invocation.coach, overview=overview)


def main(args: list[str] | None = None) -> None:
    """Run `abi` and leave with an honest exit code."""
    invocation = Invocation()
    if "ABI_DEBUG" not in os.environ:
        sys.excepthook = partial(_report_crash, invocation)
    sys.exit(_run(sys.argv[1:] if args is None else args, invocation))


def _report_crash(
    invocation: Invocation, _kind: type[BaseException], error: BaseException, _trace: TracebackType | None
) -> None:
    """A defect of ours: one line and a report in the chosen home, instead of a traceback with what was typed."""
    from abi_coach.services.crash_report import write_crash_report  # noqa: PLC0415 - hopefully never
    from abi_coach.storage.home import open_home  # noqa: PLC0415 - the same

    try:
        home = None if invocation.demo else open_home(invocation.home, os.environ)
    except CoachError:  # there is no place for a report
        home = None
    tell(str(write_crash_report(home, error, datetime.now(UTC))))


def _run(args: list[str], invocation: Invocation) -> int:
    os.umask(0o077)
    _replace_what_the_terminal_cannot_show()
    try:
        outcome = abi.main(args, prog_name="abi", standalone_mode=False, obj=invocation)
        sys.stdout.flush()
    except (click.exceptions.Exit, click.ClickException, click.Abort, KeyboardInterrupt) as error:
        return _explain_stop(error)
    except CoachError as error:
        tell(str(error))
        return WRONG_USAGE if isinstance(error, NoTerminalError) else WRONG_INPUT
    except (BrokenPipeError, SystemExit):  # click ends so when whoever read our output has left
        _drop_output()
        return DONE
    finally:
        for close in reversed(invocation.closers):
            close()
    return outcome if isinstance(outcome, int) else DONE


def _explain_stop(error: BaseException) -> int:
    """Say why click ended the command, and the exit code for it."""
    if isinstance(error, click.exceptions.Exit):
        return error.exit_code
    if isinstance(error, click.UsageError) and error.ctx is not None:
        tell(error.ctx.get_usage())
    if isinstance(error, click.ClickException):
        tell(error.format_message())
        return WRONG_USAGE if isinstance(error, click.UsageError) else WRONG_INPUT
    tell("Stopped. What was saved stays saved.")
    return INTERRUPTED


def _drop_output() -> None:
    """Whoever read our output has left; say nothing more, and let Python's own flush at exit find nothing."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _replace_what_the_terminal_cannot_show() -> None:
    """A terminal that cannot show a character gets a replacement for it, never a crash."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")
