"""Opening a file in the person's own editor, at a line."""

from __future__ import annotations

import os
import shlex
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING, Final

from textual.app import SuspendNotSupported

from abi_coach.domain.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from textual.app import App

_PLUS_LINE: Final = frozenset(
    ("vi", "vim", "nvim", "gvim", "view", "nano", "pico", "emacs", "emacsclient", "joe", "mg", "kak", "micro")
)  # fmt: skip
_COLON_LINE: Final = frozenset(("subl", "sublime_text", "hx", "helix", "zed"))
_GOTO: Final = frozenset(("code", "codium", "code-insiders", "cursor", "windsurf"))


def chosen_editor(environ: Mapping[str, str]) -> list[str]:
    """The person's editor, with its options. Raises InputError when none is set."""
    try:
        command = shlex.split(environ.get("VISUAL") or environ.get("EDITOR") or "")
    except ValueError as error:
        message = "EDITOR has a quotation mark too few. Put the editor's name there, for example EDITOR=nano."
        raise InputError(message) from error
    if not command:
        message = "There is no editor set. Put its name into the environment as EDITOR, for example EDITOR=nano."
        raise InputError(message)
    return command


def editor_command(environ: Mapping[str, str], path: Path, line: int) -> list[str]:
    """The command that opens a file at a line; an editor that we do not know just gets the file.

    Raises InputError when no editor is set.
    """
    command = chosen_editor(environ)
    name = Path(command[0]).name.removesuffix(".exe")
    if name in _PLUS_LINE:
        return [*command, f"+{line}", str(path)]
    if name in _GOTO:
        return [*command, "--goto", f"{path}:{line}"]
    return [*command, f"{path}:{line}" if name in _COLON_LINE else str(path)]


def open_file(app: App[None], path: Path, line: int) -> None:
    """Lend the terminal to the editor until it ends. Raises InputError when it cannot be started."""
    try:
        lend_terminal(app, editor_command(os.environ, path, line))
    except SuspendNotSupported as error:
        message = f"An editor cannot be opened from here. The file is {path}, line {line}."
        raise InputError(message) from error


def lend_terminal(app: App[None], command: list[str]) -> int:
    """Let a command have the terminal until it ends; its exit code.

    Raises InputError when it cannot be started, SuspendNotSupported where the terminal cannot be lent.
    """
    failure: OSError | None = None
    code = 0
    with app.suspend():
        try:
            code = subprocess.run(command, check=False).returncode  # noqa: S603 - the editor that the person chose
        except OSError as error:
            failure = error  # told outside: an error that leaves `suspend` leaves the terminal suspended too
    if failure is not None:
        message = f"The editor {command[0]} cannot be started: {(failure.strerror or 'unknown reason').lower()}."
        raise InputError(message) from failure
    return code
