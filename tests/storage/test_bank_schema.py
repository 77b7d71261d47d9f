"""The JSON Schema says what the reader's own tables say, field by field."""

from __future__ import annotations

import json
from typing import Any

import pytest
from jsonschema import Draft7Validator

from abi_coach.domain.kind import Kind
from abi_coach.storage.bank_reader import _HEAD, read_bank_text
from abi_coach.storage.bank_schema import bank_schema, question_schema
from abi_coach.storage.question_reader import _SHAPES
from tests.support.banks import NAMES, bank


@pytest.mark.parametrize("kind", Kind)
def test_a_question_has_the_readers_fields_and_no_other(kind: Kind) -> None:
    schema, shape = question_schema(kind), _SHAPES[kind]
    assert schema["properties"].keys() == shape.fields.keys()
    assert set(schema["required"]) == set(shape.required)
    assert schema["additionalProperties"] is False


def test_a_bank_has_the_readers_fields_and_no_other() -> None:
    schema = bank_schema()
    assert schema["properties"].keys() == _HEAD.fields.keys()
    assert set(schema["required"]) == set(_HEAD.required)
    assert schema["$schema"] == "http://json-schema.org/draft-07/schema#"


def test_every_kind_leads_to_its_own_definition() -> None:
    schema = bank_schema()
    leads = {each["if"]["properties"]["kind"]["const"]: each["then"]["$ref"] for each in rules(schema)}
    assert leads == {kind.value: f"#/definitions/{kind.value}" for kind in Kind}
    assert schema["definitions"].keys() == leads.keys()


def rules(schema: dict[str, Any]) -> list[dict[str, Any]]:
    """What the schema says by kind."""
    found: list[dict[str, Any]] = schema["properties"]["questions"]["items"]["allOf"]
    return found


@pytest.mark.parametrize("name", NAMES)
def test_the_shipped_banks_pass_where_a_validator_is_at_hand(name: str) -> None:
    validator = Draft7Validator
    validator.check_schema(bank_schema())
    plain = json.loads(json.dumps(bank(name)))
    assert [error.message for error in validator(bank_schema()).iter_errors(plain)] == []


VALIDATOR = Draft7Validator(bank_schema())
VALUES: tuple[Any, ...] = (
    0, 1, -1, 2.5, 90, 1_000_001, "", "  ", "a b", "\ttab", "x" * 5001, "2", "90", "no", "1:30", True, None,
    "2026-11-22", "2026-13-01", "2026-W47-1", "20261122", "quality", "role_expertise", "reverse", "technical", "pay",
    [], ["a"], ["a", "b"], ["a", "a"], ["a b"], [1], [None], ["mid"], ["mid", "mid"], ["uk"], ["a"] * 5,
    {}, {"a": 1}, {"1": "a", "3": "b", "5": "c"}, {"target": 90}, {"target": "90"}, {"target": 0}, {"max": True},
    {"quality": 1.5}, {"quality": "1.5"}, {"quality": 0}, {"quality": "0.0"}, {"sql": ["a"]}, {"sql": None}, {" ": []},
)  # fmt: skip
"""One of each way to be right or wrong in some field."""
FIELDS = sorted({name for shape in _SHAPES.values() for name in shape.fields} | {"colour"})


def good(kind: Kind) -> dict[str, Any]:
    """A question of a kind that has nothing wrong."""
    shipped = (question for name in NAMES for question in bank(name)["questions"])
    return dict(next(question for question in shipped if question["kind"] == kind.value))


def disagreeing(file: dict[str, Any], of: dict[str, Any], name: str) -> list[Any]:
    """The values of a field that one of reader and schema takes and the other does not."""
    told = []
    for value in VALUES:
        of[name] = value
        plain = json.loads(json.dumps(file))
        if VALIDATOR.is_valid(plain) is bool(read_bank_text(json.dumps(file), "f").problems):
            told.append(value)
    return told


@pytest.mark.parametrize("kind", Kind)
def test_the_reader_and_the_schema_take_the_same_values_in_a_question(kind: Kind) -> None:
    for name in FIELDS:
        asked = good(kind)
        file = {"format": 1, "id": "f", "title": "F", "questions": [asked]}
        assert disagreeing(file, asked, name) == [], name


@pytest.mark.parametrize("name", [*_HEAD.fields, "colour"])
def test_the_reader_and_the_schema_take_the_same_values_in_a_head(name: str) -> None:
    file: dict[str, Any] = {"format": 1, "id": "f", "title": "F", "questions": []}
    assert disagreeing(file, file, name) == []
