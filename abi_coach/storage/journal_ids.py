"""Ids as people write them: any beginning that only one entry has."""

from __future__ import annotations

from typing import TYPE_CHECKING

from abi_coach.domain.errors import InputError, NotFoundError

if TYPE_CHECKING:
    import sqlite3

_NAMED_AT_MOST = 5
_LEAST_BEGINNING = 8


def resolve(connection: sqlite3.Connection, beginning: str, kind: str | None) -> str:
    """The one entry whose id begins so. Raises NotFoundError, or InputError when several do."""
    asked = beginning.strip().lower()
    found = _beginning(connection, asked, kind) if asked and not asked.strip("0123456789abcdef-") else []
    if len(found) == 1 or asked in found:
        return found[0]
    if not found:
        raise NotFoundError(kind or "entry", beginning)
    named = ", ".join(found[:_NAMED_AT_MOST]) + (", …" if len(found) > _NAMED_AT_MOST else "")
    message = f"“{beginning}” is the beginning of several ids: {named}. Write a few more characters."
    raise InputError(message)


def shortest(connection: sqlite3.Connection, entry: str) -> str:
    """The shortest beginning, of at least eight characters, that no other entry shares."""
    query = "SELECT max(entry) FROM entry WHERE entry < ? UNION ALL SELECT min(entry) FROM entry WHERE entry > ?"
    neighbours = [near for (near,) in connection.execute(query, (entry, entry)).fetchall() if near]
    shared = max((_shared(entry, near) for near in neighbours), default=0)
    return entry[: max(shared + 1, _LEAST_BEGINNING)].rstrip("-")


def _beginning(connection: sqlite3.Connection, asked: str, kind: str | None) -> list[str]:
    query = "SELECT entry FROM entry WHERE entry >= ? AND entry < ? AND kind = coalesce(?, kind) ORDER BY entry LIMIT ?"
    values = (asked, asked + "~", kind, _NAMED_AT_MOST + 1)
    return [entry for (entry,) in connection.execute(query, values).fetchall()]


def _shared(one: str, other: str) -> int:
    """How many characters two ids have in common at their beginning."""
    return next((place for place, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), len(one))
