"""The way out and back in: every revision as a line of JSON, and the journals of other machines."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from abi_coach.domain.errors import FileError
from abi_coach.storage.exchange_line import FORMAT, FORMAT_VERSION, LineReader, revision_line
from abi_coach.storage.files import explained, open_regular, replacing
from abi_coach.storage.journal_care import Merged
from abi_coach.storage.journal_connection import opened_elsewhere
from abi_coach.storage.journal_whole import pages
from abi_coach.storage.revision import Revision, canonical_json

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

    from abi_coach.storage.journal import Journal

    Check = Callable[[Revision], str | None]
    """Tells what is wrong with a revision's body, or None."""

MOST_LINE_BYTES: Final = 32 * 1024 * 1024
"""No revision is larger; a line that is would fill the memory for nothing."""

_SQLITE = b"SQLite format 3\0"
_MOST_PROBLEMS = 100


def export_lines(written: Iterable[Revision]) -> Iterator[str]:
    """Every revision as one line of JSON, between a first line that names the format and a last one that counts.

    The same revisions give the same lines on every machine. Lines end with a newline.
    """
    yield canonical_json({"format": FORMAT, "version": FORMAT_VERSION}) + "\n"
    count = 0
    for revision in written:
        yield revision_line(revision)
        count += 1
    yield canonical_json({"format": FORMAT, "revisions": count}) + "\n"


def write_export(journal: Journal, path: Path) -> int:
    """Write the whole journal to a file of lines; returns how many revisions. Raises FileError, JournalError."""
    count = -2  # the first and the last line are no revisions
    with replacing(path) as stream:
        for line in export_lines(journal.revisions()):
            stream.write(line.encode())
            count += 1
    return count


def import_file(journal: Journal, path: Path, check: Check | None = None) -> Merged:
    """Merge an export, or another journal.db, after a backup: all or nothing, and twice is as good as once.

    `check` tells what is wrong with a body. Raises FileError with every problem by line, JournalError.
    """
    if _is_same(path, journal.home.journal):
        return Merged(0, 0)  # and never opened as a file: closing it would drop the locks that SQLite holds on it
    with open_regular(path) as stream:
        is_journal = stream.read(len(_SQLITE)) == _SQLITE
    incoming = read_journal(path, check) if is_journal else read_export(path, check)
    journal.make_backup("import")
    return journal.merge(incoming)


def _is_same(path: Path, own: Path) -> bool:
    with explained(path, "read"):
        return own.exists() and path.exists() and path.samefile(own)


def read_export(path: Path, check: Check | None = None) -> Iterator[Revision]:
    """Every revision of an export, line by line; raises FileError at the end, with every line that was wrong."""
    with open_regular(path) as stream:
        lines = iter(lambda: stream.readline(MOST_LINE_BYTES + 1), b"")
        named = ((f"{path}:{number}", line) for number, line in enumerate(lines, start=1))
        yield from _through_the_gate(path, named, check)


def read_journal(path: Path, check: Check | None = None) -> Iterator[Revision]:
    """Every revision of another journal.db, which is left as it is, through the same gate as an export's lines.

    Raises FileError at the end, with every revision that was wrong; JournalError and children.
    """
    with opened_elsewhere(path) as connection:
        found = pages(connection)
        named = ((f"{path}: revision {one.id!r}", revision_line(one).encode(errors="replace")) for one in found)
        yield from _through_the_gate(path, named, check)


def _through_the_gate(path: Path, named: Iterable[tuple[str, bytes]], check: Check | None) -> Iterator[Revision]:
    """Hand the good ones on at once, tell of all the bad ones at the end: whoever merges then takes none."""
    reader, problems, place = LineReader(), list[str](), f"{path}:1"
    for place, line in named:
        try:
            revision = _read(reader, line)
            problem = check(revision) if check and revision else None
        except ValueError as error:
            revision, problem = None, str(error)
        if problem:
            problems.append(f"{place}: {problem}")
        elif revision:
            yield revision
        if len(problems) >= _MOST_PROBLEMS:
            break
    missing = reader.shortfall()
    if missing and not problems:
        problems.append(f"{place}: {missing}")
    if problems:
        message = f"Nothing was imported: {path} is not in order."
        raise FileError(message, problems)


def _read(reader: LineReader, line: bytes) -> Revision | None:
    if len(line) > MOST_LINE_BYTES:
        message = f"longer than {MOST_LINE_BYTES // 1024 // 1024} MiB"
        raise ValueError(message)
    return reader.read(line)
