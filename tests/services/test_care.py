"""Copies of the journal through the days, and what an import lets in."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from abi_coach.domain.errors import DamagedJournalError, FileError
from abi_coach.services.care import body_problem
from abi_coach.services.coach import Coach, open_coach
from abi_coach.storage.revision import BODY_VERSION, Revision, canonical_json

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.support.hand_clock import HandClock

DAY = 86_400


@pytest.fixture
def coach(home: Path, clock: HandClock) -> Iterator[Coach]:
    """A coach on a home with one story."""
    made = open_coach(home, clock, clock.monotonic)
    made.journal.write("story", {"title": "abcdef"})
    yield made
    made.close()


def test_a_copy_a_day_thins_out_to_days_weeks_and_months(coach: Coach, clock: HandClock) -> None:
    """Those that were asked for stay."""
    coach.care.back_up()
    for _ in range(60):
        coach.care.back_up_daily()
        coach.care.back_up_daily()
        clock.advance(DAY)
    daily = [copy for copy in coach.care.backups() if copy.stem.endswith("daily")]
    assert [copy.name[8:16] for copy in daily][:7] == [f"202701{day:02}" for day in range(20, 13, -1)]
    assert 7 < len(daily) <= 7 + 4 + 6
    assert len(coach.care.backups()) == len(daily) + 1


def test_a_copy_that_cannot_be_made_stops_nobody(coach: Coach) -> None:
    coach.home.backups.write_text("in the way")
    coach.care.back_up_quietly()
    assert coach.care.backups() == []


def test_a_copy_of_a_journal_that_went_missing_is_refused(coach: Coach) -> None:
    """It is not a new home, where there is nothing to copy yet."""
    coach.journal.close()
    coach.home.journal.unlink()
    with pytest.raises(DamagedJournalError, match="gone missing"):
        coach.care.back_up()


def test_a_folder_that_holds_nothing_of_ours_is_refused(coach: Coach, tmp_path: Path) -> None:
    with pytest.raises(FileError, match="neither"):
        coach.care.bring_in(tmp_path)


@pytest.mark.parametrize(
    ("body", "is_wrong"),
    [
        ({"title": "a"}, False),
        ({"title": ""}, True),
        ({"title": "a", "surprise": 1}, True),
        ({"title": "a", "versions": {"30": 10**16}}, True),
    ],
)
def test_a_body_is_checked_by_its_kind(coach: Coach, body: dict[str, object], *, is_wrong: bool) -> None:
    new, at = coach.journal.new_id, coach.clock()
    revision = Revision(new(), new(), "story", at, "here", BODY_VERSION, canonical_json(body))
    assert bool(body_problem(revision)) is is_wrong


def test_what_a_newer_abi_may_have_written_passes_but_for_wild_numbers(coach: Coach) -> None:
    new, at = coach.journal.new_id, coach.clock()
    for body, is_wrong in (({"x": [1, {"y": 2.5}]}, False), ({"x": [{"y": 1e300}]}, True)):
        revision = Revision(new(), new(), "unheard_of", at, "here", BODY_VERSION, canonical_json(body))
        assert bool(body_problem(revision)) is is_wrong
