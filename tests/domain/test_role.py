"""Which bank a job title leads to, and that a guess is called one."""

from __future__ import annotations

import pytest

from abi_coach.domain.bank_head import BankHead
from abi_coach.domain.role import RoleMatch, match_role, slug_of

HEADS = (
    BankHead("common", "Common"),
    BankHead("backend", "Backend engineer", aliases=("backend-developer", "server-engineer")),
    BankHead("frontend", "Frontend engineer", aliases=("web-developer",)),
    BankHead("data-engineer", "Data engineer", aliases=("etl-developer",)),
    BankHead("engineering-manager", "Engineering manager", aliases=("em",)),
)


@pytest.mark.parametrize(
    ("asked", "bank"),
    [
        ("backend", "backend"),
        ("Backend Developer", "backend"),
        ("EM", "engineering-manager"),
        ("data_engineer", "data-engineer"),
    ],
)
def test_an_id_or_an_alias_in_full_is_exact_however_it_is_written(asked: str, bank: str) -> None:
    assert match_role(asked, HEADS) == RoleMatch(bank, asked, exact=True)


@pytest.mark.parametrize(
    ("asked", "bank"),
    [
        ("Senior Backend Developer", "backend"),
        ("Lead Frontend Engineer (React)", "frontend"),
        ("Staff data platform engineer", "data-engineer"),
    ],
)
def test_a_longer_title_leads_to_the_bank_that_it_speaks_of_and_is_called_a_guess(asked: str, bank: str) -> None:
    assert match_role(asked, HEADS) == RoleMatch(bank, asked, exact=False)


@pytest.mark.parametrize("asked", ["nurse", "engineer", "senior manager", "", "!!!"])
def test_a_title_that_tells_nothing_leads_to_the_common_bank(asked: str) -> None:
    assert match_role(asked, HEADS) == RoleMatch("common", asked, exact=False)


def test_the_more_specific_name_wins_when_two_are_found_whole() -> None:
    cloud = BankHead("cloud", "Cloud", aliases=("cloud-engineer",))
    security = BankHead("security", "Security", aliases=("cloud-security-engineer",))
    assert match_role("Senior cloud security engineer", (cloud, security)).bank == "security"


def test_a_name_found_whole_wins_over_one_found_in_part() -> None:
    data = BankHead("data", "Data", aliases=("data-engineer",))
    platform = BankHead("a-platform", "Platform", aliases=("data-platform-reliability-engineer",))
    assert match_role("Lead data engineer", (data, platform)).bank == "data"


def test_the_order_of_the_banks_does_not_matter() -> None:
    asked = "Principal backend engineer"
    assert match_role(asked, HEADS) == match_role(asked, HEADS[::-1])


@pytest.mark.parametrize(
    ("text", "slug"), [("Senior Backend Developer", "senior-backend-developer"), ("C++ / Qt!", "c-qt"), ("  ", "")]
)
def test_a_slug_is_lower_case_words_joined_by_hyphens(text: str, slug: str) -> None:
    assert slug_of(text) == slug


@pytest.mark.parametrize(
    ("asked", "bank"),
    [
        ("Back-End Developer", "backend"),
        ("Backnd developer", "backend"),
        ("Engineer, Backend", "backend"),
        ("VP Engineering Management", "engineering-manager"),
    ],
)
def test_other_spellings_and_orders_are_understood_and_called_a_guess(asked: str, bank: str) -> None:
    match = match_role(asked, HEADS)
    assert (match.bank, match.exact) == (bank, False)


@pytest.mark.parametrize("asked", ["reverse engineer", "accountant", "Marketing Manager", "CTO", "Store Manager"])
def test_a_shared_job_word_alone_leads_nowhere(asked: str) -> None:
    heads = (
        *HEADS,
        BankHead("reverse", "Questions for them"),
        BankHead("presales", "Presales", aliases=("account-se",)),
    )
    assert match_role(asked, heads).bank == "common"


def test_an_alias_that_only_says_software_is_a_guess_although_it_is_written_in_full() -> None:
    heads = (BankHead("common", "Common"), BankHead("backend", "Backend", aliases=("software-engineer",)))
    assert match_role("Software Engineer", heads) == RoleMatch("backend", "Software Engineer", exact=False)
    assert match_role("Senior Software Engineer", heads).bank == "backend"


def test_banks_that_were_nearly_as_likely_are_named() -> None:
    heads = (*HEADS, BankHead("data-analyst", "Data analyst"))
    match = match_role("Head of Data", heads)
    assert {match.bank, *match.others} >= {"data-analyst", "data-engineer"}
