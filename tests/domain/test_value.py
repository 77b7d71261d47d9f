"""Values say exactly what they hold: what is equal, what is shown, and that nothing changes one."""

from __future__ import annotations

from copy import deepcopy
from dataclasses import FrozenInstanceError, field, fields, replace
from inspect import signature
from typing import get_type_hints

import pytest

from abi_coach.domain.value import Value, frozen


@frozen
class _Point(Value):
    """Two numbers, and notes."""

    x: int
    y: int = 0
    notes: tuple[str, ...] = ()


@frozen
class _Other(Value):
    """The same fields, of another kind."""

    x: int
    y: int = 0
    notes: tuple[str, ...] = ()


@frozen
class _Marked(_Point):
    """One field more."""

    by: dict[str, int] = field(default_factory=dict)


def test_values_are_equal_if_every_field_is_and_their_kind_is_the_same() -> None:
    assert _Point(1, 2, ("a",)) == _Point(1, 2, ("a",))
    assert _Point(1, 2) != _Point(1, 3)
    assert _Point(1, 2) != _Point(1, 2, ("a",))
    assert _Point(1) != _Other(1)
    assert _Point(1) != (1, 0, ())
    assert _Marked(1, by={"a": 1}) != _Marked(1, by={"a": 2})


def test_equal_values_are_one_key() -> None:
    assert {_Point(1, 2): "found"}[_Point(1, 2)] == "found"
    assert len({_Point(1), _Point(1), _Point(2)}) == 2


def test_a_value_with_something_that_can_change_is_no_key() -> None:
    with pytest.raises(TypeError):
        hash(_Marked(1))


def test_a_value_is_written_as_it_would_be_made() -> None:
    assert repr(_Point(1, 2, ("a",))) == "_Point(x=1, y=2, notes=('a',))"
    assert repr(_Marked(1)) == "_Marked(x=1, y=0, notes=(), by={})"


def test_nothing_changes_a_value() -> None:
    point = _Point(1)
    with pytest.raises(FrozenInstanceError):
        point.x = 2  # type: ignore[misc] # that is what is tried
    with pytest.raises(FrozenInstanceError):
        del point.x
    assert (replace(point, y=3), point) == (_Point(1, 3), _Point(1))


@pytest.mark.parametrize(
    ("given", "named"),
    [
        ((), {}),
        ((1, 2, (), 4), {}),
        ((1,), {"x": 1}),
        ((1,), {"z": 1}),
        ((), {"y": 1}),
        ((), {"y": 1, "z": 1}),
    ],
    ids=["nothing", "one too many", "given twice", "unknown", "one missing", "one missing and one unknown"],
)
def test_what_does_not_fit_the_fields_makes_no_value(given: tuple[object, ...], named: dict[str, object]) -> None:
    with pytest.raises(TypeError, match="_Point takes x, y, notes; "):
        _Point(*given, **named)  # type: ignore[arg-type] # that is what is tried


def test_what_is_left_out_is_the_default_and_a_new_one_where_it_can_change() -> None:
    assert _Point(x=1) == _Point(1, 0, ()) == _Point(1, notes=())
    one, other = _Marked(1), _Marked(1)
    one.by["a"] = 1
    assert other.by == {}


def test_a_kind_tells_what_it_takes() -> None:
    assert (
        str(signature(_Marked)) == "(x: 'int', y: 'int' = 0, notes: 'tuple[str, ...]' = (), by: 'dict[str, int]' = {})"
    )


def test_the_types_of_its_fields_can_be_asked_for() -> None:
    assert get_type_hints(_Marked)["by"] == dict[str, int]


def test_a_copy_of_a_value_is_equal_and_has_nothing_in_common_with_it() -> None:
    value = _Marked(1, by={"a": 1})
    copied = deepcopy(value)
    assert copied == value
    copied.by["a"] = 2
    assert value.by == {"a": 1}


def test_a_value_holds_its_fields_and_nothing_else() -> None:
    assert [each.name for each in fields(_Marked)] == ["x", "y", "notes", "by"]
    assert not hasattr(_Point(1), "__dict__")
