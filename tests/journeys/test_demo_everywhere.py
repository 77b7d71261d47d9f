"""`abi --demo` is the whole product on the invented year: every reading command, and every place of the app."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from abi_coach.ui.app import PLACES, CoachApp
from tests.support.demo_year import demo_coach
from tests.support.hand_clock import HandClock
from tests.support.stage import words_on

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from abi_coach.services.coach import Coach
    from tests.support.command_line import Ran

    Abi = Callable[..., Ran]

READING = [
    "next", "practice", "practice history", "drill", "story", "story coverage", "interview", "card", "debrief list",
    "plan", "plan history", "plan diff", "plan action list", "plan explain conflict", "progress", "fit list", "skill",
    "market", "scorecard", "contact", "reflect show", "bank", "doctor", "restore", "help",
]  # fmt: skip


@pytest.fixture(scope="module")
def demo_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demo's home, made once for all these commands: they only read."""
    home = tmp_path_factory.mktemp("demo") / "home"
    demo_coach(home, HandClock()).close()
    return home


@pytest.mark.parametrize("words", READING)
def test_every_reading_command_has_something_to_say(abi_here: Abi, demo_home: Path, words: str) -> None:
    ran = abi_here("--home", str(demo_home), *words.split(), "--json")
    assert ran.code == 0, ran.err
    assert ran.json["schema"].startswith("abi.")


@pytest.mark.parametrize("words", [["--demo", "interview"], ["interview", "--demo"], ["plan", "--demo", "--json"]])
def test_the_demo_says_so_and_leaves_nothing_behind(abi: Abi, home: Path, tmp_path: Path, words: list[str]) -> None:
    (tmp_path / "temporary").mkdir()
    ran = abi(*words, TMPDIR=str(tmp_path / "temporary"))
    assert ran.code == 0
    assert ran.err.startswith("Demo:")
    assert "Fennmark Health" in ran.out
    assert list((tmp_path / "temporary").iterdir()) == []
    assert not home.exists()
    assert not (tmp_path / "person/cache").exists()


def test_what_is_written_in_a_demo_stays_in_it(abi: Abi, home: Path) -> None:
    assert abi("--demo", "skill", "set", "kubernetes", "rusty").code == 0
    assert abi("--demo", "forget", "--everything", "--yes").code == 0
    assert not home.exists()


@pytest.fixture
def coach(tmp_path: Path, clock: HandClock) -> Iterator[Coach]:
    """A coach on the demo's year."""
    made = demo_coach(tmp_path / "demo", clock)
    yield made
    made.close()


@pytest.mark.parametrize("place", ["", *PLACES])
async def test_every_place_opens_on_the_demo_and_is_labelled(coach: Coach, place: str) -> None:
    app = CoachApp(coach, coach.overviews.read(), place)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert words_on(app).splitlines()[0].split()[:2] == ["abi", "demo"]


async def test_without_the_demo_nothing_says_demo(tmp_path: Path, clock: HandClock) -> None:
    coach = demo_coach(tmp_path / "mine", clock)
    coach.is_demo = False
    app = CoachApp(coach, coach.overviews.read())
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert "demo" not in words_on(app).splitlines()[0]
    coach.close()
