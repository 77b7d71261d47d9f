"""Skills are spelt so that C, C# and C++ are three."""

from __future__ import annotations

import pytest

from abi_coach.domain.skill_name import skill_slug


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
