"""`abi plan`: at most three things to do next, and why."""

from __future__ import annotations

import sys
from datetime import date, datetime
from pathlib import Path
from shutil import get_terminal_size
from typing import TYPE_CHECKING, Any, Final

import click

from abi_coach.cli.ascii_charts import wants_ascii
from abi_coach.cli.given_path import GivenPath
from abi_coach.cli.group import CoachCommand, CoachGroup
from abi_coach.cli.guessed_role import tell_guess
from abi_coach.cli.invocation import INVOCATION, Invocation
from abi_coach.cli.output import say, say_json, tell, write_document

if TYPE_CHECKING:
    from collections.abc import Callable

    from abi_coach.services.plan import Layout, PlanOrder


class Day(click.ParamType[date]):
    """A day written as 2026-12-04."""

    name = "day"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:  # noqa: ANN401 - click's
        """The day, or a usage error that says how to write one."""
        try:
            return datetime.strptime(value, "%Y-%m-%d").date()  # noqa: DTZ007 - a day has no zone
        except (TypeError, ValueError):
            self.fail(f"“{value}” is no day; write it as 2026-12-04.", param, ctx)


_WIDTH: Final = 100
_LAZY: Final = {
    "action": ("abi_coach.cli.plan_action", "action", "The plan's actions: list, tick, put into your own words."),
    "history": ("abi_coach.cli.plan_history", "history", "The plans that were kept."),
    "diff": ("abi_coach.cli.plan_history", "diff", "What is different between two plans."),
}


@click.group(cls=CoachGroup, default="show", lazy=_LAZY, short_help="At most three things to do next, and why.")
def plan() -> None:
    """At most three things to do in the next two weeks, why, and how you will know.

    `abi plan` takes the options of `abi plan show`: --out, --template, --interview, --redact and more.
    """


def _ordered(command: Callable[..., None]) -> Callable[..., None]:
    """The options that say which plan is meant."""
    for option in (
        click.option("--interview", default="", metavar="ID", help="For this interview."),
        click.option("--role", default="", help="Weigh competencies for this role."),
        click.option("--date", "on", type=Day(), metavar="YYYY-MM-DD", help="The plan as of this day."),
    ):
        command = option(command)
    return command


@plan.command("show", cls=CoachCommand)
@click.option("--out", type=GivenPath(), help="Write it to this file, and keep it for the next review.")
@_ordered
@click.option(
    "--template", default="improvement_plan", metavar="NAME", help="improvement_plan, one_page, mentor, or your own."
)
@click.option("--redact", is_flag=True, help="Hide names, companies and amounts.")
@click.option("--front-matter", is_flag=True, help="Start with YAML front matter, for note programs.")
@click.option("--replace", is_flag=True, help="Write over a file that was edited by hand.")
@INVOCATION
def show(
    invocation: Invocation,
    *,
    out: Path | None,
    template: str,
    redact: bool,
    front_matter: bool,
    replace: bool,
    **asked: Any,  # noqa: ANN401 - the options of the order
) -> None:
    """Print the plan as Markdown; with --out write it to a file."""
    plans = invocation.coach.plans
    out = None if out == Path("-") else out
    made = plans.make(_order(invocation, **asked))
    layout = _layout(invocation, template, redact=redact, front_matter=front_matter)
    if out is not None:
        plans.write(made, out, plans.render(made, layout), replace=replace)
    if invocation.json:
        say_json("abi.plan/1", plans.values(made, redact=redact))
    elif out is not None:
        say(f"Wrote {out} and kept the plan of {made.made_on}.")
    else:
        _print(plans.render(made, layout))


@plan.command("keep", cls=CoachCommand)
@_ordered
@INVOCATION
def keep(invocation: Invocation, **asked: Any) -> None:  # noqa: ANN401 - the options of the order
    """Keep the plan without writing a file: the next plan opens with what became of it."""
    plans = invocation.coach.plans
    made = plans.make(_order(invocation, **asked))
    entry = plans.keep(made)
    if invocation.json:
        say_json("abi.plan.kept/1", {"id": entry, "made_on": made.made_on})
        return
    say(f"Kept the plan of {made.made_on} ({plans.kept.short(entry)}).")


@plan.command("explain", cls=CoachCommand)
@click.argument("item")
@_ordered
@INVOCATION
def explain(invocation: Invocation, item: str, **asked: Any) -> None:  # noqa: ANN401 - the options of the order
    """Show how the number of a competency or skill comes about, to the last decimal."""
    from abi_coach.cli.plan_text import explain_lines  # noqa: PLC0415 - on use
    from abi_coach.services.plan_document import explanation_values  # noqa: PLC0415 - on use

    values = explanation_values(invocation.coach.plans.explain(item, _order(invocation, **asked)))
    if invocation.json:
        say_json("abi.plan.explain/1", values)
        return
    for line in explain_lines(values):
        say(line)


def _print(document: str) -> None:
    """The exact Markdown into a pipe or file; at a terminal as wide as that, without backslashes for Markdown."""
    if sys.stdout.isatty():
        from abi_coach.rendering.readable import readable, wrapped  # noqa: PLC0415 - on use

        say(wrapped(readable(document).rstrip("\n"), min(_WIDTH, get_terminal_size().columns)))
        tell("To keep it: abi plan keep, or abi plan --out plan.md")
        return
    write_document(document)


def _order(invocation: Invocation, *, on: date | None, role: str, interview: str) -> PlanOrder:
    from abi_coach.services.plan import PlanOrder  # noqa: PLC0415 - on use

    if role:
        tell_guess(invocation.coach.library.match(role))
    return PlanOrder(on, role, interview)


def _layout(invocation: Invocation, template: str, *, redact: bool, front_matter: bool) -> Layout:
    from abi_coach.services.plan import Layout  # noqa: PLC0415 - on use

    return Layout(template, redact, wants_ascii(invocation), front_matter)
