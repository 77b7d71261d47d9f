"""Deleting for good: an interview, a company, a person, or everything; from the journal and from its backups."""

from __future__ import annotations

import hashlib
import shutil
from dataclasses import field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from abi_coach.domain.errors import InputError
from abi_coach.domain.scrubbing import Scrubber, ids_in, names_finder, owners_of
from abi_coach.domain.value import Value, frozen
from abi_coach.storage.files import explained
from abi_coach.storage.revision import Revision, canonical_json

if TYPE_CHECKING:
    import re
    from collections.abc import Collection, Iterator

    from abi_coach.storage.journal import Journal

SOMEBODY: Final = "somebody"
A_COMPANY: Final = "a company"
_QUOTING: Final = frozenset({"plan", "action"})
"""Kinds that quote what other entries say; they go with what they quote, and can be made again."""

_LEAST_LETTERS: Final = 3


@frozen
class Forgettable(Value):
    """What would go: whole entries, and others that lose a name or a link.

    `told` is one line for each. `also` are parts of the name that would stay elsewhere, `documents` are files in the
    home that hold the name and may hold the person's own words.
    """

    whole: tuple[str, ...] = ()
    kept: dict[str, Revision] = field(default_factory=dict)
    told: tuple[str, ...] = ()
    also: tuple[str, ...] = ()
    documents: tuple[Path, ...] = ()

    @property
    def entries(self) -> tuple[str, ...]:
        """Every entry that changes."""
        return tuple(dict.fromkeys((*self.whole, *(revision.entry for revision in self.kept.values()))))

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to forget."""
        return not self.whole and not self.kept


class Forgetting:
    """Finds what belongs together, and removes it for good."""

    def __init__(self, journal: Journal) -> None:
        self._journal = journal

    def interview(self, beginning: str) -> Forgettable:
        """An interview with everything that was said about it. Raises NotFoundError, InputError."""
        return self._found({self._journal.resolve(beginning, "interview")}, set(), A_COMPANY)

    def company(self, name: str) -> Forgettable:
        """Everything that belongs to a company, and its name everywhere else. Raises InputError."""
        wanted, spelled = _wanted(name, "company"), set[str]()
        own = set()
        for revision in self._revisions():
            for body in _bodies(revision):
                if _same(body.get("company"), wanted):
                    own.add(revision.entry)
                    spelled.add(body["company"].strip())
        return self._found(own, {name.strip(), *spelled}, A_COMPANY)

    def person(self, name: str) -> Forgettable:
        """A person: their contact, and their name everywhere else, older versions too. Raises InputError."""
        wanted, spelled = _wanted(name, "person"), set[str]()
        contacts = set()
        for revision in self._revisions():
            for body in _bodies(revision):
                people = [one for one in body.get("people") or () if isinstance(one, dict)]
                spelled |= {one["name"].strip() for one in (body, *people) if _same(one.get("name"), wanted)}
                if revision.kind == "contact" and _same(body.get("name"), wanted):
                    contacts.add(revision.entry)
        found = self._found(contacts, {name.strip(), *spelled}, SOMEBODY)
        return replace(found, also=self._left(found, {name.strip(), *spelled}))

    def forget(self, wanted: Forgettable) -> tuple[Path, ...]:
        """Remove it, in every file all or nothing; returns the backups that could not be changed."""
        return self._journal.forget(wanted.entries, wanted.kept).unchanged

    def everything(self) -> None:
        """Remove the backups, every document that was written into the home, and the journal. Raises FileError.

        The journal goes last: whoever is interrupted can start again.
        """
        home = self._journal.home
        self._journal.close()
        for folder in (home.backups, home.plans, home.debriefs):
            with explained(folder, "removed"):
                if folder.exists():
                    shutil.rmtree(folder)
        leftovers = (*home.root.glob("crash-*.txt"), *home.root.glob(".*.tmp"), *home.root.glob("journal.db-*"))
        for path in (*leftovers, home.mark, home.journal):
            with explained(path, "removed"):
                path.unlink(missing_ok=True)

    def _revisions(self) -> Iterator[Revision]:
        return (revision for revision in self._journal.revisions() if not revision.is_deletion)

    def _found(self, own: set[str], names: Collection[str], stand_in: str) -> Forgettable:
        whole = self._with_quotes(own)
        finder, scrubber = names_finder(names), Scrubber(names, whole, stand_in)
        others = (revision for revision in self._revisions() if revision.entry not in whole)
        changed = dict.fromkeys(one.entry for one in others if _scrubbed(one, scrubber) is not one)
        kept = {one.id: _scrubbed(one, scrubber) for entry in changed for one in self._journal.history(entry)}
        told = [*self._told(sorted(whole)), *(f"without it: {line}" for line in self._told(changed))]
        documents = tuple(self._documents(finder)) if finder else ()
        return Forgettable(tuple(sorted(whole)), kept, tuple(told), documents=documents)

    def _left(self, found: Forgettable, names: Collection[str]) -> tuple[str, ...]:
        """Words of a name of several that would still stand alone somewhere."""
        parts = {part for name in names if " " in name for part in name.split() if len(part) >= _LEAST_LETTERS}
        finder, left = names_finder(parts), set[str]()
        for revision in self._revisions() if finder else ():
            if finder and revision.entry not in found.whole:
                left.update(finder.findall(found.kept.get(revision.id, revision).body))
        return tuple(sorted(left))

    def _with_quotes(self, own: set[str]) -> set[str]:
        """The entries, whatever belongs to them as far as that goes, and the plans that quote any of it."""
        found, before = set(own), -1
        while len(found) != before:
            before = len(found)
            for revision in self._revisions():
                if revision.entry not in found and _goes_with(revision, found):
                    found.add(revision.entry)
        return found

    def _told(self, entries: Collection[str]) -> Iterator[str]:
        for entry in entries:
            row = self._journal.row(entry)
            yield f"{row.kind.replace('_', ' ')}: {row.title}" if row else f"deleted entry {entry}"

    def _documents(self, finder: re.Pattern[str]) -> Iterator[Path]:
        """Documents and own banks that hold the name, in the text or in the file's own name."""
        home = self._journal.home
        for folder in (home.plans, home.debriefs, home.question_banks):
            for path in sorted(folder.glob("**/*")):
                with explained(path, "read"):
                    if path.is_file() and finder.search(f"{path.name} {path.read_text(errors='replace')}"):
                        yield path


def _wanted(name: str, what: str) -> str:
    if not name.strip():
        message = f"Write the {what}'s name."
        raise InputError(message)
    return " ".join(name.split()).casefold()


def _same(value: object, wanted: str) -> bool:
    return isinstance(value, str) and " ".join(value.split()).casefold() == wanted


def _bodies(revision: Revision) -> Iterator[dict[str, Any]]:
    """What was written, and, where a form was not finished, the answers so far."""
    body = revision.value()
    yield body
    if isinstance(answers := body.get("answers"), dict):
        yield answers


def _goes_with(revision: Revision, found: set[str]) -> bool:
    body = revision.value()
    return not found.isdisjoint(ids_in(body) if revision.kind in _QUOTING else owners_of(body))


def _scrubbed(revision: Revision, scrubber: Scrubber) -> Revision:
    """The same revision where there is nothing to take out; else one like it, under an id that follows from its own.

    So whoever forgets the same on two machines has the same afterwards, and no other content under a known id.
    """
    if revision.is_deletion:
        return revision
    body = canonical_json(scrubber.data(revision.value()))
    if body == revision.body:
        return revision
    return replace(revision, id=_derived(revision.id), body=body)


def _derived(identity: str) -> str:
    """A uuid7 of the same instant that everybody makes of this one."""
    digest = hashlib.blake2b(identity.encode(), digest_size=9).hexdigest()
    return f"{identity[:13]}-7{digest[:3]}-8{digest[3:6]}-{digest[6:18]}"
