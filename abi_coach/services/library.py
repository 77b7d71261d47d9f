"""The library: every question that can be practised, shipped and own."""

from __future__ import annotations

from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Any, NamedTuple

from abi_coach.domain.bank_head import COMMON, OWN
from abi_coach.domain.errors import InputError, NotFoundError
from abi_coach.domain.role import RoleMatch, match_role
from abi_coach.domain.skill_name import skill_slug
from abi_coach.services.shelf import Shelf, shelf_of
from abi_coach.storage.bundled import bundled
from abi_coach.storage.cache import catalogue_path
from abi_coach.storage.catalogue import Catalogue

if TYPE_CHECKING:
    from collections.abc import Iterable

    from abi_coach.domain.bank_head import BankHead
    from abi_coach.domain.choosing import Candidate
    from abi_coach.domain.glance import QuestionRow
    from abi_coach.domain.question import AnyQuestion
    from abi_coach.storage.catalogue_rows import BankRow, Replacement
    from abi_coach.storage.home import Home


class Place(NamedTuple):
    """Where a question is written: its file and the line, from 1."""

    path: Path
    line: int


class Library:
    """Banks and questions; opened once, and warm without reading any YAML. Any thread may ask it."""

    def __init__(self, home: Home) -> None:
        self._home = home
        self._opening = Lock()
        self._opened: Catalogue | None = None
        self._shelves: tuple[Shelf, ...] | None = None

    @property
    def catalogue(self) -> Catalogue:
        """The banks' index; opening it reads the files that are new or changed."""
        with self._opening:
            if self._opened is None:
                own = self._home.question_banks
                self._opened = Catalogue(catalogue_path(self._home), bundled("question_banks"), own)
            return self._opened

    def refresh(self) -> bool:
        """Look at the bank files again; whether any changed."""
        changed = self.catalogue.refresh()
        if changed:
            self._shelves = None
        return changed

    @property
    def shelves(self) -> tuple[Shelf, ...]:
        """Every bank file that holds a bank, shipped ones first."""
        if self._shelves is None:
            try:
                self._shelves = self._read_shelves()
            except (ValueError, TypeError, LookupError):  # the cache is not what was written
                self.catalogue.distrust()
                self._shelves = self._read_shelves()
        return self._shelves

    @property
    def files(self) -> list[BankRow]:
        """Every bank file, also those that hold no usable bank."""
        return self.catalogue.banks()

    @property
    def heads(self) -> dict[str, BankHead]:
        """The banks in use, by id."""
        return {shelf.head.id: shelf.head for shelf in self.shelves if not shelf.replaced}

    @property
    def problems(self) -> tuple[str, ...]:
        """Everything that is wrong in any bank file, as `file:line:column: path: what; what to write`."""
        return (*(problem for row in self.files for problem in row.problems), *self.catalogue.clashes())

    @property
    def replacements(self) -> tuple[Replacement, ...]:
        """Own questions that take the place of shipped ones."""
        return tuple(self.catalogue.replacements())

    def match(self, role: str) -> RoleMatch:
        """The bank for a role; a guess is marked as one."""
        return match_role(role, self.heads.values())

    def head(self, bank: str) -> BankHead:
        """A bank's head. Raises NotFoundError with the nearest ids."""
        if (head := self.heads.get(bank)) is None:
            what = "bank"
            raise NotFoundError(what, bank, nearest(bank, self.heads))
        return head

    def rows(self, banks: Iterable[str] | None = None) -> list[QuestionRow]:
        """Questions at a glance, of these banks or of all."""
        return self.catalogue.rows(banks)

    def skills(self, banks: Iterable[str] | None = None) -> frozenset[str]:
        """The skills that the questions of these banks, or of all, ask for."""
        return self.catalogue.skills(banks)

    def question(self, question_id: str) -> AnyQuestion:
        """A whole question by its id or an unmistakable beginning of it.

        Raises NotFoundError with the nearest ids, InputError for a beginning of several.
        """
        try:
            return self._whole(question_id)
        except (ValueError, TypeError):  # the cache is not what was written
            self.catalogue.distrust()
            return self._whole(question_id)

    def _whole(self, question_id: str) -> AnyQuestion:
        found = self.catalogue.question(question_id)
        return question_of(found or self.catalogue.question(self._full_id(question_id)) or {})

    def place(self, question_id: str) -> Place | None:
        """Where a question is written; None for one that no bank has."""
        found = self.catalogue.place(question_id)
        return Place(Path(found[0]), found[1]) if found else None

    def reach(self, bank: str) -> frozenset[str]:
        """The banks that a role practises from: its own and those that it includes, and theirs."""
        reached: set[str] = set()
        waiting, heads = [bank], self.heads
        while waiting:
            name = waiting.pop()
            if name not in reached and name in heads:
                reached.add(name)
                waiting.extend(heads[name].includes)
        return frozenset(reached or {COMMON}) | ({OWN} & heads.keys())  # what was asked for real belongs to every role

    def candidates(self, bank: str) -> list[Candidate]:
        """What a role's sitting is chosen from, with the role's weights."""
        from abi_coach.services.candidate import candidate_of  # noqa: PLC0415 - a plan chooses no questions

        weights = self.heads[bank].weights if bank in self.heads else {}
        return [candidate_of(row, weights) for row in self.rows(self.reach(bank))]

    @property
    def skill_names(self) -> dict[str, str]:
        """Every spelling of every skill in any bank, and the slug that it stands for."""
        names: dict[str, str] = {}
        for head in self.heads.values():
            for skill, aliases in head.skills.items():
                names.update(dict.fromkeys((skill_slug(alias) for alias in aliases), skill))
                names[skill] = skill
        return names

    def _read_shelves(self) -> tuple[Shelf, ...]:
        return tuple(shelf_of(row) for row in self.catalogue.banks() if row.head)

    def _full_id(self, beginning: str) -> str:
        ids = self.catalogue.ids()
        fitting = [each for each in ids if beginning and each.startswith(beginning)]
        if len(fitting) == 1:
            return fitting[0]
        if fitting:
            message = (
                f"{len(fitting)} questions begin with “{beginning}”, {fitting[0]} the first. Write more of the id."
            )
            raise InputError(message)
        what = "question"
        raise NotFoundError(what, beginning, nearest(beginning, ids))


def question_of(body: dict[str, Any]) -> AnyQuestion:
    """A question from plain data that a gate has checked once; checked again, for a cache is not to be trusted."""
    from abi_coach.domain.question import Question, ReverseQuestion  # noqa: PLC0415 - lists do without whole questions
    from abi_coach.storage.values import from_plain  # noqa: PLC0415 - the same

    if "dimension" in body:
        return from_plain(ReverseQuestion, body)
    return from_plain(Question, body)


def nearest(asked: str, known: Iterable[str]) -> list[str]:
    """The names most like what was asked for."""
    from difflib import get_close_matches  # noqa: PLC0415 - only after a miss

    return get_close_matches(asked, list(known), n=3, cutoff=0.6)
