"""What stands on the card is chosen by rules that can be told."""

from __future__ import annotations

from datetime import date

from abi_coach.domain.card import (
    Ask,
    WeakQuestion,
    amount_lines,
    asks_for,
    likeliest_weak,
    stories_that_fit,
    wanted_items,
)
from abi_coach.domain.competency import Competency
from abi_coach.domain.interview import Intent, Stage
from abi_coach.domain.kind import Dimension
from abi_coach.domain.story import Story, Use

TODAY = date(2026, 11, 22)
BANK = [Ask(f"{dimension} {number}?", dimension) for dimension in Dimension for number in range(2)]


def story(title: str, *competencies: Competency, told: str = "", ready: bool = True) -> Story:
    uses = (Use(TODAY, "x", told),) if told else ()
    action = "I did it" if ready else ""
    return Story(title, action=action, result="It worked", competencies=competencies, uses=uses)


def weak(prompt: str, item: str = "") -> WeakQuestion:
    return WeakQuestion(prompt, "because", item)


def chosen(stories: list[Story], *named: Competency, loop: str = "") -> list[str]:
    wanted = wanted_items({}, named, ())
    return [hint.title for hint in stories_that_fit({one.title: one for one in stories}, wanted, loop, TODAY, 3)]


def test_stories_serve_what_the_advert_names() -> None:
    stories = [story("A", Competency.DELIVERY), story("B", Competency.QUALITY), story("C", Competency.CONFLICT)]
    assert chosen(stories, Competency.CONFLICT)[0] == "C"


def test_three_stories_serve_three_things() -> None:
    stories = [story(name, Competency.CONFLICT) for name in "ABC"] + [story("Z", Competency.DELIVERY)]
    assert chosen(stories, Competency.CONFLICT, Competency.DELIVERY)[:2] == ["A", "Z"]


def test_a_story_that_they_heard_comes_last() -> None:
    stories = [story("A", Competency.CONFLICT, told="Acme"), *(story(name, Competency.LEARNING) for name in "BCD")]
    assert "A" not in chosen(stories, Competency.CONFLICT, loop="acme")
    assert chosen(stories, Competency.CONFLICT, loop="Other")[0] == "A"


def test_a_story_told_as_often_as_the_rules_allow_comes_last() -> None:
    stories = [story("A", Competency.CONFLICT, told="Acme"), *(story(name, Competency.LEARNING) for name in "BCD")]
    wanted = wanted_items({}, [Competency.CONFLICT], [])
    told = {one.title: one for one in stories}
    once, twice = ([hint.title for hint in stories_that_fit(told, wanted, "", TODAY, often)] for often in (1, 2))
    assert twice[0] == "A"
    assert "A" not in once


def test_a_story_without_an_end_gives_way_to_one_with_an_end() -> None:
    stories = [story("A", Competency.CONFLICT, ready=False), story("B", Competency.LEARNING)]
    assert chosen(stories, Competency.CONFLICT) == ["B", "A"]


def test_what_landed_badly_in_an_interview_comes_before_practice() -> None:
    found = likeliest_weak([weak("Why us?")], [(weak("Design a queue"), 1)], [weak("New")], {})
    assert [one.prompt for one in found] == ["Why us?", "Design a queue"]


def test_a_question_that_went_well_is_not_weak() -> None:
    found = likeliest_weak([], [(weak("Good one"), 4), (weak("Bad one"), 2)], [weak("New")], {})
    assert [one.prompt for one in found] == ["Bad one", "New"]


def test_the_interview_decides_between_two_weak_ones() -> None:
    practised = [(weak("A", "delivery"), 2), (weak("B", "conflict"), 3), (weak("C", "conflict"), 2)]
    found = likeliest_weak([], practised, [], {"conflict": 3.0, "delivery": 1.0})
    assert [one.prompt for one in found] == ["C", "B"]


def test_the_same_question_stands_once() -> None:
    assert len(likeliest_weak([weak("Why us?"), weak("WHY US?")], [], [], {})) == 1


def test_questions_for_them_fit_intent_then_stage() -> None:
    found = asks_for(BANK, (), Stage.HIRING_MANAGER, Intent.PAY_CHECK)
    assert [one.dimension for one in found] == [Dimension.PAY, Dimension.GROWTH, Dimension.FLEXIBILITY]
    found = asks_for(BANK, (), Stage.HIRING_MANAGER, None)
    assert [one.dimension for one in found] == [Dimension.MANAGER, Dimension.WORKLOAD, Dimension.GROWTH]


def test_known_dimensions_are_not_asked_about() -> None:
    found = asks_for(BANK, {Dimension.MANAGER, Dimension.WORKLOAD}, Stage.HIRING_MANAGER, None)
    assert {Dimension.MANAGER, Dimension.WORKLOAD}.isdisjoint(one.dimension for one in found)


def test_the_next_conversation_gets_other_questions() -> None:
    first, second = (asks_for(BANK, (), Stage.PANEL, None, turn) for turn in (0, 1))
    assert {one.prompt for one in first}.isdisjoint(one.prompt for one in second)


def test_only_lines_with_an_amount_are_about_pay() -> None:
    assert amount_lines(["Room 5\nThey pay 70k EUR", "nice people", "They pay  70k EUR"]) == ("They pay 70k EUR",)
