"""The base of every frozen value: what is written down, and what is handed from one place to another."""

from __future__ import annotations

from collections.abc import Callable  # noqa: TC003 - who asks for a kind's types gets those of its base too
from dataclasses import MISSING, Field, FrozenInstanceError, dataclass, field, fields
from typing import TYPE_CHECKING, Any, ClassVar, NoReturn, TypeVar, dataclass_transform

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from inspect import Signature

T = TypeVar("T", bound="Value")


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def frozen(kind: type[T]) -> type[T]:
    """Make a kind of value a frozen, slotted dataclass.

    All that a value does comes from `Value`. For each class of its own `dataclass` would write and compile the making,
    freezing, comparing and showing anew, half a millisecond a kind, which was a fifth of the whole start of `abi plan`.
    """
    made = dataclass(init=False, eq=False, repr=False, slots=True)(kind)
    made._learn_fields()  # noqa: SLF001 - what its own base does
    return made


class _Fields:
    """The signature of a kind, for `help()` and everything else that asks what it takes; made when it is asked for."""

    def __get__(self, _value: Value | None, kind: type[Value]) -> Signature:
        """Each field in its order, with its default."""
        from inspect import Parameter, Signature  # noqa: PLC0415 - no command asks

        defaults = kind._defaults | {name: make() for name, make in kind._factories.items()}  # noqa: SLF001 - its part
        takes = [
            Parameter(
                each.name,
                Parameter.POSITIONAL_OR_KEYWORD,
                default=defaults.get(each.name, Parameter.empty),
                annotation=each.type,
            )
            for each in fields(kind)
        ]
        return Signature(takes)


class Value:
    """A frozen value; its kinds are marked `@frozen`. Two of one kind with equal fields are equal.

    The gates that read values back refuse fields that a value does not have; `__pydantic_config__` tells them so.
    """

    __slots__ = ()
    __match_args__: ClassVar[tuple[str, ...]] = ()
    __pydantic_config__: ClassVar[dict[str, str]] = {"extra": "forbid"}
    __dataclass_fields__: ClassVar[dict[str, Field[Any]]]
    __signature__: ClassVar[_Fields] = _Fields()
    _puts: ClassVar[tuple[Callable[[Value, object], None], ...]] = ()
    _defaults: ClassVar[dict[str, Any]] = {}
    _factories: ClassVar[dict[str, Callable[[], Any]]] = {}

    def __init__(self, *given: object, **named: object) -> None:
        """Take its fields, in their order or by name. TypeError for one that is unknown, missing or given twice."""
        puts = self._puts
        if named or len(given) != len(puts):
            given = self._completed(given, named)
        for put, value in zip(puts, given, strict=True):
            put(self, value)

    @classmethod
    def _learn_fields(cls) -> None:
        """Note what making one needs: how each field is put in its place, and what stands for one left out."""
        own = fields(cls)
        cls._puts = tuple(getattr(cls, each.name).__set__ for each in own)
        cls._defaults = {each.name: each.default for each in own if each.default is not MISSING}
        cls._factories = {each.name: each.default_factory for each in own if each.default_factory is not MISSING}

    @classmethod
    def _completed(cls, given: Sequence[object], named: Mapping[str, object]) -> tuple[object, ...]:
        """Every field in its order, from what is given and the defaults."""
        names = cls.__match_args__
        by_place = dict(zip(names, given, strict=False))
        values = {**cls._defaults, **by_place, **named}
        for name, make in cls._factories.items():
            if name not in values:
                values[name] = make()
        if len(given) <= len(names) and len(values) == len(names) and by_place.keys().isdisjoint(named):
            try:
                return tuple(values[name] for name in names)
            except KeyError:
                pass
        message = f"{cls.__qualname__} takes {', '.join(names)}; {len(given)} came by place, {', '.join(named)} by name"
        raise TypeError(message)

    def __setattr__(self, name: str, value: object) -> NoReturn:
        """Refuse: a value does not change. `dataclasses.replace` makes another one."""
        message = f"{name} of a {type(self).__qualname__} cannot be set"
        raise FrozenInstanceError(message)

    def __delattr__(self, name: str) -> NoReturn:
        """Refuse, as for setting."""
        message = f"{name} of a {type(self).__qualname__} cannot be deleted"
        raise FrozenInstanceError(message)

    def __reduce__(self) -> tuple[type[Value], tuple[object, ...]]:
        """Copy by making it again, because nothing can be set afterwards."""
        return type(self), tuple(getattr(self, name) for name in self.__match_args__)

    def __eq__(self, other: object) -> bool:
        """Whether it is of the same kind, with the same in every field."""
        if type(other) is not type(self):
            return NotImplemented
        return all(getattr(self, name) == getattr(other, name) for name in self.__match_args__)

    def __hash__(self) -> int:
        """Of all fields together; TypeError if one cannot be hashed."""
        return hash(tuple(getattr(self, name) for name in self.__match_args__))

    def __repr__(self) -> str:
        """Write it as it would be made."""
        told = (f"{name}={getattr(self, name)!r}" for name in self.__match_args__)
        return f"{type(self).__qualname__}({', '.join(told)})"
