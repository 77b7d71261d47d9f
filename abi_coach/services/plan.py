"""Plans: made from the journal, explained, rendered, kept."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from typing import TYPE_CHECKING

from abi_coach.domain.explanation import Explanation, explain
from abi_coach.domain.plan import Plan
from abi_coach.domain.planning import make_plan
from abi_coach.domain.redaction import Redactor
from abi_coach.services.plan_document import plan_values
from abi_coach.services.plan_evidence import Gatherer
from abi_coach.storage.values import from_body, to_plain

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from typing import Any

    from abi_coach.domain.clock import Clock
    from abi_coach.domain.evidence import Evidence
    from abi_coach.domain.settings import Settings
    from abi_coach.services.documents import Documents
    from abi_coach.services.library import Library
    from abi_coach.storage.journal import Journal

DEFAULT_TEMPLATE = "improvement_plan"


@dataclass(frozen=True, slots=True)
class PlanOrder:
    """What a person asks of a plan: its day (None: today), role and interview ("" : the settings' and the next)."""

    on: date | None = None
    role: str = ""
    interview: str = ""
    redact: bool = False


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

    def make(self, order: PlanOrder = PlanOrder()) -> Plan:
        """The plan, reviewing the newest one that was kept before its day."""
        evidence = self._evidence(order)
        return make_plan(evidence, self._settings, self._before(evidence.plan_on))

    def explain(self, item: str, order: PlanOrder = PlanOrder()) -> Explanation:
        """Why an item has its priority. Raises NotFoundError with the nearest names."""
        asked = item.strip().lower()
        competency = asked.replace(" ", "_").replace("-", "_")
        evidence = self._evidence(order)
        known = {each.item for each in evidence.items}
        return explain(evidence, competency if competency in known else asked, self._settings)

    def values(self, plan: Plan, *, redact: bool = False) -> dict[str, Any]:
        """What templates and JSON get; redacted, without names, companies and amounts."""
        values = plan_values(plan)
        if redact:
            redacted: dict[str, Any] = self.redactor().data(values)
            return redacted
        return values

    def render(self, plan: Plan, template: str = DEFAULT_TEMPLATE, *, redact: bool = False) -> str:
        """The plan as Markdown."""
        return self._documents.render(template, plan=self.values(plan, redact=redact))

    def keep(self, plan: Plan) -> str:
        """Keep the plan, so that the next one reviews it; its entry's id. A plan of the same day is replaced."""
        journal = self._journal
        same_day = [row.entry for row in journal.rows("plan") if row.title == f"Plan of {plan.made_on}"]
        return journal.write("plan", to_plain(plan), entry=same_day[0] if same_day else None).entry

    def write(self, plan: Plan, path: Path, text: str, *, replace: bool = False) -> None:
        """Write the rendered plan to a file and keep the plan. Raises InputError for a file that was edited."""
        self._documents.write(path, text, replace=replace)
        self.keep(plan)

    def default_path(self, plan: Plan) -> Path:
        """Where the app writes a plan: `plans/` in the home, by its day."""
        home = self._journal.home
        home.make(home.plans)
        return home.plans / f"plan-{plan.made_on}.md"

    def redactor(self) -> Redactor:
        """Hides every company and person that the journal knows, and amounts."""
        return Redactor(self._names())

    def today(self) -> date:
        """The person's own day."""
        return self._clock().astimezone().date()

    def _evidence(self, order: PlanOrder) -> Evidence:
        bank = self._library.match(order.role or self._settings.practice.role or self._usual_role()).bank
        weights = self._library.head(bank).weights
        interview = self._journal.resolve(order.interview, "interview") if order.interview else None
        gatherer = Gatherer(self._journal, self._settings, order.on or self.today())
        return gatherer.gather(bank, weights, interview)

    def _usual_role(self) -> str:
        """The role of the next interview, else of the last sitting, else common."""
        journal = self._journal
        booked = journal.rows("interview", since=self._clock(), state="booked", newest_first=False, limit=1)
        rows = booked or journal.rows("sitting", limit=1)
        return (rows[0].role if rows else None) or "common"

    def _before(self, on: date) -> Plan | None:
        until = datetime.combine(on, time(), UTC)
        for revision in self._journal.current("plan", until=until, limit=1):
            return from_body(Plan, "plan", revision.version, revision.value())
        return None

    def _names(self) -> Iterator[str]:
        for revision in self._journal.current("interview"):
            body = revision.value()
            yield body.get("company", "")
            yield from (person.get("name", "") for person in body.get("people", ()))
        for revision in self._journal.current("hot_debrief"):
            yield from (person.get("name", "") for person in revision.value().get("people", ()))
