"""The library: every question that can be practised, shipped and own."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

from abi_coach.domain.bank import COMMON, BankHead, RoleMatch, match_role, slug_of
from abi_coach.domain.choosing import Candidate
from abi_coach.domain.competency import Competency
from abi_coach.domain.errors import NotFoundError
from abi_coach.domain.kind import Difficulty, Kind, Level
from abi_coach.domain.question import Question, ReverseQuestion
from abi_coach.storage.bundled import bundled
from abi_coach.storage.cache import catalogue_path
from abi_coach.storage.catalogue import BankRow, Catalogue, QuestionRow

if TYPE_CHECKING:
    from collections.abc import Iterable

    from abi_coach.domain.question import AnyQuestion
    from abi_coach.storage.home import Home


@dataclass(frozen=True, slots=True)
class Shelf:
    """A bank as lists show it; `replaced` means that a bank of the same id takes its place."""

    head: BankHead
    path: str
    own: bool
    questions: int
    problems: tuple[str, ...]
    replaced: bool


class Library:
    """Banks and questions; opened once, and warm without reading any YAML."""

    def __init__(self, home: Home) -> None:
        self._home = home

    @cached_property
    def _catalogue(self) -> Catalogue:
        return Catalogue(catalogue_path(self._home), bundled("question_banks"), self._home.question_banks)

    @cached_property
    def shelves(self) -> tuple[Shelf, ...]:
        """Every bank file that holds a bank, shipped ones first."""
        return tuple(_shelf(row) for row in self._catalogue.banks() if row.head)

    @property
    def heads(self) -> dict[str, BankHead]:
        """The banks in use, by id."""
        return {shelf.head.id: shelf.head for shelf in self.shelves if not shelf.replaced}

    @property
    def problems(self) -> tuple[str, ...]:
        """Everything that is wrong in any bank file, as `file:line:column: path: what; what to write`."""
        return tuple(problem for row in self._catalogue.banks() for problem in row.problems)

    def match(self, role: str) -> RoleMatch:
        """The bank for a role; a guess is marked as one."""
        return match_role(role, self.heads.values())

    def head(self, bank: str) -> BankHead:
        """A bank's head. Raises NotFoundError with the nearest ids."""
        if (head := self.heads.get(bank)) is None:
            what = "bank"
            raise NotFoundError(what, bank, _nearest(bank, self.heads))
        return head

    def rows(self, banks: Iterable[str] | None = None) -> list[QuestionRow]:
        """Questions at a glance, of these banks or of all."""
        return self._catalogue.rows(banks)

    def question(self, question_id: str) -> AnyQuestion:
        """A whole question. Raises NotFoundError with the nearest ids."""
        if (body := self._catalogue.body(question_id)) is None:
            what = "question"
            raise NotFoundError(what, question_id, _nearest(question_id, self._catalogue.ids()))
        return question_of(body)

    def reach(self, bank: str) -> frozenset[str]:
        """The banks that a role practises from: its own and those that it includes, and theirs."""
        reached: set[str] = set()
        waiting = [bank]
        while waiting:
            name = waiting.pop()
            if name not in reached and name in self.heads:
                reached.add(name)
                waiting.extend(self.heads[name].includes)
        return frozenset(reached) or frozenset({COMMON})

    def candidates(self, bank: str) -> list[Candidate]:
        """What a role's sitting is chosen from, with the role's weights."""
        weights = self.heads[bank].weights if bank in self.heads else {}
        return [_candidate(row, weights) for row in self.rows(self.reach(bank))]

    def matching(self, words: str, limit: int) -> list[QuestionRow]:
        """Questions that hold all the words, or words that begin so, best first."""
        wanted = [word for word in slug_of(words).split("-") if word]
        return self._catalogue.matching(wanted, limit) if wanted else []

    @property
    def skill_names(self) -> dict[str, str]:
        """Every spelling of every skill in any bank, and the slug that it stands for."""
        names: dict[str, str] = {}
        for head in self.heads.values():
            for skill, aliases in head.skills.items():
                names[skill] = skill
                names.update(dict.fromkeys(aliases, skill))
        return names


def question_of(body: dict[str, Any]) -> AnyQuestion:
    """A question from plain data that a gate has checked once; checked again, for a cache is not to be trusted."""
    from abi_coach.storage.values import from_plain  # noqa: PLC0415 - lists do without whole questions

    if "dimension" in body:
        return from_plain(ReverseQuestion, body)
    return from_plain(Question, body)


def _shelf(row: BankRow) -> Shelf:
    head = dict(row.head)
    head["weights"] = {Competency(name): weight for name, weight in head.get("weights", {}).items()}
    head["skills"] = {skill: tuple(aliases) for skill, aliases in head.get("skills", {}).items()}
    head["aliases"], head["includes"] = tuple(head.get("aliases", ())), tuple(head.get("includes", ()))
    return Shelf(BankHead(**head), row.path, row.own, row.questions, row.problems, not row.works)


def _candidate(row: QuestionRow, weights: dict[Competency, float]) -> Candidate:
    competency = Competency(row.competency) if row.competency else None
    return Candidate(
        row.id,
        row.bank,
        Kind(row.kind),
        competency,
        Competency(row.secondary) if row.secondary else None,
        tuple(row.skills.split()),
        Difficulty(row.difficulty),
        tuple(Level(level) for level in row.levels.split()),
        weights.get(competency, 1.0) if competency else 1.0,
    )


def _nearest(asked: str, known: Iterable[str]) -> list[str]:
    from difflib import get_close_matches  # noqa: PLC0415 - only after a miss

    return get_close_matches(asked, list(known), n=3, cutoff=0.6)
