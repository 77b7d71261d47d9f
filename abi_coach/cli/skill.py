"""`abi skill`: what the market asks for, how you stand, and how you did when asked."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import click

from abi_coach.cli.csv_output import say_csv
from abi_coach.cli.group import CoachCommand, CoachGroup
from abi_coach.cli.invocation import INVOCATION, Invocation
from abi_coach.cli.output import say, say_json
from abi_coach.domain.skill_level import SkillLevel

if TYPE_CHECKING:
    from abi_coach.domain.skill_tally import SkillLine

COLUMNS: Final = ("skill", "asked", "records", "demand", "demand_before", "level", "gap", "answers", "sentence")
NOTHING_YET: Final = (
    "Nothing yet. Take an advert in with `abi market add-advert FILE`, or say how you stand: "
    "`abi skill set kubernetes rusty`."
)


@click.group(cls=CoachGroup, default="list")
def skill() -> None:
    """See what the market asks for beside how you stand."""


@skill.command("list", cls=CoachCommand)
@click.option("--csv", "as_csv", is_flag=True, help="As a table for a spreadsheet.")
@INVOCATION
def list_skills(invocation: Invocation, *, as_csv: bool) -> None:
    """List skills, the biggest gaps first: asked in the last 90 days, your level, your answers."""
    lines = invocation.coach.career.skills.tally()
    if invocation.json:
        say_json("abi.skills/1", {"skills": [skill_values(line) for line in lines]})
    elif as_csv:
        say_csv(COLUMNS, map(skill_values, lines))
    else:
        for line in lines:
            say(f"{line.sentence}{f' ({line.trend})' if line.trend else ''}")
        if not lines:
            say(NOTHING_YET)


@skill.command("set", cls=CoachCommand)
@click.argument("skill_name", metavar="SKILL")
@click.argument("level", metavar="strong|rusty|missing", type=click.Choice([level.value for level in SkillLevel]))
@INVOCATION
def set_level(invocation: Invocation, *, skill_name: str, level: str) -> None:
    """Say how you stand with SKILL: strong, rusty or missing."""
    own = invocation.coach.career.skills.set_level(skill_name, SkillLevel(level))
    say(f"Saved: {own.skill} is {own.level.value}.")


def skill_values(line: SkillLine) -> dict[str, Any]:
    """One line of the tally as plain data; `demand` is a share, 0 to 1."""
    return {
        "skill": line.skill,
        "asked": line.asked,
        "records": line.records,
        "demand": round(line.demand, 3),
        "demand_before": None if line.before is None else round(line.before, 3),
        "level": line.level.value if line.level else None,
        "gap": round(line.gap, 3),
        "answers": list(line.finals),
        "sentence": line.sentence,
    }
