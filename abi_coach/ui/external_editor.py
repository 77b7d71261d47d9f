"""Writing in the person's own editor, and coming back."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from textual.app import SuspendNotSupported

from abi_coach.domain.errors import InputError
from abi_coach.ui.file_editor import chosen_editor, lend_terminal

if TYPE_CHECKING:
    from textual.app import App


def edit_outside(app: App[None], text: str) -> str:
    """The text after the person edited it in $VISUAL or $EDITOR; the screen is theirs meanwhile.

    Raises InputError when there is no editor, it cannot be started, or it reports a failure.
    """
    command = chosen_editor(os.environ)
    descriptor, name = tempfile.mkstemp(prefix="abi-", suffix=".md")
    path = Path(name)
    try:
        with os.fdopen(descriptor, "w", encoding="utf-8", errors="replace") as file:
            file.write(text)
        _run(app, [*command, name])
        return path.read_text(encoding="utf-8", errors="replace").rstrip("\n")
    finally:
        path.unlink(missing_ok=True)


def _run(app: App[None], command: list[str]) -> None:
    try:
        code = lend_terminal(app, command)
    except SuspendNotSupported as error:
        message = "An editor cannot be opened from here."
        raise InputError(message) from error
    if code:
        message = f"The editor {command[0]} reported a failure; your words are as they were."
        raise InputError(message)
