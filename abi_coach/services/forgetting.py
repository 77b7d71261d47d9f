"""Deleting for good: an interview, a company, a person, or everything; from the journal and from its backups."""

from __future__ import annotations

import json
import re
import shutil
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from abi_coach.domain.errors import InputError
from abi_coach.storage.revision import Change

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from abi_coach.storage.journal import Journal
    from abi_coach.storage.revision import Revision

LINKS: Final = ("interview", "debrief", "parent", "source", "where")
"""The fields by which an entry belongs to another one."""

GONE: Final = "somebody"
_COMPANIES: Final = ("company",)


@dataclass(frozen=True, slots=True)
class Forgettable:
    """What would go: whole entries, and entries that lose a name; `told` is one line for each."""

    entries: tuple[str, ...]
    rewritten: tuple[Change, ...]
    told: tuple[str, ...]

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to forget."""
        return not self.entries and not self.rewritten


class Forgetting:
    """Finds what belongs together, and removes it for good."""

    def __init__(self, journal: Journal) -> None:
        self._journal = journal

    def interview(self, beginning: str) -> Forgettable:
        """An interview with everything that was said about it."""
        return self._whole(self._with_dependants({self._journal.resolve(beginning, "interview")}))

    def company(self, name: str) -> Forgettable:
        """Everything that belongs to a company."""
        wanted = name.strip().casefold()
        own = {
            revision.entry
            for revision in self._revisions()
            if any(str(revision.value().get(key, "")).strip().casefold() == wanted for key in _COMPANIES)
        }
        return self._whole(self._with_dependants(own))

    def person(self, name: str) -> Forgettable:
        """A person: their contact goes, and their name goes out of everything else, older versions too."""
        if not name.strip():
            message = "Write the person's name."
            raise InputError(message)
        finder = re.compile(rf"(?<!\w){re.escape(name.strip())}(?!\w)", re.IGNORECASE)
        named = {revision.entry for revision in self._revisions() if finder.search(_text(revision))}
        contacts = {entry for entry in named if self._is_contact_of(entry, finder)}
        rewritten = []
        for entry in sorted(named - contacts):
            now = self._journal.get(entry)
            if now is not None:
                rewritten.append(Change(now.kind, _without(now.value(), finder), entry))
        told = [*self._told(contacts), *(f"without the name: {line}" for line in self._told(named - contacts))]
        return Forgettable(tuple(sorted(named)), tuple(rewritten), tuple(told))

    def forget(self, wanted: Forgettable) -> tuple[Path, ...]:
        """Remove it, all or nothing; returns the backups that could not be changed."""
        return self._journal.forget(wanted.entries, wanted.rewritten).unchanged

    def everything(self) -> None:
        """Remove the journal, its backups and every document that was written into the home."""
        home = self._journal.home
        self._journal.close()
        for path in (home.journal, home.mark):
            path.unlink(missing_ok=True)
        for folder in (home.backups, home.plans, home.debriefs):
            shutil.rmtree(folder, ignore_errors=True)

    def _revisions(self) -> Iterator[Revision]:
        return (revision for revision in self._journal.revisions() if not revision.is_deletion)

    def _with_dependants(self, wanted: set[str]) -> set[str]:
        """The entries, and whatever points at them, as far as that goes."""
        found = set(wanted)
        while True:
            more = {
                revision.entry
                for revision in self._revisions()
                if revision.entry not in found and _points_at(revision.value(), found)
            }
            if not more:
                return found
            found |= more

    def _whole(self, entries: set[str]) -> Forgettable:
        return Forgettable(tuple(sorted(entries)), (), tuple(self._told(entries)))

    def _told(self, entries: set[str]) -> Iterator[str]:
        for entry in sorted(entries):
            row = self._journal.row(entry)
            yield f"{row.kind.replace('_', ' ')}: {row.title}" if row else f"entry {entry}"

    def _is_contact_of(self, entry: str, finder: re.Pattern[str]) -> bool:
        row = self._journal.row(entry)
        return row is not None and row.kind == "contact" and finder.fullmatch(row.title.strip()) is not None


def _text(revision: Revision) -> str:
    return json.dumps(revision.value(), ensure_ascii=False)


def _points_at(body: dict[str, Any], entries: set[str]) -> bool:
    return any(isinstance(body.get(link), str) and body[link] in entries for link in LINKS)


def _without(value: Any, finder: re.Pattern[str]) -> Any:  # noqa: ANN401 - JSON of any shape
    """The same data without the name: people of that name leave lists, and texts say "somebody"."""
    if isinstance(value, str):
        return finder.sub(GONE, value)
    if isinstance(value, dict):
        return {key: _without(item, finder) for key, item in value.items()}
    if isinstance(value, list):
        kept = [item for item in value if not (isinstance(item, dict) and finder.fullmatch(str(item.get("name", ""))))]
        return [_without(item, finder) for item in kept]
    return value
