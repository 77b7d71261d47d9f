"""What stands in each note of an exported folder: its front matter, its words, and a link to what it belongs to."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import quote

from abi_coach.domain.attempt import Attempt
from abi_coach.domain.errors import DamagedJournalError
from abi_coach.domain.plan import Plan
from abi_coach.domain.story import Story
from abi_coach.domain.story_text import story_lines
from abi_coach.domain.take_lines import take_lines
from abi_coach.rendering.escape import md_inline
from abi_coach.rendering.front_matter import front_matter
from abi_coach.services.debrief_document import DebriefDocuments
from abi_coach.services.entries import value_of
from abi_coach.services.plan import Layout

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from abi_coach.domain.redaction import Redactor
    from abi_coach.services.parts import Parts
    from abi_coach.storage.journal_rows import EntryRow
    from abi_coach.storage.revision import Revision

FOLDERS: Final = {
    "attempt": "practice",
    "drill": "practice",
    "interview": "interviews",
    "partner_sheet": "debriefs",
    "peer_rating": "debriefs",
    "promise": "promises",
    "story": "stories",
    "plan": "plans",
    "advert": "market",
    "pay": "market",
    "skill_level": "market",
    "pulse": "market",
    "scorecard": "scorecards",
    "fit": "scorecards",
    "contact": "contacts",
    "reflection": "reflections",
}
"""Where the notes of each kind go. Debriefs and outcomes stand in their interview's note; kinds that only the
program needs have none."""

_HIDDEN: Final = frozenset({"interview", "question", "source", "where", "title", "name"})
_AMOUNTS: Final = frozenset({"Base min", "Base max", "Bonus", "Equity"})
_WORDS: Final = re.compile(r"[a-z]+(_[a-z]+)+")
_LABELS: Final = {"if_": "If", "then": "Then I will", "on": "On", "can_show": "What I can show now"}


class Notes:
    """Writes the text of notes; `paths` are those of all notes, by entry. Redacted, names and amounts stay out."""

    def __init__(self, coach: Parts, paths: Mapping[str, str], redactor: Redactor | None) -> None:
        self._coach = coach
        self._paths = paths
        self._redactor = redactor

    def text(self, row: EntryRow) -> str:
        """The whole note of an entry. Raises TemplateError."""
        tags = ["abi", row.kind.replace("_", "-")]
        about = {"title": self._plain(_title(row)), "date": row.at.date(), "kind": row.kind, "tags": tags}
        return front_matter({**about, "abi": row.entry}) + self._body(row) + self._link(row)

    def _body(self, row: EntryRow) -> str:
        """As a document where there is one for it; what cannot be read as its kind is told as it is kept."""
        revision = self._coach.journal.get(row.entry)
        try:
            document = self._document(row, revision)
            lines = () if document or revision is None else tuple(_lines(revision))
        except DamagedJournalError:
            document, lines = "", tuple(_kept_lines(revision.value())) if revision else ()
        return document or self._note({"title": _title(row), "lines": list(lines)})

    def _document(self, row: EntryRow, revision: Revision | None) -> str:
        redact = self._redactor is not None
        if row.kind == "interview":
            return DebriefDocuments(self._coach).render(row.entry, redact=redact)
        if revision is not None and row.kind == "plan":
            return self._coach.plans.render(value_of(revision, Plan, "plan"), Layout(redact=redact))
        return ""

    def _note(self, note: dict[str, Any]) -> str:
        if self._redactor is not None:
            kept = [line for line in note["lines"] if line["label"] not in _AMOUNTS]
            note = self._redactor.data({**note, "lines": kept})
        return self._coach.documents.render("note", note=note)

    def _link(self, row: EntryRow) -> str:
        """A link that note programs follow: relative, with what a path may not hold as escapes."""
        if row.parent not in self._paths:
            return ""
        parent = self._coach.journal.row(row.parent or "")
        title = self._plain(_title(parent)) if parent else "what it belongs to"
        return f"\nBelongs to [{md_inline(title)}](../{quote(self._paths[row.parent or ''])})\n"

    def _plain(self, text: str) -> str:
        return self._redactor.text(text) if self._redactor else text


def _title(row: EntryRow) -> str:
    return row.title.strip() or row.kind.replace("_", " ").capitalize()


def _lines(revision: Revision) -> Iterator[dict[str, Any]]:
    """What an entry says, as labelled lines: in the order of telling where we know it, else as it is kept."""
    if revision.kind == "attempt":
        yield from _attempt_lines(value_of(revision, Attempt, "attempt"))
    elif revision.kind == "story":
        yield from _pairs(story_lines(value_of(revision, Story, "story")))
    else:
        yield from _kept_lines(revision.value())


def _attempt_lines(attempt: Attempt) -> Iterator[dict[str, Any]]:
    about = (attempt.competency.label if attempt.competency else "", ", ".join(attempt.skills))
    yield from _pairs((("Asked of", " · ".join(filter(None, about))), ("Kind", attempt.kind.label)))
    for number, take in enumerate(attempt.takes, start=1):
        when = f"{take.started_at.astimezone():%Y-%m-%d %H:%M}"
        yield from _pairs(((f"Take {number}", when), *take_lines(take)))


def _pairs(told: Iterable[tuple[str, str]]) -> Iterator[dict[str, Any]]:
    return ({"label": label, "text": text, "items": []} for label, text in told if text.strip())


def _kept_lines(body: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """A body as labelled lines; lists become items, mappings are told in one line."""
    for key, value in body.items():
        if key in _HIDDEN or not _is_told(value):
            continue
        label = _LABELS.get(key, key.strip("_").replace("_", " ").capitalize())
        items = [_told(item) for item in value] if isinstance(value, list) else []
        yield {"label": label, "text": "" if items else _told(value), "items": [item for item in items if item]}


def _is_told(value: object) -> bool:
    return value not in (None, "", [], {}) and value is not False


def _told(value: Any) -> str:  # noqa: ANN401 - JSON of any shape
    if isinstance(value, dict):
        told = {key.strip("_").replace("_", " "): item for key, item in value.items() if _is_told(item)}
        return "; ".join(f"{key}: {_told(item)}" for key, item in told.items() if key not in _HIDDEN)
    if isinstance(value, list):
        return ", ".join(_told(item) for item in value)
    if value is True:
        return "yes"
    text = str(value)
    return text.replace("_", " ") if _WORDS.fullmatch(text) else text
