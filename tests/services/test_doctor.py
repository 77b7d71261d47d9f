"""The doctor looks at everything, names what is wrong, says what to do, and leaves a healthy home in peace."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from abi_coach.services.coach import Coach, open_coach
from abi_coach.services.crash_report import write_crash_report
from abi_coach.services.doctor import Finding, examine
from tests.support.demo_year import demo_coach

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


def wrong(coach: Coach) -> list[Finding]:
    return [finding for finding in examine(coach) if not finding.is_well]


def test_a_new_home_is_well_and_advised_to_make_a_copy(coach: Coach) -> None:
    assert wrong(coach) == []
    assert any("abi backup" in finding.advice for finding in examine(coach))


def test_a_home_without_a_copy_after_days_is_not(coach: Coach, clock: HandClock) -> None:
    clock.advance(3 * DAY)
    assert [finding.what for finding in wrong(coach)] == ["backup"]
    coach.care.back_up()
    assert wrong(coach) == []


def test_the_demo_needs_no_copy(tmp_path: Path, clock: HandClock) -> None:
    coach = demo_coach(tmp_path / "demo", clock)
    assert wrong(coach) == []
    coach.close()


def test_a_damaged_copy_is_named(coach: Coach) -> None:
    copy = coach.care.back_up()
    assert copy is not None
    copy.write_bytes(copy.read_bytes().replace(b"abcdef", b"abcdeg"))
    (finding,) = wrong(coach)
    assert copy.name in finding.seen
    assert "abi backup" in finding.advice


def test_a_damaged_journal_is_named_with_the_way_back(coach: Coach) -> None:
    coach.care.back_up()
    coach.close()
    path = coach.home.journal
    path.write_bytes(path.read_bytes().replace(b"abcdef", b"abcdeg"))
    assert any(finding.what == "journal" and "abi restore" in finding.advice for finding in wrong(coach))


@pytest.mark.parametrize("index", ["entry_by_time", "revision_naming_skills"])
def test_an_index_that_is_damaged_is_computed_again_and_needs_no_older_copy(coach: Coach, index: str) -> None:
    attempt = {"first": 2, "final": 3, "competency": "quality", "skills": ["sql"]}
    coach.journal.write("attempt", attempt)
    with coach.journal._file.changing() as connection:
        root = connection.execute("SELECT sql FROM sqlite_schema WHERE name = ?", (index,)).fetchone()[0]
        connection.execute(f"DROP INDEX {index}")
        connection.execute(root.replace("WHERE", "WHERE kind = 'nothing' AND"))
        connection.execute("PRAGMA writable_schema = ON")
        connection.execute("UPDATE sqlite_schema SET sql = ? WHERE name = ?", (root, index))
    coach.close()
    assert {finding.advice for finding in wrong(coach) if finding.what == "journal"} == {
        "`abi doctor --rebuild` computes it again and loses nothing."
    }
    coach.journal.rebuild()
    assert not [finding for finding in wrong(coach) if finding.what == "journal"]


def test_banks_templates_and_permissions_are_looked_at(coach: Coach) -> None:
    coach.home.make(coach.home.question_banks, coach.home.templates)
    (coach.home.question_banks / "mine.yaml").write_text("bank: [")
    (coach.home.templates / "plan.md.j2").write_text("{% if %}")
    coach.home.root.chmod(0o755)
    coach.library.refresh()
    assert {finding.what for finding in wrong(coach)} == {"banks", "templates", "home"}
    assert all(finding.advice for finding in wrong(coach))


def test_reports_of_crashes_are_listed_and_no_fault(coach: Coach, clock: HandClock) -> None:
    write_crash_report(coach.home, ValueError(), clock())
    (finding,) = [finding for finding in examine(coach) if finding.what == "crash"]
    assert finding.is_well
    assert "crash-20261122T120000Z.txt" in finding.seen
