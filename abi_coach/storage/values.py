"""The gate for journal bodies: values to JSON and back.

Writing needs no schema and stays light, because drafts are written while a person types. Reading checks every field
with pydantic, which is loaded on first use: screens that only need the projection's columns never pay for it.
"""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import Enum
from functools import cache
from typing import TYPE_CHECKING, Any, Final, TypeVar, cast

from abi_coach.domain.errors import DamagedJournalError

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Mapping

    from pydantic import TypeAdapter


V = TypeVar("V")

VERSION: Final = 1
"""The format of the values that this program writes."""

UPGRADES: Final[dict[tuple[str, int], Callable[[dict[str, Any]], dict[str, Any]]]] = {}
"""Pure functions from a kind's older JSON, by kind and version, to the next version's."""


def to_plain(value: object) -> Any:  # noqa: ANN401 - JSON is what it is
    """A value as plain JSON data: dataclasses to dicts, enums to their values, instants and days to ISO text."""
    if is_dataclass(value):
        return {field.name: to_plain(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, dict):
        return {str(to_plain(key)): to_plain(item) for key, item in value.items()}
    if isinstance(value, list | tuple | set | frozenset):
        return [to_plain(item) for item in value]
    if isinstance(value, datetime | date):
        return value.isoformat()
    return str(value) if isinstance(value, Decimal) else value


@cache
def _adapter(model: Hashable) -> TypeAdapter[Any]:
    from pydantic import TypeAdapter  # noqa: PLC0415 - a third of the start-up time, paid only by those who read bodies

    return TypeAdapter(cast("type[Any]", model))


def from_plain(model: type[V], body: Mapping[str, Any]) -> V:
    """A checked value of `model` from JSON data; unknown fields and broken limits are refused.

    Raises ValueError (pydantic's) with every problem; callers at a gate turn it into words for the person.
    """
    return cast("V", _adapter(cast("Hashable", model)).validate_python(body))


def from_body(model: type[V], kind: str, version: int, body: Mapping[str, Any]) -> V:
    """A value read back from the journal, upgraded from older versions first.

    Raises DamagedJournalError when the body is not what this program writes.
    """
    data = dict(body)
    for step in range(version, VERSION):
        upgrade = UPGRADES.get((kind, step))
        data = upgrade(data) if upgrade else data
    try:
        return from_plain(model, data)
    except ValueError as error:
        first = str(error).splitlines()
        message = f"An entry of kind “{kind}” cannot be read: {' '.join(first[1:3])}. Run `abi doctor` to see which."
        raise DamagedJournalError(message) from error
