"""Practice without a screen: a sitting, and the keys of one answer as calls."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from abi_coach.domain.choosing import Wish
from abi_coach.domain.progress import Stage
from abi_coach.services.practice import Order

if TYPE_CHECKING:
    from pathlib import Path

    from abi_coach.domain.timing import TimeFactor
    from abi_coach.services.answering import Answering
    from abi_coach.services.coach import Coach
    from abi_coach.services.practice_room import PracticeRoom
    from tests.support.hand_clock import HandClock

BEHAVIOURAL: Final = "common-behavioural-005"
MARKUP: Final = "[/] [b]x[/b] [@click=app.quit]y[/] $v"
"""What a bank may contain: markup, an action, a variable; the first gate refuses terminal codes."""

HOSTILE: Final = f"{MARKUP} \x1b[31mred\x1b[0m \u202eleft"
"""What a journal that was merged may contain: terminal codes and a bidi control as well."""

SHOWN: Final = f"{MARKUP} [31mred[0m left"
"""The same as it is shown: every visible character literally, the controls gone."""


def sitting(
    coach: Coach,
    *,
    preset: str = "quick",
    profile: str = "live",
    question: str | None = None,
    factor: TimeFactor | None = None,
) -> PracticeRoom:
    """A sitting that has just begun, the same each time."""
    order = Order(Wish("backend", question=question), preset, profile, seed=1, time_factor=factor)
    return coach.practice.start(order)


def now_of(room: PracticeRoom) -> Answering:
    """The question that is being answered."""
    assert room.now is not None
    return room.now


def pass_time(clock: HandClock, now: Answering, seconds: float) -> None:
    """Let time pass while somebody looks at the clock, as a screen does."""
    while seconds > 0 and now.stage is Stage.ANSWERING:
        step = min(2.0, seconds)
        clock.advance(step)
        now.look()
        seconds -= step


def answer(clock: HandClock, now: Answering, *, seconds: float = 90, text: str = "") -> None:
    """From confidence to the end of the take."""
    now.be_confident(3)
    now.begin()
    now.speak()
    if text:
        now.write(text)
    pass_time(clock, now, seconds)
    if now.stage is Stage.ANSWERING:
        now.finish_take()


def rate(now: Answering, *, first: int = 3, final: int = 4, passed: bool = True, change: str = "") -> None:
    """From the blind rating to the one change."""
    now.rate_first(first)
    while (check := now.next_check) is not None:
        now.answer_check(check, passed=passed)
    now.rate_final(final)
    now.note_change(change)


def write_hostile_bank(home: Path, *prompts: str, name: str = "own") -> None:
    """A small bank of one's own with these prompts, as JSON, which YAML reads as it is."""
    import json  # noqa: PLC0415 - few tests write banks

    words = "It names what was done and what came of it."
    questions = [
        {
            "id": f"{name}-learning-{number:03d}",
            "prompt": prompt,
            "kind": "behavioural",
            "competency": "learning",
            "levels": ["mid"],
            "difficulty": 2,
            "really_asking": prompt,
            "anchors": {1: words, 3: f"{words} Soundly.", 5: f"{words} Very well."},
            "parts": [prompt, "And then?"],
            "probes": [prompt],
            "traps": [prompt],
        }
        for number, prompt in enumerate(prompts, 1)
    ]
    bank = {"format": 1, "id": name, "title": prompts[0], "summary": prompts[0], "questions": questions}
    folder = home / "question_banks"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"{name}.yaml").write_text(json.dumps(bank, ensure_ascii=True), encoding="utf-8")
