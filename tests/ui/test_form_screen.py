"""Forms on a screen: keys in, answers out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from abi_coach.domain.form_answers import name_of
from abi_coach.services.coach import Coach, open_coach
from abi_coach.ui.screens.debriefs import DebriefsScreen
from abi_coach.ui.screens.form import FormScreen
from abi_coach.ui.widgets.title_line import TitleLine
from tests.support.diary import Diary
from tests.support.stage import words_on
from tests.support.told_debriefs import HOT_TOLD, tell

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.support.hand_clock import HandClock

from tests.support.form_stage import Stage, here, screen, stage, write

SIZES = [(60, 20), (80, 24), (120, 40)]


@pytest.fixture
def coach(home: Path, clock: HandClock) -> Iterator[Coach]:
    coach = open_coach(home, clock, clock.monotonic)
    yield coach
    coach.close()


@pytest.mark.parametrize("size", SIZES)
async def test_a_hot_debrief_is_told_with_keys_alone(coach: Coach, size: tuple[int, int]) -> None:
    async with stage(coach).run_test(size=size) as pilot:
        await write(pilot, "Acme", "backend")
        await pilot.press("t", "v", "enter", "p")
        await write(pilot, "hear how they deploy", "Why us?", "An outage", "")
        await pilot.press("4", "enter", "question_mark", "s", "n", "enter", "1", "2")
        await write(pilot, "none", "none", "60")
        await pilot.press("2")
        await write(pilot, "relieved", "Ada King, CTO", "")
        assert not isinstance(pilot.app.screen, FormScreen)
    entry = coach.interviews.listed()[0].entry
    hot = coach.debriefs.hot(entry)
    assert hot is not None
    assert [(one.text, one.landed, len(one.tags)) for one in hot.questions] == [
        ("Why us?", 4, 0),
        ("An outage", None, 2),
    ]
    assert (hot.best, hot.redo, hot.confidence, hot.word, hot.people[0].role) == (0, 1, 60, "relieved", "CTO")
    assert coach.interviews.get(entry).wants == "hear how they deploy"


@pytest.mark.parametrize("size", SIZES)
async def test_every_step_fits_and_says_where_it_is(coach: Coach, size: tuple[int, int]) -> None:
    form = tell(
        coach.debriefs.open_form(),
        {**HOT_TOLD, "questions": "\n".join(f"Question {n} " * 9 for n in range(8))}
        | {f"rated/{n}": "3" for n in range(1, 9)},
    )
    async with stage(coach, form).run_test(size=size) as pilot:
        for position in range(len(form.steps)):
            screen(pilot).stand_at(position)
            await pilot.pause()
            shown = str(screen(pilot).query_one("#place").render())
            assert " of " in shown
            assert screen(pilot).query_one("#body").max_scroll_x == 0


async def test_jumping_takes_the_words_along(coach: Coach) -> None:
    async with stage(coach).run_test(size=(80, 24)) as pilot:
        await pilot.press(*"Acme", "down", *"backend", "up")
        assert screen(pilot).box.words == "Acme"
        await pilot.press("down", "down", "h", "up", "up")
        assert screen(pilot).form.state == {"company": "Acme", "role": "backend", "stage": "hiring_manager"}


async def test_keys_typed_ahead_go_where_they_belong(coach: Coach) -> None:
    async with stage(coach).run_test(size=(80, 24)) as pilot:
        for key in [*"Acme", "enter", *"backend", "enter", "t", "v", "enter", "p", *"see it", "enter"]:
            assert pilot.app.screen.focused is not None
            pilot.app.screen.focused.post_message(_key(key))  # faster than any person
        await pilot.pause()
        await pilot.pause()
        told = {key: value for key, value in screen(pilot).form.state.items() if key != "ended"}
        facts = {"company": "Acme", "role": "backend", "stage": "technical", "format": "video"}
        assert told == {**facts, "intent": "practice", "wants": "see it"}


async def test_finishing_too_early_shows_what_is_missing(coach: Coach) -> None:
    async with stage(coach).run_test(size=(60, 20)) as pilot:
        await write(pilot, "Acme")
        await pilot.press("ctrl+s")
        await pilot.pause()
        assert here(pilot) == "stage"
        assert "Still needed" in str(screen(pilot).query_one("#told").render())


async def test_an_odd_date_is_questioned_once(coach: Coach) -> None:
    form = tell(coach.debriefs.open_form(), {"company": "Acme", "role": "x", "stage": "t", "format": "v"})
    async with stage(coach, form).run_test(size=(80, 24)) as pilot:
        box = screen(pilot).box
        box.put("")
        await write(pilot, "2025-01-02 10:00")
        assert here(pilot) == "ended"
        assert "more than three months ago" in str(screen(pilot).query_one("#told").render())
        await pilot.press("enter")
        assert here(pilot) == "intent"


async def test_a_line_can_be_taken_back_and_keeps_its_rating(coach: Coach) -> None:
    form = tell(coach.debriefs.open_form(), HOT_TOLD)
    async with stage(coach, form).run_test(size=(80, 24)) as pilot:
        screen(pilot).stand_at([name_of(step) for step in form.steps].index("questions"))
        await pilot.press("backspace", *" twice", "enter")
        assert [line["text"] for line in form.state["questions"]][2] == "Design a queue twice"
        assert len(form.state["questions"]) == 3
        assert form.state["rated"]["3"]["rating"] == 1


async def test_markup_in_answers_is_shown_as_it_is(coach: Coach) -> None:
    form = tell(coach.debriefs.open_form(), {**HOT_TOLD, "wants": "[b]x[/b] [@click=app.quit]y[/]", "company": "[red]"})
    async with stage(coach, form).run_test(size=(80, 24)) as pilot:
        assert "[b]x[/b] [@click=app.quit]y[/]" in str(screen(pilot).query_one("#header").render())


async def test_the_clock_only_informs(coach: Coach, clock: HandClock) -> None:
    async with stage(coach).run_test(size=(80, 24)) as pilot:
        clock.advance(400)
        screen(pilot).show_place()
        assert "6:40 of about 5:00" in str(screen(pilot).query_one(TitleLine).render())
        await write(pilot, "Acme")
        assert here(pilot) == "role"


async def test_the_list_opens_the_first_debrief_at_once_and_then_what_comes_next(coach: Coach) -> None:
    async with Stage(DebriefsScreen(coach)).run_test(size=(60, 20)) as pilot:
        await pilot.pause()
        assert here(pilot) == "company"
    tell(coach.debriefs.open_form(), HOT_TOLD).finish()
    async with Stage(DebriefsScreen(coach)).run_test(size=(60, 20)) as pilot:
        await pilot.pause()
        assert isinstance(pilot.app.screen, DebriefsScreen)
        await pilot.press("enter")
        assert screen(pilot).form.form.name == "cold"


async def test_a_message_that_is_due_stands_with_its_interview_and_f_notes_that_it_was_sent(coach: Coach) -> None:
    diary = Diary(coach)
    diary.debrief(diary.interview("Acme", 3), 3, {"late": "conflict"})
    before = len(coach.follow_ups.due())
    async with Stage(DebriefsScreen(coach)).run_test(size=(60, 20), notifications=True) as pilot:
        await pilot.pause()
        assert "Due since Fri 20 Nov 2026: Send thanks" in words_on(pilot.app)
        await pilot.press("f")
        await pilot.pause()
        assert "Due since" not in words_on(pilot.app)
    assert len(coach.follow_ups.due()) == before - 1


def _key(name: str) -> Any:  # noqa: ANN401 - a Textual event
    from textual.events import Key  # noqa: PLC0415 - only this test makes keys of its own

    return Key(name, "\r" if name == "enter" else name)
