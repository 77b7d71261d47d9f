"""Only plain data enters a template: no object with methods, nothing that could act."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from enum import Enum

_PLAIN = frozenset((str, int, float, bool, date, type(None)))  # exactly these, and nothing that is derived from them
_WHAT_IS_PLAIN = "text, numbers, yes or no, dates, lists and mappings of these"


def plain(value: object, path: str = "value") -> object:
    """Turn values, at any depth, into dict, list, str, int, float, bool, None and date.

    Dataclasses become mappings of their fields, tuples and sets lists (sets sorted by their text), enumerations their
    value. Text is made exactly `str`, so that nothing from outside passes for Markdown. Anything else is a mistake
    of the caller: TypeError, with the path to it.
    """
    if value is None or isinstance(value, (bool, date)):
        return value
    if isinstance(value, Enum):
        return plain(value.value, path)
    for exact in (str, int, float):
        if isinstance(value, exact):
            return exact(value)
    if is_dataclass(value) and not isinstance(value, type):
        return {field.name: plain(getattr(value, field.name), f"{path}.{field.name}") for field in fields(value)}
    return _plain_collection(value, path)


def _plain_collection(value: object, path: str) -> object:
    if isinstance(value, Mapping):
        return {
            _plain_key(key, path): item if type(item) in _PLAIN else plain(item, f"{path}.{key}")
            for key, item in value.items()
        }
    if isinstance(value, (set, frozenset)):
        value = sorted(value, key=str)
    if isinstance(value, (list, tuple)):
        return [item if type(item) in _PLAIN else plain(item, f"{path}[{index}]") for index, item in enumerate(value)]
    message = f"{path}: {type(value).__name__} is no plain data; a template takes {_WHAT_IS_PLAIN}"
    raise TypeError(message)


def _plain_key(key: object, path: str) -> str | int:
    if type(key) is str:
        return key
    if isinstance(key, Enum):
        key = key.value
    if isinstance(key, str):
        return str(key)
    if isinstance(key, int):
        return int(key)
    message = f"{path}: {type(key).__name__} as the key of a mapping; a template takes text or whole numbers"
    raise TypeError(message)
