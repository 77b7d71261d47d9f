"""A report says where the program broke, and nothing that was typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from abi_coach.services.crash_report import crash_reports, write_crash_report
from abi_coach.storage.home import Home

if TYPE_CHECKING:
    from pathlib import Path

    from tests.support.hand_clock import HandClock

TYPED = "what I earn"


def broken() -> ValueError:
    """An error with a traceback of ours that quotes the person."""
    try:
        int(TYPED)
    except ValueError as error:
        return error
    raise AssertionError


def test_the_report_names_the_place_and_not_the_words(tmp_path: Path, clock: HandClock) -> None:
    home = Home(tmp_path / "home")
    told = write_crash_report(home, broken(), clock())
    (report,) = crash_reports(home)
    assert str(report) in str(told)
    assert "in broken" in report.read_text()
    assert TYPED not in report.read_text() + str(told)
    assert report.stat().st_mode & 0o777 == 0o600


def test_without_a_home_nothing_is_written_and_the_place_is_told(clock: HandClock) -> None:
    told = str(write_crash_report(None, broken(), clock()))
    assert "in broken" in told
    assert TYPED not in told


def test_a_report_that_cannot_be_written_is_still_told(tmp_path: Path, clock: HandClock) -> None:
    (tmp_path / "file").write_text("in the way")
    told = str(write_crash_report(Home(tmp_path / "file"), broken(), clock()))
    assert "no report" in told
    assert "in broken" in told
