"""Numbers as a person says them."""

from __future__ import annotations

from typing import Final

_WORDS: Final = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


def number_word(number: int) -> str:
    """Up to ten in words, above in digits."""
    return _WORDS[number] if 0 <= number < len(_WORDS) else str(number)


def counted(number: int, one: str, several: str = "") -> str:
    """`one advert`, `two adverts`; `several` is the plural where it takes more than an s."""
    return f"{number_word(number)} {one if number == 1 else several or one + 's'}"


def in_figures(number: int, one: str, several: str = "") -> str:
    """`1 answer`, `12 answers`, for where numbers stand beside others; `several` as for `counted`."""
    return f"{number} {one if number == 1 else several or one + 's'}"


def times(number: int) -> str:
    """`once`, `twice`, `three times`."""
    return {1: "once", 2: "twice"}.get(number) or f"{number_word(number)} times"


def listed(items: tuple[str, ...]) -> str:
    """`a`, `a and b`, `a, b and c`."""
    return " and ".join(filter(None, (", ".join(items[:-1]), *items[-1:])))
