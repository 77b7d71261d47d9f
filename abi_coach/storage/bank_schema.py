"""The JSON Schema of a bank file, draft-07, for editors that check and complete YAML while one writes.

It says what `bank_reader` and `question_reader` accept, as far as a schema can; a test holds both together, field by
field. As with the reader, the field decides what a value is: `title: 42` is text, and `"90"` is a number of seconds.
What only the reader can see (one id twice, a maximum below the target) is left to `abi bank lint`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from abi_coach.domain.competency import Competency
from abi_coach.domain.kind import Area, Difficulty, Dimension, Jurisdiction, Kind, Level
from abi_coach.storage.tree_fields import MAX_LETTERS, MAX_NUMBER

if TYPE_CHECKING:
    from collections.abc import Iterable

Schema = dict[str, Any]

_TEXT: Final[Schema] = {"type": ["string", "number"], "pattern": r"\S", "maxLength": MAX_LETTERS}
_WORD: Final[Schema] = {**_TEXT, "pattern": r"^\s*\S+\s*$"}
_DIGITS: Final = f"[1-9][0-9]{{0,5}}|{MAX_NUMBER}"
_DAY: Final = "^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$"
_SECONDS: Final[Schema] = {
    "type": ["integer", "string"], "minimum": 1, "maximum": MAX_NUMBER, "pattern": f"^({_DIGITS})$",
}  # fmt: skip


def _one_of(values: type[Any], told: str) -> Schema:
    return {"enum": [item.value for item in values], "description": told}


def _numbered(values: Iterable[int], told: str) -> Schema:
    numbers = [int(value) for value in values]
    return {"enum": [*numbers, *map(str, numbers)], "description": told}


def _some(items: Schema, told: str, **limits: Any) -> Schema:  # noqa: ANN401 - JSON
    return {"type": "array", "items": items, "description": told, **limits}


def _object(fields: Schema, told: str, required: tuple[str, ...] = ()) -> Schema:
    needs = {"required": list(required)} if required else {}
    closed = {"type": "object", "additionalProperties": False, "properties": fields}
    return {**closed, "description": told, **needs}


def _told(text: str, schema: Schema = _TEXT) -> Schema:
    return {**schema, "description": text}


def _seconds(text: str) -> Schema:
    return _told(text, _SECONDS)


_EVERY: Final[Schema] = {
    "id": _told("Never changes, also when the text does: the history hangs on it. E.g. backend-technical-003.", _WORD),
    "prompt": _told("What is asked, as it is said aloud: one thing, at most 35 words, one question mark."),
    "kind": _one_of(Kind, "What the question asks for; it decides about times, sections and checks."),
    "levels": _some(
        _one_of(Level, "Scope of work: own task, team, several teams, organisation."),
        "For whom it is.", minItems=1, uniqueItems=True,
    ),
}  # fmt: skip
_ASKED: Final[Schema] = {
    "competency": _one_of(Competency, "What an answer is evidence for."),
    "secondary": _one_of(Competency, "What it is evidence for besides."),
    "difficulty": _numbered(Difficulty, "1 expected, 2 a trade-off, 3 failure, conflict, ambiguity, wide scope."),
    "skills": _some(_WORD, "Skills that it is about; role_expertise needs one.", uniqueItems=True),
    "parts": _some(_TEXT, "The same question in two to four steps.", minItems=2, maxItems=4),
    "really_asking": _told("What the interviewer wants to find out, in one sentence."),
    "anchors": _object(
        {mark: _told(f"What an answer rated {mark} does, so that one can see or hear it.") for mark in ("1", "3", "5")},
        "Observable marks, in growing richness.", ("1", "3", "5"),
    ),
    "probes": _some(_TEXT, "What comes next: one for evidence, one for the candidate's own part.", maxItems=4),
    "traps": _some(_TEXT, "Mistakes that people really make here."),
    "time": _object(
        {"think": _seconds("To think."), "target": _seconds("To aim for."), "max": _seconds("At most.")},
        "Whole seconds, where the kind's usual times do not fit.",
    ),
    "source": _told("Where you met it."),
    "asked_on": {"type": "string", "pattern": _DAY, "description": "The day it was asked."},
}  # fmt: skip
_ROUTES: Final = _object(
    {
        "answer": _told("Answering the worry behind it."),
        "bridge": _told("Leading back to the job."),
        "decline": _told("Declining politely."),
    },
    "Three ways through.", ("answer", "bridge", "decline"),
)  # fmt: skip
_SPECIAL: Final[dict[Kind, Schema]] = {
    Kind.CURVEBALL: {"area": _one_of(Area, "What it is really about.")},
    Kind.BEHAVIOURAL: {"story_hint": _told("Helps to choose a story, and never supplies one.")},
    Kind.SENSITIVE: {
        "jurisdiction": _some(_one_of(Jurisdiction, "Where."), "Whose customs apply.", minItems=1, uniqueItems=True),
        "routes": _ROUTES,
    },
    Kind.REVERSE: {
        "dimension": _one_of(Dimension, "What about working there it brings to light."),
        "good_sign": _told("A reply that speaks for them."),
        "warning_sign": _told("A reply that should make you look closer."),
        "follow_up": _told("What to ask next."),
    },
}
_OPTIONAL: Final = frozenset(
    {"secondary", "skills", "parts", "probes", "traps", "time", "source", "asked_on", "story_hint"}
)
_WEIGHT: Final[Schema] = {
    "type": ["number", "string"], "exclusiveMinimum": 0, "maximum": MAX_NUMBER,
    "pattern": rf"^(?!0(\.0+)?$)(0|{_DIGITS})(\.[0-9]{{1,6}})?$",
}  # fmt: skip
_NAMES: Final = _some(_TEXT, "Other names of it.")

_SAME_TWICE: Final[Schema] = {
    "anyOf": [
        {"properties": {key: {"const": one.value} for key in ("competency", "secondary")},
         "required": ["competency", "secondary"]}
        for one in Competency
    ]
}  # fmt: skip
"""The second competency is another one."""


def question_schema(kind: Kind) -> Schema:
    """The schema of a question of this kind."""
    special = _SPECIAL.get(kind, {})
    fields = _EVERY | special if kind is Kind.REVERSE else _EVERY | _ASKED | special
    schema = _object(fields, f"A {kind.value} question.", tuple(name for name in fields if name not in _OPTIONAL))
    if kind is Kind.REVERSE:
        return schema
    craft = {"properties": {"competency": {"const": Competency.ROLE_EXPERTISE.value}}, "required": ["competency"]}
    skilled = {"properties": {"skills": {"minItems": 1}}, "required": ["skills"]}
    return {**schema, "if": craft, "then": skilled}


def bank_schema() -> Schema:
    """The schema of a whole file."""
    by_kind = [
        {
            "if": {"properties": {"kind": {"const": kind.value}}, "required": ["kind"]},
            "then": {"$ref": f"#/definitions/{kind.value}"},
        }
        for kind in Kind
    ]
    question = {"type": "object", "properties": _EVERY, "required": list(_EVERY), "allOf": by_kind, "not": _SAME_TWICE}
    weights = {competency.value: _WEIGHT for competency in Competency}
    fields = {
        "format": _numbered([1], "The format that this is written in."),
        "id": _told("The bank's name, e.g. backend. One that ships is replaced by yours.", _WORD),
        "title": _told("As lists show it."),
        "summary": _told("In one sentence."),
        "aliases": _some(_TEXT, "Job titles that lead here."),
        "weights": _object(weights, "How much each competency matters for the role; 1 where not named."),
        "includes": _some(_WORD, "Banks to draw from besides, e.g. [common]."),
        "skills": {
            "type": "object",
            "propertyNames": {"pattern": r"\S"},
            "additionalProperties": _NAMES,
            "description": "Skills and their other names.",
        },
        "questions": {"type": "array", "items": question},
    }
    whole = _object(fields, "A question bank for abi.", ("format", "id", "title", "questions"))
    definitions = {kind.value: question_schema(kind) for kind in Kind}
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": "abi question bank",
        **whole,
        "definitions": definitions,
    }
