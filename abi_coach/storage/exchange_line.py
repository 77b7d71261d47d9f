"""One line of an export: a revision as JSON, and the gate that turns such a line back into one."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from abi_coach.domain.json_text import printable_json
from abi_coach.storage.identity import is_identity
from abi_coach.storage.instant import instant_text
from abi_coach.storage.revision import BODY_VERSION, DELETION, Revision, canonical_json

FORMAT: Final = "abi-journal"
FORMAT_VERSION: Final = 1

_LAST_YEAR = 9000
_KIND = re.compile(r"[a-z][a-z0-9_-]{0,63}")
_ORIGIN = re.compile(r"[0-9A-Za-z_-]{1,64}")
_TYPES: Final = {
    "id": str,
    "entry": str,
    "kind": str,
    "at": str,
    "origin": str,
    "version": int,
    "draft": bool,
    "body": dict | None,
}


def revision_line(revision: Revision) -> str:
    """A revision as one line of JSON with its checksum; what steers a terminal is escaped and reads back equal."""
    told = {
        "at": instant_text(revision.at),
        "checksum": revision.checksum,
        "draft": revision.draft,
        "entry": revision.entry,
        "id": revision.id,
        "kind": revision.kind,
        "origin": revision.origin,
        "version": revision.version,
    }
    return f'{{"body":{printable_json(revision.body)},{canonical_json(told)[1:]}\n'


@dataclass(slots=True)
class LineReader:
    """Reads lines one after another and remembers what the first and last lines promise."""

    begun: int = 0
    ended: int = 0
    promised: int = 0
    revisions: int = 0

    def read(self, line: bytes) -> Revision | None:
        """The revision on a line; None for an empty one and those that frame an export. Raises ValueError."""
        text = _decoded(line)
        if not text:
            return None
        told = _parsed(text)
        if "format" in told:
            self._frame(told)
            return None
        self.revisions += 1
        return _revision(told)

    def shortfall(self) -> str | None:
        """What is missing at the end of the file, if anything is."""
        if self.ended < self.begun:
            return "the last line is missing, so the file was cut short; export again"
        if self.ended and self.revisions != self.promised:
            return f"the export had {self.promised} revisions, here are {self.revisions}; export again"
        return None

    def _frame(self, told: dict[str, Any]) -> None:
        if told["format"] != FORMAT:
            message = f"“format” must be “{FORMAT}”; this is another program's file"
            raise ValueError(message)
        count, version = told.get("revisions"), told.get("version")
        if type(count) is int:
            self.ended += 1
            self.promised += count
            return
        self.begun += 1
        if type(version) is not int or version > FORMAT_VERSION:
            message = "written by a newer abi; update abi, then import again"
            raise ValueError(message)


def _decoded(line: bytes) -> str:
    try:
        return line.decode("utf-8-sig").strip()
    except UnicodeDecodeError:
        message = "not UTF-8 text; export again"
        raise ValueError(message) from None


def _parsed(text: str) -> dict[str, Any]:
    try:
        told = json.loads(text, object_pairs_hook=_once, parse_constant=_no_constant)
    except json.JSONDecodeError as error:
        message = f"not JSON at column {error.colno}: {error.msg.lower()}"
        raise ValueError(message) from None
    except RecursionError:
        message = "nested too deeply"
        raise ValueError(message) from None
    if not isinstance(told, dict):
        message = "each line must be a JSON object"
        raise ValueError(message)  # noqa: TRY004 - every problem of a line is a ValueError
    return told


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    made = dict(pairs)
    if len(made) < len(pairs):
        message = "a field is there twice; keep one"
        raise ValueError(message)
    return made


def _no_constant(name: str) -> None:
    message = f"{name} is not JSON; write a number"
    raise ValueError(message)


def _revision(told: dict[str, Any]) -> Revision:
    _refuse_fields(told)
    body = DELETION if told["body"] is None else canonical_json(told["body"])
    revision = Revision(
        id=told["id"],
        entry=told["entry"],
        kind=told["kind"],
        at=_instant(told["at"]),
        origin=told["origin"],
        version=told["version"],
        body=body,
        draft=told["draft"],
    )
    if told.get("checksum", revision.checksum) != revision.checksum:
        message = "not what was exported: the checksum differs; export again, or remove “checksum” to take it as it is"
        raise ValueError(message)
    return revision


def _refuse_fields(told: dict[str, Any]) -> None:
    """Every field is there, of its type and form, and no other."""
    unknown = sorted(told.keys() - _TYPES.keys() - {"checksum"})
    wrong = [name for name, kind in _TYPES.items() if name not in told or not _is(told[name], kind)]
    for name, form in (
        ("id", is_identity),
        ("entry", is_identity),
        ("kind", _KIND.fullmatch),
        ("origin", _ORIGIN.fullmatch),
    ):
        if name not in wrong and not form(told[name]):
            wrong.append(name)
    if unknown:
        message = f"there is no field “{unknown[0]}”; remove it"
        raise ValueError(message)
    if wrong:
        message = f"“{wrong[0]}” is missing or not what an export writes"
        raise ValueError(message)
    if told["draft"] and told["body"] is None:
        message = "a draft cannot delete; write “draft” false"
        raise ValueError(message)
    if not 1 <= told["version"] <= BODY_VERSION:
        message = f"version {told['version']} is of a newer abi; update abi, then import again"
        raise ValueError(message)


def _is(value: object, kind: Any) -> bool:  # noqa: ANN401 - a type or a union of them
    return isinstance(value, kind) and (kind is not int or not isinstance(value, bool))


def _instant(text: str) -> datetime:
    try:
        at = datetime.fromisoformat(text)
    except ValueError:
        at = None
    if at is None or at.tzinfo is None or at.year > _LAST_YEAR or instant_text(at) != text:
        message = "“at” must be an instant like 2026-01-31T08:00:00.000000Z"
        raise ValueError(message)
    return at
