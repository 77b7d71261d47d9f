"""What may become text in a template: words, numbers, dates; a list or a mapping only by its parts."""

from __future__ import annotations

from typing import Final

from jinja2.exceptions import TemplateRuntimeError
from jinja2.utils import Namespace

_COLLECTIONS: Final = (list, tuple, dict, set, frozenset, Namespace)


def as_text(value: object) -> str:
    """Make text of a value; TemplateRuntimeError for one that has no one way to be written."""
    refuse_collections(value)
    return str(value)


def refuse_collections(*values: object) -> None:
    """Raise TemplateRuntimeError for a list or a mapping: its text would be code, and can be endless."""
    for value in values:
        if isinstance(value, _COLLECTIONS):
            raise no_text(value)


def no_text(value: object) -> TemplateRuntimeError:
    """Say that a value is not to be printed."""
    kind = {"dict": "a mapping", "list": "a list"}.get(type(value).__name__, type(value).__name__)
    return TemplateRuntimeError(f"{kind} cannot be printed as it is; print its parts, or join them")
