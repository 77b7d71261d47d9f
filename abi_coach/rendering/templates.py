"""Documents from templates: give the values by name, get the Markdown back."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

import jinja2

from abi_coach.domain.errors import NotFoundError, TemplateError
from abi_coach.rendering.budget import DOCUMENT_LETTERS, TooMuchError, one_document
from abi_coach.rendering.environment import MarkdownEnvironment
from abi_coach.rendering.loader import CompiledTemplates, FolderLoader
from abi_coach.rendering.plain import plain

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

# What a template, being a small program, can fail with.
_FAILURES: Final = (
    jinja2.TemplateError,
    ArithmeticError,
    AssertionError,
    AttributeError,
    LookupError,
    MemoryError,
    RecursionError,
    SyntaxError,
    TypeError,
    ValueError,
)

_LONGEST: Final = 400
_UNDEFINED: Final = re.compile(r"has no (?:attribute|element) '?(.*?)'?$|^'(.*)' is undefined$")


class Templates:
    """Every template of some folders, the first folder winning.

    `folders` are the user's own and then the shipped one; `cache_folder` keeps compiled templates between runs.
    """

    def __init__(self, folders: Sequence[Path], cache_folder: Path | None = None) -> None:
        self._loader = FolderLoader(folders)
        cache = None if cache_folder is None else CompiledTemplates(cache_folder)
        self._environment = MarkdownEnvironment(self._loader, cache)

    def names(self) -> list[str]:
        """List the templates that can be rendered, sorted."""
        return self._loader.list_templates()

    def render(self, name: str, /, **values: object) -> str:
        """Render a template with plain data or values that are made of it.

        NotFoundError if no folder has the template; TemplateError, starting with `file:line: `, for whatever is wrong
        in it; TypeError if a value is no plain data.
        """
        data = {key: plain(value, key) for key, value in values.items()}
        try:
            self._check_known(name)
            with one_document():
                return self._written(name, data)
        except _FAILURES as error:
            message = f"{self._place(error, name)}: {_told(error)}"
            raise TemplateError(message) from error

    def check(self, name: str) -> None:
        """Read and compile a template without rendering it. Raises TemplateError, starting with `file:line: `."""
        try:
            self._environment.get_template(name)
        except _FAILURES as error:
            message = f"{self._place(error, name)}: {_told(error)}"
            raise TemplateError(message) from error

    def _check_known(self, name: str) -> None:
        if self._loader.find(name) is None:
            import difflib  # noqa: PLC0415 - only after a miss

            what = "template"
            raise NotFoundError(what, name, difflib.get_close_matches(name, self.names(), 3))

    def _written(self, name: str, data: dict[str, object]) -> str:
        chunks: list[str] = []
        room = DOCUMENT_LETTERS
        for chunk in self._environment.get_template(name).generate(data):
            room -= len(chunk)
            if room < 0:
                message = f"the document would be longer than {DOCUMENT_LETTERS:,} characters"
                raise TooMuchError(message)
            chunks.append(chunk)
        return "".join(chunks)

    def _place(self, error: BaseException, name: str) -> str:
        """Say where in which file: from a syntax error itself, else from the innermost template in the traceback."""
        if isinstance(error, jinja2.TemplateSyntaxError):
            return f"{error.filename or error.name or name}:{error.lineno}"
        place = None
        step = error.__traceback__
        while step is not None:
            # Jinja gives the frames of a template this mark when it puts the template's own lines into a traceback.
            if "__jinja_exception__" in step.tb_frame.f_globals:
                place = f"{step.tb_frame.f_code.co_filename}:{step.tb_lineno}"
            step = step.tb_next
        return place or f"{self._file(name)}:1"

    def _file(self, name: str) -> str:
        try:
            return str(self._loader.find(name) or name)
        except jinja2.TemplateRuntimeError:
            return name


def _told(error: BaseException) -> str:
    """Say what went wrong in one line that is not too long to read."""
    told = _reason(error)
    return told if len(told) <= _LONGEST else f"{told[: _LONGEST - 1]}…"


def _reason(error: BaseException) -> str:
    if isinstance(error, jinja2.TemplateNotFound):
        return f"there is no template “{error.name}” to take in"
    if isinstance(error, jinja2.UndefinedError) and (name := _UNDEFINED.search(str(error))):
        return f"there is no value “{name[1] or name[2]}” here; docs/templates.md shows what a template gets"
    if isinstance(error, RecursionError):
        return "this goes too deep; does a macro or an include call itself?"
    if isinstance(error, jinja2.TemplateError):
        return " ".join((error.message or str(error)).split())
    return f"this cannot be worked out ({' '.join(str(error).split()) or type(error).__name__})"
