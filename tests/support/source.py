"""Our own source, parsed, for tests that keep promises about how it is written."""

from __future__ import annotations

import ast
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Final

from tests.support.command_line import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

PACKAGE: Final = ROOT / "abi_coach"

AnyFunction = ast.FunctionDef | ast.AsyncFunctionDef


@dataclass(frozen=True, slots=True)
class Module:
    """One file of the package: its place below `abi_coach/`, its text and its tree."""

    place: str
    text: str
    tree: ast.Module

    @property
    def lines(self) -> int:
        """How many lines it has, all counted."""
        return len(self.text.splitlines())

    def find(self, *kinds: type[ast.AST]) -> Iterator[ast.AST]:
        """Every node of these kinds."""
        return (node for node in ast.walk(self.tree) if isinstance(node, kinds))

    def at(self, node: ast.AST) -> str:
        """Where a node is, as a person would look for it: `ui/app.py:12`."""
        return f"{self.place}:{getattr(node, 'lineno', 1)}"

    def calls(self, *names: str) -> Iterator[ast.Call]:
        """Every call of something with one of these names, whatever it hangs on."""
        for node in ast.walk(self.tree):
            if isinstance(node, ast.Call) and last_name(node.func) in names:
                yield node

    def imported(self) -> Iterator[tuple[str, ast.AST]]:
        """Every module imported anywhere in the file, and for `from a import b` also `a.b`."""
        for node in ast.walk(self.tree):
            if isinstance(node, ast.Import):
                yield from ((name.name, node) for name in node.names)
            elif isinstance(node, ast.ImportFrom) and node.module:
                yield node.module, node
                yield from ((f"{node.module}.{name.name}", node) for name in node.names)


@cache
def modules(under: str = "") -> tuple[Module, ...]:
    """The package's modules, those below the folder `under` only if it is given."""
    return tuple(_read(path) for path in sorted((PACKAGE / under).rglob("*.py")))


def _read(path: Path) -> Module:
    text = path.read_text(encoding="utf-8")
    return Module(path.relative_to(PACKAGE).as_posix(), text, ast.parse(text))


def last_name(node: ast.expr) -> str:
    """`notify` for `self.app.notify`, `Static` for `Static`; empty for anything else."""
    if isinstance(node, ast.Attribute):
        return node.attr
    return node.id if isinstance(node, ast.Name) else ""


def keyword(call: ast.Call, name: str) -> ast.expr | None:
    """The value that a call gives to a keyword."""
    return next((given.value for given in call.keywords if given.arg == name), None)


def is_constant(node: ast.expr | None, value: object) -> bool:
    """Tell whether the source says exactly this value."""
    return isinstance(node, ast.Constant) and node.value is value
