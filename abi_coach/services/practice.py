"""Choosing a set of questions and running it."""

from __future__ import annotations

from dataclasses import field, replace
from itertools import accumulate
from typing import TYPE_CHECKING, Final, TypeVar

from abi_coach.domain.choosing import Chosen, History, Occasion, Wish, choose
from abi_coach.domain.competency import Competency
from abi_coach.domain.errors import InputError, NotFoundError
from abi_coach.domain.ladder import Rung
from abi_coach.domain.landing import landed_badly, was_answered_since
from abi_coach.domain.profile import Preset, Profile
from abi_coach.domain.role import RoleMatch
from abi_coach.domain.sitting import Sitting
from abi_coach.domain.timing import TimeFactor
from abi_coach.domain.value import Value, frozen
from abi_coach.services.practice_room import PracticeRoom
from abi_coach.services.practice_skill import asked_skill, told_nothing_fits

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from abi_coach.services.practice_record import PracticeRecord
    from abi_coach.storage.journal_rows import EntryRow


T = TypeVar("T")

USUAL: Final = "live"
"""The profile that takes the place of one that is gone."""


@frozen
class Order(Value):
    """What a person asks of a sitting; names are those of banks, presets and profiles. `seed` None is today's."""

    wish: Wish = field(default_factory=Wish)
    preset: str = ""
    profile: str = ""
    seed: int | None = None
    time_factor: TimeFactor | None = None


@frozen
class PracticeSet(Value):
    """A chosen set before it begins; the same journal, day and seed give the same one."""

    match: RoleMatch
    preset: Preset
    profile: Profile
    seed: int
    time_factor: TimeFactor
    questions: tuple[Chosen, ...]


class Practice:
    """Sittings: described, started, resumed, looked back on."""

    def __init__(self, record: PracticeRecord) -> None:
        self._record = record

    def describe(self, order: Order) -> PracticeSet:
        """The set for this order. Raises NotFoundError for unknown names, InputError when no question fits."""
        settings = self._record.settings
        match = self._record.library.match(order.wish.role or settings.practice.role or "common")
        preset = _named("preset", order.preset or settings.practice.preset, settings.presets)
        profile = _named("profile", order.profile or settings.practice.profile or preset.profile, settings.profiles)
        seed = self._today().toordinal() if order.seed is None else order.seed
        library = self._record.library
        wish = replace(order.wish, count=preset.questions, skill=asked_skill(library, order.wish.skill))
        chosen = self._choose(match.bank, wish, seed)
        if not chosen:
            raise InputError(told_nothing_fits(library, match.bank, wish.skill))
        factor = order.time_factor or settings.practice.time_factor
        return PracticeSet(match, preset, profile, seed, factor, chosen)

    def start(self, order: Order) -> PracticeRoom:
        """Begin a sitting."""
        return self.begin(self.describe(order))

    def begin(self, chosen: PracticeSet) -> PracticeRoom:
        """Begin the sitting that was described."""
        breaks = tuple(accumulate(chosen.preset.parts))[:-1]
        sitting = Sitting(
            role=chosen.match.bank,
            preset=chosen.preset.name,
            profile=chosen.profile.name,
            seed=chosen.seed,
            started_at=self._record.now(),
            questions=tuple(question.question for question in chosen.questions),
            breaks=breaks,
            time_factor=chosen.time_factor,
        )
        entry = self._record.new_id()
        self._record.save_sitting(entry, sitting)
        return PracticeRoom(self._record, entry, sitting, chosen.profile)

    def unfinished(self) -> list[EntryRow]:
        """Sittings that can be resumed, newest first."""
        return self._record.journal.rows("sitting", state="running")

    def resume(self, entry: str) -> PracticeRoom:
        """Go on with a sitting where it was left; the usual profile takes the place of one that is gone."""
        sitting = self._record.sitting(entry)
        profiles = self._record.settings.profiles
        profile = profiles.get(sitting.profile, profiles[USUAL])
        return PracticeRoom(self._record, entry, sitting, profile)

    def resume_last(self) -> PracticeRoom:
        """Go on with the sitting that was left last. Raises InputError when none waits."""
        waiting = self.unfinished()
        if not waiting:
            message = "Nothing waits to be resumed. `abi practice` starts a sitting."
            raise InputError(message)
        return self.resume(waiting[0].entry)

    def due(self, limit: int | None = None) -> int:
        """How many questions are due today, counting no further than `limit`."""
        return len(self._record.journal.due(self._today(), limit))

    def hide(self, question: str, reason: str) -> None:
        """Keep a question out of later sets; the reason is kept with it."""
        self._record.hide(question, reason)

    def hidden(self) -> dict[str, str]:
        """Hidden questions and why."""
        rows = self._record.journal.rows("question_mark", state="hidden")
        return {row.question: row.title for row in rows if row.question}

    def _choose(self, bank: str, wish: Wish, seed: int) -> tuple[Chosen, ...]:
        library = self._record.library
        hidden = self.hidden()
        candidates = [one for one in library.candidates(bank) if one.question not in hidden]
        if wish.question is not None:
            asked = library.question(wish.question).id
            wish = replace(wish, count=1)
            bank_of = next(row.bank for row in library.rows() if row.id == asked)
            candidates = [one for one in library.candidates(bank_of) if one.question == asked]
        if wish.kind is not None and wish.kind.value == "reverse":
            candidates = library.candidates("reverse")
        return choose(candidates, self._histories(), replace(wish, banks=frozenset()), self._occasion(seed))

    def _histories(self) -> dict[str, History]:
        journal = self._record.journal
        histories = {
            row.question: History(row.last_final, row.last_at.astimezone().date(), Rung(row.box, row.due))
            for row in journal.rungs()
        }
        for question, _, at, landed, tags, rung in reversed(journal.really_asked()):
            if landed_badly(landed, tags):
                histories[question] = replace(
                    histories.get(question, History()),
                    asked_badly_on=at.astimezone().date(),
                    answered_since=was_answered_since(at, rung.last_at if rung else None),
                )
        return histories

    def _occasion(self, seed: int) -> Occasion:
        journal = self._record.journal
        booked = journal.rows("interview", since=self._record.now(), state="booked", newest_first=False, limit=1)
        promised = frozenset(row.competency for row in journal.rows("promise", state="open") if row.competency)
        scope: frozenset[str] = frozenset()
        if booked:
            revision = journal.get(booked[0].entry)
            body = revision.value() if revision else {}
            scope = frozenset([*body.get("competencies", []), *body.get("skills", [])])
        return Occasion(
            today=self._today(),
            seed=seed,
            interview_on=booked[0].at.astimezone().date() if booked else None,
            scope=scope,
            promised=promised,
            covered=frozenset(Competency(row.competency) for row in journal.rungs() if row.competency),
            ladder=self._record.settings.ladder,
        )

    def _today(self) -> date:
        return self._record.now().astimezone().date()


def _named(what: str, name: str, known: Mapping[str, T]) -> T:
    if name in known:
        return known[name]
    raise NotFoundError(what, name, sorted(known))
