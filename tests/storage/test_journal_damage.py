"""Flipped bits, emptied, foreign and vanished files: found, named, and never shown as truth."""

from __future__ import annotations

import contextlib
import os
import sqlite3
from typing import TYPE_CHECKING

import pytest

from abi_coach.domain.errors import DamagedJournalError, JournalError

if TYPE_CHECKING:
    from abi_coach.storage.home import Home
    from abi_coach.storage.journal import Journal
    from tests.storage.conftest import NewJournal


@pytest.mark.parametrize("inside", ["the quick brown", "story-title-here"])
def test_a_flipped_bit_is_named_and_never_shown(
    journal: Journal, home: Home, new_journal: NewJournal, inside: str
) -> None:
    entry = journal.write("story", {"title": "story-title-here", "words": "x", "body": "the quick brown"}).entry
    journal.close()
    content = home.journal.read_bytes()
    assert inside.encode() in content
    home.journal.write_bytes(content.replace(inside.encode(), inside.replace("e", "d", 1).encode()))
    damaged = new_journal(home)
    assert entry in "\n".join(damaged.check())
    with pytest.raises(DamagedJournalError, match=entry):
        damaged.get(entry)
    with pytest.raises(DamagedJournalError):
        list(damaged.current("story"))
    if "title" in inside:
        with pytest.raises(DamagedJournalError, match=entry):
            damaged.rows("story")


def test_any_flipped_byte_is_noticed_or_changes_nothing(journal: Journal, home: Home, new_journal: NewJournal) -> None:
    written = journal.write("attempt", {"title": "T" * 40, "question": "q", "final": 3, "words": "w" * 50})
    journal.close()
    whole = home.journal.read_bytes()
    for place in range(0, len(whole), len(whole) // 150 + 1):
        home.journal.write_bytes(whole[:place] + bytes([whole[place] ^ 0x10]) + whole[place + 1 :])
        with contextlib.suppress(JournalError), contextlib.closing(new_journal(home)) as damaged:
            if not damaged.check():
                assert damaged.get(written.entry) == written


def test_a_search_index_that_lies_is_found_and_made_anew(journal: Journal) -> None:
    journal.write("story", {"title": "a", "words": "lighthouse"})
    with journal._file.writing() as connection:
        connection.execute("UPDATE words_content SET c1 = 'lightboat'")
    assert journal.check() == ["The search index does not fit its words."]
    journal.rebuild()
    assert journal.check() == []


def test_bytes_that_are_no_text_are_named_by_their_entry(journal: Journal, home: Home, new_journal: NewJournal) -> None:
    entry = journal.write("story", {"body": "abcdef"}).entry
    journal.close()
    home.journal.write_bytes(home.journal.read_bytes().replace(b"abcdef", b"abc\xffef"))
    assert any(entry in line for line in new_journal(home).check())
    with pytest.raises(DamagedJournalError) as told:
        new_journal(home).get(entry)
    assert "abc" not in str(told.value)


@pytest.mark.parametrize("content", [b"", b"not a database, but long enough to be read as one" * 30])
def test_an_emptied_or_foreign_file_is_not_taken_for_a_journal(journal: Journal, home: Home, content: bytes) -> None:
    journal.write("story", {})
    journal.close()
    home.journal.write_bytes(content)
    with pytest.raises(DamagedJournalError, match="abi restore"):
        journal.rows("story")
    with pytest.raises(DamagedJournalError):
        journal.write("story", {})
    assert home.journal.read_bytes() == content


def test_a_journal_emptied_while_it_is_open_is_noticed(journal: Journal, home: Home) -> None:
    journal.write("story", {})
    os.truncate(home.journal, 0)
    with pytest.raises(DamagedJournalError):
        journal.rows("story")


def test_a_vanished_journal_is_missed(journal: Journal, home: Home) -> None:
    journal.write("story", {})
    home.journal.unlink()
    for ask in (journal.counts, lambda: journal.write("story", {})):
        with pytest.raises(DamagedJournalError, match="gone missing"):
            ask()
    assert not home.journal.exists()
    assert "gone missing" in journal.check()[0]


def test_a_database_of_another_program_is_refused(home: Home, journal: Journal) -> None:
    home.make()
    with contextlib.closing(sqlite3.connect(home.journal)) as other:
        other.execute("CREATE TABLE theirs (a)")
    with pytest.raises(DamagedJournalError, match="not a journal of abi"):
        journal.counts()
