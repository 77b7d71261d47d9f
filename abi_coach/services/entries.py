"""Reading whole values back from the journal."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

from abi_coach.domain.errors import InputError, NotFoundError
from abi_coach.storage.values import from_body

if TYPE_CHECKING:
    from abi_coach.domain.form import State
    from abi_coach.storage.journal import Journal
    from abi_coach.storage.revision import Revision

V = TypeVar("V")


def read_value(journal: Journal, model: type[V], kind: str, entry: str) -> V:
    """The finished value of an entry.

    Raises NotFoundError for an unknown one, InputError for one that is only a draft, DamagedJournalError.
    """
    value = read_finished(journal, model, kind, entry)
    if value is not None:
        return value
    if journal.get(entry) is None:
        raise NotFoundError(kind.replace("_", " "), entry)
    message = f"The {kind.replace('_', ' ')} {journal.shortest(entry)} is not finished yet."
    raise InputError(message)


def read_finished(journal: Journal, model: type[V], kind: str, entry: str) -> V | None:
    """The finished value of an entry; None where there is only a draft, or nothing."""
    revision = journal.get(entry)
    return None if revision is None or revision.draft else value_of(revision, model, kind)


def value_of(revision: Revision, model: type[V], kind: str) -> V:
    """The value that a revision holds. Raises DamagedJournalError."""
    return from_body(model, kind, revision.version, revision.value())


def draft_body(form: str, state: State, **told: Any) -> dict[str, Any]:  # noqa: ANN401 - JSON is what it is
    """The body of a form's draft; `told` are what lists show of it."""
    return {"form": form, "answers": state, **told}


def draft_state(revision: Revision | None, form: str) -> State | None:
    """The answers that a draft of this form holds; None where there is no such draft."""
    body = revision.value() if revision else {}
    state = body.get("answers")
    return state if body.get("form") == form and isinstance(state, dict) else None


def entry_about(journal: Journal, kind: str, interview: str) -> str | None:
    """The entry of this kind that is about an interview, finished or a draft; None when there is none."""
    rows = journal.rows(kind, parent=interview, limit=1)
    if rows:
        return rows[0].entry
    return next((draft.entry for draft in journal.drafts(kind) if draft.value().get("interview") == interview), None)
