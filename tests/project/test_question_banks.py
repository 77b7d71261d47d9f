"""The shipped banks: as many questions of each kind as promised, clean, and not all in the same words."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, Any, Final

import pytest

from abi_coach.domain.skill_name import skill_slug
from tests.support.banks import FOLDER, NAMES, ROLES, bank, questions
from tests.support.command_line import run_abi_here

if TYPE_CHECKING:
    from collections.abc import Iterator

WHOLE_COMMON: Final = {
    "opener": 6, "behavioural": 56, "situational": 14, "motivation": 12, "curveball": 18, "sensitive": 14,
}  # fmt: skip
FEWEST_COMMON: Final = 40
ROLE: Final = {"technical": 14, "case": 4, "behavioural": 6, "situational": 4, "motivation": 2}
ROLE_DIFFICULTY: Final = {1: 9, 2: 14, 3: 7}
REVERSE_EACH: Final = 5
DIMENSIONS: Final = 12

PHRASE_WORDS: Final = 4
OFTEN_ENOUGH: Final = 5
"""A phrase that comes back more often than this sounds like a form, not like an interviewer."""

WEIGHTS: Final = {
    "backend": {"problem_solving": 1.5, "quality": 1.5, "role_expertise": 1.5},
    "frontend": {"customer_focus": 1.5, "quality": 1.5, "role_expertise": 1.5},
    "platform-sre": {"problem_solving": 1.5, "adaptability": 1.5, "quality": 1.5},
    "data-engineer": {"quality": 1.5, "delivery": 1.5, "role_expertise": 1.5},
    "data-analyst": {"communication": 1.5, "problem_solving": 1.5, "customer_focus": 1.5},
    "ml-ai-engineer": {"problem_solving": 1.5, "role_expertise": 1.5, "integrity": 1.2},
    "security": {"integrity": 1.5, "decision_making": 1.5, "influence": 1.2},
    "qa-test": {"quality": 1.5, "conflict": 1.2, "communication": 1.2},
    "it-support-sysadmin": {"customer_focus": 1.5, "adaptability": 1.5, "communication": 1.5},
    "product-manager": {"customer_focus": 1.5, "influence": 1.5, "decision_making": 1.5},
    "project-delivery-manager": {"delivery": 1.5, "influence": 1.5, "conflict": 1.5},
    "engineering-manager": {"leadership": 1.5, "conflict": 1.5, "decision_making": 1.5, "communication": 1.2},
    "ux-designer": {"customer_focus": 1.5, "communication": 1.5, "influence": 1.5},
    "solutions-presales": {"communication": 1.5, "customer_focus": 1.5, "role_expertise": 1.5},
    "customer-support": {"customer_focus": 1.5, "adaptability": 1.5, "conflict": 1.5},
}


def count(name: str, field: str) -> dict[Any, int]:
    """How many questions of a bank have each value of a field."""
    return dict(Counter(question.get(field) for question in questions(name)))


def test_the_three_banks_that_measure_the_rest_are_there() -> None:
    assert {"common", "backend", "engineering-manager"} <= set(NAMES)
    assert set(ROLES) <= set(WEIGHTS)


def test_the_common_bank_is_on_its_way_to_its_make_up() -> None:
    kinds = count("common", "kind")
    assert sum(kinds.values()) >= FEWEST_COMMON
    assert {kind: number for kind, number in kinds.items() if number > WHOLE_COMMON.get(kind, 0)} == {}
    assert kinds.keys() == WHOLE_COMMON.keys()


@pytest.mark.parametrize("role", ROLES)
def test_a_role_bank_has_its_make_up(role: str) -> None:
    assert count(role, "kind") == ROLE
    assert count(role, "difficulty") == ROLE_DIFFICULTY


@pytest.mark.parametrize("role", ROLES)
def test_a_role_bank_weighs_what_the_role_needs_and_builds_on_common(role: str) -> None:
    assert bank(role)["weights"] == WEIGHTS[role]
    assert bank(role)["includes"] == ["common"]


@pytest.mark.skipif("reverse" not in NAMES, reason="the questions that the candidate asks have not been written yet")
def test_the_reverse_bank_covers_every_dimension() -> None:
    assert set(count("reverse", "dimension").values()) == {REVERSE_EACH}
    assert len(count("reverse", "dimension")) == DIMENSIONS


@pytest.mark.parametrize("name", NAMES)
def test_ids_say_bank_and_kind_and_are_given_once(name: str) -> None:
    ids = [(question["id"], question["kind"]) for question in questions(name)]
    assert [each for each, kind in ids if not re.fullmatch(rf"{name}-{kind}-\d{{3}}", each)] == []
    assert len(set(ids)) == len(ids)


@pytest.mark.parametrize("name", NAMES)
def test_no_phrase_comes_back_too_often(name: str) -> None:
    heard = Counter(phrase for text in spoken(name) for phrase in phrases(text))
    assert {phrase: times for phrase, times in heard.items() if times > OFTEN_ENOUGH} == {}


def spoken(name: str) -> Iterator[str]:
    """The texts of a bank that would read like a form if they repeated one another."""
    for question in questions(name):
        yield from question.get("anchors", {}).values()
        yield from question.get("probes", ())


def phrases(text: str) -> set[str]:
    """Every run of four words of a text, each once."""
    words = re.findall(r"[\w’']+", text.lower())
    return {" ".join(words[start : start + PHRASE_WORDS]) for start in range(len(words) - PHRASE_WORDS + 1)}


@pytest.mark.parametrize("name", NAMES)
def test_a_shipped_bank_lints_clean(name: str) -> None:
    ran = run_abi_here("bank", "lint", str(FOLDER / f"{name}.yaml"))
    assert ran.code == 0, ran.out + ran.err


def test_no_spelling_of_a_skill_means_two_skills() -> None:
    meant: dict[str, set[str]] = {}
    for name in NAMES:
        for skill, others in bank(name).get("skills", {}).items():
            for spelling in (skill, *others):
                meant.setdefault(skill_slug(spelling), set()).add(skill)
    assert {spelling: skills for spelling, skills in meant.items() if len(skills) > 1} == {}
