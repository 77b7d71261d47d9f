"""`abi market`: pay that was named, adverts that were read, what is heard of."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import click

from abi_coach.cli import market_values as values
from abi_coach.cli.csv_output import say_csv
from abi_coach.cli.filling import fill, form_options
from abi_coach.cli.group import CoachCommand, CoachGroup
from abi_coach.cli.invocation import INVOCATION, Invocation
from abi_coach.cli.output import say, say_json
from abi_coach.cli.skill import NOTHING_YET, skill_values

if TYPE_CHECKING:
    from abi_coach.domain.pay_band import PayBand

_CSV: Final = click.option("--csv", "as_csv", is_flag=True, help="As a table for a spreadsheet.")
_MOST: Final = 10
ADD_PAY: Final = '`abi market add "85k–95k EUR" --role backend --source advert`'
PAY_OPTIONS: Final = (
    ("--role", "role", "For which role, e.g. backend."),
    ("--source", "source", "advert, recruiter, interview, offer, peer or own."),
    ("--level", "level", "At which level, e.g. senior."),
    ("--place", "place", "A city or country."),
    ("--company", "company", "At which company."),
    ("--mode", "mode", "on site, hybrid or remote."),
    ("--bonus", "bonus", "An amount, or a share of the base like 10%."),
    ("--equity", "equity", "Equity a year."),
    ("--benefits", "benefits", "Benefits that matter."),
    ("--disclosed", "disclosed", "When it was told: advert, first_call, later or offer."),
    ("--trust", "trust", "1 hearsay, 2 told by somebody who knows, 3 in writing."),
    ("--on", "on", "The day; today without it."),
)


@click.group(
    cls=CoachGroup,
    default="show",
    lazy={
        "add-advert": ("abi_coach.cli.market_advert", "add_advert", "Take in an advert: shows each match, then asks."),
        "pulse": ("abi_coach.cli.market_pulse", "pulse", "A guided look at the market, 20 minutes every quarter."),
    },
)
def market() -> None:
    """See what the market asks for and pays."""


@market.command(cls=CoachCommand, hidden=True)
@INVOCATION
def show(invocation: Invocation) -> None:
    """Show the market at a glance: skills, pay, the last pulse."""
    career = invocation.coach.career
    skills, bands, pulse = career.skills.tally(), career.pay.bands(), career.pulses.last()
    if invocation.json:
        told = {
            "skills": [skill_values(line) for line in skills],
            "bands": [values.band_values(band) for band in bands],
            "last_pulse_on": pulse.on.isoformat() if pulse else None,
        }
        say_json("abi.market/1", told)
        return
    for line in skills[:_MOST]:
        say(line.sentence)
    for band in bands:
        say(_band_line(band))
    say(f"Last pulse {pulse.on.isoformat()}." if pulse else "No pulse yet: `abi market pulse --plain`, every quarter.")
    if not skills and not bands:
        say(NOTHING_YET)
        say(f"Keep pay that you hear of: {ADD_PAY}.")


@market.command(cls=CoachCommand)
@click.argument("pay", required=False)
@form_options(PAY_OPTIONS)
@INVOCATION
def add(invocation: Invocation, /, **told: Any) -> None:  # noqa: ANN401 - the options of the form's fields
    """Keep PAY that was named, e.g. "85k–95k EUR" or "£550/day"; without any word, it is asked for."""
    is_told = any(value is not None for value in told.values())
    fill(invocation, invocation.coach.career.pay.open_form(fresh=is_told), told, "abi market add --plain")


@market.command(cls=CoachCommand)
@click.argument("pay_id", metavar="ID")
@click.option("--pay", "pay", help="What was named, e.g. 85k–95k EUR.")
@form_options(PAY_OPTIONS)
@INVOCATION
def edit(invocation: Invocation, /, pay_id: str, **told: Any) -> None:  # noqa: ANN401 - the options of the fields
    """Change a point of pay; the old state is kept in the journal's history."""
    ledger = invocation.coach.career.pay
    entry = ledger.resolve(pay_id)
    fill(invocation, ledger.open_form(entry), told, f"abi market edit {ledger.short(entry)} --plain")


@market.command("list", cls=CoachCommand)
@_CSV
@INVOCATION
def list_pay(invocation: Invocation, *, as_csv: bool) -> None:
    """List pay that was named, the newest first."""
    ledger = invocation.coach.career.pay
    points = ledger.all()
    rows = [values.point_values(entry, point) for entry, point in points.items()]
    if invocation.json:
        say_json("abi.pay/1", {"points": rows})
    elif as_csv:
        say_csv(values.POINT_COLUMNS, rows)
    else:
        for entry, point in points.items():
            about = ", ".join(filter(None, (point.role, point.level, point.place, point.company)))
            say(f"{ledger.short(entry)}  {point.on.isoformat()}  {point.sentence}  {about}  ({point.source.label})")
        if not points:
            say(f"No pay kept yet. {ADD_PAY} keeps one.")


@market.command(cls=CoachCommand)
@_CSV
@INVOCATION
def bands(invocation: Invocation, *, as_csv: bool) -> None:
    """Show quartiles per role, level, place and currency over 12 months; nothing under five points."""
    told = invocation.coach.career.pay.bands()
    if invocation.json:
        say_json("abi.pay.bands/1", {"bands": [values.band_values(band) for band in told]})
    elif as_csv:
        say_csv(values.BAND_COLUMNS, map(values.band_row, told))
    else:
        for band in told:
            say(_band_line(band))
        if not told:
            say("No pay of the last 12 months. Five points of the same role, level, place and currency make a band.")


@market.command(cls=CoachCommand)
@_CSV
@INVOCATION
def adverts(invocation: Invocation, *, as_csv: bool) -> None:
    """List the adverts that were taken in, the newest first."""
    ledger = invocation.coach.career.adverts
    told = ledger.all()
    rows = [values.advert_values(entry, advert) for entry, advert in told.items()]
    if invocation.json:
        say_json("abi.adverts/1", {"adverts": rows})
    elif as_csv:
        say_csv(values.ADVERT_COLUMNS, rows)
    else:
        for entry, advert in told.items():
            say(f"{ledger.short(entry)}  {advert.on.isoformat()}  {advert.summary}")
        if not told:
            say("No advert yet. `abi market add-advert FILE` takes one in; - reads it from a pipe.")


@market.command(cls=CoachCommand)
@_CSV
@INVOCATION
def trends(invocation: Invocation, *, as_csv: bool) -> None:
    """List trends, tools and projects that you heard of in your pulses."""
    pulses = invocation.coach.career.pulses
    rows = [values.heard_values("trend", one) for one in pulses.trends()]
    rows += [values.heard_values("project", one) for one in pulses.projects()]
    if invocation.json:
        say_json("abi.trends/1", {"heard": rows})
    elif as_csv:
        say_csv(values.TREND_COLUMNS, rows)
    else:
        for row in rows:
            say(f"{row['kind']:<8} {row['text']}  (heard {row['times']}×, last {row['last_on']})")
        if not rows:
            say("Nothing heard yet. `abi market pulse --plain` asks every quarter.")


def _band_line(band: PayBand) -> str:
    return f"{band.group.label}: {band.sentence}"
