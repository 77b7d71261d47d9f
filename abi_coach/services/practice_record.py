"""What practice writes into the journal and reads back."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from abi_coach.domain.attempt import Attempt
from abi_coach.domain.clock import Clock, Monotonic
from abi_coach.domain.errors import NotFoundError
from abi_coach.domain.settings import Settings
from abi_coach.domain.sitting import Sitting
from abi_coach.domain.value import Value, frozen
from abi_coach.services.library import Library
from abi_coach.storage.journal import Journal
from abi_coach.storage.values import from_body, to_plain

if TYPE_CHECKING:
    from datetime import date, datetime

    from abi_coach.domain.progress import Progress
    from abi_coach.domain.question import AnyQuestion


V = TypeVar("V")


@frozen
class PracticeRecord(Value):
    """The journal, the library and the clocks, as far as practice needs them."""

    journal: Journal
    library: Library
    clock: Clock
    monotonic: Monotonic
    settings: Settings

    def now(self) -> datetime:
        """The present instant, aware, UTC."""
        return self.clock()

    def new_id(self) -> str:
        """An id for an entry that is not written yet."""
        return self.journal.new_id()

    def question(self, question_id: str) -> AnyQuestion | None:
        """The question, or None when its bank has lost it."""
        try:
            return self.library.question(question_id)
        except NotFoundError:
            return None

    def attempt(self, entry: str) -> Attempt:
        """An attempt as it was last saved."""
        return self._read(Attempt, "attempt", entry)

    def sitting(self, entry: str) -> Sitting:
        """A sitting as it was last saved."""
        return self._read(Sitting, "sitting", entry)

    def _read(self, model: type[V], kind: str, entry: str) -> V:
        revision = self.journal.get(entry)
        if revision is None:
            raise NotFoundError(kind, entry)
        return from_body(model, kind, revision.version, revision.value())

    def save_draft(self, entry: str, attempt: Attempt, progress: Progress) -> None:
        """Keep an attempt that is going on."""
        body = {"attempt": to_plain(attempt), "progress": to_plain(progress)}
        self.journal.save_draft(entry, "attempt", body)

    def discard_draft(self, entry: str) -> None:
        """Let go of an attempt at which nothing was said."""
        if self.journal.draft(entry) is not None:
            self.journal.discard_draft(entry)

    def save_attempt(self, entry: str, attempt: Attempt) -> None:
        """Write an attempt that is complete, skipped or left."""
        self.journal.write("attempt", to_plain(attempt), entry=entry)

    def save_sitting(self, entry: str, sitting: Sitting) -> None:
        """Write where a sitting stands."""
        self.journal.write("sitting", to_plain(sitting), entry=entry)

    def hide(self, question: str, reason: str) -> None:
        """Keep a question out of later sets; the reason is kept with it."""
        entry = next((row.entry for row in self.journal.rows("question_mark", question=question)), None)
        body = {"question": question, "reason": reason.strip(), "state": "hidden"}
        self.journal.write("question_mark", body, entry=entry)

    def due(self, question: str) -> date | None:
        """The day on which a question comes back; None when it is not on the ladder."""
        return next((rung.due for rung in self.journal.rungs([question])), None)
