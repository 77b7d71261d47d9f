"""Power cuts, other processes, full disks and new formats: nothing that was saved is lost."""

from __future__ import annotations

import contextlib
import os
import shutil
import signal
import sqlite3
import subprocess
import sys
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from abi_coach.domain.errors import BusyJournalError, JournalError, NewerJournalError, SaveError
from abi_coach.storage import journal_connection, journal_schema

if TYPE_CHECKING:
    from pathlib import Path

    from abi_coach.storage.home import Home
    from abi_coach.storage.journal import Journal
    from tests.storage.conftest import NewJournal
    from tests.support.hand_clock import HandClock

WRITER = """
import sys
from datetime import UTC, date, datetime
from pathlib import Path
from abi_coach.domain.errors import SaveError
from abi_coach.storage.home import Home
from abi_coach.storage.journal import Journal
from abi_coach.storage.journal_rows import Facts, Rung

journal = Journal(
    Home(Path(sys.argv[1])),
    projector=lambda kind, body: Facts(title=body["title"]),
    climb=lambda attempts: Rung(0, date(2026, 1, 1)),
    now=lambda: datetime.now(UTC),
)
entry = journal.new_id()
for number in range(int(sys.argv[2])):
    journal.save_draft(entry, "story", {"title": "x" * int(sys.argv[3])})
    journal.write("story", {"title": f"{number}"})
    print(number, flush=True)
"""
LIMITED = "import resource\nresource.setrlimit(resource.RLIMIT_FSIZE, (400_000, 400_000))\n"


def start_writer(home: Home, times: int, size: int = 10, before: str = "") -> subprocess.Popen[str]:
    command = [sys.executable, "-c", before + WRITER, str(home.root), str(times), str(size)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def test_a_killed_writer_loses_nothing_that_it_had_saved(journal: Journal, home: Home) -> None:
    with start_writer(home, 1_000_000) as writer:
        assert writer.stdout is not None
        saved = [writer.stdout.readline() for _ in range(30)]
        os.kill(writer.pid, signal.SIGKILL)
    assert len(saved) == 30
    assert {row.title for row in journal.rows("story")} >= {str(number) for number in range(30)}
    assert len(journal.drafts()) == 1
    assert journal.check() == []


def test_processes_that_write_at_once_lose_nothing(journal: Journal, home: Home) -> None:
    with contextlib.ExitStack() as stack:
        writers = [stack.enter_context(start_writer(home, 15)) for _ in range(2)]
        assert [writer.wait(60) for writer in writers] == [0, 0]
    assert journal.counts() == {"story": 30}
    assert journal.check() == []


def test_a_full_disk_is_told_and_what_was_saved_stays(journal: Journal, home: Home) -> None:
    with start_writer(home, 1000, size=20_000, before=LIMITED) as writer:
        out, told = writer.communicate(timeout=60)
    assert "SaveError: Nothing was saved" in told
    assert journal.counts() == {"story": len(out.split())}
    assert journal.check() == []


def test_another_abi_that_holds_on_is_named(journal: Journal, home: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(journal_connection, "BUSY_SECONDS", 0)
    journal.write("story", {})
    with contextlib.closing(sqlite3.connect(home.journal, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        journal.close()
        with pytest.raises(BusyJournalError):
            journal.write("story", {})
    assert journal.counts() == {"story": 1}


def test_a_home_that_cannot_be_made_is_a_save_that_failed(new_journal: NewJournal, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(JournalError):
        new_journal("file/home").write("story", {})


def test_a_read_only_journal_can_still_be_read(journal: Journal, home: Home, new_journal: NewJournal) -> None:
    journal.write("story", {"title": "a"})
    with journal._file.reading() as connection:
        connection.execute("PRAGMA query_only = ON")
        with pytest.raises(SaveError):
            journal.write("story", {"title": "b"})
    assert [row.title for row in new_journal(home).rows("story")] == ["a"]


def test_a_newer_journal_is_refused_and_left_byte_for_byte(journal: Journal, home: Home) -> None:
    journal.write("story", {})
    journal.close()
    with contextlib.closing(sqlite3.connect(home.journal)) as newer:
        newer.execute("PRAGMA user_version = 99")
    before, files = home.journal.read_bytes(), sorted(home.root.iterdir())
    for ask in (journal.counts, journal.check, journal.rebuild, lambda: journal.write("story", {})):
        with pytest.raises(NewerJournalError):
            ask()
    assert (home.journal.read_bytes(), sorted(home.root.iterdir())) == (before, files)


def test_a_migration_backs_up_first_and_runs_once(
    journal: Journal, home: Home, new_journal: NewJournal, monkeypatch: pytest.MonkeyPatch
) -> None:
    entry = journal.write("story", {"title": "a"}).entry
    journal.close()
    step: journal_schema.Step = ("CREATE TABLE added (a INTEGER) STRICT",)
    monkeypatch.setattr(journal_schema, "MIGRATIONS", (*journal_schema.MIGRATIONS, step))
    assert [new_journal(home).rows("story")[0].entry for _ in range(2)] == [entry, entry]
    assert len(list(home.backups.glob("*-migration.db"))) == 1


def test_a_journal_of_the_first_format_finds_what_names_skills_after_its_migration(
    home: Home, new_journal: NewJournal, clock: HandClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(journal_schema, "MIGRATIONS", journal_schema.MIGRATIONS[:1])
        old = new_journal(home)
        entry = old.write("attempt", {"first": 2, "final": 3, "skills": ["sql"]}).entry
        old.close()
    found = new_journal(home).rated(since=clock() - timedelta(days=1), until=clock() + timedelta(days=1))
    assert [(each[0], each[-1] is not None) for each in found] == [(entry, True)]
    assert len(list(home.backups.glob("*-migration.db"))) == 1


def test_an_old_journal_that_may_not_be_changed_is_read_and_writing_says_so(
    home: Home, new_journal: NewJournal, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(journal_schema, "MIGRATIONS", journal_schema.MIGRATIONS[:1])
        old = new_journal(home)
        old.write("story", {"title": "a"})
        old.close()
    before = home.journal.read_bytes()
    home.backups.write_text("in the way: no backup, no migration")
    journal = new_journal(home)
    assert [row.title for row in journal.rows("story")] == ["a"]
    assert journal.check() == []
    with pytest.raises(SaveError):
        journal.write("story", {"title": "b"})
    assert home.journal.read_bytes() == before
    home.backups.unlink()
    journal.write("story", {"title": "b"})
    assert {row.title for row in journal.rows("story")} == {"a", "b"}


def test_a_migration_that_fails_leaves_the_old_journal(
    journal: Journal, home: Home, new_journal: NewJournal, monkeypatch: pytest.MonkeyPatch
) -> None:
    journal.write("story", {"title": "a"})
    journal.close()
    step: journal_schema.Step = ("DROP TABLE rung", "CREATE TABLE entry (a INTEGER) STRICT")
    with monkeypatch.context() as patch:
        patch.setattr(journal_schema, "MIGRATIONS", (*journal_schema.MIGRATIONS, step))
        with pytest.raises(JournalError):
            new_journal(home).rows("story")
    assert new_journal(home).check() == []


def test_a_journal_that_was_replaced_meanwhile_is_opened_again(
    journal: Journal, home: Home, new_journal: NewJournal
) -> None:
    journal.write("story", {"title": "old"})
    other = new_journal("other")
    other.write("story", {"title": "new"})
    shutil.move(other.home.journal, home.journal)
    assert [row.title for row in journal.rows("story")] == ["new"]


def test_what_the_journal_needs_at_the_start_is_light() -> None:
    code = "import sys, abi_coach.storage.journal as j; print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()
    assert not {"pydantic", "yaml", "jinja2", "platformdirs", "textual"} & set(loaded)
