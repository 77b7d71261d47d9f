"""Builds the checked tree out of the YAML parser's events, and refuses what has no place in a file of ours."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING, Any, Final, NoReturn, cast

import yaml
from yaml.events import (
    AliasEvent,
    DocumentEndEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)

from abi_coach.domain.problem import quoted
from abi_coach.storage.bytes import STEERING
from abi_coach.storage.tree_nodes import Mapping, Mark, Node, Path, Place, Refused, Report, Scalar, Sequence

if TYPE_CHECKING:
    from collections.abc import Iterator

    from abi_coach.storage.tree_nodes import Event, Finish

MAX_LEVELS: Final = 12
"""How deep a file may nest; a bank needs five."""
MAX_NODES: Final = 200_000
"""How many texts, lists and mappings a file may have, the names of fields included."""

_ENOUGH_LEVELS: Final = 60  # here reading ends: the parser itself slows down with depth
_LOADER: Final = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_ODD_NAMES: Final = frozenset({"<<", ""})
_LONGEST_NAME: Final = 60  # of an anchor, as far as it is told
_FRAME: Final = 8  # events for the document around them
_ITEM: Final = 2  # what is around the list that a field of the file is: the document and its fields
_SKIPPED: Final = "\0"  # the name of an entry that is left out; a checked text holds no such character
_NOTHING_MORE: Final = re.compile(r"(?:\s|#[^\n]*+|\.\.\.(?=\s|\Z))*+\Z")

_Content = dict[str, tuple[Mark, Node]] | list[Node]


class Stop(Exception):  # noqa: N818 - ends the reading of one file, and never leaves the two modules of the tree
    """Nothing after this place is read."""


class TreeBuilder:
    """Turns the events of one file into nodes; what is refused goes to the report.

    With `finish`, each mapping in a list that is a field of the file is handed to it when it is complete. A big file's
    tree is then never there as a whole, which makes reading a fifth quicker.
    """

    def __init__(self, text: str, report: Report, finish: Finish | None = None) -> None:
        self._text = text
        self._careful = any(mark in text for mark in "\\&!")
        self._report = report
        self._finish = finish
        self._events = cast("Iterator[Event]", iter(_LOADER(text).get_event, None))
        self._root: list[Node] = []
        # Around the innermost list or mapping: content, place, the name whose value comes next, and that name's place.
        self._around: list[tuple[_Content, Mark, str | None, Mark]] = []

    def build(self) -> Node | None:  # noqa: C901, PLR0912 - one loop over local names: calls would double its time
        """Read all events; None for a file without any value. Stop where nothing sensible can follow."""
        report, around, careful, nodes = self._report, self._around, self._careful, 1
        content, name = cast("Any", self._root), cast("str | None", None)  # to prove which _Content takes time here
        at = mark = cast("Mark", Place(0, 0))
        for event in islice(self._events, 2 * MAX_NODES + _FRAME):
            kind: object = type(event)
            if kind is ScalarEvent:
                if careful:
                    self._refuse_extras(event, content, name)
                if name is None and type(content) is dict:
                    at, name = event.start_mark, event.value
                    if name in content or name in _ODD_NAMES:
                        name = self._odd_name(event, content)
                    continue
                node: Node = Scalar(event.value, event.start_mark, event.style)
            elif kind is MappingStartEvent or kind is SequenceStartEvent:
                if careful or len(around) >= MAX_LEVELS:
                    self._check_opening(event, content, name)
                around.append((content, mark, name, at))
                content, mark, name = {} if kind is MappingStartEvent else [], event.start_mark, None
                continue
            elif kind is MappingEndEvent or kind is SequenceEndEvent:
                nodes += len(content) if kind is SequenceEndEvent else 2 * len(content)
                if nodes > MAX_NODES or report.count:
                    self._check_closing(content, nodes, event)
                node = Sequence(content, mark) if kind is SequenceEndEvent else Mapping(content, mark)
                content, mark, name, at = around.pop()
                node = self._finished(node, content) if len(around) == _ITEM else node
            elif kind is AliasEvent:
                node = self._refused_alias(event, content, name)
            elif self._is_last(event, kind):
                return self._root[0] if self._root else None
            else:
                continue
            if name is not None:
                content[name], name = (at, node), None
            elif type(content) is list:
                content.append(node)
            else:
                name = self._no_name(content, node)
        return self._too_many(mark)

    def _finished(self, node: Node, content: _Content) -> Node:
        if self._finish is None or not isinstance(content, list) or not isinstance(node, Mapping):
            return node
        field = self._around[_ITEM - 1][2]
        return node if field is None or field == _SKIPPED else self._finish(node, ((None, field), len(content)))

    def _no_name(self, content: _Content, node: Node) -> str:
        """Tell that this node cannot stand as a name; its value goes with it into nothing."""
        if not isinstance(node, Refused):
            self._report.add(node.mark, self._path(content, None), "a list or mapping as a name", "write “name: value”")
        return _SKIPPED

    def _check_closing(self, content: _Content, nodes: int, event: Event) -> None:
        if isinstance(content, dict):
            content.pop(_SKIPPED, None)
        if nodes > MAX_NODES:
            self._too_many(event.start_mark)

    def _too_many(self, mark: Mark) -> NoReturn:
        self._stop(mark, f"the file has more than {MAX_NODES:,} values", "split it into several files")

    def _check_opening(self, event: Event, content: _Content, name: str | None) -> None:
        if event.anchor is not None or event.tag is not None:
            self._refuse_extras(event, content, name)
        level = len(self._around) + 1
        if level == MAX_LEVELS + 1:
            what = f"this is nested more than {MAX_LEVELS} levels deep"
            self._report.add(event.start_mark, self._path(content, name), what, "a bank needs five")
        if level > _ENOUGH_LEVELS:
            raise Stop

    def _refused_alias(self, event: Event, content: _Content, name: str | None) -> Refused:
        what = f"*{(event.anchor or '')[:_LONGEST_NAME]} is an alias, and nothing is repeated here"
        self._report.add(event.start_mark, self._path(content, name), what, "write the text out, or quote it")
        return Refused(event.start_mark)

    def _odd_name(self, event: Event, content: dict[str, tuple[Mark, Node]]) -> str:
        """Tell why a name cannot be used, and hand back the one under which its value is dropped."""
        name = event.value
        if name in content:
            what = f"{quoted(name)} is here twice, first on line {content[name][0].line + 1}"
            write = "keep one of them"
        elif name:
            what, write = "“<<” merges another part in, and nothing is merged here", "write the fields out"
        else:
            what, write = "a field without a name", "write “name: value”"
        self._report.add(event.start_mark, self._path(content, None), what, write)
        return _SKIPPED

    def _refuse_extras(self, event: Event, content: _Content, name: str | None) -> None:
        """Tell of an anchor, a tag, or a control character that was written as an escape."""
        value = getattr(event, "value", "")
        steering = STEERING.search(value)
        if event.anchor is None and event.tag is None and steering is None:
            return
        path, mark = self._path(content, name), event.start_mark
        if event.anchor is not None:
            what = f"&{event.anchor[:_LONGEST_NAME]} is an anchor, and nothing is repeated here"
            self._report.add(mark, path, what, "delete it")
        if event.tag is not None:
            self._report.add(mark, path, f"{quoted(event.tag)} is a tag, and tags are not read", "delete it")
        if steering is not None:
            what = f"has a control character, written as an escape (U+{ord(steering.group()):04X})"
            self._report.add(mark, path, what, "delete it; text must be plain")

    def _is_last(self, event: Event, kind: object) -> bool:
        if kind is DocumentEndEvent:
            if not _NOTHING_MORE.match(self._text, event.end_mark.index):
                self._stop(event.end_mark, "another document follows", "make it a file of its own")
            return True
        return kind is StreamEndEvent

    def _path(self, content: _Content, name: str | None) -> Path:
        path: Path = None
        for around, _, step, _ in [*self._around[1:], (content, None, name, None)][: len(self._around)]:
            place = len(around) if isinstance(around, list) else step
            path = path if place is None or place == _SKIPPED else (path, place)
        return path

    def _stop(self, mark: Mark, what: str, write: str) -> NoReturn:
        self._report.add(mark, None, what, write)
        raise Stop
