"""The base of everything that is written down: values that say exactly what they hold."""

from __future__ import annotations

from typing import ClassVar


class Value:
    """A frozen value; subclasses are `@dataclass(frozen=True, slots=True)`.

    The gates that read values back refuse fields that a value does not have; this mark tells them so.
    """

    __slots__ = ()
    __pydantic_config__: ClassVar[dict[str, str]] = {"extra": "forbid"}
