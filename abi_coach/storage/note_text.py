"""A note or transcript as text. Unlike a bank it may hold odd characters, as chats and meeting tools export them.

They are taken out, not refused; what is refused is what is no text at all.
"""

from __future__ import annotations

import codecs
from typing import TYPE_CHECKING, Final

from abi_coach.domain.errors import FileError
from abi_coach.domain.plain_text import strip_controls
from abi_coach.domain.problem import Problem
from abi_coach.storage.bytes import MAX_BYTES, read_bytes

if TYPE_CHECKING:
    from pathlib import Path

_UTF_16: Final = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


def read_note(path: Path) -> str:
    """Read a note's file: a regular one of at most 5 MiB in UTF-8. Raises FileError with the reason."""
    return note_text(read_bytes(path), path.name)


def note_text(content: bytes, name: str) -> str:
    """The text of a note, without control characters, every line end a newline. Raises FileError."""
    if len(content) > MAX_BYTES:
        raise _refused(name, 1, f"is bigger than {MAX_BYTES // 1024**2} MiB", "split it into several notes")
    if content.startswith(_UTF_16):
        raise _refused(name, 1, "is UTF-16, not UTF-8", "save the file as UTF-8")
    try:
        text = content.removeprefix(codecs.BOM_UTF8).decode("utf-8")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        what = f"is not UTF-8 (byte 0x{content[error.start]:02X})"
        raise _refused(name, line, what, "save the file as UTF-8") from error
    return strip_controls(text.replace("\r\n", "\n").replace("\r", "\n"))


def _refused(name: str, line: int, what: str, write: str) -> FileError:
    message = "The note cannot be read:"
    return FileError(message, [str(Problem(name, line, 1, "", what, write))])
