"""Templates come from a few folders, the user's own first, and from nowhere else."""

from __future__ import annotations

import os
import stat
from contextlib import suppress
from pathlib import Path, PurePosixPath
from pickle import UnpicklingError
from typing import TYPE_CHECKING, Final

from jinja2 import BaseLoader, FileSystemBytecodeCache, TemplateNotFound, TemplateRuntimeError

from abi_coach.domain.errors import TemplateError

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from jinja2 import Environment
    from jinja2.bccache import Bucket

MAX_TEMPLATE_BYTES: Final = 256 * 1024
"""A template's greatest size; the longest shipped one has a few thousand bytes."""
SUFFIX: Final = ".j2"
_RULES: Final = 2  # raise it when compiled templates of before must not be used any more
_OPEN_ONLY: Final = (
    os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)
)


class FolderLoader(BaseLoader):
    """Finds a template in the first of the folders that has it; a file of the user's replaces a shipped one whole."""

    def __init__(self, folders: Sequence[Path]) -> None:
        self.folders = tuple(folders)

    def get_source(self, environment: Environment, template: str) -> tuple[str, str, Callable[[], bool]]:
        """Read a template by its name inside a folder.

        TemplateNotFound if no folder has it; TemplateRuntimeError for a name that leads out of the folders;
        TemplateError for a file that is no regular file, too big or not UTF-8.
        """
        del environment  # the same for all
        path = self.find(template)
        if path is None:
            raise TemplateNotFound(template)
        mark = _mark(path)
        return _read(path), str(path), lambda: self.find(template) == path and _mark(path) == mark

    def find(self, name: str) -> Path | None:
        """Find the file of a template in the first folder that has it; TemplateRuntimeError if it leads out."""
        _check_name(name)
        for folder in self.folders:
            path = folder / name
            if os.path.lexists(path):
                return _inside(folder, path, name)
        return None

    def list_templates(self) -> list[str]:
        """List the names of every template, each once, sorted."""
        found = {
            path.relative_to(folder).as_posix()
            for folder in self.folders
            for path in folder.rglob(f"*{SUFFIX}")
            if path.is_file()
        }
        return sorted(found)


def _check_name(name: str) -> None:
    parts = PurePosixPath(name).parts
    if not parts or name.startswith("/") or ".." in parts or any(mark in name for mark in "\\:\0"):
        message = f"“{name}” is no name of a template; templates come only from the templates folders"
        raise TemplateRuntimeError(message)


def _inside(folder: Path, path: Path, name: str) -> Path:
    # `Path.resolve` fails on links that go round in circles; this leaves them to the opening of the file.
    real = Path(os.path.realpath(path))
    if not real.is_relative_to(os.path.realpath(folder)):
        message = f"“{name}” leads out of the folder {folder}; copy the file there instead of linking to it"
        raise TemplateRuntimeError(message)
    return real


def _mark(path: Path) -> tuple[int, int] | None:
    with suppress(OSError):
        found = path.stat()
        return found.st_mtime_ns, found.st_size
    return None


def _read(path: Path) -> str:
    try:
        descriptor = os.open(path, _OPEN_ONLY)
        with open(descriptor, "rb") as file:  # noqa: PTH123 - a descriptor, opened without waiting for a pipe's other end
            if not stat.S_ISREG(os.fstat(descriptor).st_mode):
                raise _wrong(path, "this is no regular file; put the template's text into a plain file")
            content = file.read(MAX_TEMPLATE_BYTES + 1)
    except OSError as error:
        raise _wrong(
            path, f"this cannot be read ({error.strerror}); check that it is a file that you may read"
        ) from error
    if len(content) > MAX_TEMPLATE_BYTES:
        raise _wrong(path, f"this is longer than {MAX_TEMPLATE_BYTES // 1024} KiB; split it with “include”")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise _wrong(path, "this is not UTF-8; save the file as UTF-8", line) from error


def _wrong(path: Path, what: str, line: int = 1) -> TemplateError:
    return TemplateError(f"{path}:{line}: {what}")


class CompiledTemplates(FileSystemBytecodeCache):
    """Compiled templates in the cache folder; whatever goes wrong there only costs compiling again."""

    def __init__(self, folder: Path) -> None:
        super().__init__(str(folder), f"template-{_RULES}-%s.cache")

    def load_bytecode(self, bucket: Bucket) -> None:
        """Load, and forget what is damaged."""
        try:
            super().load_bytecode(bucket)
        except (OSError, UnpicklingError, EOFError, ValueError, TypeError, LookupError, AttributeError, ImportError):
            bucket.reset()

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Save, if the folder lets us."""
        with suppress(OSError):
            Path(self.directory).mkdir(mode=0o700, parents=True, exist_ok=True)
            super().dump_bytecode(bucket)
