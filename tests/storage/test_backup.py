"""Copies are made, kept for a while, checked, and brought back."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from abi_coach.domain.errors import DamagedJournalError, FileError, JournalError, NewerJournalError
from abi_coach.storage.backup import make_backup, restore
from abi_coach.storage.rotation import backups, newest_backup, rotate

if TYPE_CHECKING:
    from pathlib import Path

    from abi_coach.storage.home import Home
    from abi_coach.storage.journal import Journal
    from tests.support.hand_clock import HandClock

DAY = 86_400


def titles(journal: Journal) -> set[str]:
    return {row.title for row in journal.rows("story")}


def test_one_copy_a_day_is_due(journal: Journal, clock: HandClock) -> None:
    assert (journal.backup_due(), journal.make_backup("daily")) == (False, None)
    journal.write("story", {})
    assert journal.backup_due()
    journal.make_backup("daily")
    assert not journal.backup_due()
    clock.advance(DAY)
    assert journal.backup_due()


def test_a_copy_is_named_by_time_and_reason_and_never_replaces_another(journal: Journal) -> None:
    journal.write("story", {})
    names = [copy.name for copy in (journal.make_backup("import"), journal.make_backup("import")) if copy]
    assert names == ["journal-20261122T120000Z-import.db", "journal-20261122T120001Z-import.db"]


def test_daily_copies_thin_out_and_the_rest_stays(home: Home) -> None:
    home.make(home.backups)
    last = datetime(2026, 11, 22, 9, tzinfo=UTC)
    for days in range(400):
        (home.backups / f"journal-{last - timedelta(days=days):%Y%m%dT%H%M%SZ}-daily.db").touch()
    for other in ("journal-20200101T000000Z-asked.db", "journal-20200101T000000Z-damaged.db", "notes.db"):
        (home.backups / other).touch()
    rotate(home)
    daily = [file.name[8:16] for file in backups(home) if "daily" in file.name]
    assert daily[:7] == [f"202611{day}" for day in range(22, 15, -1)]
    assert daily[7:] == ["20261115", "20261108", "20261101", "20261031", "20260930", "20260831", "20260731", "20260630"]
    assert len(list(home.backups.iterdir())) == len(daily) + 3


def test_a_restored_copy_is_the_journal_and_the_one_before_is_kept(
    journal: Journal, home: Home, clock: HandClock
) -> None:
    journal.write("story", {"title": "a"})
    copy = journal.make_backup("daily")
    journal.write("story", {"title": "b"})
    assert copy is not None
    kept = restore(home, copy, clock())
    assert titles(journal) == {"a"}
    assert kept is not None
    restore(home, kept, clock())
    assert titles(journal) == {"a", "b"}


@pytest.mark.parametrize("content", [b"", b"rubbish" * 1000, None])
def test_a_copy_replaces_a_journal_that_was_destroyed(
    journal: Journal, home: Home, clock: HandClock, content: bytes | None
) -> None:
    journal.write("story", {"title": "a"})
    copy = journal.make_backup("daily")
    journal.close()
    home.journal.unlink()
    if content is not None:
        home.journal.write_bytes(content)
    assert copy is not None
    kept = restore(home, copy, clock())
    assert (kept and kept.read_bytes()) == content
    assert titles(journal) == {"a"}
    assert newest_backup(home) == copy


def test_a_damaged_copy_is_not_used(journal: Journal, home: Home, clock: HandClock) -> None:
    entry = journal.write("story", {"title": "a", "body": "abcdef"}).entry
    copy = journal.make_backup("daily")
    assert copy is not None
    copy.write_bytes(copy.read_bytes().replace(b"abcdef", b"abcdeg"))
    before = home.journal.read_bytes()
    with pytest.raises(DamagedJournalError, match=entry):
        restore(home, copy, clock())
    assert home.journal.read_bytes() == before
    assert [file for file in home.root.iterdir() if file.suffix == ".tmp"] == []


def test_what_is_no_copy_is_not_used(journal: Journal, home: Home, clock: HandClock, tmp_path: Path) -> None:
    journal.write("story", {"title": "a"})
    (tmp_path / "text").write_text("no database")
    for name in ("text", "absent", "."):
        with pytest.raises((JournalError, FileError)):
            restore(home, tmp_path / name, clock())
    assert titles(journal) == {"a"}


def test_a_newer_journal_is_not_replaced(journal: Journal, home: Home, clock: HandClock) -> None:
    journal.write("story", {})
    copy = make_backup(home, "daily", clock())
    with journal._file.changing() as connection:
        connection.execute("PRAGMA user_version = 99")
    journal.close()
    before = home.journal.read_bytes()
    assert copy is not None
    with pytest.raises(NewerJournalError):
        restore(home, copy, clock())
    assert home.journal.read_bytes() == before
