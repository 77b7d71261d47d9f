"""The base of everything that is written down: values that say exactly what they hold."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import ClassVar, TypeVar, dataclass_transform

T = TypeVar("T", bound="Value")


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def frozen(kind: type[T]) -> type[T]:
    """Make a kind of value a frozen, slotted dataclass.

    Comparing, hashing and showing come from `Value`: for each class of its own `dataclass` would write and compile them
    anew, which took a tenth of the whole start of `abi plan`.
    """
    return dataclass(frozen=True, slots=True, eq=False, repr=False)(kind)


class Value:
    """A frozen value; its kinds are marked `@frozen`. Two of one kind with equal fields are equal.

    The gates that read values back refuse fields that a value does not have; `__pydantic_config__` tells them so.
    """

    __slots__ = ()
    __match_args__: ClassVar[tuple[str, ...]] = ()
    __pydantic_config__: ClassVar[dict[str, str]] = {"extra": "forbid"}

    def __eq__(self, other: object) -> bool:
        """Whether it is of the same kind, with the same in every field."""
        if type(other) is not type(self):
            return NotImplemented
        return all(getattr(self, name) == getattr(other, name) for name in self.__match_args__)

    def __hash__(self) -> int:
        """Of all fields together; TypeError if one cannot be hashed."""
        return hash(tuple(getattr(self, name) for name in self.__match_args__))

    def __repr__(self) -> str:
        """Write it as it would be made."""
        told = (f"{name}={getattr(self, name)!r}" for name in self.__match_args__)
        return f"{type(self).__qualname__}({', '.join(told)})"
