"""Questions for other programs: Anki's text import, and a table for a spreadsheet."""

from __future__ import annotations

import csv
import io
from html import escape
from typing import TYPE_CHECKING, Final

from abi_coach.domain.plain_text import strip_controls
from abi_coach.domain.question import Question
from abi_coach.services.question_text import told_question

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from abi_coach.domain.glance import QuestionRow
    from abi_coach.domain.question import AnyQuestion
    from abi_coach.services.library import Library

_ANKI_HEAD: Final = (
    "#separator:tab",
    "#html:true",
    "#guid column:1",
    "#tags column:4",
    "#columns:guid\tFront\tBack\tTags",
)
_COLUMNS: Final = (
    "id", "bank", "kind", "competency", "secondary", "skills", "difficulty", "levels", "prompt", "parts",
    "really_asking", "anchor_1", "anchor_3", "anchor_5", "probes", "traps", "dimension", "good_sign", "warning_sign",
    "follow_up", "think_seconds", "target_seconds", "max_seconds", "story_hint", "area", "jurisdiction", "answer",
    "bridge", "decline", "source", "asked_on",
)  # fmt: skip
_FORMULA: Final = ("=", "+", "-", "@", "|", "%", "\t", "\r", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20")
"""What a spreadsheet takes for the start of a formula, also in its wide form."""
_BLANK: Final = " \u00a0\u200b\u3000"
_NO_COMMANDS: Final = {ord(mark): f"&#{ord(mark)};" for mark in "[{\\"}
"""What begins a sound, a gap or a formula in Anki's notes."""


def anki_text(library: Library, rows: Iterable[QuestionRow]) -> str:
    """Notes for Anki's text import: id, prompt, what to look for, tags; the id makes a second import an update."""
    out = io.StringIO()
    out.write("\n".join(_ANKI_HEAD) + "\n")
    writer = csv.writer(out, delimiter="\t", lineterminator="\n")
    for row in rows:
        question = library.question(row.id)
        back = "<br>".join(
            f"<b>{escape(label.strip())}</b> {_html(text)}" for label, text in told_question(question)[1:]
        )
        tags = ["abi", f"bank::{row.bank}", f"kind::{row.kind}", *_named("competency", row.competency)]
        tags += [f"skill::{skill}" for skill in row.skills.split()]
        writer.writerow([_guid(row.id), _html(question.prompt), back, " ".join(_tag(tag) for tag in tags)])
    return out.getvalue()


def csv_text(library: Library, rows: Iterable[QuestionRow]) -> str:
    """A table with a heading; no cell can be taken for a formula."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(_COLUMNS)
    for row in rows:
        told = _told(row, library.question(row.id))
        writer.writerow([_cell(told.get(column, "")) for column in _COLUMNS])
    return out.getvalue()


def _told(row: QuestionRow, question: AnyQuestion) -> dict[str, str]:
    told = {
        "id": row.id, "bank": row.bank, "kind": row.kind, "competency": row.competency or "",
        "secondary": row.secondary or "", "skills": row.skills, "levels": row.levels, "prompt": question.prompt,
    }  # fmt: skip
    if not isinstance(question, Question):
        signs = ("good_sign", "warning_sign", "follow_up")
        return told | {"dimension": question.dimension.value} | {name: getattr(question, name) for name in signs}
    anchors = question.anchors
    return told | {
        "difficulty": str(question.difficulty.value),
        "parts": " | ".join(question.parts),
        "really_asking": question.really_asking,
        "anchor_1": anchors.one,
        "anchor_3": anchors.three,
        "anchor_5": anchors.five,
        "probes": " | ".join(question.probes),
        "traps": " | ".join(question.traps),
        **_of_kind(question),
        "source": question.source,
        "asked_on": question.asked_on,
    }


def _of_kind(question: Question) -> dict[str, str]:
    """The times, and what only some kinds have."""
    times = question.times()
    told = {
        "think_seconds": str(times.think), "target_seconds": str(times.target), "max_seconds": str(times.maximum),
        "story_hint": question.story_hint, "area": question.area or "", "jurisdiction": " ".join(question.jurisdiction),
    }  # fmt: skip
    routes = question.routes
    return told | ({name: getattr(routes, name) for name in ("answer", "bridge", "decline")} if routes else {})


def _cell(text: str) -> str:
    clean = strip_controls(text)
    return f"'{clean}" if clean.lstrip(_BLANK).startswith(_FORMULA) else clean


def _html(text: str) -> str:
    """Text as it is, whatever it looks like; lines stay lines."""
    lines = (" ".join(line.split()) for line in strip_controls(text).splitlines())
    return "<br>".join(escape(line).translate(_NO_COMMANDS) for line in lines if line)


def _guid(text: str) -> str:
    """The id; Anki reads a line that begins with # as a setting."""
    return f"abi {text}" if text.startswith("#") else text


def _tag(text: str) -> str:
    return "_".join(strip_controls(text).split())


def _named(what: str, value: str | None) -> Iterator[str]:
    if value:
        yield f"{what}::{value}"
