"""A ledger: entries of one kind that a form asks for, kept as checked values, with a draft while it is filled in."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Generic, TypeVar

from abi_coach.domain.errors import InputError
from abi_coach.domain.form import Form, State
from abi_coach.domain.value import Value, frozen
from abi_coach.services.entries import draft_body, draft_state, read_finished, read_value, value_of
from abi_coach.services.local_time import LOCAL
from abi_coach.services.open_form import Keeper, OpenForm
from abi_coach.storage.values import to_plain

if TYPE_CHECKING:
    from datetime import date

    from abi_coach.domain.clock import Clock
    from abi_coach.domain.form_steps import Step
    from abi_coach.storage.journal import Journal

V = TypeVar("V")


@frozen
class Asking(Value, Generic[V]):
    """How a value is asked for.

    `read` makes the value of a complete state, given what was there before; `write` is the way back; `done` says in
    one line what was saved, given its short id; `resume` is the command that goes on with a draft. `begin` is the
    state of a new one; `check` raises InputError for answers that do not go together. The rest is as in Keeper.
    """

    form: Form
    read: Callable[[State, V | None], V]
    write: Callable[[V], State]
    done: Callable[[V, str], str]
    resume: str
    begin: Callable[[], State] = dict
    check: Callable[[State], None] = lambda _state: None
    header: Callable[[State], tuple[str, ...]] = lambda _state: ()
    guesses: Callable[[], Mapping[str, str]] = dict
    hint_seconds: int | None = None


class CheckedForm(OpenForm):
    """A form whose answers must go together; `checks` raises InputError when they do not."""

    checks: Callable[[State], None] = staticmethod(lambda _state: None)

    def answer(self, step: Step, given: object) -> None:
        """Take an answer. Raises InputError, whose message says what to write instead; the state is then as it was."""
        before = self.state
        super().answer(step, given)
        try:
            self.checks(self.state)
        except InputError:
            self.state = before
            raise


class Ledger(Generic[V]):
    """Entries of one kind, newest first."""

    def __init__(self, journal: Journal, clock: Clock, kind: str, model: type[V]) -> None:
        self.journal = journal
        self.clock = clock
        self.kind = kind
        self.model = model

    @property
    def today(self) -> date:
        """The day it is here."""
        return self.clock().astimezone(LOCAL).date()

    def add(self, value: V) -> str:
        """Keep a new value; returns its entry id."""
        return self.journal.write(self.kind, to_plain(value)).entry

    def save(self, entry: str, value: V) -> None:
        """Keep the changed value; the one before stays in the history."""
        self.journal.write(self.kind, to_plain(value), entry=entry)

    def get(self, entry: str) -> V:
        """The value. Raises NotFoundError, InputError for one that is only a draft."""
        return read_value(self.journal, self.model, self.kind, entry)

    def resolve(self, beginning: str) -> str:
        """The entry whose id begins so. Raises NotFoundError, or InputError when several do."""
        return self.journal.resolve(beginning, self.kind)

    def short(self, entry: str) -> str:
        """The shortest beginning of the id that means no other entry."""
        return self.journal.shortest(entry)

    def all(self) -> dict[str, V]:
        """Every value by entry id, the newest first."""
        return {one.entry: value_of(one, self.model, self.kind) for one in self.journal.current(self.kind)}

    def unfinished(self, form: str) -> str | None:
        """The entry of the newest draft of this form that was never finished; None when there is none."""
        drafts = (draft for draft in self.journal.drafts(self.kind) if draft.value().get("form") == form)
        return next((draft.entry for draft in drafts if not self.is_finished(draft.entry)), None)

    def is_finished(self, entry: str) -> bool:
        """Whether the entry was finished at least once."""
        return read_finished(self.journal, self.model, self.kind, entry) is not None

    def ask(self, asking: Asking[V], entry: str | None = None, *, fresh: bool = False) -> OpenForm:
        """The form for a new value, or to change this one.

        Goes on with the entry's draft; without an entry, with the newest one that was left half-way unless `fresh`.
        """
        name = asking.form.name
        entry = entry or (None if fresh else self.unfinished(name)) or self.journal.new_id()
        before = read_finished(self.journal, self.model, self.kind, entry)
        state = draft_state(self.journal.draft(entry), name)
        if state is None and before is not None:
            state = asking.write(before)

        def finish(told: State) -> str:
            value = asking.read(told, before)
            self.save(entry, value)
            return asking.done(value, self.short(entry))

        keeper = Keeper(
            keep=lambda told: self._keep(entry, name, told),
            finish=finish,
            resume=lambda: asking.resume,
            header=asking.header,
            hint_seconds=asking.hint_seconds,
            guesses=asking.guesses(),
        )
        form = CheckedForm(asking.form, state or asking.begin(), keeper, self.clock, is_resumed=state is not None)
        form.checks = asking.check
        return form

    def _keep(self, entry: str, form: str, state: State) -> None:
        shown = {key: state[key] for key in ("company", "name", "role") if isinstance(state.get(key), str)}
        self.journal.save_draft(entry, self.kind, draft_body(form, state, **shown))
