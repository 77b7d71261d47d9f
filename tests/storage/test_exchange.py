"""Everything goes out as lines and comes back; journals of two machines become one, in any order."""

from __future__ import annotations

import itertools
import json
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from abi_coach.domain.errors import FileError, JournalError
from abi_coach.storage.exchange import export_lines, import_file, read_export, write_export

if TYPE_CHECKING:
    from pathlib import Path

    from abi_coach.storage.home import Home
    from abi_coach.storage.journal import Journal
    from tests.storage.conftest import NewJournal
    from tests.support.hand_clock import HandClock

NUMBERS = itertools.count()
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=8,
)


def everything(journal: Journal) -> tuple[list[str], list[Any], list[Any]]:
    return list(export_lines(journal.revisions())), journal.rows("attempt"), journal.rungs()


def a_year(journal: Journal, clock: HandClock) -> None:
    entry = journal.new_id()
    for text in ("a", "b"):
        journal.save_draft(entry, "attempt", {"title": text})
    journal.write("attempt", {"question": "q", "final": 4}, entry=entry)
    journal.save_draft(journal.new_id(), "story", {"title": "\u2028 half \udc80"})
    clock.advance(3600)
    journal.delete(journal.write("attempt", {"question": "r", "final": 2}).entry)


@pytest.fixture
def exported(journal: Journal, clock: HandClock, tmp_path: Path) -> Path:
    """A small journal as a file of lines."""
    a_year(journal, clock)
    write_export(journal, tmp_path / "out.jsonl")
    return tmp_path / "out.jsonl"


def test_an_export_into_an_empty_home_gives_equal_data(
    journal: Journal, exported: Path, new_journal: NewJournal
) -> None:
    other = new_journal("other")
    assert import_file(other, exported).added == len(list(journal.revisions())) == 5
    assert everything(other) == everything(journal)
    assert (import_file(other, exported).added, other.check()) == (0, [])
    assert exported.stat().st_mode & 0o777 == 0o600


def test_homes_merged_in_any_order_and_twice_give_the_same(new_journal: NewJournal, clock: HandClock) -> None:
    one, two = new_journal("one"), new_journal("two")
    shared = one.write("attempt", {"question": "q", "final": 1}).entry
    import_file(two, one.home.journal)
    for number, journal in enumerate((one, two, two, one)):
        clock.advance(60)
        journal.save_draft(shared, "attempt", {"title": f"half {number}"})
        journal.write("attempt", {"question": "q", "final": number + 1}, entry=shared)
        a_year(journal, clock)
    one_then_two, two_then_one = new_journal("a"), new_journal("b")
    for merged, order in ((one_then_two, (one, two, one)), (two_then_one, (two, one, two))):
        for source in order:
            import_file(merged, source.home.journal)
    assert everything(one_then_two) == everything(two_then_one)
    assert one_then_two.rows("attempt")[-1].draft is False


def test_drafts_that_were_overtaken_elsewhere_are_compacted_on_arrival(new_journal: NewJournal) -> None:
    typing, finishing, home = new_journal("typing"), new_journal("finishing"), new_journal("home")
    entry = typing.new_id()
    for text in ("a", "ab"):
        typing.save_draft(entry, "story", {"title": text})
    import_file(finishing, typing.home.journal)
    finishing.write("story", {"title": "abc"}, entry=entry)
    for source in (finishing, typing):
        import_file(home, source.home.journal)
    assert everything(home) == everything(finishing)
    assert (home.drafts(), home.check()) == ([], [])


def test_a_merge_takes_all_or_nothing(exported: Path, new_journal: NewJournal) -> None:
    found = list(read_export(exported))
    other = new_journal("other")
    changed = replace(found[0], body='{"title":"x"}')
    other.merge(found[:1])
    with pytest.raises(JournalError, match="other content"):
        other.merge([*found[1:], changed])
    assert list(other.revisions()) == found[:1]


WRONG = {
    "rubbish": "not JSON at column 1",
    "[1]": "must be a JSON object",
    '{"id": 1, "id": 2}': "twice",
    '{"a": NaN}': "NaN",
    "[" * 100_000: "nested",
    '{"format": "other"}': "another program",
    '{"format": "abi-journal", "version": 99}': "newer abi",
    "\ud800": "UTF-8",
}


@pytest.mark.parametrize("line", WRONG)
def test_a_wrong_line_is_named_by_its_number(exported: Path, new_journal: NewJournal, line: str) -> None:
    lines = exported.read_bytes().splitlines(keepends=True)
    exported.write_bytes(b"".join([*lines[:2], line.encode(errors="surrogatepass") + b"\n", *lines[2:], b"{}\n"]))
    other = new_journal("other")
    with pytest.raises(FileError) as told:
        import_file(other, exported)
    assert [problem.split(": ")[0] for problem in told.value.problems] == [
        f"{exported}:3",
        f"{exported}:{len(lines) + 2}",
    ]
    assert WRONG[line] in told.value.problems[0]
    assert list(other.revisions()) == []


FIELDS = [
    ("id", "x"), ("entry", "../../etc"), ("kind", "Story\u001b"), ("kind", ""), ("at", "yesterday"),
    ("at", "2026-01-01"), ("at", "9999-12-31T23:59:59.999999Z"), ("origin", ""),
    ("version", 99), ("version", True), ("version", 0),
    ("draft", "no"), ("body", "text"), ("body", {"title": "changed"}), ("extra", 1), ("checksum", 7),
]  # fmt: skip


@pytest.mark.parametrize(("field", "value"), FIELDS)
def test_a_wrong_field_is_refused(exported: Path, new_journal: NewJournal, field: str, value: object) -> None:
    lines = exported.read_text().splitlines()
    lines[1] = json.dumps(json.loads(lines[1]) | {field: value})
    exported.write_text("\n".join(lines))
    with pytest.raises(FileError, match=f"{exported}:2: ") as told:
        import_file(new_journal("other"), exported)
    assert "\u001b" not in str(told.value)


def test_a_line_without_checksum_is_taken_as_it_is(exported: Path, new_journal: NewJournal) -> None:
    told = json.loads(exported.read_text().splitlines()[1]) | {"body": {"title": "by hand"}}
    exported.write_text(json.dumps({name: value for name, value in told.items() if name != "checksum"}))
    assert import_file(new_journal("other"), exported) == (1, 0)


def test_an_export_that_was_cut_short_is_noticed(exported: Path, new_journal: NewJournal) -> None:
    lines = exported.read_text().splitlines(keepends=True)
    for kept, told in ((lines[:-1], "cut short"), (lines[:1] + lines[2:], "5 revisions")):
        exported.write_text("".join(kept))
        with pytest.raises(FileError, match=told):
            import_file(new_journal("other"), exported)


def test_exports_can_be_joined(exported: Path, new_journal: NewJournal) -> None:
    exported.write_bytes(b"\xef\xbb\xbf" + exported.read_bytes() * 2 + b"\n")
    assert import_file(new_journal("other"), exported) == (5, 5)


def test_a_gate_of_the_caller_is_told_by_line(exported: Path, new_journal: NewJournal) -> None:
    with pytest.raises(FileError, match="no stories today"):
        import_file(new_journal("other"), exported, lambda found: "no stories today" if found.kind == "story" else None)


def test_another_journal_is_left_as_it_is(
    journal: Journal, home: Home, clock: HandClock, new_journal: NewJournal
) -> None:
    a_year(journal, clock)
    journal.close()
    before = home.journal.read_bytes()
    other = new_journal("other")
    assert import_file(other, home.journal).added == 5
    assert home.journal.read_bytes() == before
    assert everything(other) == everything(journal)


def test_a_journal_imported_into_itself_stays_the_same(journal: Journal, exported: Path, home: Home) -> None:
    assert import_file(journal, home.root / "." / "journal.db").added == 0
    assert import_file(journal, exported).added == 0


def test_an_import_backs_up_what_was_there(exported: Path, new_journal: NewJournal) -> None:
    other = new_journal("other")
    other.write("story", {})
    import_file(other, exported)
    assert len(list(other.home.backups.glob("*-import.db"))) == 1


@given(bodies=st.lists(st.dictionaries(st.text(max_size=9), JSON, max_size=4), max_size=4))
@settings(max_examples=20, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_body_survives_the_way_out_and_back(
    new_journal: NewJournal, tmp_path: Path, bodies: list[dict[str, Any]]
) -> None:
    one, two = new_journal(f"one-{next(NUMBERS)}"), new_journal(f"two-{next(NUMBERS)}")
    for body in bodies:
        one.write("note", {"said": body})
    write_export(one, tmp_path / "out.jsonl")
    import_file(two, tmp_path / "out.jsonl")
    assert list(two.revisions()) == list(one.revisions())
    assert [found.value()["said"] for found in two.revisions()] == bodies
    one.close()
    two.close()
