"""Taking names and links out of plain data, so that what is left says nothing of what was forgotten."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

OWN_LINKS: Final = frozenset({"interview", "debrief", "parent", "source", "plan"})
"""Fields by which an entry belongs to another one, and goes with it."""

_ITEM_LINKS: Final = frozenset({"promise", "where", "entry"})
"""Fields by which an item of a list is about an entry, and goes with it."""


class Scrubber:
    """Takes out names (whole words, spelled as given) and the ids of entries that are gone.

    `stand_in` is what stands in a name's place; people of that name leave the lists that they are in.
    """

    def __init__(self, names: Collection[str], gone: Collection[str], stand_in: str) -> None:
        self._names = names_finder(names)
        self._gone = frozenset(gone)
        self._stand_in = stand_in

    def text(self, text: str) -> str:
        """The text without the names; an id that is gone becomes nothing."""
        if text in self._gone:
            return ""
        return self._names.sub(self._stand_in, text) if self._names else text

    def data(self, value: Any) -> Any:  # noqa: ANN401 - JSON of any shape
        """Every text at any depth; items of lists that are about what is gone are left out."""
        if isinstance(value, str):
            return self.text(value)
        if isinstance(value, dict):
            return {key: self.data(item) for key, item in value.items()}
        if isinstance(value, list):
            return [self.data(item) for item in value if not self._is_about_what_is_gone(item)]
        return value

    def _is_about_what_is_gone(self, item: Any) -> bool:  # noqa: ANN401 - JSON of any shape
        if isinstance(item, str):
            return item in self._gone
        if not isinstance(item, dict):
            return False
        name = item.get("name")
        is_person = isinstance(name, str) and self._names is not None and self._names.fullmatch(name.strip())
        return bool(is_person) or any(str(item.get(link)) in self._gone for link in _ITEM_LINKS)


def names_finder(names: Iterable[str]) -> re.Pattern[str] | None:
    """Finds these names as whole words, the longest first; None without any.

    A name of several words is found in any case; a single one only as it is spelled, for “Will” is no “will”.
    """
    wanted = sorted({" ".join(name.split()) for name in names} - {""}, key=lambda name: (-len(name), name))
    if not wanted:
        return None
    told = (rf"(?i:{_spelled(name)})" if " " in name else re.escape(name) for name in wanted)
    return re.compile(rf"(?<!\w)(?:{'|'.join(told)})(?!\w)")


def ids_in(value: Any) -> set[str]:  # noqa: ANN401 - JSON of any shape
    """Every text in data that could be an entry's id."""
    if isinstance(value, str):
        return {value} if len(value) == _ID_LENGTH else set()
    items = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return {found for item in items for found in ids_in(item)}


def owners_of(body: dict[str, Any]) -> set[str]:
    """The ids of the entries that an entry belongs to."""
    return {value for link in OWN_LINKS if isinstance(value := body.get(link), str) and value}


_ID_LENGTH: Final = 36


def _spelled(name: str) -> str:
    return r"\s+".join(re.escape(word) for word in name.split())
