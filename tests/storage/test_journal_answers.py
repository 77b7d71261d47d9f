"""What the journal answers: by column, by time, by words, by the beginning of an id."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest

from abi_coach.domain.errors import DamagedJournalError, InputError, NotFoundError

if TYPE_CHECKING:
    from abi_coach.storage.journal import Journal
    from tests.support.hand_clock import HandClock


def test_filters_choose_by_column_time_and_order(journal: Journal, clock: HandClock) -> None:
    start = clock()
    for name in "abc":
        journal.write(
            "action", {"title": name, "state": "open" if name > "a" else "done", "due": f"2026-03-0{ord(name) - 90}"}
        )
        clock.advance(3600)
    assert [row.title for row in journal.rows("action", state="open")] == ["c", "b"]
    assert [
        row.title for row in journal.rows("action", since=start + timedelta(hours=1), newest_first=False, limit=1)
    ] == ["b"]
    assert [row.title for row in journal.rows("action", until=start + timedelta(hours=1))] == ["a"]
    assert [row.due for row in journal.rows("action", due_by=date(2026, 3, 7))] == [date(2026, 3, 7)]
    assert [one.value()["title"] for one in journal.current("action", state="done")] == ["a"]


def test_the_ladder_follows_attempts_their_edits_and_deletions(journal: Journal) -> None:
    attempts = [journal.write("attempt", {"question": "q", "competency": "c", "final": final}) for final in (4, 5)]
    assert [(rung.box, rung.due, rung.last_final) for rung in journal.due(date(2026, 11, 24))] == [
        (2, date(2026, 11, 24), 5)
    ]
    assert journal.due(date(2026, 11, 23)) == []
    journal.write("attempt", {"question": "other", "final": 1}, entry=attempts[1].entry)
    assert [(rung.question, rung.box) for rung in journal.rungs()] == [("other", 0), ("q", 1)]
    journal.delete(attempts[0].entry)
    assert [rung.question for rung in journal.rungs(["q", "other"])] == ["other"]
    assert journal.rungs([]) == []


def test_ids_are_found_by_any_unique_beginning(journal: Journal) -> None:
    entries = [journal.write("story", {"title": str(number)}).entry for number in range(3)]
    for entry in entries:
        assert journal.resolve(journal.shortest(entry).upper(), "story") == entry
    with pytest.raises(InputError, match="several"):
        journal.resolve(entries[0][:6])
    for unknown in ("", "zz", "ffff", "%", entries[0] + "0"):
        with pytest.raises(NotFoundError):
            journal.resolve(unknown)


@pytest.mark.parametrize(
    "words", ['"', "a OR", "light*", "NEAR(", "title:light", "^light", "-light", "lighth\0", "'", 'light"x', "\udc80"]
)
def test_no_word_of_the_person_is_a_command_of_the_search(journal: Journal, words: str) -> None:
    journal.write("story", {"title": "The lighthouse"})
    assert len(journal.search(words)) <= 1


def test_a_search_finds_beginnings_and_ignores_accents(journal: Journal) -> None:
    journal.write("story", {"title": "Über den Leuchtturm", "words": "two outages"})
    assert [row.title for row in journal.search("leucht UBER outage", "story")] == ["Über den Leuchtturm"]
    assert journal.search("leuchtturm absent") == []
    assert journal.search("leucht", "debrief") == []


def test_gaps_come_oldest_first_within_the_window_from_rated_answers_alone(journal: Journal, clock: HandClock) -> None:
    for first, final in ((1, 3), (4, 2), (None, 2), (3, None), (2, 2)):
        journal.write("attempt", {"first": first, "final": final})
        clock.advance(60)
    assert journal.gaps() == [-2, 2, 0]
    assert journal.gaps(until=clock() - timedelta(days=1)) == []


def test_ratings_by_month_come_oldest_first_with_all_that_the_charts_count(journal: Journal, clock: HandClock) -> None:
    months = []
    for number, length in enumerate(("thin", "ok", "over", None)):
        scores = {"first": number + 1, "final": 5 - number} if length else {}
        row = journal.row(journal.write("attempt", {"competency": "c", "length": length, **scores}).entry)
        assert row is not None
        months.append((f"{row.at:%Y-%m}", "c", row.first, row.final, row.length))
        clock.advance(20 * 86_400)
    journal.write("advert", {"competency": "c", "final": 5})
    told = [(month, competency, *scores) for month, rated in journal.monthly_ratings() for competency, scores in rated]
    assert told == months
    assert journal.monthly_ratings(until=clock() - timedelta(days=365)) == []


def test_ratings_and_questions_are_told_for_one_role_too(journal: Journal, clock: HandClock) -> None:
    for role, question, competency, final in (
        ("a", "q", "old", 2),
        ("b", "q", "x", 3),
        ("a", "q", "new", 4),
        ("a", "skipped", "c", None),
        ("a", "r", "c", 1),
    ):
        journal.write(
            "attempt", {"role": role, "question": question, "competency": competency, "first": final, "final": final}
        )
        clock.advance(60)
    assert journal.practised(role="a") == {"q": "new", "r": "c"}
    assert journal.practised() == {"q": "new", "r": "c"}
    assert journal.practised(until=clock() - timedelta(minutes=4), role="b") == {}
    ((_, told),) = journal.monthly_ratings(role="b")
    assert told == [("x", (3, 3, None))]


def test_ratings_by_month_keep_to_their_window(journal: Journal, clock: HandClock) -> None:
    for final in (1, 2, 3):
        journal.write("attempt", {"final": final})
        clock.advance(20 * 86_400)
    since, until = clock() - timedelta(days=45), clock() - timedelta(days=10)
    told = journal.monthly_ratings(since=since, until=until)
    assert [scores[1] for _, rated in told for _, scores in rated] == [2, 3]


@pytest.mark.parametrize("final", [-126, 7, 67, 130])
def test_what_is_no_rating_is_named_and_not_drawn(journal: Journal, clock: HandClock, final: int) -> None:
    journal.write("attempt", {"first": 2, "final": 3})
    with journal._file.writing() as connection:
        connection.execute("UPDATE entry SET final = ?", (final,))
    with pytest.raises(DamagedJournalError, match="abi doctor"):
        journal.monthly_ratings()
    with pytest.raises(DamagedJournalError):
        journal.gaps(since=clock() - timedelta(days=1))


def test_rated_answers_say_which_of_them_may_name_skills(journal: Journal, clock: HandClock) -> None:
    rating = {"first": 2, "final": 3, "competency": "c"}
    wanted = journal.write("attempt", {**rating, "skills": ["sql"], "text": "x"})
    plain = journal.write("attempt", {**rating, "skills": [], "text": 'I said {"skills":["sql"]}'})
    journal.write("attempt", {"first": 2, "skills": ["sql"]})
    journal.write("attempt", {**rating, "skills": ["sql"]}, draft=True)
    told = journal.rated(since=clock() - timedelta(days=1), until=clock() + timedelta(days=1))
    numbers = {entry: number for entry, *_, number in told}
    assert numbers.keys() == {wanted.entry, plain.entry}
    assert numbers[plain.entry] is None
    named = numbers[wanted.entry]
    assert named is not None
    assert [found.entry for found in journal.these([named, 99])] == [wanted.entry]


def test_a_rating_comes_from_its_row_and_not_from_an_index_that_differs(journal: Journal, clock: HandClock) -> None:
    journal.write("attempt", {"first": 2, "final": 3})
    with closing(sqlite3.connect(journal.home.journal)) as connection:
        connection.execute("UPDATE entry SET final = 5")
        connection.execute("PRAGMA writable_schema = ON")
        index = connection.execute("SELECT * FROM sqlite_schema WHERE name = 'entry_by_time'").fetchone()
        connection.execute("DELETE FROM sqlite_schema WHERE name = 'entry_by_time'")
        connection.commit()
    with closing(sqlite3.connect(journal.home.journal)) as connection:
        connection.execute("UPDATE entry SET final = 3")  # the index, hidden, keeps its 5
        connection.execute("PRAGMA writable_schema = ON")
        connection.execute("INSERT INTO sqlite_schema VALUES (?, ?, ?, ?, ?)", index)
        connection.commit()
    journal.close()
    assert "missing from index entry_by_time" in journal.check()[0]
    told = journal.rated(since=clock() - timedelta(days=1), until=clock() + timedelta(days=1))
    assert [final for _, _, _, _, final, _, _ in told] == [3]


def test_a_row_that_is_shown_is_looked_at_whole(journal: Journal) -> None:
    changed, fine = (journal.write("attempt", {"first": 2, "final": 3}).entry for _ in range(2))
    journal.check_rows([changed, fine])
    with closing(sqlite3.connect(journal.home.journal)) as connection, connection:
        connection.execute("UPDATE entry SET final = 5 WHERE entry = ?", (changed,))
    journal.check_rows([fine])
    with pytest.raises(DamagedJournalError, match=changed):
        journal.check_rows([fine, changed])
