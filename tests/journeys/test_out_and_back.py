"""Export, wipe, import: equal data, and equal documents made from it."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

from hypothesis import HealthCheck, Phase, given, settings

from abi_coach.services.coach import Coach, open_coach
from tests.support.demo_year import demo_coach
from tests.support.hand_clock import HandClock
from tests.support.journals import STEPS, Step, follow

if TYPE_CHECKING:
    from pathlib import Path

NUMBERS = itertools.count()


def documents(coach: Coach, folder: Path) -> dict[str, bytes]:
    """Every note by name, the plan, and everything as lines."""
    coach.vault.write(folder)
    written = {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    return {**written, "plan": coach.plans.render(coach.plans.make()).encode()}


def gone_and_back(coach: Coach, folder: Path) -> tuple[dict[str, bytes], dict[str, bytes]]:
    """The documents before, and those after everything was exported, deleted for good and imported again."""
    before = documents(coach, folder / "before")
    coach.care.export(folder / "out.jsonl")
    coach.forgetting.everything()
    assert coach.journal.counts() == {}
    coach.care.bring_in(folder / "out.jsonl")
    assert coach.journal.check() == []
    return before, documents(coach, folder / "after")


@given(steps=STEPS)
@settings(
    max_examples=15,
    phases=(Phase.reuse, Phase.generate),  # each try writes some fifty files, so making a failure smaller takes minutes
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
def test_whatever_was_written_comes_back_equal(tmp_path: Path, steps: list[Step]) -> None:
    folder = tmp_path / str(next(NUMBERS))
    clock = HandClock()
    coach = open_coach(folder / "home", clock, clock.monotonic)
    follow(coach, steps)
    before, after = gone_and_back(coach, folder)
    assert after == before
    coach.close()


def test_a_year_comes_back_equal(tmp_path: Path, clock: HandClock) -> None:
    coach = demo_coach(tmp_path / "home", clock)
    before, after = gone_and_back(coach, tmp_path)
    assert after == before
    assert len(before) > 150
    coach.close()


def test_a_folder_of_notes_comes_back_too(tmp_path: Path, clock: HandClock) -> None:
    coach = demo_coach(tmp_path / "home", clock)
    coach.vault.write(tmp_path / "vault")
    other = open_coach(tmp_path / "other", clock, clock.monotonic)
    other.care.bring_in(tmp_path / "vault")
    assert list(other.journal.revisions()) == list(coach.journal.revisions())
    coach.close()
    other.close()
