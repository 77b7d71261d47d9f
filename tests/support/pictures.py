"""What the pictures of screens show: banks and weeks of our own, so that a better question changes no picture."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import pytest

from abi_coach.domain.competency import Competency
from abi_coach.domain.interview import Intent
from abi_coach.domain.story import Story
from abi_coach.services.coach import Coach, open_coach
from tests.support.career import ADVERT, pay_point
from tests.support.coach_app import app_of
from tests.support.diary import worked_example
from tests.support.practice import sitting

if TYPE_CHECKING:
    from pathlib import Path

    from _pytest.mark import ParameterSet
    from textual.pilot import Pilot

    from tests.support.hand_clock import HandClock

WEATHER: Final = "common-behavioural-001"
ANSWER: Final = (
    "Two days before the crossing the forecast changed. I told the crew the same evening what I knew and what I did "
    "not, and we moved the start by a day. We lost one night and no gear, and 3 of 4 boats did the same. "
)
_ANCHORS: Final = """\
    anchors:
      1: "Blames the weather and stops there."
      3: "Names the plan, what the weather did to it, and what was moved because of it."
      5: "Adds who was told on which day, what that saved, and what every later plan of theirs has held in reserve since."
    probes: ["What did you move first?", "Which call was yours alone?", "What would you keep?"]
    traps: ["A plan that somebody else made", "A storm without a decision in it"]
    story_hint: "A small change of plan that you made early serves you better than a rescue."
"""  # noqa: E501 - one anchor
_QUESTION: Final = """\
  - id: {id}
    prompt: "{prompt}"
    parts: ["What was the plan?", "What changed?", "What did you decide?", "What came of it?"]
    kind: behavioural
    competency: {competency}
    skills: []
    difficulty: 2
    levels: [mid, senior]
    really_asking: "Do you plan for what you cannot rule, and say early that it has changed?"
{anchors}"""
_REVERSE: Final = """\
format: 1
id: reverse
title: "Questions to ask them"
summary: "What to ask an employer."
questions:
  - id: reverse-reverse-001
    prompt: "Who decides here when a plan is given up?"
    kind: reverse
    levels: [mid, senior]
    dimension: respect
    good_sign: "A name, and the last time it happened."
    warning_sign: "Nobody, or it never happens."
    follow_up: "How did the others hear of it?"
"""
_BANKS: Final = {
    "common": {
        WEATHER: ("Tell me about a time when a plan of yours met the weather and lost.", "conflict"),
        "common-behavioural-002": ("When did you last change a plan that everybody liked?", "communication"),
        "common-behavioural-003": ("What did you once prepare for that never came?", "delivery"),
    },
    "backend": {"backend-behavioural-001": ("Which storm in a service taught you most?", "problem_solving")},
}


def empty_coach(home: Path, clock: HandClock) -> Coach:
    """A coach with the banks of the pictures, and nothing done yet."""
    folder = home / "question_banks"
    folder.mkdir(parents=True)
    for bank, questions in _BANKS.items():
        told = "".join(
            _QUESTION.format(id=each, prompt=prompt, competency=about, anchors=_ANCHORS)
            for each, (prompt, about) in questions.items()
        )
        head = f'format: 1\nid: {bank}\ntitle: "The {bank} bank"\nsummary: "For pictures."\nquestions:\n'
        (folder / f"{bank}.yaml").write_text(head + told, encoding="utf-8")
    (folder / "reverse.yaml").write_text(_REVERSE, encoding="utf-8")
    (home / "config.toml").write_text('[practice]\nrole = "backend"\n', encoding="utf-8")
    return open_coach(home, clock, clock.monotonic)


def used_coach(home: Path, clock: HandClock) -> Coach:
    """A coach after some weeks of use."""
    coach = empty_coach(home, clock)
    diary = worked_example(coach)
    diary.promise("they ask about a conflict", "say first what the other side was right about", "conflict")
    diary.interview("Fennmark Health", -2.1, intent=Intent.REAL_MOVE, wants="Ask what they do in the first month.")
    coach.stories.add(Story("The crossing that we put off", situation="A storm.", competencies=(Competency.QUALITY,)))
    coach.career.adverts.save_reading(coach.career.adverts.read(ADVERT), {})
    for base in (80_000, 90_000, 100_000, 110_000, 120_000):
        coach.career.pay.add(pay_point(base, company="Acme"))
    return coach


Scene = Callable[["Pilot[None]", "HandClock"], Awaitable[None]]
"""What a person does at the app before the picture is taken."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A scene at some sizes, in a used or an empty home; with a `question`, in a sitting that asks it."""

    name: str
    scene: Scene
    sizes: Sequence[tuple[int, int]] = ((80, 24),)
    question: str = ""
    is_used: bool = True
    theme: str = "abi-dark"

    def cases(self) -> list[ParameterSet]:
        """One case for each size."""
        return [pytest.param(self, size, id=f"{self.name}-{size[0]}x{size[1]}") for size in self.sizes]

    def looks_the_same(
        self, compare: Callable[..., bool], coach: Coach, clock: HandClock, size: tuple[int, int]
    ) -> bool:
        """Whether the screen is what it was when somebody looked at it last."""
        app = app_of(coach, sitting(coach, question=self.question) if self.question else None)
        app.theme, app.animation_level = self.theme, "none"

        async def act(pilot: Pilot[None]) -> None:
            await pilot.pause()
            await self.scene(pilot, clock)
            await at_rest(pilot)

        return compare(app, terminal_size=size, run_before=act)


async def at_rest(pilot: Pilot[None]) -> None:
    """Everything is loaded and saved, and no cursor blinks."""
    await pilot.pause()
    await pilot.app.workers.wait_for_complete()
    for box in pilot.app.screen.query("Input, TextArea"):
        box.cursor_blink = False  # type: ignore[attr-defined] # both have one
    await pilot.pause()


async def stay(_pilot: Pilot[None], _clock: HandClock) -> None:
    """Do nothing."""


def at(place: str, *keys: str) -> Scene:
    """Open a place, and press keys there."""

    async def scene(pilot: Pilot[None], _clock: HandClock) -> None:
        pilot.app.action_open_place(place)  # type: ignore[attr-defined] # the app is a CoachApp
        await at_rest(pilot)
        for key in keys:
            await pilot.press(key)
            await pilot.pause()

    return scene
