"""Plans: made from the journal, explained, rendered, kept."""

from __future__ import annotations

from datetime import date, timedelta
from functools import cached_property
from typing import TYPE_CHECKING, Any, Final

from abi_coach.domain.competency import Competency
from abi_coach.domain.errors import InputError
from abi_coach.domain.explanation import Explanation, explain
from abi_coach.domain.plan_edit import carried_over
from abi_coach.domain.planning import make_plan, review
from abi_coach.domain.skill_name import skill_slug
from abi_coach.domain.value import Value, frozen
from abi_coach.services.kept_plans import KeptPlan, KeptPlans, check_day
from abi_coach.services.plan_askable import askable, not_planned
from abi_coach.services.plan_document import front_matter_values, plan_values
from abi_coach.services.plan_evidence import Gatherer
from abi_coach.services.working import Working

if TYPE_CHECKING:
    from collections.abc import Container
    from pathlib import Path

    from abi_coach.domain.action import Action
    from abi_coach.domain.clock import Clock
    from abi_coach.domain.evidence import Evidence
    from abi_coach.domain.plan import Plan
    from abi_coach.domain.plan_diff import PlanDifference
    from abi_coach.domain.settings import Settings
    from abi_coach.services.documents import Documents
    from abi_coach.services.library import Library
    from abi_coach.storage.journal import Journal

DEFAULT_TEMPLATE: Final = "improvement_plan"
FOR_OTHERS: Final = frozenset({"mentor", "mentor.md.j2"})
"""Templates to hand on, always redacted: by the last part of their name in small letters, as `./Mentor` is one too."""


@frozen
class PlanOrder(Value):
    """What a person asks of a plan: its day (None: today), role and interview ("" : the settings' and the next)."""

    on: date | None = None
    role: str = ""
    interview: str = ""
    redact: bool = False


@frozen
class Layout(Value):
    """How a plan is written down: the template, what is hidden, charts in ASCII, and YAML front matter."""

    template: str = DEFAULT_TEMPLATE
    redact: bool = False
    ascii_charts: bool = False
    front_matter: bool = False


class Plans:
    """Makes plans. Making one writes nothing, so the same journal, day and settings always give the same plan."""

    def __init__(
        self, journal: Journal, library: Library, documents: Documents, settings: Settings, clock: Clock
    ) -> None:
        self._journal = journal
        self._library = library
        self._documents = documents
        self._settings = settings
        self._clock = clock

    @cached_property
    def kept(self) -> KeptPlans:
        """The plans that were kept."""
        return KeptPlans(self._journal, self._clock)

    def make(self, order: PlanOrder = PlanOrder()) -> Plan:
        """The plan, reviewing the newest one that was kept before its day.

        Made again on a day whose plan was kept, it has the person's words and ticks of that one.
        """
        evidence = self._evidence(order)
        same, before = self.kept.around(evidence.plan_on)
        made = make_plan(evidence, self._settings, before.plan if before else None)
        self._journal.check_rows(each for planned in made.priorities for each in planned.explanation.entries)
        return carried_over(made, same.plan) if same else made

    def explain(self, item: str, order: PlanOrder = PlanOrder()) -> Explanation:
        """Why an item, by any of its names, has its priority. Raises NotFoundError with the nearest names."""
        evidence = self._evidence(order)
        explanation = explain(evidence, self._item(item, {each.item for each in evidence.items}), self._settings)
        self._journal.check_rows(explanation.entries)
        return explanation

    def reviewed(self, plan: Plan) -> tuple[Action, ...]:
        """A kept plan's actions as the evidence of today has them; those whose targets it reaches are done."""
        return review(plan, self._evidence(PlanOrder(role=plan.role)), self._settings)

    def values(self, plan: Plan, *, redact: bool = False) -> dict[str, Any]:
        """What templates and JSON get; redacted, without names, companies and amounts."""
        works = Working(self._journal, self._settings.signals.window_days).claims(plan.made_on, self._settings.meters)
        from abi_coach.services.plan_follow_ups import follow_ups_on  # noqa: PLC0415 - only documents repeat them

        horizon = plan.made_on + timedelta(days=self._settings.plan.horizon_days)
        due = [one for one in follow_ups_on(self._journal, plan.made_on) if one.due_on <= horizon]
        values = plan_values(plan, works, due)
        if redact:
            from abi_coach.services.redacting import redactor_of  # noqa: PLC0415 - few ask for it

            redacted: dict[str, Any] = redactor_of(self._journal).data(values)
            return redacted
        return values

    def render(self, plan: Plan, layout: Layout = Layout()) -> str:
        """The plan as Markdown. Raises NotFoundError for an unknown template, TemplateError for a broken one."""
        redact = layout.redact or layout.template.casefold().rpartition("/")[2] in FOR_OTHERS
        values = self.values(plan, redact=redact)
        text: str = self._documents.render(layout.template, plan=values, ascii_charts=layout.ascii_charts)
        if not layout.front_matter:
            return text
        from abi_coach.rendering.front_matter import front_matter  # noqa: PLC0415 - few ask for it

        return front_matter(front_matter_values(values)) + text

    def keep(self, plan: Plan) -> str:
        """Keep the plan, so that the next one reviews it; its entry's id. A plan of the same day is replaced."""
        return self.kept.keep(plan)

    def write(self, plan: Plan, path: Path, text: str, *, replace: bool = False) -> None:
        """Write the rendered plan to a file and keep the plan. Raises InputError for one that was edited."""
        self._documents.write(path, text, replace=replace)
        self.keep(plan)

    def difference(self, before: str = "", after: str = "") -> PlanDifference:
        """Two plans, by day or id; else the newest kept and today's for the same role. Raises InputError for none."""
        from abi_coach.domain.plan_diff import compare  # noqa: PLC0415 - only comparing needs it

        later = self.kept.find(after).plan if after else None
        day = later.made_on if later else self.today()
        earlier: KeptPlan | None = self.kept.find(before) if before else self.kept.before(day)
        if earlier is None:
            message = f"No plan was kept before {day}. `abi plan keep` keeps today's for the next time."
            raise InputError(message)
        return compare(earlier.plan, later or self.make(PlanOrder(role=earlier.plan.role)))

    def default_path(self, plan: Plan) -> Path:
        """Where the app writes a plan: `plans/` in the home, by its day."""
        home = self._journal.home
        home.make(home.plans)
        return home.plans / f"plan-{plan.made_on}.md"

    def today(self) -> date:
        """The person's own day."""
        return self._clock().astimezone().date()

    def _evidence(self, order: PlanOrder) -> Evidence:
        bank = self._library.match(order.role or self._settings.practice.role or self._usual_role()).bank
        weights = self._library.head(bank).weights
        interview = self._journal.resolve(order.interview, "interview") if order.interview else None
        day = check_day(order.on or self.today())
        gatherer = Gatherer(self._journal, self._settings, day, lambda: self._library.skill_names)
        gathered = gatherer.gather(bank, weights, interview).in_window(self._settings.signals.window_days)
        evidence = askable(gathered, self._library)
        if interview and evidence.interview is None:
            message = (
                f"The interview {order.interview} is not booked for {day} or later. `abi interview list` shows when."
            )
            raise InputError(message)
        return evidence

    def _item(self, asked: str, known: Container[str]) -> str:
        """The item that is meant. Raises InputError for the competency and the skills that no plan works on."""
        slug = skill_slug(asked)
        competency = slug.replace("-", "_")
        found = next((name for name in (competency, slug, asked.strip().lower()) if name in known), "")
        if not found and competency == Competency.ROLE_EXPERTISE:
            message = "Role expertise is planned skill by skill. Name a skill; `abi skill list` shows yours."
            raise InputError(message)
        if not found and (found := self._library.skill_names.get(slug, "")) and found not in known:
            raise InputError(not_planned(found, self._library))
        return found or asked.strip()

    def _usual_role(self) -> str:
        """The role of the next interview, else of the last sitting, else common."""
        journal = self._journal
        booked = journal.rows("interview", since=self._clock(), state="booked", newest_first=False, limit=1)
        rows = booked or journal.rows("sitting", limit=1)
        return (rows[0].role if rows else None) or "common"
