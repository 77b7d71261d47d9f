"""A revision: one thing that was written down, once, and never changed afterwards."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime, timedelta
from typing import Any, Final

from abi_coach.domain.errors import DamagedJournalError
from abi_coach.domain.value import Value, frozen
from abi_coach.storage.instant import instant_text

BODY_VERSION = 1
"""The newest format of bodies that this program writes and understands."""

DELETION = "null"
"""The body of a revision that deletes its entry."""

REVISION_COLUMNS: Final = "id, entry, kind, at, origin, version, draft, body, checksum"

_WRONG: Final = "Do not trust it. `abi doctor` tells more; `abi restore` brings a backup back."


@frozen
class Revision(Value):
    """One written state of one entry.

    `id` and `entry` are uuid7 strings, `at` an aware UTC instant, `origin` the random name of the journal that wrote
    it first, `version` the format of `body`, and `body` canonical JSON of an object (`DELETION` deletes the entry).
    A draft is a state that was not finished yet.
    """

    id: str
    entry: str
    kind: str
    at: datetime
    origin: str
    version: int
    body: str
    draft: bool = False

    @property
    def is_deletion(self) -> bool:
        """Whether this revision deletes its entry."""
        return self.body == DELETION

    @property
    def order(self) -> tuple[datetime, str]:
        """By what revisions follow one another, the same on every machine."""
        return (self.at, self.id)

    @property
    def checksum(self) -> str:
        """BLAKE2b, 128 bits in hexadecimal, over every field."""
        return checksum_of(self.row())

    def row(self) -> tuple[str, str, str, str, str, int, int, str]:
        """The fields as the journal stores them, in the order of the columns."""
        at = instant_text(self.at)
        return (self.id, self.entry, self.kind, at, self.origin, self.version, int(self.draft), self.body)

    def value(self) -> dict[str, Any]:
        """The body as a mapping; empty for a deletion."""
        return json.loads(self.body) or {}


@frozen
class Change(Value):
    """Something to write: a new entry when `entry` is None, else the next revision of that entry.

    `at` is when it was written (an aware datetime); None means now.
    """

    kind: str
    body: Mapping[str, object]
    entry: str | None = None
    at: datetime | None = None
    draft: bool = False


def read_revision(row: Sequence[Any]) -> Revision:
    """Make a revision of a stored row. Raises DamagedJournalError, naming the entry, when it is not as written."""
    stored: Any = tuple(row[:-1])
    if checksum_of(stored) != row[-1]:
        message = f"Revision {row[0]} of entry {row[1]} is not what was written. {_WRONG}"
        raise DamagedJournalError(message)
    identity, entry, kind, at, origin, version, draft, body = stored
    try:
        return Revision(identity, entry, kind, datetime.fromisoformat(at), origin, version, body, bool(draft))
    except (TypeError, ValueError) as error:  # only what we did not write has a checksum and no instant
        message = f"Revision {identity} of entry {entry} has no usable time. {_WRONG}"
        raise DamagedJournalError(message) from error


def checksum_of(row: tuple[str, str, str, str, str, int, int, str]) -> str:
    """BLAKE2b, 128 bits in hexadecimal, over a stored row; only the body, which comes last, can hold a NUL."""
    import hashlib  # noqa: PLC0415 - OpenSSL is slow to load, and columns are shown without checking any body

    joined = "\0".join(map(str, row))
    return hashlib.blake2b(joined.encode(errors="surrogatepass"), digest_size=16).hexdigest()


def canonical_json(value: object) -> str:
    r"""Write JSON the one way that we write it: sorted keys, no spaces, every character as itself.

    Half a surrogate pair (undecodable bytes of a command line) has no UTF-8; it becomes its JSON escape `\udcxx`, so
    nothing is lost. Raises ValueError for infinities and NaN, which JSON does not have.
    """
    text = json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False, allow_nan=False)
    return text.encode(errors="backslashreplace").decode()


def later(at: datetime, than: datetime | None) -> datetime:
    """`at`, or just after `than` where a clock was set back; what was written later always sorts later."""
    if than is None or at > than:
        return at.astimezone(UTC)
    return than + timedelta(microseconds=1)
