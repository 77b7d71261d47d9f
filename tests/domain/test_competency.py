"""Sixteen competencies in six families."""

from __future__ import annotations

from abi_coach.domain.competency import FAMILIES, Competency, Family

TABLE = {
    "people": "communication influence collaboration conflict",
    "thinking": "problem_solving decision_making quality",
    "doing": "delivery ownership adaptability",
    "growing": "learning leadership",
    "values": "integrity customer_focus motivation",
    "craft": "role_expertise",
}


def test_families_hold_the_competencies_of_the_table() -> None:
    assert {family.value: " ".join(FAMILIES[family]) for family in Family} == TABLE


def test_every_competency_has_one_family_a_label_and_a_definition() -> None:
    assert len(Competency) == 16
    assert all(competency in competency.family.competencies for competency in Competency)
    assert all(competency.definition.endswith(".") for competency in Competency)
    assert Competency.PROBLEM_SOLVING.label == "Problem solving"
