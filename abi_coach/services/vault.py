"""Everything as a folder of Markdown, readable without abi and open to any note program; and back in.

The notes are for reading. What `abi import` reads back is `journal.jsonl` beside them, because notes cannot hold
every older version of every entry.
"""

from __future__ import annotations

import hashlib
import re
from pathlib import Path
from typing import TYPE_CHECKING, Final

from abi_coach.domain.errors import FileError
from abi_coach.domain.role import slug_of
from abi_coach.domain.value import Value, frozen
from abi_coach.services.care import JOURNAL_LINES
from abi_coach.services.redacting import redactor_of
from abi_coach.services.vault_notes import FOLDERS, Notes
from abi_coach.storage.exchange import write_export
from abi_coach.storage.files import explained, make_private_folder, read_regular, write_file

if TYPE_CHECKING:
    from collections.abc import Iterable

    from abi_coach.domain.redaction import Redactor
    from abi_coach.services.parts import Parts
    from abi_coach.storage.journal_rows import EntryRow

MANIFEST: Final = ".abi-notes"
"""Says which notes are as we wrote them, so that what a person writes into a note is never written over."""

_LINE: Final = re.compile(r"([0-9a-f]{32}) ([a-z]+/[^/\n]+\.md)")
_SLUG_BYTES: Final = 60


@frozen
class Exported(Value):
    """How many notes were written, and those that were left because somebody has edited them."""

    notes: int
    left: tuple[Path, ...]


class Vault:
    """Writes the folder."""

    def __init__(self, coach: Parts) -> None:
        self._coach = coach
        self._journal = coach.journal

    def write(self, folder: Path, *, redact: bool = False) -> Exported:
        """Write a note for every entry; redacted, the journal itself stays out. Raises FileError.

        A folder that was written before is brought up to date: notes that nobody edited are written again, and go
        when their entry has gone.
        """
        self._refuse(folder, redact=redact)
        redactor = redactor_of(self._journal) if redact else None
        rows = [row for kind in FOLDERS for row in self._journal.rows(kind, newest_first=False)]
        paths = note_paths(rows, redactor)
        notes = Notes(self._coach, paths, redactor)
        shelf = _Shelf(folder)
        for row in rows:
            shelf.put(paths[row.entry], notes.text(row))
        if redactor is None:
            write_export(self._journal, folder / JOURNAL_LINES)
        shelf.finish()
        return Exported(len(rows), tuple(shelf.left))

    def _refuse(self, folder: Path, *, redact: bool) -> None:
        with explained(folder, "written"):
            is_there, is_folder = folder.exists(), folder.is_dir()
            holds_all = redact and (folder / JOURNAL_LINES).exists()
            is_home = is_folder and self._coach.home.root.exists() and folder.samefile(self._coach.home.root)
        if is_there and not is_folder:
            message = f"{folder} is a file. Name a folder, or a file that ends in .jsonl."
            raise FileError(message)
        if is_home:
            message = f"{folder} is the home itself. Name another folder."
            raise FileError(message)
        if holds_all:
            message = (
                f"{folder} holds everything, names too, in {JOURNAL_LINES}. Name another folder for a redacted copy."
            )
            raise FileError(message)
        make_private_folder(folder)


class _Shelf:
    """The notes in the folder: ours are replaced, edited ones are left, and ours without an entry go."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._known = self._read()
        self._written: dict[str, str] = {}
        self.left: list[Path] = []

    def put(self, name: str, text: str) -> None:
        path, content = self._folder / name, text.encode(errors="replace")
        self._written[name] = _digest(content)
        if self._is_edited(path, name, self._written[name]):
            self._written[name] = self._known.get(name, "0" * 32)
            self.left.append(path)
            return
        make_private_folder(path.parent)
        write_file(path, content)

    def finish(self) -> None:
        """Take notes away whose entry has gone, and note what is ours."""
        for name in sorted(self._known.keys() - self._written.keys()):
            path = self._folder / name
            if self._is_edited(path, name, ""):
                self.left.append(path)
            else:
                with explained(path, "removed"):
                    path.unlink(missing_ok=True)
        lines = "".join(f"{digest} {name}\n" for name, digest in sorted(self._written.items()))
        write_file(self._folder / MANIFEST, lines)

    def _is_edited(self, path: Path, name: str, new_digest: str) -> bool:
        with explained(path, "read"):
            if not path.exists():
                return False
        return _digest(read_regular(path)) not in {self._known.get(name), new_digest}

    def _read(self) -> dict[str, str]:
        manifest = self._folder / MANIFEST
        if not manifest.exists():
            return {}
        told = read_regular(manifest).decode(errors="replace").splitlines()
        return {found[2]: found[1] for line in told if (found := _LINE.fullmatch(line))}


def note_paths(rows: Iterable[EntryRow], redactor: Redactor | None = None) -> dict[str, str]:
    """A name for every note: day, slug of the title, and the end of the id, which is never shared."""
    named = {}
    for row in rows:
        title = redactor.text(row.title) if redactor else row.title
        slug = slug_of(title).encode()[:_SLUG_BYTES].decode(errors="ignore").strip("-") or row.kind
        named[row.entry] = f"{FOLDERS[row.kind]}/{row.at:%Y-%m-%d}-{slug}-{row.entry[-6:]}.md"
    return named


def _digest(content: bytes) -> str:
    return hashlib.blake2b(content, digest_size=16).hexdigest()
