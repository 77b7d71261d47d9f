"""What is typed into a form on a screen is never lost."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from abi_coach.domain.errors import SaveError
from abi_coach.services.coach import Coach, open_coach
from abi_coach.ui.screens.form import FormScreen
from abi_coach.ui.widgets.save_banner import SaveBanner

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.support.hand_clock import HandClock

from tests.support.form_stage import screen, stage, write


@pytest.fixture
def coach(home: Path, clock: HandClock) -> Iterator[Coach]:
    coach = open_coach(home, clock, clock.monotonic)
    yield coach
    coach.close()


async def test_leaving_keeps_a_draft_with_half_a_word_and_resuming_shows_it(coach: Coach) -> None:
    async with stage(coach).run_test(size=(60, 20)) as pilot:
        await write(pilot, "Acme")
        await pilot.press(*"back", "escape")
    form = coach.debriefs.open_form()
    assert form.shown(form.steps[0]) == "Acme"
    assert form.shown(form.steps[1]) == "back"


async def test_what_is_typed_is_on_disk_soon(coach: Coach) -> None:
    async with stage(coach).run_test(size=(80, 24)) as pilot:
        await pilot.press(*"Acm")
        screen(pilot).save_now()
        form = coach.debriefs.open_form()
        assert form.text_for(form.steps[0]) == "Acm"


async def test_a_failed_save_stays_in_sight_until_it_works(coach: Coach, tmp_path: Path) -> None:
    form = coach.debriefs.open_form()
    works, form.save = form.save, _fail  # type: ignore[method-assign] # a full disk
    async with stage(coach, form).run_test(size=(60, 20)) as pilot:
        await pilot.press(*"Acme")
        screen(pilot).save_now()
        await pilot.pause()
        assert "disk is full" in str(screen(pilot).query_one("#not-saved").render())
        await pilot.press("f7")
        await pilot.press("escape")
        assert isinstance(pilot.app.screen, FormScreen)
        form.save = works  # type: ignore[method-assign] # room again
        await pilot.press("ctrl+r")
        await pilot.pause()
        assert not screen(pilot).query_one(SaveBanner).is_shown
    written = list((tmp_path / "person").glob("abi-hot-*.txt"))
    assert "Acme" in written[0].read_text()
    assert written[0].stat().st_mode & 0o077 == 0


def _fail() -> None:
    message = "Nothing was saved: the disk is full."
    raise SaveError(message)
