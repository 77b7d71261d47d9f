"""The Banks screen: words in, questions out; filters, reading, own files and the editor."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from abi_coach.domain.choosing import Wish
from abi_coach.domain.errors import InputError
from abi_coach.services.coach import Coach, open_coach
from abi_coach.services.practice import Order
from abi_coach.ui.file_editor import editor_command
from abi_coach.ui.screens.banks import BanksScreen
from abi_coach.ui.screens.practice import PracticeScreen
from abi_coach.ui.widgets.line_list import LineList
from tests.support.own_banks import PROMPT, write_bank
from tests.support.stage import SIZES, Stage, words_on

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from textual.pilot import Pilot

    from tests.support.hand_clock import HandClock


@pytest.fixture
def coach(home: Path, clock: HandClock) -> Iterator[Coach]:
    """A coach with a bank of its own, whose first question is full of markup."""
    write_bank(home / "question_banks", "sail", {"sail-1": "Describe a [b]mainsheet[/b] that broke.", "sail-2": PROMPT})
    made = open_coach(home, clock, clock.monotonic)
    yield made
    made.close()


@pytest.fixture(autouse=True)
def _at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let what waits for the person's fingers to rest wait for nothing."""
    monkeypatch.setattr("abi_coach.ui.screens.banks.SEARCH_AFTER_SECONDS", 0.001)
    monkeypatch.setattr("abi_coach.ui.screens.banks.READ_AFTER_SECONDS", 0.001)


async def settle(pilot: Pilot[None]) -> None:
    """Wait for timers that are due at once, and for what works in the background."""
    for _ in range(3):
        await pilot.app.workers.wait_for_complete()
        await pilot.pause(0.01)


@pytest.mark.parametrize("size", SIZES)
async def test_words_find_a_question_as_they_are_typed_and_it_can_be_read_whole(
    coach: Coach, size: tuple[int, int]
) -> None:
    async with Stage(BanksScreen(coach)).run_test(size=size) as pilot:
        await settle(pilot)
        assert "632 questions" in words_on(pilot.app)
        await pilot.press(*"mainshete")
        await settle(pilot)
        shown = words_on(pilot.app)
        assert "1 question" in shown
        assert "“mainshete” is taken for mainsheet" in shown
        assert ("Do you plan for what" in shown) == (size[0] >= 100)
        await pilot.press("enter")
        await settle(pilot)
        shown = words_on(pilot.app)
        assert "Describe a [b]mainsheet[/b] that broke." in shown
        assert "Do you plan for what you cannot" in shown


async def test_filters_are_set_with_arrows_and_told(coach: Coach) -> None:
    async with Stage(BanksScreen(coach)).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("f3", "down", "right", "right")
        await settle(pilot)
        assert "148 questions" in words_on(pilot.app)
        await pilot.press("escape", *"weather")
        await settle(pilot)
        assert PROMPT[:40] in words_on(pilot.app)


async def test_a_list_that_is_cut_says_so(coach: Coach) -> None:
    async with Stage(BanksScreen(coach)).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press(*"you")
        await settle(pilot)
        assert "the first 200 questions" in words_on(pilot.app)


async def test_arrows_move_in_the_list_while_words_are_typed(coach: Coach) -> None:
    async with Stage(BanksScreen(coach)).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("down", "down", "pagedown", "up")
        lines = pilot.app.screen.query_one(LineList)
        assert lines.cursor == 2 + lines.size.height - 1 - 1


async def test_what_nothing_fits_is_said_with_what_to_try(coach: Coach) -> None:
    async with Stage(BanksScreen(coach)).run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        await pilot.press(*"qqqqq")
        await settle(pilot)
        assert "No question fits." in words_on(pilot.app)


async def test_own_files_stand_beside_what_lint_says_of_them(coach: Coach, home: Path) -> None:
    path = write_bank(home / "question_banks", "wreck", {"wreck-1": PROMPT})
    path.write_text(path.read_text(encoding="utf-8").replace("delivery", "delivary"), encoding="utf-8")
    async with Stage(BanksScreen(coach)).run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        await pilot.press("f2", "down")
        await settle(pilot)
        shown = words_on(pilot.app)
        assert "wreck.yaml  0 questions, 1 to mend" in shown
        assert "did you mean delivery?" in shown


async def test_an_own_file_is_told_what_it_shares_with_another(coach: Coach, home: Path) -> None:
    write_bank(home / "question_banks", "wreck", {"sail-1": "Describe a wreck that taught you something."})
    async with Stage(BanksScreen(coach)).run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        await pilot.press("f2", "down")
        await settle(pilot)
        shown = words_on(pilot.app)
        assert "wreck.yaml  1 question, 1 to mend" in shown
        assert "not used" in shown
        assert "the id “sail-1”" in shown


async def test_thousands_of_problems_are_counted_on_the_screen(coach: Coach, home: Path) -> None:
    text = "format: 1\nid: wreck\ntitle: Wreck\nquestions:\n" + "  - 1\n" * 5000
    (home / "question_banks" / "wreck.yaml").write_text(text, encoding="utf-8")
    async with Stage(BanksScreen(coach)).run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        await pilot.press("f2", "down", "enter")
        await settle(pilot)
        await pilot.press("end")
        await settle(pilot)
        assert "4,700 more" in words_on(pilot.app)


async def test_the_editor_opens_at_the_line_and_changes_are_seen(
    coach: Coach, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[tuple[Path, int]] = []

    def edit(_app: object, path: Path, line: int) -> None:
        opened.append((path, line))
        write_bank(home / "question_banks", "sail", {"sail-1": "Describe a calm."})

    monkeypatch.setattr("abi_coach.ui.screens.banks.open_file", edit)
    async with Stage(BanksScreen(coach)).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press(*"weather")
        await settle(pilot)
        await pilot.press("f4", *["backspace"] * 7, *"calm")
        await settle(pilot)
        assert opened == [(home / "question_banks/sail.yaml", 20)]
        assert "Describe a calm." in words_on(pilot.app)


async def test_escape_goes_back_one_step_at_a_time(coach: Coach) -> None:
    async with Stage(BanksScreen(coach)).run_test(size=(60, 20)) as pilot:
        await settle(pilot)
        screen = pilot.app.screen
        await pilot.press("enter", "f3", "escape", "escape")
        assert pilot.app.screen is screen
        await pilot.press("escape")
        assert pilot.app.screen is not screen


async def test_resizing_and_hasty_keys_do_no_harm(coach: Coach) -> None:
    async with Stage(BanksScreen(coach)).run_test(size=(120, 40)) as pilot:
        for width, height in ((1, 1), (200, 50), (20, 5), (80, 24)):
            await pilot.resize_terminal(width, height)
            await pilot.press("a", "down", "f2", "f3", "escape", "f2", "backspace", "enter", "escape")
        await settle(pilot)
        assert pilot.app.is_running


@pytest.mark.parametrize(
    ("editor", "command"),
    [
        ("vim", ["vim", "+7", "q.yaml"]),
        ("code -w", ["code", "-w", "--goto", "q.yaml:7"]),
        ("hx", ["hx", "q.yaml:7"]),
        ("ed -s", ["ed", "-s", "q.yaml"]),
    ],
)
def test_every_editor_is_told_the_line_in_its_own_way(editor: str, command: list[str], tmp_path: Path) -> None:
    path = tmp_path.joinpath("q.yaml").relative_to(tmp_path)
    assert editor_command({"EDITOR": editor}, path, 7) == command


@pytest.mark.parametrize("environ", [{}, {"EDITOR": ""}, {"EDITOR": 'vi "'}])
def test_no_usable_editor_is_said(environ: dict[str, str], tmp_path: Path) -> None:
    with pytest.raises(InputError, match="EDITOR"):
        editor_command(environ, tmp_path, 1)


async def test_x_hides_a_question_with_a_reason_and_goes_on(coach: Coach) -> None:
    room = coach.practice.start(Order(Wish(role="sail")))
    asked = room.sitting.questions[0]
    stage = Stage(PracticeScreen(room))
    stage.coach = coach  # type: ignore[attr-defined] # the real app has it
    async with stage.run_test(size=(80, 24)) as pilot:
        await pilot.press("x", "escape", "x", *"dull", "enter")
        await pilot.pause()
        assert coach.practice.hidden() == {asked: "dull"}
        assert room.sitting.position == 1


async def test_leaving_before_the_banks_are_read_does_no_harm(coach: Coach) -> None:
    async with Stage(BanksScreen(coach)).run_test(size=(80, 24)) as pilot:
        await pilot.press("a", "f2", "escape")
        await settle(pilot)
        assert pilot.app.is_running


async def test_without_files_of_ones_own_it_says_how_to_begin(home: Path, clock: HandClock) -> None:
    coach = open_coach(home, clock, clock.monotonic)
    async with Stage(BanksScreen(coach)).run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        await pilot.press("f2")
        await settle(pilot)
        assert "abi bank new ROLE" in words_on(pilot.app)
        await pilot.press("f4", "f2")
        await settle(pilot)
        assert "630 questions" in words_on(pilot.app)
    coach.close()
