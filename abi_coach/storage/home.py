"""The home folder: where everything that belongs to the person lives."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import abi_coach
from abi_coach.domain.errors import HomeError
from abi_coach.domain.value import Value, frozen
from abi_coach.storage.files import make_private_folder

if TYPE_CHECKING:
    from collections.abc import Mapping

_PROJECT_LINE = 'name = "abi-coach"'


@frozen
class Home(Value):
    """The folder `root` and the names inside it; making one touches no disk."""

    root: Path

    @property
    def journal(self) -> Path:
        """Everything the person did."""
        return self.root / "journal.db"

    @property
    def mark(self) -> Path:
        """Says that a journal was started here, so that a vanished one is missed."""
        return self.root / ".initialised"

    @property
    def config(self) -> Path:
        """The person's own rules of thumb; optional."""
        return self.root / "config.toml"

    @property
    def question_banks(self) -> Path:
        """The person's own question banks."""
        return self.root / "question_banks"

    @property
    def templates(self) -> Path:
        """The person's own document templates."""
        return self.root / "templates"

    @property
    def plans(self) -> Path:
        """Plans that were rendered."""
        return self.root / "plans"

    @property
    def debriefs(self) -> Path:
        """Debriefs that were rendered."""
        return self.root / "debriefs"

    @property
    def backups(self) -> Path:
        """Rolling copies of the journal."""
        return self.root / "backups"

    def make(self, *folders: Path) -> None:
        """Make the home folder, and these folders of it, private to the person. Raises HomeError."""
        for folder in (self.root, *folders):
            make_private_folder(folder)


def open_home(path: Path | None, environ: Mapping[str, str]) -> Home:
    """Find the home: `path`, else $ABI_HOME, else the platform's folder for user data.

    Nothing is made before something is written. Raises HomeError for a place that cannot be a home.
    """
    root = _whole(_chosen(path, environ))
    _refuse_files(root)
    _refuse_program(root)
    return Home(root)


def _chosen(path: Path | None, environ: Mapping[str, str]) -> Path:
    named = path or environ.get("ABI_HOME", "").strip()
    if not named:
        from platformdirs import user_data_dir  # noqa: PLC0415 - only who names no home pays for it

        return Path(user_data_dir("abi-coach", appauthor=False))
    try:
        return Path(named).expanduser()
    except RuntimeError as error:
        message = f"The home “{named}” cannot be found: there is no such user. Write the whole path."
        raise HomeError(message) from error


def _whole(named: Path) -> Path:
    """The path from the root of the disk on; where we stand may have been removed meanwhile."""
    try:
        return Path(os.path.abspath(named))  # noqa: PTH100 - Path.absolute keeps `..`
    except OSError as error:
        message = f"The home {named} cannot be found: the folder you are in is gone. Write the whole path."
        raise HomeError(message) from error


def _refuse_files(root: Path) -> None:
    """A home is a folder that can be entered, or can be made below one."""
    if "\0" in str(root):
        message = f"The home {str(root)!r} cannot be a folder's name. Choose another one with --home."
        raise HomeError(message)
    try:
        nearest = next(place for place in (root, *root.parents) if place.exists())
        is_folder, is_root = nearest.is_dir(), nearest == root
    except OSError as error:
        message = f"The home {root} cannot be used: {error.strerror}. Choose another folder with --home."
        raise HomeError(message) from error
    if not is_folder:
        message = f"The home cannot be {root}: {nearest} is a file, not a folder. Choose a folder with --home."
        raise HomeError(message)
    if not os.access(nearest, os.R_OK | os.X_OK if is_root else os.W_OK | os.X_OK):
        wanted = "opened" if is_root else "made"
        message = f"The home {root} cannot be {wanted}: no permission for {nearest}. Choose another one with --home."
        raise HomeError(message)


def _refuse_program(root: Path) -> None:
    """What the person writes never lies where an update or a commit of the program would take it."""
    package = Path(abi_coach.__file__).resolve().parent
    place = root.resolve()
    inside = place.is_relative_to(package)
    if not inside and place.is_relative_to(package.parent):
        inside = _is_repository(package.parent)
    if inside:
        message = f"The home cannot be {root}: that is inside the program's own folder. Choose another one with --home."
        raise HomeError(message)


def _is_repository(folder: Path) -> bool:
    project = folder / "pyproject.toml"
    return project.is_file() and _PROJECT_LINE in project.read_text(encoding="utf-8")
