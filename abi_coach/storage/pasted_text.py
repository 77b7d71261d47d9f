"""Text that somebody pasted, from a file or through a pipe: the gate in front of adverts.

Unlike a bank, a pasted page may hold control characters that nobody put there on purpose, so they are taken out
later instead of refused here (`domain.advert.clean_lines`).
"""

from __future__ import annotations

import codecs
from typing import TYPE_CHECKING

from abi_coach.domain.errors import FileError
from abi_coach.storage.bytes import MAX_BYTES, read_bytes

if TYPE_CHECKING:
    from pathlib import Path


def read_pasted(path: Path) -> str:
    """The text of a regular file of at most 5 MiB. Raises FileError."""
    return pasted_text(read_bytes(path), str(path))


def pasted_text(content: bytes, name: str) -> str:
    """Bytes as text; `name` says where they come from. Raises FileError for too many, and for what is not UTF-8."""
    if len(content) > MAX_BYTES:
        message = f"{name} is bigger than {MAX_BYTES // 1024**2} MiB; paste one advert at a time."
        raise FileError(message)
    try:
        return content.removeprefix(codecs.BOM_UTF8).decode("utf-8")
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        message = f"{name}, line {line}: this is not UTF-8 text; save it as UTF-8 and try again."
        raise FileError(message) from error
