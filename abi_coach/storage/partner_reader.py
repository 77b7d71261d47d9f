"""A partner's sheet comes back: the JSON file or the Markdown table, filled in by hand in any editor."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any, Final, cast

from abi_coach.domain.errors import FileError
from abi_coach.domain.partner import SCHEMA, Agreed, PartnerAnswers, Remark
from abi_coach.domain.problem import quoted
from abi_coach.storage.bytes import read_text
from abi_coach.storage.tree import read_tree
from abi_coach.storage.tree_fields import MAX_LETTERS, wrong_kind
from abi_coach.storage.tree_nodes import Node, Path, Place, Report, Scalar
from abi_coach.storage.tree_shape import Shape, list_of

if TYPE_CHECKING:
    from pathlib import Path as FilePath

_NOTHING: Final = frozenset({"", "null", "none", "-", "–", "?", "~"})
_PAIR: Final = re.compile(r"(?<!\\)((?:\\\\)*)\\u([dD][89abAB][0-9a-fA-F]{2})\\u([dD][c-fC-F][0-9a-fA-F]{2})")
_LIMIT: Final = 1024 * 1024


def read_partner(path: FilePath) -> PartnerAnswers:
    """Read a sheet that was filled in. Raises FileError with every problem, `file:line:column: field: what`."""
    text = read_text(path, limit=_LIMIT)
    report = Report(path.name)
    is_json = text.lstrip().startswith("{")
    answers = _from_json(text, report) if is_json else _from_markdown(text, report)
    if answers is None or report.count:
        message = f"{path} cannot be read as a partner's sheet:"
        raise FileError(message, [str(problem) for problem in report.told()])
    return answers


def _from_json(text: str, report: Report) -> PartnerAnswers | None:
    """JSON is read as the YAML that it also is: places are known, and a comma too many does no harm."""
    tree, found = read_tree(_PAIR.sub(_joined, text.replace("\t", " ")), report.name)
    report.count = found.count
    report.problems = [replace(one, what=one.what.replace("not YAML", "not JSON")) for one in found.problems]
    if tree is None:
        return None
    written = tree.entries.get("schema")
    if written is None or not isinstance(written[1], Scalar) or written[1].text != SCHEMA:
        mark = written[1].mark if written else tree.mark
        report.add(mark, (None, "schema"), "is no partner's file", f'it needs "schema": "{SCHEMA}"')
        return None
    told = cast("dict[str, Any]", _SHEET.read(tree, report, None) or {})
    rated = (one for one in told.get("rate", ()) if one and one.get("answer") and one.get("rating"))
    return PartnerAnswers(
        sheet=told.get("sheet", ""),
        ratings={one["answer"] - 1: one["rating"] for one in rated},
        partner=told.get("partner", ""),
        plus=Remark(**told.get("plus", {})),
        change=Remark(**told.get("change", {})),
        agreed=_agreed(told.get("agreed", {})),
        need=told.get("need", ""),
    )


def _joined(pair: re.Match[str]) -> str:
    """JSON writes a character beyond the first 65,536 as two escapes, YAML as one."""
    high, low = int(pair[2], 16), int(pair[3], 16)
    return f"{pair[1]}\\U{0x10000 + ((high - 0xD800) << 10) + (low - 0xDC00):08x}"


def _blank(node: Node, report: Report, path: Path) -> str | None:
    """Text or nothing, on one line."""
    if not isinstance(node, Scalar):
        wrong_kind(node, report, path, "text", 'write it in quotes, or leave ""')
        return None
    words = " ".join(node.text.split())
    if len(words) > MAX_LETTERS:
        report.add(node.mark, path, f"must be at most {MAX_LETTERS:,} characters", "say it in fewer words")
        return None
    return "" if not node.style and words.lower() in _NOTHING else words


def _rating(node: Node, report: Report, path: Path) -> int | None:
    words = node.text.strip() if isinstance(node, Scalar) else None
    if words is not None and words.lower() in _NOTHING:
        return None
    if words in {"1", "2", "3", "4", "5"}:
        return int(words)
    wrong_kind(node, report, path, "a rating from 1 to 5", "write 1, 2, 3, 4 or 5, or leave null")
    return None


def _answer(node: Node, report: Report, path: Path) -> int | None:
    if isinstance(node, Scalar) and re.fullmatch(r"[1-9]\d{0,2}", node.text):
        return int(node.text)
    wrong_kind(node, report, path, "the number of an answer", "leave it as it was exported")
    return None


def _day(node: Node, report: Report, path: Path) -> date | None:
    words = _blank(node, report, path)
    if not words:
        return None
    try:
        return date.fromisoformat(words)
    except ValueError:
        report.add(node.mark, path, f"{quoted(words)} is no date", "write year-month-day, e.g. 2026-12-04")
        return None


def _ignored(_node: Node, _report: Report, _path: Path) -> bool:
    return True


_REMARK: Final = Shape({"heard": _blank, "wonder": _blank}, ())
_RATED: Final = Shape({"answer": _answer, "question": _ignored, "rating": _rating, "note": _ignored}, ("answer",))
_AGREED: Final = Shape({"if": _blank, "then": _blank, "on": _day, "check": _blank}, ())
_SHEET: Final = Shape(
    {
        "schema": _ignored,
        "how": _ignored,
        "sheet": _blank,
        "made_on": _ignored,
        "about": _ignored,
        "questions": _ignored,
        "rate": list_of(_RATED.read, 0, 20),
        "partner": _blank,
        "plus": _REMARK.read,
        "change": _REMARK.read,
        "agreed": _AGREED.read,
        "need": _blank,
    },
    ("schema", "sheet", "rate"),
)


def _agreed(told: dict[str, Any]) -> Agreed:
    return Agreed(told.get("if", ""), told.get("then", ""), told.get("on"), told.get("check", ""))


_SHEET_LINE: Final = re.compile(
    r"\s{0,8}(?:[-*>]\s)?[*_]{0,2}Sheet[*_]{0,2}\s?:[*_]{0,2}\s{0,4}`?([0-9A-Fa-f\\-]{8,80})`?"
)
_CELL: Final = re.compile(r"(?<!\\)\|")
_ESCAPED: Final = re.compile(r"\\([!-/:-@\[-`{-~])")
_BORDER: Final = re.compile(r"[\s|:-]+")
_ROWS: Final = {
    "who you are": "partner",
    "plus: i heard": "plus.heard",
    "plus: i wonder": "plus.wonder",
    "change: i heard": "change.heard",
    "change: i wonder": "change.wonder",
    "agreed: if": "agreed.if",
    "agreed: then i will": "agreed.then",
    "agreed: on": "agreed.on",
    "agreed: how we check": "agreed.check",
    "what do you need from me?": "need",
}


def _from_markdown(text: str, report: Report) -> PartnerAnswers | None:
    sheet, ratings, cells = "", dict[int, int](), dict[str, Scalar]()
    for number, line in enumerate(text.split("\n")):
        if found := _SHEET_LINE.match(line):
            sheet = sheet or found[1].replace("\\", "")
        elif line.strip().startswith("|") and not _BORDER.fullmatch(line):
            _read_row(_cells(line), number, report, (ratings, cells))
    if not sheet:
        what = "is no partner's sheet: the line “Sheet: …” is missing"
        report.add(Place(0, 0), None, what, "give back the sheet that was exported")
        return None
    told = {name: _blank(node, report, (None, name)) or "" for name, node in cells.items() if name != "agreed.on"}
    on = _day(cells["agreed.on"], report, (None, "agreed.on")) if "agreed.on" in cells else None
    return PartnerAnswers(
        sheet=sheet,
        ratings=ratings,
        partner=told.get("partner", ""),
        plus=Remark(told.get("plus.heard", ""), told.get("plus.wonder", "")),
        change=Remark(told.get("change.heard", ""), told.get("change.wonder", "")),
        agreed=Agreed(told.get("agreed.if", ""), told.get("agreed.then", ""), on, told.get("agreed.check", "")),
        need=told.get("need", ""),
    )


def _cells(line: str) -> list[str]:
    parts = _CELL.split(line.strip().strip("|"))
    return [_ESCAPED.sub(r"\1", part).replace("&#92;", "\\").strip(" *_") for part in parts]


def _read_row(cells: list[str], line: int, report: Report, into: tuple[dict[int, int], dict[str, Scalar]]) -> None:
    """A row that begins with a number is a rating, one that begins with a known label a text."""
    label, last = cells[0], Scalar(cells[-1], Place(line, 0), None)
    if re.fullmatch(r"[1-9]\d{0,2}", label) and len(cells) > 2:  # noqa: PLR2004 - number, question, rating
        rating = _rating(last, report, ((None, "answer"), label))
        if rating is not None:
            into[0][int(label) - 1] = rating
    elif name := _ROWS.get(label.lower()):
        into[1][name] = Scalar(" | ".join(cells[1:]), Place(line, 0), None)
