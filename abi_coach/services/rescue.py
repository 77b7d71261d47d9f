"""Answers that cannot be saved in the home are written somewhere else, so that nothing is lost."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from abi_coach.domain.errors import FileError
from abi_coach.storage.files import write_file

if TYPE_CHECKING:
    from datetime import datetime

    from abi_coach.services.open_form import OpenForm


def answers_text(form: OpenForm) -> str:
    """Every answer and every half-typed word of a form, as plain text."""
    told = [form.form.title, *form.header, ""]
    for step in form.steps:
        words = "\n".join(filter(None, (form.shown(step), form.typed(step))))
        if words:
            told += [f"{step.field.title}{f' ({step.about})' if step.about else ''}:", words, ""]
    return "\n".join(told)


def rescue(name: str, text: str, at: datetime) -> Path:
    """Write words into a private file in the person's own folder, else in the one for temporary files.

    `name` is ours, such as a form's. Raises FileError when neither can be written.
    """
    file = f"abi-{name}-{at:%Y%m%d-%H%M%S}.txt"
    try:
        return _written(Path.home() / file, text)
    except FileError:
        return _written(Path(tempfile.gettempdir()) / file, text)


def _written(path: Path, text: str) -> Path:
    write_file(path, text)
    return path
