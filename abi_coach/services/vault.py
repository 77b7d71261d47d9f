"""Everything as a folder of Markdown, readable without abi and open to any note program; and back in.

The notes are for reading. What `abi import` reads back is `journal.jsonl` beside them, because notes cannot hold
every older version of every entry.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from abi_coach.domain.role import slug_of
from abi_coach.domain.errors import FileError
from abi_coach.storage.exchange import write_export
from abi_coach.storage.files import write_file

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from abi_coach.domain.redaction import Redactor
    from abi_coach.services.documents import Documents
    from abi_coach.storage.journal import Journal
    from abi_coach.storage.journal_rows import EntryRow

JOURNAL: Final = "journal.jsonl"
FOLDERS: Final = {
    "attempt": "practice",
    "interview": "interviews",
    "hot_debrief": "debriefs",
    "cold_debrief": "debriefs",
    "promise": "promises",
    "story": "stories",
    "plan": "plans",
    "advert": "market",
    "pay_point": "market",
    "skill_level": "market",
    "scorecard": "scorecards",
    "fit": "scorecards",
    "contact": "contacts",
    "reflection": "reflections",
    "pulse": "market",
    "drill": "practice",
}
"""Where the notes of each kind go; kinds that only the program needs have none."""

_HIDDEN: Final = frozenset({"sitting", "interview", "question", "source", "where", "prompt"})
_TECHNICAL: Final = frozenset({"times", "wanted", "mode", "gap_seconds", "think_seconds"})
_SLUG_LENGTH: Final = 50


class Vault:
    """Writes the folder."""

    def __init__(self, journal: Journal, documents: Documents) -> None:
        self._journal = journal
        self._documents = documents

    def write(self, folder: Path, redactor: Redactor | None = None) -> int:
        """Write a note for every entry; how many. Redacted, the journal itself stays out. Raises FileError."""
        if folder.exists() and not folder.is_dir():
            message = f"{folder} is a file. Name a folder, or a file that ends in .jsonl."
            raise FileError(message)
        rows = [row for kind in FOLDERS for row in self._journal.rows(kind, newest_first=False)]
        paths = _paths(rows, redactor)
        for row in rows:
            self._write_note(folder, row, paths, redactor)
        if redactor is None:
            write_export(self._journal, folder / JOURNAL)
        return len(rows)

    def _write_note(self, folder: Path, row: EntryRow, paths: dict[str, str], redactor: Redactor | None) -> None:
        revision = self._journal.get(row.entry)
        body: dict[str, Any] = revision.value() if revision else {}
        title = row.title or row.kind.replace("_", " ")
        link = (
            {"title": "the entry that it belongs to", "path": f"../{paths[row.parent]}"}
            if row.parent in paths
            else None
        )
        # Only our own words: an id, a kind and a day need no quoting.
        front = f"---\nabi: {row.entry}\nkind: {row.kind}\ndate: {row.at:%Y-%m-%d}\n---\n\n"
        note = {
            "title": title,
            "lines": [line for line in _lines(body) if line["text"] or line["items"]],
            "links": [link] if link else [],
        }
        if redactor is not None:
            note = redactor.data(note)
        path = folder / paths[row.entry]
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        write_file(path, front + self._documents.render("note", note=note))


def _paths(rows: list[EntryRow], redactor: Redactor | None) -> dict[str, str]:
    """A name for every note: day, slug of the title, and the end of the id, which is never shared."""
    named = {}
    for row in rows:
        title = redactor.text(row.title) if redactor else row.title
        slug = slug_of(title)[:_SLUG_LENGTH].strip("-") or row.kind
        named[row.entry] = f"{FOLDERS[row.kind]}/{row.at:%Y-%m-%d}-{slug}-{row.entry[-6:]}.md"
    return named


def _lines(body: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """A body as labelled lines; lists become items, mappings are told in one line."""
    for key, value in body.items():
        if key in _HIDDEN or value in (None, "", [], {}):
            continue
        label = key.strip("_").replace("_", " ").capitalize()
        if isinstance(value, list):
            yield {"label": label, "text": "", "items": [_told(item) for item in value]}
        else:
            yield {"label": label, "text": _told(value), "items": []}


def _told(value: Any) -> str:  # noqa: ANN401 - JSON of any shape
    if isinstance(value, dict):
        parts = [
            f"{key.strip('_').replace('_', ' ')}: {_told(item)}"
            for key, item in value.items()
            if item and key not in _TECHNICAL
        ]
        return "; ".join(parts)
    if isinstance(value, list):
        return ", ".join(_told(item) for item in value)
    return str(value)
