"""What a field makes of a list or a mapping; lists and mappings are typed item by item, with the readers of scalars."""

from __future__ import annotations

from collections.abc import Callable
from collections.abc import Mapping as MappingOf
from dataclasses import field
from itertools import filterfalse
from typing import cast

from abi_coach.domain.value import Value, frozen
from abi_coach.storage.tree_fields import Reader, T, meant, wrong_kind
from abi_coach.storage.tree_nodes import Mapping, Node, Path, Report, Sequence


def list_of(
    reader: Reader[T], least: int = 0, most: int | None = None, *, unlike: bool = False
) -> Reader[tuple[T, ...]]:
    """Make a reader of lists of `least` to `most` items; with `unlike`, none may come twice."""

    def read(node: Node, report: Report, path: Path) -> tuple[T, ...] | None:
        if type(node) is not Sequence:
            wrong_kind(node, report, path, "a list", "write [one, two], or one “- ” line for each")
            return None
        items = [reader(item, report, (path, place)) for place, item in enumerate(node.items)]
        if not least <= len(items) <= (most or len(items)):
            bounds = f"at least {least}" if most is None else f"{least} to {most}"
            write = "add some" if len(items) < least else "delete some"
            report.add(node.mark, path, f"must have {bounds} items (found {len(items)})", write)
            return None
        if None in items:
            return None
        if unlike and len(set(items)) < len(items):
            report.add(node.mark, path, "names something twice", "keep one of each")
            return None
        return cast("tuple[T, ...]", tuple(items))

    return read


def mapping_of(
    name_reader: Callable[[str], T | None], what: str, value_reader: Reader[object]
) -> Reader[dict[T, object]]:
    """Make a reader of mappings with free names; `name_reader` hands back None for a name that is no `what`."""

    def read(node: Node, report: Report, path: Path) -> dict[T, object] | None:
        if type(node) is not Mapping:
            wrong_kind(node, report, path, "a mapping", "write {name: value}, or one “name: value” line for each")
            return None
        values: dict[T, object] = {}
        for written, (mark, item) in node.entries.items():
            name = name_reader(written)
            if name is None:
                report.add(mark, (path, written), f"is no {what}", "correct or delete it")
                continue
            value = value_reader(item, report, (path, written))
            if value is not None:
                values[name] = value
        return values

    return read


@frozen
class Shape(Value):
    """The fields of a mapping: how each is read, which must be there, and whose the others may be."""

    fields: MappingOf[str, Reader[object]]
    required: tuple[str, ...]
    elsewhere: MappingOf[str, str] = field(default_factory=dict)
    """Fields that do not belong here, each with the sentence that says where it does."""

    def read(self, node: Node, report: Report, path: Path) -> dict[str, object] | None:
        """Read every field that can be read; None if the node is no mapping."""
        if type(node) is not Mapping:
            wrong_kind(node, report, path, "a mapping of fields", f"write “{next(iter(self.fields))}: …”")
            return None
        fields, values = self.fields, {}
        for name, (mark, item) in node.entries.items():
            reader = fields.get(name)
            if reader is None:
                report.add(mark, (path, name), *self._stranger(name))
            else:
                value = reader(item, report, (path, name))
                if value is not None:
                    values[name] = value
        for name in filterfalse(node.entries.__contains__, self.required):
            report.add(node.mark, (path, name), "is missing", f"add “{name}: …”")
        return values

    def _stranger(self, name: str) -> tuple[str, str]:
        if name in self.elsewhere:
            return self.elsewhere[name], "delete it"
        return "unknown field", meant(name, self.fields) or f"fields here are {', '.join(self.fields)}"
