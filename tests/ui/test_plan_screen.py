"""The plan on a screen: ticked, put into one's own words, written, never written over unasked."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from textual.widgets import Markdown, OptionList, Static

from abi_coach.services.coach import Coach, open_coach
from abi_coach.services.plan_actions import PlanActions
from abi_coach.ui.screens.form import FormScreen
from abi_coach.ui.screens.plan import PlanScreen
from abi_coach.ui.screens.plan_view import nothing_of
from tests.support.diary import worked_example
from tests.support.form_stage import Stage
from tests.support.stage import words_on

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.support.hand_clock import HandClock

SIZES = [(80, 24), (60, 20), (120, 40)]


@pytest.fixture
def coach(home: Path, clock: HandClock) -> Iterator[Coach]:
    coach = open_coach(home, clock, clock.monotonic)
    worked_example(coach)
    yield coach
    coach.close()


def said(app: Stage) -> str:
    return str(app.screen.query_one("#saved", Static).render())


def shown(app: Stage) -> str:
    options = app.screen.query_one("#actions", OptionList)
    return "\n".join(str(options.get_option_at_index(place).prompt) for place in range(options.option_count))


@pytest.mark.parametrize("size", SIZES)
async def test_three_actions_are_shown_with_why_and_how_one_will_know(coach: Coach, size: tuple[int, int]) -> None:
    app = Stage(PlanScreen(coach))
    async with app.run_test(size=size):
        assert "1  Conflict: build stories" in shown(app)
        assert "Know by  usable stories: 0, target 2" in shown(app)


async def test_an_empty_journal_says_what_to_do(home: Path, clock: HandClock) -> None:
    app = Stage(PlanScreen(open_coach(home / "new", clock, clock.monotonic)))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("t", "i")
        assert "Answer three questions" in shown(app)


async def test_a_tick_is_kept_as_a_tick_and_the_action_stays(coach: Coach) -> None:
    app = Stage(PlanScreen(coach))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("down", "t")
        assert "ticked" in shown(app)
    assert [one.status.value for one in PlanActions(coach.plans).in_force().actions] == ["active", "ticked", "active"]


async def test_the_persons_own_words_replace_ours(coach: Coach) -> None:
    app = Stage(PlanScreen(coach))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("i")
        assert isinstance(app.screen, FormScreen)
        for words in ("Monday comes", "call Kim"):
            await pilot.press("end", "ctrl+u", *words, "enter")
        await pilot.pause()
        assert "IF Monday comes THEN I will call Kim" in shown(app)


async def test_an_edited_file_is_written_over_only_after_a_yes(coach: Coach) -> None:
    app = Stage(PlanScreen(coach))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("w")
        path = coach.home.plans / "plan-2026-11-22.md"
        path.write_text("my own words")
        await pilot.press("w")
        assert "Write over it? y / n" in said(app)
        await pilot.press("n")
        assert path.read_text() == "my own words"
        await pilot.press("w", "y")
        assert path.read_text().startswith("# Improvement plan")


async def test_the_document_is_shown_without_links_that_open(coach: Coach) -> None:
    app = Stage(PlanScreen(coach))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("v")
        document = app.screen.query_one(Markdown)
        assert document.display
        assert document.source.startswith("# Improvement plan")
        await pilot.press("v")
        assert not document.display


async def test_what_is_changed_in_the_editor_is_the_persons_file(coach: Coach, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("abi_coach.ui.screens.plan_saving.edit_outside", lambda _app, text: f"{text}\nAlso: sleep.")
    app = Stage(PlanScreen(coach))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("f4", "w")
        assert "Write over it?" in said(app)
    assert (coach.home.plans / "plan-2026-11-22.md").read_text().endswith("Also: sleep.\n")


async def test_a_plan_folder_that_is_a_file_is_told_and_nothing_breaks(coach: Coach) -> None:
    coach.home.plans.write_text("not a folder")
    app = Stage(PlanScreen(coach))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("w")
        assert "cannot be" in said(app)


async def test_no_colour_draws_in_ascii(coach: Coach, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    app = Stage(PlanScreen(coach))
    async with app.run_test(size=(80, 24)):
        assert "###" in shown(app)
        assert "█" not in shown(app)


def test_where_all_is_well_nobody_is_told_to_answer_three_questions(coach: Coach) -> None:
    plan = replace(coach.plans.make(), priorities=())
    assert "Nothing asks for work at the moment." in nothing_of(plan).plain
    assert "Answer three questions" in nothing_of(replace(plan, answers=0)).plain


@pytest.mark.parametrize("size", SIZES)
async def test_what_was_ticked_and_how_it_went_are_both_in_sight(coach: Coach, size: tuple[int, int]) -> None:
    app = Stage(PlanScreen(coach))
    async with app.run_test(size=size) as pilot:
        for _ in range(20):
            await pilot.press("down")
        await pilot.press("t")
        await pilot.pause()
        (action,) = (each for each in app.screen.made.actions if each.ticked_on)  # type: ignore[attr-defined] # a plan
        seen = " ".join(words_on(app).split())
        assert action.item == app.screen.made.actions[-1].item  # type: ignore[attr-defined] # the same
        assert "ticked; the evidence" in seen
        assert f"the evidence agrees: {action.item}." in seen


async def test_under_the_document_no_action_is_ticked_or_reworded(coach: Coach) -> None:
    app = Stage(PlanScreen(coach))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("v")
        await pilot.press("t", "i")
        await pilot.pause()
        assert isinstance(app.screen, PlanScreen)
        assert "v actions" in words_on(app)
        assert not [each for each in app.screen.made.actions if each.ticked_on]
        await pilot.press("v", "t")
        await pilot.pause()
        assert [each for each in app.screen.made.actions if each.ticked_on]
