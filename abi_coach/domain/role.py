"""Which bank a job title leads to.

Titles are words in any order with ranks around them: “Senior Backend Developer (Python)”. An id or alias in full is
certain; anything else is a guess, and a guess is always said aloud.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import field
from typing import TYPE_CHECKING, Final, NamedTuple

from abi_coach.domain.bank_head import COMMON, REVERSE
from abi_coach.domain.value import Value, frozen

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from abi_coach.domain.bank_head import BankHead

LIKE_ENOUGH: Final = 0.4
"""How much of the telling words a title and a name must share, 0 to 1, to be taken for the same job."""
WORTH_NAMING: Final = 0.15
"""How much for a bank to be named beside the guess."""
MOST_OTHERS: Final = 3
SPELT_ALIKE: Final = 0.86
"""How like a known word (0 to 1, difflib) a mistyped one must be."""
_SHORTEST_TYPO: Final = 5
_UNUSED_JOB: Final = 0.2

_RANKS: Final = frozenset((
    "junior", "senior", "mid", "entry", "level", "lead", "staff", "principal", "sr", "jr", "i", "ii", "iii", "iv",
    "graduate", "trainee", "intern", "apprentice", "associate", "distinguished", "interim", "acting", "deputy",
    "global", "regional", "the", "of", "and", "for", "in", "at", "a", "an", "remote", "part", "time",
))  # fmt: skip
_JOBS: Final = {
    **dict.fromkeys(("engineer", "developer", "programmer", "dev"), "maker"),
    **dict.fromkeys(("manager", "head", "director", "vp", "chief", "owner", "management"), "leader"),
    **dict.fromkeys(("analyst", "scientist", "researcher"), "analyst"),
    **dict.fromkeys(("designer", "design"), "designer"),
    **dict.fromkeys(("specialist", "consultant", "technician", "administrator", "officer", "advisor"), "specialist"),
}
"""Words for what somebody is, by the family that they belong to; the other words say in what."""
_BROAD: Final = frozenset(
    ("software", "fullstack", "it", "technical", "technology", "tech", "digital", "team", "development")
)
"""Words that are in titles of every kind."""
_JOINED: Final = {
    ("back", "end"): "backend",
    ("front", "end"): "frontend",
    ("full", "stack"): "fullstack",
    ("dev", "ops"): "devops",
    ("help", "desk"): "helpdesk",
    ("site", "reliability"): "reliability",
    ("machine", "learning"): "ml",
    ("artificial", "intelligence"): "ai",
    ("quality", "assurance"): "qa",
}
"""Words that are written apart and together."""


@frozen
class RoleMatch(Value):
    """The bank that a role's name leads to; `exact` is False for a guess, which is always said aloud.

    `others` are banks that were nearly as likely, the likelier first.
    """

    bank: str
    asked: str
    exact: bool
    others: tuple[str, ...] = field(default=(), compare=False)


class _Name(NamedTuple):
    bank: str
    is_id: bool
    words: frozenset[str]
    job: str


def match_role(asked: str, heads: Iterable[BankHead]) -> RoleMatch:
    """Find the bank for a role by its words and the banks' ids and aliases; `common` when nothing fits.

    An id or alias in full is exact, unless it says no more than “software developer” does. Else the bank whose name
    shares most of the telling words wins, a word telling more the fewer banks use it.
    """
    ordered = sorted(heads, key=lambda head: head.id)
    slug = slug_of(asked)
    names = [(name, head.id) for head in ordered for name in (head.id, *head.aliases)]
    full = next((bank for name, bank in names if slug and slug_of(name) == slug), None)
    if full is not None:
        return RoleMatch(full, asked, exact=full == slug or not _is_broad(slug))
    known = [_Name(bank, name == bank, *_words(slug_of(name))) for name, bank in names if bank not in {COMMON, REVERSE}]
    scores = _scores(slug, known)
    ranked = sorted(scores, key=lambda bank: (-scores[bank], bank))
    others = tuple(bank for bank in ranked if scores[bank] >= WORTH_NAMING)
    same = next((name.bank for name in known if name.words == _words(slug)[0]), None)
    if same is not None:
        return RoleMatch(same, asked, exact=False, others=tuple(bank for bank in others if bank != same)[:MOST_OTHERS])
    if ranked and scores[ranked[0]] >= LIKE_ENOUGH:
        return RoleMatch(ranked[0], asked, exact=False, others=others[1 : MOST_OTHERS + 1])
    return RoleMatch(COMMON, asked, exact=False, others=others[:MOST_OTHERS])


def slug_of(text: str) -> str:
    """Lower-case words joined by hyphens: `Senior Backend Developer` → `senior-backend-developer`."""
    words = "".join(char.lower() if char.isalnum() else " " for char in text).split()
    return "-".join(words)


def _words(slug: str) -> tuple[frozenset[str], str]:
    """The words of a title without its ranks, and the family of what it says somebody is."""
    tokens: list[str] = []
    for token in slug.split("-"):
        pair = (tokens[-1], token) if tokens else ("", "")
        tokens[-1:] = [_JOINED[pair]] if pair in _JOINED else [*tokens[-1:], token]
    jobs = [_JOBS[token] for token in tokens if token in _JOBS]
    job = "leader" if "leader" in jobs else next(reversed(jobs), "")
    return frozenset(token for token in tokens if token and token not in _RANKS), job


def _is_broad(slug: str) -> bool:
    """Whether a title says nothing but that somebody makes software."""
    words, job = _words(slug)
    return job == "maker" and not _telling(words)


def _telling(words: Iterable[str]) -> frozenset[str]:
    return frozenset(word for word in words if word not in _JOBS and word not in _BROAD and not word.isdigit())


def _scores(slug: str, names: list[_Name]) -> dict[str, float]:
    """How like each bank's best name the title is, 0 to 1; only banks that share a telling word."""
    users: defaultdict[str, set[str]] = defaultdict(set)
    for name in names:
        for word in name.words:
            users[word].add(name.bank)
    words, job = _words(slug)
    wanted = frozenset(_spelt(word, users) for word in words)
    scores: defaultdict[str, float] = defaultdict(float)
    for name in names:
        shared = wanted & name.words
        if telling := _telling(shared):
            weight = {word: _weight(word, users) for word in wanted | name.words}
            like = sum(weight[word] for word in shared) / sum(weight.values())
            if job and name.job and job != name.job:
                like /= 2
            often = sum(bool(telling & other.words) for other in names if other.bank == name.bank)
            scores[name.bank] = max(scores[name.bank], like + (0.05 if name.is_id else 0.0) + often / 1000)
    return dict(scores)


def _weight(word: str, users: Mapping[str, set[str]]) -> float:
    """How much a word tells: 1 for one that nobody or a single bank uses, less the more banks do."""
    return 1 / max(1, len(users.get(word, ()))) if word in users or word not in _JOBS else _UNUSED_JOB


def _spelt(word: str, known: Mapping[str, object]) -> str:
    """The word, or the known one that it was surely meant to be."""
    if word in known or word in _JOBS or len(word) < _SHORTEST_TYPO:
        return word
    from difflib import get_close_matches  # noqa: PLC0415 - only after a miss

    return next(iter(get_close_matches(word, list(known), 1, SPELT_ALIKE)), word)
