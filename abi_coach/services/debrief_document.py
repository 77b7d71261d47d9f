"""A debrief as a document: hot, cold and outcome on one page, for oneself or, redacted, for others."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from abi_coach.domain.interview_forms import INTENTS
from abi_coach.services.redacting import redactor_of
from abi_coach.storage.values import to_plain

if TYPE_CHECKING:
    from datetime import date, datetime
    from pathlib import Path

    from abi_coach.domain.debrief import ColdDebrief, HotDebrief, Improve
    from abi_coach.domain.interview import Interview, Outcome
    from abi_coach.services.parts import Parts

TEMPLATE: Final = "debrief"


class DebriefDocuments:
    """Renders debriefs; rendering one writes nothing."""

    def __init__(self, coach: Parts) -> None:
        self._coach = coach

    def render(self, interview: str, template: str = TEMPLATE, *, redact: bool = False) -> str:
        """The debrief of an interview (its entry id) as Markdown. Raises NotFoundError, TemplateError."""
        return self._coach.documents.render(template, debrief=self.values(interview, redact=redact))

    def values(self, interview: str, *, redact: bool = False) -> dict[str, Any]:
        """What the template gets."""
        debriefs = self._coach.debriefs
        told, hot, cold = debriefs.interview(interview), debriefs.hot(interview), debriefs.cold(interview)
        values: dict[str, Any] = {
            "interview": _interview_values(told),
            "hot": _hot_values(hot) if hot else None,
            "cold": _cold_values(cold, hot) if cold and hot else None,
            "outcome": _outcome_values(told.outcome) if told.outcome else None,
        }
        if redact:
            values = redactor_of(self._coach.journal).data(values)
        return values

    def plain(self, interview: str, *, redact: bool = False) -> dict[str, Any]:
        """Everything as it is kept, for JSON."""
        debriefs = self._coach.debriefs
        parts = {
            "interview": debriefs.interview(interview),
            "hot": debriefs.hot(interview),
            "cold": debriefs.cold(interview),
        }
        kept: dict[str, Any] = to_plain(parts)
        if redact:
            kept = redactor_of(self._coach.journal).data(kept)
        return kept

    def default_path(self, interview: str) -> Path:
        """Where a debrief goes when no file is named: `debriefs/` in the home, by its day and stage."""
        home = self._coach.home
        home.make(home.debriefs)
        told = self._coach.debriefs.interview(interview)
        at = told.ended_at or told.starts_at or self._coach.clock()
        stage, short = told.stage.value.replace("_", "-"), self._coach.interviews.short(interview)
        return home.debriefs / f"debrief-{at.astimezone().date()}-{stage}-{short}.md"


def _interview_values(told: Interview) -> dict[str, Any]:
    intents = {choice.value: choice.label for choice in INTENTS}
    return {
        "title": told.title,
        "company": told.company,
        "role": told.role,
        "stage": told.stage.value.replace("_", " "),
        "format": told.format.value.replace("_", " "),
        "on": _day(told.ended_at or told.starts_at),
        "intent": intents.get(told.intent or "", ""),
        "wants": told.wants,
        "loop": told.loop,
    }


def _hot_values(hot: HotDebrief) -> dict[str, Any]:
    return {
        "origin": hot.origin.value,
        "questions": [
            {
                "text": asked.text,
                "landed": asked.landed,
                "tags": [tag.value for tag in asked.tags],
                "best": place == hot.best,
                "redo": place == hot.redo,
                "line": asked.line,
            }
            for place, asked in enumerate(hot.questions)
        ],
        "promised_them": hot.promised_them,
        "promised_me": hot.promised_me,
        "promised_by": hot.promised_by,
        "confidence": hot.confidence,
        "nerves": hot.nerves,
        "word": hot.word,
        "people": [{"name": one.name, "role": one.role} for one in hot.people],
    }


def _cold_values(cold: ColdDebrief, hot: HotDebrief) -> dict[str, Any]:
    texts = [asked.text for asked in hot.questions]
    again = [one for one in cold.reconstructed if one.question < len(texts)]
    return {
        "again": [
            {
                "text": texts[one.question],
                "checking": one.checking,
                "said": one.said,
                "follow_up": one.follow_up,
                "four_would": one.four_would,
            }
            for one in again
        ],
        "went_well": [{"did": one.did, "how_known": one.how_known, "reuse": one.reuse} for one in cold.went_well],
        "improve": [_improve_values(one) for one in cold.improve],
        "gaps": list(cold.gaps),
        "keep": [texts[place] for place in cold.keep if place < len(texts)],
        "them": cold.them,
        "fit": to_plain(cold.fit),
        "distance": cold.distance,
        "thanks_sent": cold.follow_up.thanks_sent,
        "promised": cold.follow_up.promised,
        "next_on": cold.follow_up.next_on,
    }


def _improve_values(one: Improve) -> dict[str, Any]:
    item = one.item.replace("_", " ")
    return {"what": one.what, "cause": one.cause.value, "item": item, "if": one.if_, "then": one.then}


def _outcome_values(outcome: Outcome) -> dict[str, Any]:
    result = outcome.result.value.replace("_", " ")
    return {"result": result, "on": outcome.on, "words": outcome.words, "changes_plan": outcome.changes_plan}


def _day(at: datetime | None) -> date | None:
    return at.astimezone().date() if at else None
