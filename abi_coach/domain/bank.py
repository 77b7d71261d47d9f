"""A bank of questions for one role."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Annotated, Final

from annotated_types import MinLen

from abi_coach.domain.competency import Competency
from abi_coach.domain.question import AnyQuestion, Text
from abi_coach.domain.value import Value

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

COMMON: Final = "common"
"""The bank that every occupation can use, and the fallback when no role matches."""

REVERSE: Final = "reverse"
"""The bank of questions that the candidate asks."""


@dataclass(frozen=True, slots=True)
class BankHead(Value):
    """All of a bank but its questions.

    `weights` is role importance by competency, 1 where not named; `skills` maps a skill's slug to its aliases.
    """

    id: Text
    title: Text
    summary: str = ""
    aliases: tuple[Text, ...] = ()
    weights: dict[Competency, float] = field(default_factory=dict)
    includes: tuple[Text, ...] = ()
    skills: dict[str, tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Bank(Value):
    """A role's questions."""

    head: BankHead
    questions: Annotated[tuple[AnyQuestion, ...], MinLen(0)] = ()


@dataclass(frozen=True, slots=True)
class RoleMatch:
    """The bank that a role's name leads to; `exact` is False for a guess, which is always said aloud."""

    bank: str
    asked: str
    exact: bool


def match_role(asked: str, heads: Iterable[BankHead]) -> RoleMatch:
    """Find the bank for a role by its slug's tokens and the banks' aliases; `common` when nothing fits.

    An id or alias in full is exact. Else the bank whose name or alias shares most of its tokens with `asked` wins;
    ties go to the more specific name (more tokens shared, then the alphabet).
    """
    slug = slug_of(asked)
    names = [(name, head.id) for head in heads for name in (head.id, *head.aliases)]
    for name, bank in names:
        if slug_of(name) == slug:
            return RoleMatch(bank, asked, exact=True)
    tokens = set(slug.split("-"))
    scored = sorted((-_likeness(tokens, name), bank) for name, bank in names)
    if scored and scored[0][0] < 0:
        return RoleMatch(scored[0][1], asked, exact=False)
    return RoleMatch(COMMON, asked, exact=False)


def slug_of(text: str) -> str:
    """Lower-case words joined by hyphens: `Senior Backend Developer` → `senior-backend-developer`."""
    words = "".join(char.lower() if char.isalnum() else " " for char in text).split()
    return "-".join(words)


_RANKS: Final = frozenset(
    (
        "junior",
        "senior",
        "mid",
        "entry",
        "lead",
        "staff",
        "principal",
        "head",
        "chief",
        "sr",
        "jr",
        "ii",
        "iii",
        "the",
        "of",
        "and",
    )
)
_GENERIC: Final = frozenset(
    ("engineer", "developer", "manager", "specialist", "analyst", "programmer", "consultant", "designer")
)


def _likeness(tokens: set[str], name: str) -> float:
    """How far a bank's name is found in what was asked: telling words count 1, generic job words 0.1."""
    own = set(slug_of(name).split("-")) - _RANKS
    shared = (tokens - _RANKS) & own
    telling = len(shared - _GENERIC)
    if not telling:
        return 0.0
    return telling / max(1, len(own - _GENERIC)) + 0.1 * len(shared & _GENERIC)


def weight_of(weights: Mapping[Competency, float], competency: Competency) -> float:
    """Role importance of a competency; 1 where the bank does not name it."""
    return weights.get(competency, 1.0)
