"""Bytes from outside become text, or a problem that says why not: the first step of the gate that all data takes."""

from __future__ import annotations

import codecs
import os
import re
import stat
from pathlib import Path
from typing import Final

from abi_coach.domain.errors import FileError
from abi_coach.domain.plain_text import BIDI_CONTROLS
from abi_coach.domain.problem import Problem

MAX_BYTES: Final = 5 * 1024 * 1024
"""The biggest file that is read: 5 MiB."""

STEERING: Final = re.compile(f"[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\x7f-\\x9f{BIDI_CONTROLS}\\ud800-\\udfff]")
"""A character that has no place in a text file: a control, a bidi control or half of a surrogate pair."""

_STEERING_BYTES: Final = bytes({*range(0x20), 0x7F} - set(b"\t\n\r"))
_MOST_CONTROLS: Final = 100
_LINE_END_OR_STEERING: Final = re.compile(f"\\r\\n?|\\n|({STEERING.pattern})")
_FLAGS: Final = ("O_NONBLOCK", "O_NOFOLLOW", "O_BINARY", "O_NOCTTY")
_OPEN: Final = os.O_RDONLY | sum(getattr(os, flag, 0) for flag in _FLAGS)
_OTHER_ENCODINGS: Final = {  # the longer mark begins like a shorter one
    codecs.BOM_UTF32_LE: "UTF-32",
    codecs.BOM_UTF32_BE: "UTF-32",
    codecs.BOM_UTF16_LE: "UTF-16",
    codecs.BOM_UTF16_BE: "UTF-16",
}
_GLANCE: Final = 64  # bytes that tell UTF-16 without a mark
_SHORTEST: Final = 4


class Unreadable(Exception):  # noqa: N818 - a step inside this module, never seen outside
    """Carries the one problem that keeps a file from being read."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(str(problem))
        self.problem = problem


def examine_text(path: Path, *, limit: int = MAX_BYTES, within: Path | None = None) -> tuple[str | None, list[Problem]]:
    """Read a file as text, or tell every reason against it.

    Only regular files of at most `limit` bytes, opened without waiting; UTF-8, with or without a byte order mark,
    without control characters. With `within`, a link that leads out of that folder is refused.
    """
    text, problems = examine_harmless(path, limit=limit, within=within)
    return (None if problems else text), problems


def examine_harmless(
    path: Path, *, limit: int = MAX_BYTES, within: Path | None = None
) -> tuple[str | None, list[Problem]]:
    """Read a file as `examine_text` does; a control character is told, and in the text there is U+FFFD in its place."""
    try:
        text = _decoded(_content(path, limit, within), path.name)
    except Unreadable as refusal:
        return None, [refusal.problem]
    if _is_clean(text) or STEERING.search(text) is None:
        return text, []
    return STEERING.sub("\ufffd", text), _controls(text, path.name)


def read_text(path: Path, *, limit: int = MAX_BYTES, within: Path | None = None) -> str:
    """Read a file as text as `examine_text` does; FileError with the reasons if it cannot be used."""
    text, problems = examine_text(path, limit=limit, within=within)
    if text is None:
        message = f"{path} cannot be read:"
        raise FileError(message, [str(problem) for problem in problems])
    return text


def read_bytes(path: Path, *, limit: int = MAX_BYTES, within: Path | None = None) -> bytes:
    """Read a regular file's bytes, whatever they mean; FileError with the reason if it cannot be used."""
    try:
        return _content(path, limit, within)
    except Unreadable as refusal:
        message = f"{path} cannot be read:"
        raise FileError(message, [str(refusal.problem)]) from refusal


def _content(path: Path, limit: int, within: Path | None) -> bytes:
    real = os.path.realpath(path)
    if within is not None and not Path(real).is_relative_to(os.path.realpath(within)):
        raise _refused(path, "is a link that leads out of its folder", "copy the file here instead")
    try:
        descriptor = os.open(real, _OPEN)
        with open(descriptor, "rb") as file:  # noqa: PTH123 - a descriptor: a pipe must not make us wait
            if not stat.S_ISREG(os.fstat(descriptor).st_mode):
                raise _refused(path, "is not a regular file", "put the text into an ordinary file")
            content = file.read(limit + 1)
    except FileNotFoundError as error:
        raise _refused(path, "there is no such file", "check the name") from error
    except IsADirectoryError as error:
        raise _refused(path, "is a folder, not a regular file", "name a file inside it") from error
    except PermissionError as error:
        raise _refused(path, "may not be read", "give yourself the permission to read it") from error
    except (OSError, ValueError) as error:
        why = getattr(error, "strerror", None) or str(error)
        raise _refused(path, f"cannot be read ({why})", "check that it is an ordinary file") from error
    if len(content) > limit:
        raise _refused(path, f"is bigger than {_size(limit)}", "split it into several files")
    return content


def _size(limit: int) -> str:
    return f"{limit // 1024**2} MiB" if limit >= 1024**2 else f"{limit:,} bytes"


def _refused(path: Path, what: str, write: str) -> Unreadable:
    return Unreadable(Problem(path.name, 1, 1, "", what, write))


def _decoded(content: bytes, name: str) -> str:
    other = next((told for mark, told in _OTHER_ENCODINGS.items() if content.startswith(mark)), None)
    if other is not None or _is_utf_16(content[:_GLANCE]):
        raise Unreadable(Problem(name, 1, 1, "", f"is {other or 'UTF-16'}, not UTF-8", "save the file as UTF-8"))
    content = content.removeprefix(codecs.BOM_UTF8)
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError as error:
        before = content[: error.start].decode("utf-8").replace("\r\n", "\n").replace("\r", "\n")
        line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
        what = f"is not UTF-8 (byte 0x{content[error.start]:02X})"
        raise Unreadable(Problem(name, line, column, "", what, "save the file as UTF-8")) from error


def _is_utf_16(start: bytes) -> bool:
    """Whether every second byte is 0 and the others are not all, as in Western text without a mark."""
    return len(start) >= _SHORTEST and any(start[0::2]) is not any(start[1::2])


def _is_clean(text: str) -> bool:
    """Whether nothing steers, at a quick look; the pattern, which takes ten times as long, tells of the rest."""
    if text.isascii():
        return len(text.encode("ascii").translate(None, _STEERING_BYTES)) == len(text)
    return text.replace("\n", " ").isprintable()


def _controls(text: str, name: str) -> list[Problem]:
    problems: list[Problem] = []
    line, start, count = 1, 0, 0
    for found in _LINE_END_OR_STEERING.finditer(text):
        if found[1] is None:
            line, start = line + 1, found.end()
            continue
        count += 1
        if count <= _MOST_CONTROLS:
            kind = "an escape sequence" if found[1] in "\x1b\x9b" else "a control character"
            what = f"has {kind} (U+{ord(found[1]):04X})"
            problems.append(Problem(name, line, found.start() - start + 1, "", what, "delete it; text must be plain"))
    if count > len(problems):
        last, more = problems[-1], f"and {count - len(problems):,} more control characters"
        problems.append(Problem(name, last.line, last.column, "", more, "delete them; text must be plain"))
    return problems
