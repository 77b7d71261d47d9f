"""What happens to questions over the years: they are hidden, renamed, retired; their history stays."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any, NamedTuple

from abi_coach.domain.errors import InputError, NotFoundError
from abi_coach.domain.plain_text import strip_controls
from abi_coach.domain.value import Value, frozen
from abi_coach.services.library import nearest
from abi_coach.storage.revision import Change

if TYPE_CHECKING:
    from collections.abc import Iterable

    from abi_coach.services.library import Library
    from abi_coach.storage.journal import Journal

MARK = "question_mark"
RENAME = "question_rename"


class Flagged(NamedTuple):
    """A question that is kept out of sets, why, and since when."""

    question: str
    reason: str
    at: datetime


@frozen
class Retired(Value):
    """A question that was practised and that no bank has any more; `now` is the id that it seems to have now."""

    question: str
    prompt: str
    last_at: datetime
    last_final: int
    now: str | None = None


class QuestionCare:
    """Marks and renames, kept in the journal."""

    def __init__(self, journal: Journal, library: Library) -> None:
        self._journal = journal
        self._library = library

    def flagged(self) -> list[Flagged]:
        """The hidden questions, the last first."""
        rows = self._journal.rows(MARK, state="hidden")
        return [Flagged(row.question, row.title, row.at) for row in rows if row.question]

    def hide(self, question: str, reason: str) -> str:
        """Keep a question out of later sets; its whole id. Raises NotFoundError."""
        known = self._library.question(question).id
        self._mark(known, " ".join(strip_controls(reason).split()), "hidden")
        return known

    def unhide(self, question: str) -> str:
        """Let a hidden question be asked again; its whole id. Raises NotFoundError for one that is not hidden."""
        hidden = [each.question for each in self.flagged()]
        fitting = [each for each in hidden if each == question] or [
            each for each in hidden if each.startswith(question)
        ]
        if len(fitting) != 1:
            what = "hidden question"
            raise NotFoundError(what, question, fitting[:3] or nearest(question, hidden))
        self._mark(fitting[0], "", "shown")
        return fitting[0]

    def retired(self) -> list[Retired]:
        """Questions with a history that are in no bank, the last practised first; renames are told as such."""
        ids = set(self._library.catalogue.ids())
        lost = [rung for rung in self._journal.rungs() if rung.question not in ids]
        if not lost:
            return []
        by_prompt = {_alike(row.prompt): row.id for row in self._library.rows()}
        told = []
        for rung in sorted(lost, key=lambda rung: rung.last_at, reverse=True):
            attempts = self._journal.rows("attempt", question=rung.question, limit=1)
            prompt = attempts[0].title if attempts else ""
            now = by_prompt.get(_alike(prompt)) if prompt else None
            told.append(Retired(rung.question, prompt, rung.last_at, rung.last_final, now))
        return told

    def renamed(self) -> dict[str, str]:
        """Every rename that was recorded: the old id and the new one."""
        bodies = (revision.value() for revision in self._journal.current(RENAME, newest_first=False))
        return {body["old"]: body["new"] for body in bodies if "old" in body and "new" in body}

    def rename(self, old: str, new: str) -> int:
        """Record that a question has a new id, and let its history follow; how many answers did.

        The answers, marks and running sittings get a revision with the new id, all or none, so that the ladder, the
        charts and the plan need know nothing of renames. What another machine adds under the old id follows when this
        is done again. Raises NotFoundError for an unknown new id, InputError for an old one that is still in a bank.
        """
        known = self._library.question(new).id
        if old in self._library.catalogue.ids():
            message = f"“{old}” is still in a bank. Rename it there first, or take it out; then its history can follow."
            raise InputError(message)
        answers = [row.entry for row in self._journal.rows("attempt", question=old)]
        marks = [row.entry for row in self._journal.rows(MARK, question=old)]
        if not answers and not marks and old not in self.renamed():
            what = "question with a history called"
            raise NotFoundError(what, old, nearest(old, (each.question for each in self.retired())))
        self._journal.write_many([*self._moved([*answers, *marks], old, known), *self._record(old, known)])
        return len(answers)

    def _moved(self, entries: Iterable[str], old: str, new: str) -> Iterable[Change]:
        for entry in entries:
            revision = self._journal.get(entry)
            if revision is not None and not revision.draft:
                yield Change(revision.kind, {**revision.value(), "question": new}, entry)
        for row in self._journal.rows("sitting", state="running"):
            revision = self._journal.get(row.entry)
            body: dict[str, Any] = revision.value() if revision else {}
            if old in body.get("questions", ()):
                asked = [new if each == old else each for each in body["questions"]]
                yield Change("sitting", {**body, "questions": asked}, row.entry)

    def _record(self, old: str, new: str) -> Iterable[Change]:
        if self.renamed().get(old) != new:
            yield Change(RENAME, {"title": f"{old} → {new}", "old": old, "new": new})

    def _mark(self, question: str, reason: str, state: str) -> None:
        entry = next((row.entry for row in self._journal.rows(MARK, question=question)), None)
        self._journal.write(MARK, {"question": question, "reason": reason, "state": state}, entry=entry)


def _alike(prompt: str) -> str:
    """A prompt as far as it matters for being the same: its letters and digits."""
    return "".join(char for char in prompt.casefold() if char.isalnum())
