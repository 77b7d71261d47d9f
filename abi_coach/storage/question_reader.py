"""The fields of a question, by its kind, and the rules between them."""

from __future__ import annotations

from contextlib import suppress
from datetime import date
from typing import Any, Final, cast

from abi_coach.domain.competency import Competency
from abi_coach.domain.kind import Area, Difficulty, Dimension, Jurisdiction, Kind, Level
from abi_coach.domain.problem import quoted
from abi_coach.domain.question import Anchors, AnyQuestion, Question, ReverseQuestion, Routes, TimeOverride
from abi_coach.storage.tree_fields import Reader, line, one_of, text, whole_number, word
from abi_coach.storage.tree_nodes import Mapping, Node, Path, Report, Scalar
from abi_coach.storage.tree_shape import Shape, list_of

COMPETENCIES: Final = {item.value: item for item in Competency}
"""Every competency by its name in a file."""

_seconds: Final = whole_number("write whole seconds, e.g. 90")
_TIME: Final = Shape({"think": _seconds, "target": _seconds, "max": _seconds}, ())
_ANCHORS: Final = Shape({"1": text, "3": text, "5": text}, ("1", "3", "5"))
_ROUTES: Final = Shape({"answer": text, "bridge": text, "decline": text}, ("answer", "bridge", "decline"))


def _time(node: Node, report: Report, path: Path) -> TimeOverride | None:
    fields = cast("dict[str, int] | None", _TIME.read(node, report, path))
    if fields is None:
        return None
    target, maximum = fields.get("target"), fields.get("max")
    if target is not None and maximum is not None and maximum < target:
        mark = cast("Mapping", node).entries["max"][1].mark
        what = f"must be at least the target, {target} (found {maximum})"
        report.add(mark, (path, "max"), what, f"write whole seconds, e.g. {target}")
        return None
    return TimeOverride(fields.get("think"), target, maximum)


def _anchors(node: Node, report: Report, path: Path) -> Anchors | None:
    fields = cast("dict[str, str] | None", _ANCHORS.read(node, report, path))
    return Anchors(fields["1"], fields["3"], fields["5"]) if fields and len(fields) == len(_ANCHORS.fields) else None


def _routes(node: Node, report: Report, path: Path) -> Routes | None:
    fields = cast("dict[str, str] | None", _ROUTES.read(node, report, path))
    return Routes(**fields) if fields and len(fields) == len(_ROUTES.fields) else None


def _day(node: Node, report: Report, path: Path) -> str | None:
    words = text(node, report, path)
    if words is None:
        return None
    with suppress(ValueError):
        if (
            date.fromisoformat(words).isoformat() == words
        ):  # weeks and days without hyphens are dates, too, but not here
            return words
    report.add(node.mark, path, f"{quoted(words)} is no date", "write year-month-day, e.g. 2026-11-22")
    return None


_KINDS: Final = {kind.value: kind for kind in Kind}
_kind: Final = one_of(_KINDS, "a kind of question")
_competency: Final = one_of(COMPETENCIES, "a competency")
_EVERY: Final[dict[str, Reader[object]]] = {
    "id": word,
    "prompt": line,
    "kind": _kind,
    "levels": list_of(one_of({item.value: item for item in Level}, "a level"), 1, unlike=True),
}
_ASKED: Final[dict[str, Reader[object]]] = _EVERY | {
    "competency": _competency,
    "difficulty": one_of({str(item.value): item for item in Difficulty}, "a difficulty"),
    "really_asking": text,
    "anchors": _anchors,
    "secondary": _competency,
    "skills": list_of(word, unlike=True),
    "parts": list_of(line, 2, 4),
    "probes": list_of(line, 0, 4),
    "traps": list_of(line),
    "time": _time,
    "source": line,
    "asked_on": _day,
}
_REQUIRED: Final = ("id", "prompt", "kind", "competency", "difficulty", "levels", "really_asking", "anchors")
_SPECIAL: Final[dict[Kind, dict[str, Reader[object]]]] = {
    Kind.CURVEBALL: {"area": one_of({item.value: item for item in Area}, "an area")},
    Kind.BEHAVIOURAL: {"story_hint": text},
    Kind.SENSITIVE: {
        "jurisdiction": list_of(one_of({item.value: item for item in Jurisdiction}, "a jurisdiction"), 1, unlike=True),
        "routes": _routes,
    },
    Kind.REVERSE: {
        "dimension": one_of({item.value: item for item in Dimension}, "a dimension"),
        "good_sign": text,
        "warning_sign": text,
        "follow_up": text,
    },
}
_OPTIONAL: Final = frozenset({"story_hint"})


def _shape(kind: Kind) -> Shape:
    """Put together what a question of this kind has, and whose the other fields are."""
    own = _SPECIAL.get(kind, {})
    required = tuple(name for name in own if name not in _OPTIONAL)
    others = {name: f"belongs to {owner} questions only" for owner, names in _SPECIAL.items() for name in names}
    if kind is Kind.REVERSE:
        others |= dict.fromkeys(_ASKED, "belongs to questions that the interviewer asks")
        return Shape(_EVERY | own, (*_EVERY, *required), _without(others, _EVERY | own))
    return Shape(_ASKED | own, _REQUIRED + required, _without(others, own))


def _without(others: dict[str, str], own: dict[str, Reader[object]]) -> dict[str, str]:
    return {name: sentence for name, sentence in others.items() if name not in own}


_SHAPES: Final = {kind: _shape(kind) for kind in Kind}
_ANY_KIND: Final = Shape(
    _ASKED | {name: reader for names in _SPECIAL.values() for name, reader in names.items()}, _REQUIRED
)


def read_question(node: Node, report: Report, path: Path) -> AnyQuestion | None:
    """Read one question; None if anything in it is wrong, and then every problem of it is in the report."""
    before = report.count
    kind = _kind_of(node)
    shape = _ANY_KIND if kind is None else _SHAPES[kind]
    values = cast("dict[str, Any] | None", shape.read(node, report, path))
    if values is None or kind is None:
        return None
    _check_together(cast("Mapping", node), values, report, path)
    if report.count > before or not all(map(values.__contains__, shape.required)):
        return None  # what is missing without a word was refused, and told, while the tree was built
    if kind is Kind.REVERSE:
        del values["kind"]
        return ReverseQuestion(**values)
    return Question(**values)


def _kind_of(node: Node) -> Kind | None:
    """Look up the kind before anything else, as it decides about the fields; the reading itself reports a wrong one."""
    if type(node) is not Mapping:
        return None
    written = node.entries["kind"][1] if "kind" in node.entries else None
    if written is None and "dimension" in node.entries:
        return Kind.REVERSE
    return _KINDS.get(written.text) if type(written) is Scalar else None


def _check_together(node: Mapping, values: dict[str, Any], report: Report, path: Path) -> None:
    """Check the rules between fields (the competency model asks for them)."""
    if values.get("secondary") is not None and values["secondary"] is values.get("competency"):
        mark = node.entries["secondary"][1].mark
        report.add(mark, (path, "secondary"), "is the competency itself", "name another, or delete it")
    if values.get("competency") is Competency.ROLE_EXPERTISE and not values.get("skills") and not _broken(node, values):
        mark = node.entries["competency"][1].mark
        report.add(
            mark, (path, "skills"), "role_expertise needs at least one skill", "add “skills: [postgresql]” or the like"
        )


def _broken(node: Mapping, values: dict[str, Any]) -> bool:
    return "skills" in node.entries and "skills" not in values
