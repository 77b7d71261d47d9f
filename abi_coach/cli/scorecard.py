"""`abi scorecard`: companies and your own job on twelve dimensions, and what to ask next."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import click

from abi_coach.cli.csv_output import say_csv
from abi_coach.cli.filling import ask, form_options, given_answers, take
from abi_coach.cli.group import CoachCommand, CoachGroup
from abi_coach.cli.invocation import INVOCATION, Invocation
from abi_coach.cli.output import say, say_json
from abi_coach.cli.scorecard_values import LIST_COLUMNS, card_lines, card_row, card_values, compare_row, compare_text
from abi_coach.domain.scorecard import compare as side_by_side
from abi_coach.domain.scorecard_forms import EVIDENCE, RATED, dimension_and_rest

if TYPE_CHECKING:
    from abi_coach.services.open_form import OpenForm

_CSV: Final = click.option("--csv", "as_csv", is_flag=True, help="As a table for a spreadsheet.")
_MARKS: Final = (
    ("--rate…", "rate", "`manager=4 asked`, `pay=?`, `team=2 deal-breaker`. May be repeated."),
    ("--evidence…", "evidence", "`manager=she named three people`. May be repeated."),
)
_OWN: Final = (
    ("--pay", "pay", "What you earn, e.g. 82k EUR."),
    ("--role", "role", "Your role, e.g. backend."),
    ("--level", "level", "Your level, e.g. senior."),
    ("--place", "place", "Where you work."),
    ("--mode", "mode", "on site, hybrid or remote."),
    ("--bonus", "bonus", "An amount, or a share of the base like 10%."),
    ("--equity", "equity", "Equity a year."),
    ("--benefits", "benefits", "Benefits that matter."),
)


@click.group(cls=CoachGroup, default="list")
def scorecard() -> None:
    """Rate companies, and your own job, on twelve dimensions."""


@scorecard.command(cls=CoachCommand)
@click.argument("company", required=False)
@form_options(_MARKS)
@INVOCATION
def add(invocation: Invocation, /, company: str | None, **told: Any) -> None:  # noqa: ANN401 - the form's fields
    """Rate COMPANY, or change how it is rated: 1 to 5, ? for what is not known yet."""
    cards = invocation.coach.career.scorecards
    form = cards.open_form(company=company or "")
    _fill(invocation, form, told, "abi scorecard add --plain")


@scorecard.command(cls=CoachCommand)
@form_options((*_MARKS, *_OWN))
@INVOCATION
def baseline(invocation: Invocation, /, **told: Any) -> None:  # noqa: ANN401 - the options of the form's fields
    """Rate your job of today, with your pay: what every offer is compared with."""
    _fill(invocation, invocation.coach.career.scorecards.open_baseline(), told, "abi scorecard baseline --plain")


@scorecard.command("list", cls=CoachCommand)
@_CSV
@INVOCATION
def list_cards(invocation: Invocation, *, as_csv: bool) -> None:
    """List scorecards with their score and how much of it is known."""
    cards = invocation.coach.career.scorecards
    told = cards.all()
    rows = [card_row(entry, card) for entry, card in told.items()]
    if invocation.json:
        say_json("abi.scorecards/1", {"scorecards": rows})
    elif as_csv:
        say_csv(LIST_COLUMNS, rows)
    else:
        for entry, card in told.items():
            broken = ", ".join(one.label.lower() for one in card.broken_deals)
            say(f"{cards.short(entry)}  {card.title}: {card.sentence}{f'; deal-breaker: {broken}' if broken else ''}")
        if not told:
            say("No scorecard yet. Begin with your own job: `abi scorecard baseline --plain`.")


@scorecard.command(cls=CoachCommand)
@click.argument("company", metavar="COMPANY|ID|baseline")
@INVOCATION
def show(invocation: Invocation, *, company: str) -> None:
    """Show what is known of COMPANY, and three questions about what is not."""
    cards = invocation.coach.career.scorecards
    card = cards.card(company)
    asks = () if card.is_baseline else cards.questions_for(card.company)
    if invocation.json:
        entry = cards.entry_of(card.company)
        say_json("abi.scorecard/1", card_values(entry or "", card, asks))
        return
    for line in card_lines(card, asks):
        say(line)


@scorecard.command(cls=CoachCommand)
@click.argument("companies", metavar="[COMPANY…]", nargs=-1)
@_CSV
@INVOCATION
def compare(invocation: Invocation, *, companies: tuple[str, ...], as_csv: bool) -> None:
    """Put companies side by side, and beside your job of today; all of them without a name."""
    cards = invocation.coach.career.scorecards
    today = cards.baseline()
    chosen = [cards.card(company) for company in companies] or [*cards.companies().values()]
    told = [*([today] if today else []), *(card for card in chosen if not card.is_baseline)]
    rows = side_by_side(told)
    if invocation.json:
        compared = [{"dimension": row.dimension.value, "ratings": list(row.ratings)} for row in rows]
        say_json("abi.scorecard.compare/1", {"columns": [card_row("", card) for card in told], "dimensions": compared})
    elif as_csv:
        say_csv(("dimension", *(card.title for card in told)), (compare_row(row, told) for row in rows))
    else:
        for line in compare_text(rows, told) if told else ("Nothing to compare yet: `abi scorecard add COMPANY`.",):
            say(line)


def _fill(invocation: Invocation, form: OpenForm, told: dict[str, Any], instead: str) -> None:
    """Take marks and evidence by dimension, then the other answers; ask where nothing was given."""
    given = given_answers(told)
    if not given:
        ask(invocation, form, instead)
        return
    for text in given.pop("rate", ()):
        dimension, rating = dimension_and_rest(text)
        take(form, {f"{RATED}/{dimension.value}": rating.replace("deal breaker", "deal-breaker")})
    place = len(form.state.get(EVIDENCE) or [])
    for number, text in enumerate(given.pop("evidence", ()), place):
        dimension, what = dimension_and_rest(text)
        take(form, {f"{EVIDENCE}/{number}/+": "yes"})
        take(form, {f"{EVIDENCE}/{number}/dimension": dimension.value, f"{EVIDENCE}/{number}/what": what})
    take(form, given)
    say(form.finish())
