"""Questions that ask the same are found without comparing every pair."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st
from rapidfuzz import fuzz

from abi_coach.domain.near_duplicate import ALIKE, MANY, MOST_FOUND, near_duplicates

WORDS = (
    "tell",
    "time",
    "deadline",
    "missed",
    "team",
    "argued",
    "design",
    "customer",
    "angry",
    "release",
    "query",
    "slow",
)


def likeness(text: str, other: str) -> float:
    """The token-set ratio of rapidfuzz, 0 below what counts as alike."""
    return fuzz.token_set_ratio(text, other, score_cutoff=ALIKE)


def found(*prompts: str) -> list[tuple[int, int]]:
    """The pairs that are found, later and earlier."""
    ids = [str(place) for place in range(len(prompts))]
    return [(each.later, each.earlier) for each in near_duplicates(prompts, ids, [""] * len(ids), likeness).found]


def test_other_case_order_and_punctuation_make_no_other_question() -> None:
    assert found("Tell me about a missed deadline.", "How do you rest?", "A deadline missed: tell me about!") == [
        (2, 0)
    ]


def test_different_questions_are_left_in_peace() -> None:
    assert found("Tell me about a missed deadline.", "Tell me about an angry customer.") == []


def test_the_same_id_is_the_same_question() -> None:
    assert near_duplicates(["Why us?", "Why us?"], ["a", "a"], ["", ""], likeness).found == []


@settings(max_examples=60)
@given(st.lists(st.lists(st.sampled_from(WORDS), min_size=4, max_size=8).map(" ".join), min_size=2, max_size=12))
def test_nothing_is_missed_that_comparing_every_pair_would_find(prompts: list[str]) -> None:
    texts = [" ".join(sorted(set(prompt.split()))) for prompt in prompts]
    every = {
        late
        for late in range(len(texts))
        for early in range(late)
        if fuzz.token_set_ratio(texts[late], texts[early]) >= ALIKE
    }
    assert {late for late, _ in found(*prompts)} == every


def test_of_thousands_made_from_a_form_only_as_many_are_found_as_anybody_reads() -> None:
    """Another file's are found all the same, also where they resemble one that was not compared."""
    forms = [f"Tell me about a time when the quarterly release {number} was late." for number in range(MANY)]
    prompts = [*forms, "What broke first?", forms[-1], "How do you rest?"]
    files = ["big"] * MANY + ["small"] * 3
    found, left_from = near_duplicates(prompts, [str(place) for place in range(len(prompts))], files, likeness)
    assert [files[each.later] for each in found] == ["big"] * MOST_FOUND + ["small"]
    assert found[-1].later == MANY + 1
    assert left_from == [MOST_FOUND + 1]
