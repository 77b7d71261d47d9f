"""`abi fit`: take an interview or pass, and look back on it later."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import click

from abi_coach.cli.csv_output import say_csv
from abi_coach.cli.filling import fill, form_options
from abi_coach.cli.group import CoachCommand, CoachGroup
from abi_coach.cli.invocation import INVOCATION, Invocation
from abi_coach.cli.output import say, say_json
from abi_coach.domain.fit import hindsight_line

if TYPE_CHECKING:
    from abi_coach.domain.fit import FitCheck

COLUMNS: Final = (
    "id", "on", "company", "role", "match", "interest", "step", "total", "verdict", "deal_breaker", "could_change",
    "reason", "taken", "right", "lesson", "looked_back_on",
)  # fmt: skip
_OPTIONS: Final = (
    ("--company", "company", "Who asks."),
    ("--role", "role", "For which role."),
    ("--match", "match", "Could I plausibly do 60 % of the must-haves? 0, 1 or 2."),
    ("--interest", "interest", "Would I be curious if the title were dull? 0, 1 or 2."),
    ("--step", "step", "Is it at least one step further than today? 0, 1 or 2."),
    ("--deal-breaker", "deal_breaker", "A deal-breaker, if there is one."),
    ("--could-change", "could_change", "The question that could change a 0."),
    ("--reason", "reason", "Why, in your words."),
)
_BACK: Final = (
    ("--taken", "taken", "Did you take it? yes or no."),
    ("--right", "right", "Was that right? right, wrong or unsure."),
    ("--lesson", "lesson", "What you would weigh differently."),
)


@click.group(cls=CoachGroup, default="list")
def fit() -> None:
    """Take it or pass: three questions, compared with your job of today."""


@fit.command(cls=CoachCommand)
@form_options(_OPTIONS)
@INVOCATION
def add(invocation: Invocation, /, **told: Any) -> None:  # noqa: ANN401 - the options of the form's fields
    """Decide about an interview; without options, each question is asked."""
    is_told = any(value is not None for value in told.values())
    fill(invocation, invocation.coach.career.fit.open_form(fresh=is_told), told, "abi fit add --plain")


@fit.command(cls=CoachCommand)
@click.argument("fit_id", metavar="ID")
@form_options(_OPTIONS)
@INVOCATION
def edit(invocation: Invocation, /, fit_id: str, **told: Any) -> None:  # noqa: ANN401 - the options of the fields
    """Change a decision; the old state is kept in the journal's history."""
    checks = invocation.coach.career.fit
    entry = checks.resolve(fit_id)
    fill(invocation, checks.open_form(entry), told, f"abi fit edit {checks.short(entry)} --plain")


@fit.command("list", cls=CoachCommand)
@click.option("--passed", is_flag=True, help="Only what was turned down.")
@click.option("--csv", "as_csv", is_flag=True, help="As a table for a spreadsheet.")
@INVOCATION
def list_checks(invocation: Invocation, *, passed: bool, as_csv: bool) -> None:
    """List decisions, the newest first, and what you think of them now."""
    checks = invocation.coach.career.fit
    told = {entry: check for entry, check in checks.all().items() if check.was_passed or not passed}
    rows = [fit_values(entry, check) for entry, check in told.items()]
    if invocation.json:
        say_json("abi.fits/1", {"fits": rows, "hindsight": hindsight_line(told.values())})
    elif as_csv:
        say_csv(COLUMNS, rows)
    elif not told:
        say("No decision yet. `abi fit add --plain` asks three questions about an interview that you are offered.")
    else:
        for entry, check in told.items():
            told_verdict = f"{check.on.isoformat()}  {check.title}: {check.verdict.advice.rstrip('.')}"
            now = f"; {check.right.value} in hindsight" if check.right else ""
            wait = f"; look back: `abi fit look-back {checks.short(entry)}`" if check.waits(checks.today) else ""
            say(f"{checks.short(entry)}  {told_verdict}{now}{wait}")
        say(hindsight_line(told.values()))


@fit.command(cls=CoachCommand)
@click.argument("fit_id", metavar="ID")
@INVOCATION
def show(invocation: Invocation, *, fit_id: str) -> None:
    """Show a decision, how it came about, and how the company compares with your job of today."""
    checks = invocation.coach.career.fit
    entry = checks.resolve(fit_id)
    check = checks.get(entry)
    compared = checks.comparison(check.company)
    if invocation.json:
        say_json("abi.fit/1", {**fit_values(entry, check), "why": check.why, "comparison": list(compared)})
        return
    for line in (*checks.lines(check), *compared):
        say(line)
    if check.right is not None:
        say(f"In hindsight {check.right.value}{f': {check.lesson}' if check.lesson else ''}.")


@fit.command("look-back", cls=CoachCommand)
@click.argument("fit_id", metavar="ID")
@form_options(_BACK)
@INVOCATION
def look_back(invocation: Invocation, /, fit_id: str, **told: Any) -> None:  # noqa: ANN401 - the options of the fields
    """Look back on a decision: whether you took it, and whether that was right."""
    checks = invocation.coach.career.fit
    entry = checks.resolve(fit_id)
    fill(invocation, checks.open_look_back(entry), told, f"abi fit look-back {checks.short(entry)} --plain")


def fit_values(entry: str, check: FitCheck) -> dict[str, Any]:
    """A decision as plain data."""
    return {
        "id": entry,
        "on": check.on.isoformat(),
        **{name: getattr(check, name) for name in ("company", "role", "match", "interest", "step", "total")},
        "verdict": check.verdict.value,
        **{name: getattr(check, name) for name in ("deal_breaker", "could_change", "reason", "taken")},
        "right": check.right.value if check.right else None,
        "lesson": check.lesson,
        "looked_back_on": check.looked_back_on.isoformat() if check.looked_back_on else None,
    }
