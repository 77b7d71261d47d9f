"""What was written is there, in order, and the columns tell the same as the revisions."""

from __future__ import annotations

import itertools
import threading
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from abi_coach.domain.errors import NotFoundError
from abi_coach.storage.files import new_private_file
from abi_coach.storage.journal_rows import ENTRY_COLUMNS, RUNG_COLUMNS
from abi_coach.storage.revision import Change

if TYPE_CHECKING:
    from abi_coach.storage.home import Home
    from abi_coach.storage.journal import Journal
    from tests.storage.conftest import NewJournal
    from tests.support.hand_clock import HandClock


def test_reading_an_empty_home_makes_nothing(journal: Journal, home: Home) -> None:
    assert journal.rows("attempt") == []
    assert journal.get(journal.new_id()) is None
    assert journal.check() == []
    assert not home.root.exists()


def test_what_was_written_is_read_back_by_another_journal(
    journal: Journal, new_journal: NewJournal, home: Home
) -> None:
    written = journal.write("story", {"title": "Größe", "n": [1, 2.5, None, True]})
    assert new_journal(home).get(written.entry) == written
    assert written.value() == {"title": "Größe", "n": [1, 2.5, None, True]}


def test_half_a_surrogate_pair_comes_back(journal: Journal) -> None:
    written = journal.write("story", {"title": "a\udc80b", "words": "x\udcff"})
    found = journal.get(written.entry)
    assert found is not None
    assert found.value() == {"title": "a\udc80b", "words": "x\udcff"}
    assert [row.title for row in journal.rows("story")] == ["a?b"]


def test_a_clock_set_back_changes_no_order(journal: Journal, clock: HandClock) -> None:
    first = journal.write("story", {"title": "old"})
    clock.set_to(clock() - timedelta(days=30))
    journal.write("story", {"title": "new"}, entry=first.entry)
    assert [one.value()["title"] for one in journal.history(first.entry)] == ["old", "new"]
    assert [row.title for row in journal.rows("story")] == ["new"]


def test_a_deleted_entry_is_gone_and_can_come_back(journal: Journal) -> None:
    entry = journal.write("story", {"title": "kept", "words": "lighthouse"}).entry
    journal.delete(entry)
    journal.delete(entry)
    assert (journal.get(entry), journal.rows("story"), journal.search("lighthouse")) == (None, [], [])
    journal.undelete(entry)
    assert [row.title for row in journal.search("lighthouse")] == ["kept"]
    assert len(journal.history(entry)) == 3


def test_deleting_what_never_was_is_told(journal: Journal) -> None:
    with pytest.raises(NotFoundError):
        journal.delete(journal.new_id())


def test_many_are_written_all_or_none(journal: Journal) -> None:
    with pytest.raises(ValueError, match="JSON"):
        journal.write_many([Change("story", {"title": "a"}), Change("story", {"n": float("nan")})])
    assert journal.rows("story") == []


def test_a_draft_waits_and_the_finished_state_stays_shown(journal: Journal) -> None:
    entry = journal.write("debrief", {"title": "done"}).entry
    journal.save_draft(entry, "debrief", {"title": "half"})
    assert [row.title for row in journal.rows("debrief")] == ["done"]
    assert [(row.complete, row.draft) for row in journal.draft_rows()] == [(True, True)]
    assert [draft.value()["title"] for draft in journal.drafts("debrief")] == ["half"]


def test_what_was_never_finished_is_no_entry_of_its_kind(journal: Journal) -> None:
    entry = journal.new_id()
    journal.save_draft(entry, "attempt", {"question": "q", "final": 4, "words": "secret"})
    assert (journal.rows("attempt"), journal.rungs(), journal.search("secret")) == ([], [], [])
    assert journal.get(entry) == journal.draft(entry)


def test_drafts_are_compacted_only_once_the_entry_is_finished(journal: Journal) -> None:
    entry = journal.new_id()
    for text in ("a", "ab", "abc"):
        journal.save_draft(entry, "story", {"title": text})
    assert len(journal.history(entry)) == 3
    journal.write("story", {"title": "abcd"}, entry=entry)
    assert [one.value()["title"] for one in journal.history(entry)] == ["abc", "abcd"]
    assert journal.drafts() == []


def test_a_discarded_draft_leaves_what_was_finished(journal: Journal) -> None:
    done, never = journal.write("story", {"title": "done"}).entry, journal.new_id()
    for entry in (done, never):
        journal.save_draft(entry, "story", {"title": "half"})
        journal.discard_draft(entry)
    assert [row.title for row in journal.rows("story")] == ["done"]
    assert journal.drafts() == []


def test_the_database_itself_refuses_to_change_or_remove_a_revision(journal: Journal) -> None:
    journal.write("story", {"title": "a"})
    with journal._file.reading() as connection:
        for statement in ("UPDATE revision SET body = '{}'", "DELETE FROM revision"):
            with pytest.raises(Exception, match="never"):
                connection.execute(statement)


def test_forgotten_words_are_nowhere_in_the_home(journal: Journal, home: Home) -> None:
    kept = journal.write("story", {"title": "kept", "words": "daylight"}).entry
    gone = journal.write("attempt", {"question": "q", "final": 3, "title": "Xanadu", "words": "Xanadu " * 3000}).entry
    journal.save_draft(gone, "attempt", {"title": "Xanadu"})
    journal.make_backup("daily")
    assert journal.forget([gone]).revisions == 2
    assert (journal.rungs(), journal.history(gone)) == ([], [])
    assert journal.get(kept) is not None
    assert [file for file in home.root.rglob("*") if file.is_file() and b"xanadu" in file.read_bytes().lower()] == []
    assert journal.check() == []


def test_a_copy_that_was_cut_off_in_the_making_goes_with_what_is_forgotten(journal: Journal, home: Home) -> None:
    gone = journal.write("story", {"title": "Xanadu"}).entry
    home.make(home.backups)
    for asked in (home.backups / "journal-20261122T120000Z-daily.db", home.journal):
        new_private_file(asked).write_bytes(home.journal.read_bytes())
    journal.forget([gone])
    assert [file for file in home.root.rglob("*") if file.is_file() and b"Xanadu" in file.read_bytes()] == []


def test_threads_write_at_once_and_lose_nothing(journal: Journal) -> None:
    def write() -> None:
        for number in range(10):
            journal.write("story", {"title": str(number)})

    threads = [threading.Thread(target=write) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert journal.counts() == {"story": 30}


def test_a_rebuild_answers_for_a_changed_rule(journal: Journal, home: Home) -> None:
    journal.write("story", {"title": "a"})
    with journal._file.writing() as connection:
        connection.execute("UPDATE entry SET title = 'b'")
    assert len(journal.check()) == 1
    journal.rebuild()
    assert journal.check() == []
    assert len(list(home.backups.glob("*-repair.db"))) == 1


def test_the_journal_is_private(journal: Journal, home: Home) -> None:
    journal.write("story", {})
    journal.make_backup("daily")
    modes = {file.stat().st_mode & 0o777 for file in home.root.rglob("*") if file.is_file()}
    folders = {folder.stat().st_mode & 0o777 for folder in (home.root, home.backups)}
    assert (modes, folders) == ({0o600}, {0o700})


ENTRIES = f"SELECT {ENTRY_COLUMNS} FROM entry"  # noqa: S608 - our own column names
RUNGS = f"SELECT {RUNG_COLUMNS} FROM rung"  # noqa: S608 - our own column names
NUMBERS = itertools.count()
OPERATIONS = st.lists(
    st.tuples(
        st.sampled_from(["write", "draft", "delete", "discard", "undelete", "forget"]),
        st.integers(0, 3),
        st.sampled_from(["attempt", "story"]),
        st.fixed_dictionaries(
            {"question": st.sampled_from(["q", "r", None]), "final": st.integers(1, 5), "words": st.text(max_size=4)}
        ),
        st.integers(-2, 2),
    ),
    max_size=25,
)


@given(operations=OPERATIONS)
@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_rows_written_step_by_step_equal_rows_computed_again(
    new_journal: NewJournal, clock: HandClock, operations: list[Any]
) -> None:
    journal = new_journal(f"home-{next(NUMBERS)}")
    entries = [journal.new_id() for _ in range(4)]
    for operation, number, kind, body, hours in operations:
        clock.set_to(clock() + timedelta(hours=hours))
        _do(journal, operation, entries[number], kind, body)
    before = _noted(journal)
    assert journal.check() == []
    journal.rebuild()
    assert _noted(journal) == before
    journal.close()


def _do(journal: Journal, operation: str, entry: str, kind: str, body: dict[str, Any]) -> None:
    if operation == "write":
        journal.write(kind, body, entry=entry)
    elif operation == "draft":
        journal.save_draft(entry, kind, body)
    elif operation == "forget":
        journal.forget([entry])
    elif operation == "discard":
        journal.discard_draft(entry)
    elif journal.history(entry):
        (journal.delete if operation == "delete" else journal.undelete)(entry)


def _noted(journal: Journal) -> list[list[Any]]:
    words = "SELECT entry, words.title, said FROM words JOIN entry ON number = words.rowid ORDER BY entry"
    with journal._file.reading() as connection:
        return [
            connection.execute(query).fetchall()
            for query in (f"{ENTRIES} ORDER BY entry", f"{RUNGS} ORDER BY 1", words)
        ]


def test_instants_are_kept_to_the_microsecond_in_utc(journal: Journal) -> None:
    at = datetime(2026, 1, 2, 3, 4, 5, 678901, tzinfo=UTC)
    entry = journal.write("story", {}, at=at).entry
    assert [row.at for row in journal.rows("story")] == [at]
    assert [one.at for one in journal.history(entry)] == [at]
