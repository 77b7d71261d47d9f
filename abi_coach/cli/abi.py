"""The `abi` command with its subcommands, each imported when it is called."""

from __future__ import annotations

import gc
from typing import Final

import click

from abi_coach import __version__
from abi_coach.cli.group import CoachGroup
from abi_coach.cli.invocation import INVOCATION, Invocation
from abi_coach.cli.moments import MOMENTS
from abi_coach.cli.opening import show_home

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
        if not gc.isenabled():  # see __main__; what was loaded so far never needs collecting
            gc.freeze()
            gc.set_threshold(100_000, 20, 100)  # values by the ten thousand, hardly any of them garbage: seldom look
            gc.enable()
        return
    show_home(invocation)
