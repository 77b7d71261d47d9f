"""Reflections: asked with the evidence beside each question, and set against the last one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from abi_coach.domain.pulse_forms import with_evidence
from abi_coach.domain.reflection import Prompt, Reflection, said_of
from abi_coach.domain.reflection_forms import REFLECTION_FORM, reflection_of, reflection_state
from abi_coach.services.ledger import Asking, Ledger
from abi_coach.services.redacting import redactor_of
from abi_coach.services.reflection_evidence import ReflectionEvidence

if TYPE_CHECKING:
    from datetime import date

    from abi_coach.domain.clock import Clock
    from abi_coach.services.documents import Documents
    from abi_coach.services.open_form import OpenForm
    from abi_coach.services.reflection_evidence import Sources
    from abi_coach.storage.journal import Journal

REFLECTION: Final = "reflection"
TEMPLATE: Final = "reflection"


class Reflections(Ledger[Reflection]):
    """Reflections, the newest first."""

    def __init__(self, journal: Journal, clock: Clock, documents: Documents, sources: Sources) -> None:
        super().__init__(journal, clock, REFLECTION, Reflection)
        self._documents = documents
        self._sources = sources

    def last(self, before: date | None = None) -> Reflection | None:
        """The newest reflection, or the newest one before a day."""
        told = self.all().values()
        return next((one for one in told if before is None or one.on < before), None)

    def prompts(self, on: date | None = None) -> tuple[Prompt, ...]:
        """Every question with the evidence of the six months up to a day (today), and the last answer before it."""
        day = on or self.today
        last, evidence = self.last(on), ReflectionEvidence(self.journal, self._sources, day).lines()
        return tuple(
            Prompt(
                field.key, field.title, field.prompt, said_of(last, field.key) if last else "",
                evidence.get(field.key, ()),
            )
            for field in REFLECTION_FORM.fields
        )  # fmt: skip

    def open_form(self, *, fresh: bool = False) -> OpenForm:
        """The form of today's reflection."""
        last = self.last()
        header = (f"Set against your reflection of {last.on.isoformat()}.",) if last else ()
        asking: Asking[Reflection] = Asking(
            form=with_evidence(REFLECTION_FORM, {prompt.key: prompt.hint for prompt in self.prompts()}),
            read=lambda state, _before: reflection_of(state, self.today),
            write=reflection_state,
            done=self._done,
            resume="abi reflect --plain",
            header=lambda _state: header,
        )
        return self.ask(asking, fresh=fresh)

    def values(self, entry: str, *, redact: bool = False) -> dict[str, Any]:
        """A reflection as a template and JSON get it: each question, what was said, the evidence, the last answer."""
        reflection = self.get(entry)
        last = self.last(reflection.on)
        prompts = [
            {
                "key": prompt.key, "title": prompt.title, "question": prompt.question,
                "said": said_of(reflection, prompt.key), "last": prompt.last, "evidence": list(prompt.evidence),
            }
            for prompt in self.prompts(reflection.on)
        ]  # fmt: skip
        values = {"on": reflection.on, "last_on": last.on if last else None, "prompts": prompts}
        redacted: dict[str, Any] = redactor_of(self.journal).data(values) if redact else values
        return redacted

    def render(self, entry: str, template: str = TEMPLATE, *, redact: bool = False) -> str:
        """A reflection as Markdown. Raises NotFoundError, TemplateError."""
        return self._documents.render(template, reflection=self.values(entry, redact=redact))

    def _done(self, reflection: Reflection, short: str) -> str:
        """What was saved, and to refresh the baseline where it is old."""
        baseline = self._sources.scorecards.baseline()
        is_old = baseline is None or (reflection.on - baseline.on).days > _OLD_DAYS
        more = " Now rate today's job: `abi scorecard baseline`." if is_old else ""
        return f"Saved the reflection of {reflection.on.isoformat()} ({short}).{more}"


_OLD_DAYS: Final = 30
