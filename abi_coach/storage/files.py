"""Files that are whole or not there: written aside, made durable, then put in place in one step."""

from __future__ import annotations

import contextlib
import os
import stat
import sys
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from abi_coach.domain.errors import FileError, HomeError

if TYPE_CHECKING:
    from collections.abc import Iterator

PRIVATE_FILE = 0o600
PRIVATE_FOLDER = 0o700
MOST_BYTES = 5 * 1024 * 1024
"""How much we read of a file that somebody hands us."""

_CAREFUL = getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOCTTY", 0) | getattr(os, "O_BINARY", 0)


def write_file(path: Path, content: bytes | str) -> None:
    """Write a whole file durably, private to the person unless it was there with another mode.

    Text becomes UTF-8; half surrogate pairs become `?`. Raises FileError; what was there before is then untouched.
    """
    with replacing(path) as stream:
        stream.write(content.encode(errors="replace") if isinstance(content, str) else content)


@contextlib.contextmanager
def replacing(path: Path) -> Iterator[BinaryIO]:
    """Give a stream whose bytes become the file when the block ends well, and vanish when it does not.

    A link is followed, so that a file kept elsewhere stays there. Raises FileError.
    """
    with explained(path, "written"):
        target = Path(os.path.realpath(path))
        mode = _mode_to_keep(target)
        aside = new_private_file(target)
        try:
            with aside.open("r+b") as stream:
                if mode is not None:
                    aside.chmod(mode)
                yield stream
                stream.flush()
                sync(stream.fileno())
            aside.replace(target)
            sync_folder(target.parent)
        finally:
            aside.unlink(missing_ok=True)


def open_regular(path: Path) -> BinaryIO:
    """Open a regular file for reading, without ever waiting for a pipe or device. Raises FileError."""
    with explained(path, "read"):
        descriptor = os.open(path, os.O_RDONLY | _CAREFUL)
        if stat.S_ISREG(os.fstat(descriptor).st_mode):
            return os.fdopen(descriptor, "rb")
        os.close(descriptor)
    message = f"{path} is not an ordinary file. Name a file."
    raise FileError(message)


def read_regular(path: Path, most_bytes: int = MOST_BYTES) -> bytes:
    """Read a whole regular file of at most so many bytes. Raises FileError."""
    with open_regular(path) as stream, explained(path, "read"):
        content = stream.read(most_bytes + 1)
    if len(content) > most_bytes:
        message = f"{path} is larger than {most_bytes // 1024} KiB. Split it into smaller files."
        raise FileError(message)
    return content


def make_private_folder(folder: Path) -> None:
    """Make a folder, and those above it, for this person only; one that is there is left as it is.

    Raises HomeError.
    """
    if folder.is_dir():
        return
    try:
        for missing in reversed([one for one in (folder, *folder.parents) if not one.exists()]):
            missing.mkdir(PRIVATE_FOLDER, exist_ok=True)
            missing.chmod(PRIVATE_FOLDER)
        folder.mkdir(exist_ok=True)
    except OSError as error:
        message = f"The folder {folder} cannot be made: {_reason(error)}. Choose another one with --home."
        raise HomeError(message) from error


def new_private_file(beside: Path) -> Path:
    """Make an empty file of an unguessable name in the same folder, mode 0600 whatever the umask.

    Raises OSError.
    """
    aside = beside.with_name(f".{beside.name[:100]}.{os.urandom(6).hex()}.tmp")
    os.close(os.open(aside, os.O_RDWR | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), PRIVATE_FILE))
    aside.chmod(PRIVATE_FILE)
    return aside


def sync_file(path: Path) -> None:
    """Make a finished file durable. Raises OSError."""
    with path.open("r+b") as stream:
        sync(stream.fileno())


def sync(descriptor: int) -> None:
    """Make an open file durable; macOS needs its own word for it. Raises OSError."""
    if sys.platform == "darwin":
        import fcntl  # noqa: PLC0415 - Windows has no such module

        with contextlib.suppress(OSError):  # network drives do not know it; fsync below is then the best there is
            fcntl.fcntl(descriptor, fcntl.F_FULLFSYNC)
    os.fsync(descriptor)


def sync_folder(folder: Path) -> None:
    """Make a rename inside this folder durable, where the system can. Raises OSError."""
    if sys.platform == "win32":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


@contextlib.contextmanager
def explained(path: Path, done: str) -> Iterator[None]:
    """Tell an OSError as a FileError: which file, and why it could not be `done` ("read", "written")."""
    if "\0" in str(path):
        message = f"{str(path)!r} cannot be a file's name."
        raise FileError(message)
    try:
        yield
    except OSError as error:
        message = f"{path} cannot be {done}: {_reason(error)}."
        raise FileError(message) from error


def _reason(error: OSError) -> str:
    return (error.strerror or type(error).__name__).lower()


def _mode_to_keep(target: Path) -> int | None:
    """The mode of what is there; None when nothing is. Raises FileError for a folder, a pipe, a device."""
    try:
        mode = target.stat().st_mode
    except FileNotFoundError:
        return None
    if not stat.S_ISREG(mode):
        message = f"{target} is not an ordinary file. Name a file to write to."
        raise FileError(message)
    return stat.S_IMODE(mode)
