"""The curveball compass: visible rules, always the same answer."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from abi_coach.domain.compass_words import AREA_WORDS, COMPETENCY_WORDS
from abi_coach.domain.competency import Competency, Family
from abi_coach.domain.drill_compass import bearing_of, best_stories
from abi_coach.domain.kind import Area
from abi_coach.domain.story import Story, Use

TODAY = date(2026, 11, 22)
QUESTIONS = st.one_of(
    st.text(max_size=60),
    st.lists(
        st.sampled_from(("what", "if", "team", "many", "how", "boss", "lie", "book", "failed", "deadline", "x"))
    ).map(" ".join),
)


def story(title: str, *competencies: Competency, uses: int = 0) -> Story:
    told = tuple(Use(TODAY, str(number)) for number in range(uses))
    return Story(title, action="I…", result="It…", competencies=competencies, uses=told)


@pytest.mark.parametrize(
    ("question", "area", "word"),
    [
        ("How many windows are there in this city?", Area.REASONING, "how many"),
        ("What is your biggest weakness?", Area.SELF_KNOWLEDGE, "weakness"),
        ("Explain your job to a child.", Area.PERSPECTIVE, "explain"),
        ("You are stuck in a lift with our CEO. Go!", Area.COMPOSURE, "stuck"),
        ("Which book changed how you work?", Area.CURIOSITY, "book"),
        ("Your boss asks you to hide a bug. Would you lie?", Area.JUDGEMENT, "boss asks"),
    ],
)
def test_each_area_is_found_by_a_word_that_is_shown(question: str, area: Area, word: str) -> None:
    first = bearing_of(question).areas[0]
    assert first.towards is area
    assert word in first.fired


def test_an_area_counts_as_evidence_for_its_competency_and_that_for_its_family() -> None:
    bearing = bearing_of("Riddle me this")
    assert [one.towards for one in bearing.competencies] == [Competency.PROBLEM_SOLVING]
    assert [(one.towards, one.fired) for one in bearing.families] == [(Family.THINKING, ("riddle",))]


def test_the_two_best_usable_stories_are_offered_the_least_told_first() -> None:
    shelf = {
        "a": story("Told often", Competency.PROBLEM_SOLVING, uses=2),
        "b": story("Fresh", Competency.PROBLEM_SOLVING),
        "c": story("Same family", Competency.QUALITY),
        "d": story("Elsewhere", Competency.LEADERSHIP),
        "e": Story("Unfinished", competencies=(Competency.PROBLEM_SOLVING,)),
    }
    assert best_stories(bearing_of("A puzzle"), shelf, TODAY) == ("b", "a")
    assert best_stories(bearing_of("A puzzle"), {"c": shelf["c"], "d": shelf["d"]}, TODAY) == ("c",)


def test_a_question_without_a_known_word_says_so_instead_of_guessing() -> None:
    bearing = bearing_of("Blue or green?")
    assert bearing.is_lost
    assert best_stories(bearing, {"a": story("Any", Competency.QUALITY)}, TODAY) == ()


@given(QUESTIONS)
def test_the_same_question_gives_the_same_bearing_whatever_its_case_and_spacing(question: str) -> None:
    bearing = bearing_of(question)
    assert bearing_of(question) == bearing
    if question.isascii():
        other = bearing_of("  ".join(question.upper().split(" ")))
        assert (other.areas, other.families, other.competencies) == (
            bearing.areas,
            bearing.families,
            bearing.competencies,
        )


@given(QUESTIONS)
def test_every_word_that_fired_stands_in_the_question(question: str) -> None:
    bearing = bearing_of(question)
    for pointer in (*bearing.areas, *bearing.families, *bearing.competencies):
        assert pointer.fired
        assert all(word in question.lower().replace("’", "'") for text in pointer.fired for word in text.split())


@given(QUESTIONS, st.randoms(use_true_random=False))
def test_the_order_of_the_stories_changes_nothing(question: str, random: object) -> None:
    shelf = {str(number): story(f"s{number % 3}", one) for number, one in enumerate(Competency)}
    mixed = dict(random.sample(list(shelf.items()), len(shelf)))  # type: ignore[attr-defined] # hypothesis' Random
    assert best_stories(bearing_of(question), mixed, TODAY) == best_stories(bearing_of(question), shelf, TODAY)


def test_every_area_and_every_competency_has_words_in_lower_case() -> None:
    assert set(AREA_WORDS) == set(Area)
    assert set(COMPETENCY_WORDS) == set(Competency)
    for text in (*AREA_WORDS.values(), *COMPETENCY_WORDS.values()):
        assert text == text.lower()
        assert text.strip()
