"""Every field that a shipped question fills reaches a screen: nothing is written for nobody."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

import pytest

from abi_coach.domain.answer_clock import clock_face
from abi_coach.services.coach import Coach, open_coach
from abi_coach.services.question_text import told_question
from abi_coach.ui.screens.banks import BanksScreen
from tests.support.banks import NAMES, questions
from tests.support.stage import Stage, words_on

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

TALL = (80, 120)
"""Room for the longest question, whole."""


@pytest.fixture
def coach(home: Path) -> Iterator[Coach]:
    """A coach with the shipped banks only."""
    made = open_coach(home)
    yield made
    made.close()


def values(field: str, value: Any) -> Iterator[str]:  # noqa: ANN401 - what YAML has
    """Each text of a field, as a person is shown it."""
    if isinstance(value, dict):
        for name, inner in value.items():
            yield from values(f"{field}.{name}", inner)
    elif isinstance(value, list):
        for inner in value:
            yield from values(field, inner)
    elif field in {"time.target", "time.max"}:
        yield clock_face(value)
    elif field in {"time.think", "difficulty"}:
        yield f"think {value} s" if field == "time.think" else f"{value} of 3"
    else:
        names = field in {"kind", "competency", "secondary", "area", "dimension"}
        yield str(value).replace("_", " ") if names else str(value)


def squeezed(text: str) -> str:
    """Text without the spaces, line ends and capitals that a screen puts differently."""
    return "".join(text.split()).casefold()


def missing(question: dict[str, Any], shown: str) -> list[tuple[str, str]]:
    """What a question has and the shown text does not."""
    told = squeezed(shown)
    every = ((field, text) for field, value in question.items() for text in values(field, value))
    return [(field, text) for field, text in every if squeezed(text) not in told]


@pytest.mark.parametrize("name", NAMES)
def test_every_value_of_every_shipped_question_is_told(name: str, coach: Coach) -> None:
    for question in questions(name):
        lines = told_question(coach.library.question(question["id"]))
        assert missing(question, "\n".join(text for _, text in lines)) == [], question["id"]


@cache
def fullest() -> dict[str, dict[str, Any]]:
    """For each field that any shipped question has, the question with the most fields that has it."""
    every = [question for name in NAMES for question in questions(name)]
    every.sort(key=lambda question: (len(question), question["id"]), reverse=True)
    return {field: question for question in reversed(every) for field in question}


async def test_every_field_that_is_shipped_stands_on_the_screen(coach: Coach) -> None:
    wanted = {question["id"]: question for question in fullest().values()}
    for question in wanted.values():
        async with Stage(BanksScreen(coach)).run_test(size=TALL) as pilot:
            await pilot.app.workers.wait_for_complete()
            pilot.app.screen.query_one("#search").value = question["id"]  # type: ignore[attr-defined] # an Input
            await pilot.pause()
            pilot.app.screen.search_now()  # type: ignore[attr-defined] # the screen under test
            await pilot.press("enter")
            await pilot.pause()
            assert missing(question, words_on(pilot.app)) == [], question["id"]


def test_the_shipped_questions_use_all_of_the_format() -> None:
    assert set(fullest()) >= {
        "id", "prompt", "parts", "kind", "competency", "secondary", "skills", "difficulty", "levels", "really_asking",
        "anchors", "probes", "traps", "story_hint", "area", "jurisdiction", "routes", "dimension", "good_sign",
        "warning_sign", "follow_up", "time",
    }  # fmt: skip
