"""`abi practice` as a command: the set described, the same for the same seed, and what is asked of it refused."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from tests.support.own_banks import PROMPT, write_bank

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.support.command_line import Ran

    Abi = Callable[..., Ran]


def described(abi_here: Abi, *words: str) -> dict[str, Any]:
    ran = abi_here("practice", "--json", *words)
    assert (ran.code, ran.err) == (0, "")
    told: dict[str, Any] = ran.json
    return told


def test_the_set_is_described_and_nothing_begins(abi_here: Abi) -> None:
    told = described(abi_here, "--role", "backend", "--preset", "panel")
    assert (told["schema"], told["role"]["bank"], told["profile"]) == ("abi.practice/1", "backend", "live")
    assert len(told["questions"]) == 6
    assert list(told["questions"][0]) == ["id", "prompt", "kind", "competency", "reason", "standing"]
    assert "Nothing waits" in abi_here("practice", "resume").out


def test_the_same_seed_gives_the_same_set_and_another_seed_another(abi_here: Abi) -> None:
    one, again, other = (described(abi_here, "--preset", "full", "--seed", seed) for seed in ("7", "7", "8"))
    assert one == again
    assert one["questions"] != other["questions"]


def test_exactly_one_question_can_be_asked_for(abi_here: Abi) -> None:
    [question] = described(abi_here, "--question", "common-behavioural-005")["questions"]
    assert (question["id"], question["standing"]) == ("common-behavioural-005", "asked_for")


def test_a_skill_may_be_called_by_any_of_its_names(abi_here: Abi) -> None:
    words = ("--role", "platform-sre", "--skill")
    assert described(abi_here, *words, "K8s") == described(abi_here, *words, "kubernetes")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--preset", "panle"), "There is no preset “panle”"),
        (("--profile", "liv"), "There is no profile “liv”"),
        (("--question", "nowhere"), "There is no question “nowhere”"),
        (("--kind", "technical", "--competency", "conflict"), "No question fits all of that."),
        (("--skill", "kubernets"), "There is no skill “kubernets”. Did you mean kubernetes"),
        (("--skill", "quux"), "No bank knows a skill “quux”. Try another word, or leave the skill out."),
        (("--role", "backend", "--skill", "transactions", "--kind", "opener"), "No question fits all of that."),
    ],
)
def test_what_cannot_be_had_is_told(abi_here: Abi, words: tuple[str, ...], said: str) -> None:
    ran = abi_here("practice", "--json", *words)
    assert (ran.code, ran.out) == (1, "")
    assert said in ran.err


def test_a_skill_without_a_question_says_which_roles_have_some_or_how_to_write_one(abi_here: Abi, home: Path) -> None:
    write_bank(home / "question_banks", "harbour", {"harbour-behavioural-001": PROMPT})
    elsewhere = abi_here("practice", "--json", "--role", "backend", "--skill", "Boats")
    told = "No question about sailing for “Backend engineer”. Roles that have some: Bank of harbour."
    assert (elsewhere.code, elsewhere.err.strip()) == (1, told)
    write_bank(home / "question_banks", "harbour", {"harbour-behavioural-001": PROMPT}, skill="knots")
    nowhere = abi_here("practice", "--json", "--role", "harbour", "--skill", "boats")
    assert "No bank asks about sailing yet." in nowhere.err
    assert "`abi bank new`" in nowhere.err


def test_without_a_terminal_the_plain_way_is_named(abi_here: Abi) -> None:
    ran = abi_here("practice")
    assert ran.code == 2
    assert "abi practice --plain" in ran.err
