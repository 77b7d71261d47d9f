"""Documents: rendered from templates, written so that nothing a person edited is lost."""

from __future__ import annotations

import hashlib
import os
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Final

from abi_coach.domain.errors import FileError, InputError, NotFoundError, TemplateError
from abi_coach.storage.bundled import bundled
from abi_coach.storage.cache import cache_folder
from abi_coach.storage.files import explained, read_regular, write_file

if TYPE_CHECKING:
    from collections.abc import Iterable

    from abi_coach.rendering.templates import Templates
    from abi_coach.storage.home import Home
    from abi_coach.storage.journal import Journal

ENDING: Final = ".md.j2"
_ANY_TEMPLATE: Final = ".j2"
_SHIPPED: Final = {
    "plan": ("improvement_plan", "mentor", "one_page"),
    "card": ("card",),
    "debrief": ("debrief",),
    "note": ("note",),
    "progress": ("progress",),
    "reflection": ("reflection",),
    "sheet": ("partner_sheet",),
}
"""The shipped templates by the value that they are about."""


class Documents:
    """The templates, shipped and own, and the files made with them."""

    def __init__(self, home: Home, journal: Journal) -> None:
        self._home = home
        self._journal = journal

    @cached_property
    def _templates(self) -> Templates:
        from abi_coach.rendering.templates import Templates  # noqa: PLC0415 - loading Jinja costs more than a plan

        return Templates([self._home.templates, bundled("templates")], cache_folder(self._home) / "templates")

    def names(self) -> list[str]:
        """Every template by name."""
        return self._templates.names()

    def render(self, name: str, **values: object) -> str:
        """Render a template; `.md.j2` may be left out. Raises NotFoundError, TemplateError."""
        file_name = name if name.endswith(_ANY_TEMPLATE) else name + ENDING
        try:
            return self._templates.render(file_name, **values)
        except NotFoundError:
            what = "template"
            raise NotFoundError(what, name, self._near(name, values)) from None

    def _near(self, name: str, values: Iterable[str]) -> list[str]:
        """The names most like this one, else all, among the person's own and the shipped ones for these values."""
        import difflib  # noqa: PLC0415 - only after a miss

        ours = {shipped for about, names in _SHIPPED.items() if about not in values for shipped in names}
        fitting = [one for one in (found.removesuffix(ENDING) for found in self.names()) if one not in ours]
        return difflib.get_close_matches(name, fitting, 3) or fitting

    def problems(self) -> list[str]:
        """What is wrong with any template's form, as `file:line: what`."""
        found = []
        for name in self.names():
            try:
                self._templates.check(name)
            except TemplateError as error:
                found.append(str(error))
        return found

    def write(self, path: Path, text: str, *, replace: bool = False) -> None:
        """Write a document; the folder must be there. Raises FileError that says what stands in the way.

        Raises InputError for a file that is not as we wrote it, unless `replace`; it is then left as it is.
        """
        self._refuse_ours(path)
        _check_folder(path.parent)
        with explained(path, "written"):
            is_folder, is_there = path.is_dir(), path.exists()
        if is_folder:
            message = f"{path} is a folder. Write a file name, e.g. {path / 'plan.md'}."
            raise FileError(message)
        if is_there and not replace and not self._is_known(_digest(read_regular(path))):
            message = f"{path} is not as abi wrote it, and may hold your own words. --replace writes over it."
            raise InputError(message)
        content = text.encode(errors="replace")
        # Known before it is there: were it the other way round, a failure between the two would look like an edit.
        if not self._is_known(_digest(content)):
            self._journal.write("document", {"digest": _digest(content), "title": path.name})
        write_file(path, content)

    def _refuse_ours(self, path: Path) -> None:
        """Raise FileError for what abi itself works with: no yes is meant for that."""
        home = self._home
        with explained(path, "written"):
            real = Path(os.path.realpath(path))  # unlike `resolve` it does not fail on links that go round in circles
            ours = {os.path.realpath(one) for one in (home.journal, home.config)}
            is_copy = real.is_relative_to(os.path.realpath(home.backups))
        if str(real) in ours or is_copy:
            message = f"{path} is a file that abi needs. Name another file."
            raise FileError(message)

    def _is_known(self, digest: str) -> bool:
        return any(revision.value().get("digest") == digest for revision in self._journal.current("document"))


def _check_folder(folder: Path) -> None:
    with explained(folder, "used"):
        is_there, is_folder = folder.exists(), folder.is_dir()
    if not is_there:
        message = f"There is no folder {folder}. Make it first, or write the file somewhere else."
        raise FileError(message)
    if not is_folder:
        message = f"{folder} is a file, and a folder is needed there. Move it away, or write somewhere else."
        raise FileError(message)


def _digest(content: bytes) -> str:
    return hashlib.blake2b(content, digest_size=16).hexdigest()
