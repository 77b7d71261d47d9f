"""`abi plan`: at most three things to do next, and why."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from abi_coach.cli.group import CoachGroup
from abi_coach.cli.invocation import INVOCATION, Invocation
from abi_coach.cli.output import say, say_json, write_document

if TYPE_CHECKING:
    from abi_coach.services.plan import PlanOrder


class Day(click.ParamType[date]):
    """A day written as 2026-12-04."""

    name = "day"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:  # noqa: ANN401 - click's
        """The day, or a usage error that says how to write one."""
        try:
            return datetime.strptime(value, "%Y-%m-%d").date()  # noqa: DTZ007 - a day has no zone
        except (TypeError, ValueError):
            self.fail(f"“{value}” is no day; write it as 2026-12-04.", param, ctx)


@click.group(cls=CoachGroup, default="show", short_help="At most three things to do next, and why.")
def plan() -> None:
    """At most three things to do in the next two weeks, why, and how you will know."""


@plan.command("show")
@click.option("--out", type=click.Path(path_type=Path), help="Write it to this file and keep it for the next review.")
@click.option("--date", "on", type=Day(), metavar="YYYY-MM-DD", help="The plan as of this day.")
@click.option("--role", default="", help="Weigh competencies for this role.")
@click.option("--interview", default="", metavar="ID", help="For this interview.")
@click.option("--template", default="improvement_plan", metavar="NAME", help="Another template.")
@click.option("--redact", is_flag=True, help="Hide names, companies and amounts.")
@click.option("--replace", is_flag=True, help="Write over a file that was edited by hand.")
@INVOCATION
def show(invocation: Invocation, *, out: Path | None, template: str, replace: bool, **asked: Any) -> None:  # noqa: ANN401 - options
    """Print the plan as Markdown."""
    from abi_coach.services.plan import Layout
    plans = invocation.coach.plans
    order = _order(**asked)
    made = plans.make(order)
    if out is not None:
        plans.write(made, out, plans.render(made, Layout(template, order.redact)), replace=replace)
    if invocation.json:
        say_json("abi.plan/1", plans.values(made, redact=order.redact))
    elif out is not None:
        say(f"Wrote {out}.")
    else:
        write_document(plans.render(made, Layout(template, order.redact)))


@plan.command("explain")
@click.argument("item")
@click.option("--date", "on", type=Day(), metavar="YYYY-MM-DD", help="The plan as of this day.")
@click.option("--role", default="", help="Weigh competencies for this role.")
@click.option("--interview", default="", metavar="ID", help="For this interview.")
@INVOCATION
def explain(invocation: Invocation, item: str, **asked: Any) -> None:  # noqa: ANN401 - options
    """Show how the number of a competency or skill comes about, to the last decimal."""
    from abi_coach.services.plan_document import explanation_values  # noqa: PLC0415 - on use

    values = explanation_values(invocation.coach.plans.explain(item, _order(**asked)))
    if invocation.json:
        say_json("abi.plan.explain/1", values)
        return
    say(
        f"{values['label']}: {values['points']:.1f} of 100"
        + (" (little evidence)" if values["little_evidence"] else "")
    )
    factor = f"importance {values['importance']:g}"
    if values["booked_factor"] != 1:
        factor += f" × {values['booked_factor']:g} for the booked interview"
    say(f"100 × {factor} × weight × value, each rounded to 0.1")
    for part in values["parts"]:
        product = f"value {part['value']:.3f} × weight {part['weight']:.3f} = {part['points']:5.1f}"
        say(f"  {part['letter']}  {part['name']:<18} {product}")
        say(f"     {part['formula']}")
        for line in part["inputs"]:
            say(f"     · {line['on'] or '':10} {line['text']}")
    say(f"  {values['sum']}")
    for note in values["notes"]:
        say(f"  {note}")


def _order(*, on: date | None, role: str, interview: str, redact: bool = False) -> PlanOrder:
    from abi_coach.services.plan import PlanOrder  # noqa: PLC0415 - on use

    return PlanOrder(on, role, interview, redact)
