"""What makes a question hard to say or to rate is found, and good questions are left in peace."""

from __future__ import annotations

from dataclasses import replace

import pytest

from abi_coach.domain.bank_style import style_of
from abi_coach.domain.competency import Competency
from abi_coach.domain.kind import Difficulty, Dimension, Kind, Level
from abi_coach.domain.question import Anchors, Question, ReverseQuestion

GOOD = Question(
    "x-behavioural-001",
    "Tell me about a time when you changed your mind about a design.",
    Kind.BEHAVIOURAL,
    Competency.LEARNING,
    Difficulty.TRADE_OFF,
    (Level.MID,),
    "Do facts move you?",
    Anchors(
        "Says that no design of theirs was ever wrong.",
        "Names one design, the fact that spoke against it, and what was built in its place.",
        "Adds who brought the fact, how they had asked for it, and what they look at earlier since that day.",
    ),
    probes=("Which fact was it?", "Who else had to agree?"),
)


def fields(question: Question) -> list[str]:
    """The fields that style has something to say about."""
    return [finding.field for finding in style_of(question)]


def test_a_good_question_is_left_in_peace() -> None:
    assert style_of(GOOD) == []


@pytest.mark.parametrize(("words", "found"), [(35, []), (36, ["prompt"])])
def test_a_prompt_of_more_than_35_words_is_too_long(words: int, found: list[str]) -> None:
    prompt = "Tell me about a time when " + " ".join(["you"] * (words - 6))
    assert fields(replace(GOOD, prompt=prompt)) == found


def test_two_questions_at_once_are_found() -> None:
    assert fields(replace(GOOD, prompt="When did you last fail? Why did you?")) == ["prompt"]


@pytest.mark.parametrize(
    ("kind", "prompt"),
    [
        (Kind.BEHAVIOURAL, "How important is teamwork to you?"),
        (Kind.BEHAVIOURAL, "What would you do if two colleagues fought?"),
        (Kind.SITUATIONAL, "Tell me about a time when two colleagues fought."),
        (Kind.TECHNICAL, "Describe a time you tuned a query."),
        (Kind.CASE, "When did you last plan a migration?"),
    ],
)
def test_a_stem_that_does_not_fit_the_kind_is_found(kind: Kind, prompt: str) -> None:
    assert fields(replace(GOOD, kind=kind, prompt=prompt)) == ["prompt"]


@pytest.mark.parametrize(
    ("kind", "prompt"),
    [
        (Kind.BEHAVIOURAL, "What was the worst thing a change of yours did to production?"),
        (Kind.SITUATIONAL, "It is Friday evening and the release fails: what do you do?"),
        (Kind.TECHNICAL, "Why might a cache make a service less reliable?"),
        (Kind.MOTIVATION, "Tell me about a time you enjoyed your work."),
    ],
)
def test_stems_that_fit_are_left_in_peace(kind: Kind, prompt: str) -> None:
    assert fields(replace(GOOD, kind=kind, prompt=prompt)) == []


@pytest.mark.parametrize("probes", [(), ("Which fact was it?",)])
def test_fewer_than_two_probes_are_found(probes: tuple[str, ...]) -> None:
    assert fields(replace(GOOD, probes=probes)) == ["probes"]


@pytest.mark.parametrize(
    "vague",
    [
        "Excellent communication",
        "Shows strong leadership and explains everything clearly",
        "A good answer.",
        "Ok",
        "Communicates clearly and effectively.",
        "Speaks clearly throughout.",
        "Gives a clear, structured and convincing answer.",
        "Their communication is excellent.",
    ],
)
def test_an_anchor_that_only_grades_is_found(vague: str) -> None:
    anchors = Anchors("Ok", "Ok", vague) if vague == "Ok" else replace(GOOD.anchors, one=vague)
    assert "anchors.1" in fields(replace(GOOD, anchors=anchors))


@pytest.mark.parametrize(
    "told",
    [
        "Writes down what a good answer of the model must contain, and scores each version against it.",
        "Says clearly and early which of the two answers was a guess, and who was told of it on that day.",
    ],
)
def test_an_anchor_may_speak_of_good_answers_as_things(told: str) -> None:
    assert fields(replace(GOOD, anchors=replace(GOOD.anchors, three=told))) == []


def test_anchors_that_shrink_or_repeat_are_found() -> None:
    shrunk = replace(GOOD.anchors, five="Names a design and a fact.")
    repeated = replace(GOOD.anchors, three=GOOD.anchors.one)
    assert fields(replace(GOOD, anchors=shrunk)) == ["anchors.5"]
    assert fields(replace(GOOD, anchors=repeated)) == ["anchors.3"]


def test_a_question_of_the_candidates_needs_neither_probes_nor_anchors() -> None:
    asked = ReverseQuestion("r-1", "Who decides here?", (Level.MID,), Dimension.AUTONOMY, "One name.", "None.", "Why?")
    assert style_of(asked) == []
