"""Limits of fields, for `Annotated[int, Ge(1)]`: as cheap to declare as a number, checked at the gates.

The names and meanings are those of the package annotated_types. Loading that package costs as much as reading the
whole of Home, and only the gates look at limits; so a limit is its name and numbers, and becomes the package's own
when a gate asks for it (its `GroupedMetadata`: a thing that unpacks into limits).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Literal

if TYPE_CHECKING:
    from collections.abc import Iterator


class Limit:
    """A limit by name and numbers; unpacks into that of annotated_types."""

    __slots__ = ("_name", "_numbers")
    __is_annotated_types_grouped_metadata__: Literal[True] = True

    def __init__(self, name: str, *numbers: float) -> None:
        self._name = name
        self._numbers = numbers

    def __repr__(self) -> str:
        """Return how it is written: `Ge(1)`."""
        return f"{self._name}({', '.join(map(repr, self._numbers))})"

    def __iter__(self) -> Iterator[object]:
        """Give the package's own limit."""
        import annotated_types  # noqa: PLC0415 - only the gates ask

        yield getattr(annotated_types, self._name)(*self._numbers)


def Ge(least: float) -> Limit:  # noqa: N802 - the package's name
    """At least this."""
    return Limit("Ge", least)


def Gt(below: float) -> Limit:  # noqa: N802 - the package's name
    """More than this."""
    return Limit("Gt", below)


def Le(most: float) -> Limit:  # noqa: N802 - the package's name
    """At most this."""
    return Limit("Le", most)


def Len(least: int, most: int) -> Limit:  # noqa: N802 - the package's name
    """As many elements or characters as `least` to `most`."""
    return Limit("Len", least, most)


def MinLen(least: int) -> Limit:  # noqa: N802 - the package's name
    """At least so many elements or characters."""
    return Limit("MinLen", least)


def MaxLen(most: int) -> Limit:  # noqa: N802 - the package's name
    """At most so many elements or characters."""
    return Limit("MaxLen", most)


Text = Annotated[str, MinLen(1)]
"""Words that are not empty."""
