"""Skills are spelt so that C, C# and C++ are three, and found by a few letters."""

from __future__ import annotations

import pytest

from abi_coach.domain.skill_name import meant_skill, skill_slug


@pytest.mark.parametrize(
    ("text", "slug"),
    [
        ("Row-Level Security", "row-level-security"),
        ("C", "c"),
        ("C#", "c-sharp"),
        ("c-sharp", "c-sharp"),
        ("C++", "c-plus-plus"),
        (".NET", "dotnet"),
        ("ASP.NET", "asp-net"),
        ("Node.js", "node-js"),
        ("issue C#12", "issue-c-12"),
        ("A/B testing", "a-b-testing"),
        ("#!", ""),
    ],
)
def test_a_sign_that_tells_one_name_from_another_is_spelt_out(text: str, slug: str) -> None:
    assert skill_slug(text) == slug


NAMES = {
    "sql": "sql",
    "postgresql": "postgresql",
    "pg": "postgresql",
    "c-sharp": "c-sharp",
    "kubeflow": "mlops",
    "kubernetes": "kubernetes",
    "row-level-security": "row-level-security",
    "python": "python",
    "pytest": "test-frameworks",
}


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("SQL", "sql"),
        ("PG", "postgresql"),
        ("C#", "c-sharp"),
        ("kub", "kubernetes"),
        ("kubef", "mlops"),
        ("Level sec", "row-level-security"),
        ("pyhton", "python"),
        ("p", "python"),
        ("ruthless", None),
        ("", None),
        ("#!", None),
    ],
)
def test_a_few_letters_mean_a_skill_by_name_beginning_word_or_spelling(typed: str, meant: str | None) -> None:
    assert meant_skill(typed, NAMES) == meant


def test_of_several_that_begin_so_the_skill_of_the_role_is_meant() -> None:
    assert meant_skill("p", NAMES, ["postgresql"]) == "postgresql"
