"""Where a question stands for a person today, and the words for it."""

from __future__ import annotations

from datetime import date
from enum import IntEnum
from typing import Final

from abi_coach.domain.competency import Competency
from abi_coach.domain.kind import Difficulty, Kind, Level
from abi_coach.domain.ladder import STRONG, USUAL, WEAK, LadderRules, Rung, due_before_interview, new_allowed
from abi_coach.domain.rating import Score
from abi_coach.domain.value import Value, frozen

WEIGHED: Final = 1.0
"""A role weighs a competency from this importance on (normal)."""


class Standing(IntEnum):
    """Why a question is offered, the most pressing first; `ASKED_FOR` is a question named by the person."""

    ASKED_FOR = 0
    ASKED_BADLY = 1
    PROMISED = 2
    WEAK = 3
    DUE = 4
    NO_EVIDENCE = 5
    NEW = 6
    NOT_DUE = 7


@frozen
class Candidate(Value):
    """A question that may be chosen; `weight` is what the role weighs its competency at (1 is normal).

    `competency` is None for questions that the candidate asks.
    """

    question: str
    bank: str
    kind: Kind
    competency: Competency | None
    secondary: Competency | None = None
    skills: tuple[str, ...] = ()
    difficulty: Difficulty = Difficulty.EXPECTED
    levels: tuple[Level, ...] = ()
    weight: float = 1.0


@frozen
class History(Value):
    """What practice and interviews say of one question.

    `last_final`, `last_on` and `rung` come from its evidence takes; `asked_badly_on` is the last interview in which
    it landed badly, `answered_since` says that a take came later on that very day; `flagged` says that the person kept
    it to meet, such as a question from a debrief. Once met, the ladder decides.
    """

    last_final: Score | None = None
    last_on: date | None = None
    rung: Rung | None = None
    asked_badly_on: date | None = None
    flagged: bool = False
    answered_since: bool = False

    @property
    def is_met(self) -> bool:
        """Whether it was practised or asked before, or kept from an interview."""
        return self.last_on is not None or self.asked_badly_on is not None or self.flagged


@frozen
class Occasion(Value):
    """When and for what the set is chosen.

    `interview_on` is the next booked interview; `scope` the competencies and skills it names (empty: everything).
    `promised` are the items of open promises; `covered` competencies with evidence beyond the given histories.
    """

    today: date
    seed: int = 0
    interview_on: date | None = None
    scope: frozenset[str] = frozenset()
    promised: frozenset[str] = frozenset()
    covered: frozenset[Competency] = frozenset()
    ladder: LadderRules = USUAL

    @property
    def new_is_allowed(self) -> bool:
        """Whether questions never met may be offered."""
        return new_allowed(self.interview_on, self.today, self.ladder)

    def is_in_scope(self, candidate: Candidate) -> bool:
        """Whether a booked interview is about this question's competency or skills."""
        if self.interview_on is None or self.interview_on < self.today:
            return False
        return not self.scope or is_about(candidate, self.scope)


def is_about(candidate: Candidate, items: frozenset[str]) -> bool:
    """Whether an answer would be evidence for one of the items."""
    return candidate.competency in items or not items.isdisjoint(candidate.skills)


def items_of(candidate: Candidate) -> frozenset[str]:
    """The competency and the skills that an answer would be evidence for."""
    own = () if candidate.competency is None else (candidate.competency.value,)
    return frozenset((*own, *candidate.skills))


def due_on(candidate: Candidate, history: History, occasion: Occasion) -> date | None:
    """The day the question is due by the ladder, sooner if an interview is booked; None if it was never practised."""
    if history.last_on is None or history.rung is None:
        return history.last_on
    if occasion.interview_on is None or not occasion.is_in_scope(candidate):
        return history.rung.due
    return due_before_interview(history.rung, history.last_on, occasion.interview_on, occasion.today, occasion.ladder)


def standing_of(candidate: Candidate, history: History, occasion: Occasion) -> tuple[Standing, float]:
    """The standing of a question met before, and its place within that standing (lower comes first)."""
    due = due_on(candidate, history, occasion)
    is_due = due is None or due <= occasion.today
    asked = history.asked_badly_on
    if asked is not None and (_is_unanswered(history, asked) or (is_due and (history.last_final or 0) < STRONG)):
        return Standing.ASKED_BADLY, -asked.toordinal()
    if history.last_on is None or due is None:
        return (Standing.DUE, 0.0) if history.flagged else (Standing.NEW, 0.0)
    if is_due and history.last_final is not None and history.last_final <= WEAK:
        return Standing.WEAK, history.last_final
    if is_due:
        return Standing.DUE, due.toordinal()
    return Standing.NOT_DUE, due.toordinal()


def _is_unanswered(history: History, asked: date) -> bool:
    return history.last_on is None or (history.last_on <= asked and not history.answered_since)


def reason(standing: Standing, candidate: Candidate, history: History, occasion: Occasion) -> str:
    """One sentence for the person: why this question, today."""
    promised = sorted(items_of(candidate) & occasion.promised)
    words = {
        Standing.ASKED_FOR: "You asked for this one.",
        Standing.ASKED_BADLY: f"Really asked on {history.asked_badly_on}, and it landed badly.",
        Standing.PROMISED: f"You have an open promise about {_words(', '.join(promised))}.",
        Standing.WEAK: f"Your last take, on {history.last_on}, was a {history.last_final}.",
        Standing.DUE: _due_reason(candidate, history, occasion),
        Standing.NO_EVIDENCE: f"This role asks for {_competency(candidate)}, and there is no answer on it yet.",
        Standing.NEW: "New to you.",
        Standing.NOT_DUE: f"Not due before {due_on(candidate, history, occasion)}; a spare round.",
    }
    return words[standing]


def _due_reason(candidate: Candidate, history: History, occasion: Occasion) -> str:
    due = due_on(candidate, history, occasion)
    if due is None:
        return "You kept it to meet again."
    if history.rung is not None and history.rung.due > occasion.today:
        return f"Once more before your interview on {occasion.interview_on}."
    return f"Due since {due}." if due != occasion.today else "Due today."


def _competency(candidate: Candidate) -> str:
    return _words(candidate.competency.value) if candidate.competency else "good questions of your own"


def _words(item: str) -> str:
    return item.replace("_", " ")
