"""The JSON Schema says what the reader's own tables say, field by field."""

from __future__ import annotations

import json
from typing import Any

import pytest
from jsonschema import Draft7Validator

from abi_coach.domain.kind import Kind
from abi_coach.storage.bank_reader import _HEAD
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
