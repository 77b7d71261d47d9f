"""YAML text becomes a checked tree, built from the parser's events.

Loading whole documents is out of the question: it hangs on aliases, crashes on deep nesting, reads `1:30` as 90 and
`no` as False, and is several times slower. The events are only text with places; what it means is decided by the
field that it is for (`tree_fields`).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NoReturn

import yaml
from yaml.events import (
    AliasEvent,
    DocumentEndEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from abi_coach.domain.problem import quoted
from abi_coach.storage.bytes import STEERING
from abi_coach.storage.syntax_errors import syntax_problem
from abi_coach.storage.tree_nodes import Mapping, Mark, Node, Path, Place, Refused, Report, Scalar, Sequence

if TYPE_CHECKING:
    from yaml.events import Event

MAX_LEVELS: Final = 12
"""How deep a file may nest; a bank needs five."""
MAX_NODES: Final = 200_000
"""How many texts, lists and mappings a file may have, the names of fields included."""

_ENOUGH_LEVELS: Final = 60  # here reading ends: the parser itself slows down with depth
_LOADER: Final = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_BROKEN: Final = (yaml.YAMLError, ValueError, OverflowError)  # the parser without C lets the last two through
_ENDS: Final = frozenset({MappingEndEvent, SequenceEndEvent})
_ODD_NAMES: Final = frozenset({"<<", ""})
_SKIPPED: Final = "\0"  # the name of an entry that is left out; a checked text holds no such character
_DIRECTIVE: Final = re.compile(r"(?:\A|[\n\r\u2028\u2029])%")
_NOTHING_MORE: Final = re.compile(r"(?:\s|#[^\n]*+|\.\.\.(?=\s|\Z))*+\Z")
_START: Final = "start with “format: 1” and the fields below it"


class Stop(Exception):  # noqa: N818 - ends the reading of one file, inside this module
    """Nothing after this place is read."""


def read_tree(text: str, name: str) -> tuple[Mapping | None, Report]:
    """Build the tree of a YAML text that has passed `examine_text`; None if it has none that can be used.

    Refused, each with its own problem: anchors, aliases, merge keys, tags, directives, several documents, names that
    are no text or come twice, more than 12 levels or 200,000 values, control characters written as escapes, and
    whatever is not YAML. What is refused inside a tree is left out of it, and the rest is read.
    """
    report = Report(name)
    directive = _DIRECTIVE.search(text)
    if directive is not None:
        place = Place(text.count("\n", 0, directive.end()), 0)
        report.add(place, None, "a line that starts with % is a YAML directive", "delete it, or quote the text")
        return None, report
    try:
        root = _Builder(text, report).build()
    except Stop:
        return None, report
    except _BROKEN as error:
        syntax_problem(error, text, report)
        return None, report
    return _checked_root(root, report), report


def _checked_root(root: Node | None, report: Report) -> Mapping | None:
    if isinstance(root, Mapping):
        return root
    if root is None or (isinstance(root, Scalar) and not root.text):
        report.add(Place(0, 0), None, "the file is empty", _START)
    elif not isinstance(root, Refused):
        kind = "a list" if isinstance(root, Sequence) else "a single text"
        report.add(root.mark, None, f"the file is {kind} and must be named fields", _START)
    return None


class _Open:
    """A list or mapping that is being read; `name` and `at` are those of the entry whose value comes next."""

    __slots__ = ("at", "entries", "is_name", "items", "mark", "name")

    def __init__(self, mark: Mark, items: list[Node] | None, *, is_name: bool = False) -> None:
        self.mark = mark
        self.items = items
        self.entries: dict[str, tuple[Mark, Node]] = {}
        self.name: str | None = None
        self.at = mark
        self.is_name = is_name

    @property
    def awaits_name(self) -> bool:
        """Whether the next text is the name of an entry."""
        return self.items is None and self.name is None


class _Builder:
    """Turns the events of one file into nodes."""

    def __init__(self, text: str, report: Report) -> None:
        self._text = text
        self._report = report
        self._get = _LOADER(text).get_event
        self._root: list[Node] = []
        self._around = [_Open(Place(0, 0), self._root)]

    def build(self) -> Node | None:
        """Read all events; None for a file without any value. Most events are texts: their way is short."""
        around, escapes, steering, values = self._around[-1], "\\" in self._text, STEERING.search, -2
        items, entries, name, at = around.items, around.entries, around.name, around.at
        for event in iter(self._get, None):
            kind = type(event)
            if kind is ScalarEvent:
                text = event.value
                if event.tag is not None or event.anchor is not None or (escapes and steering(text)):
                    around.name = name
                    self._refuse_extras(event)
                if items is not None:
                    items.append(Scalar(text, event.start_mark, event.style))
                elif name is not None:
                    entries[name] = (at, Scalar(text, event.start_mark, event.style))
                    name = None
                else:
                    at = event.start_mark
                    name = text if text not in entries and text not in _ODD_NAMES else self._odd_name(event, around)
            else:
                around.name, around.at = name, at
                around = self._structure(event, kind)
                items, entries, name, at = around.items, around.entries, around.name, around.at
                if kind is DocumentEndEvent:
                    break
            if kind not in _ENDS:
                values += 1
                if values > MAX_NODES:
                    self._stop(event.start_mark, f"the file has more than {MAX_NODES:,} values", "split the file")
        return self._root[0] if self._root else None

    def _structure(self, event: Event, kind: type[Event]) -> _Open:
        """Open or close a list or mapping, or take an alias or the end; hand back what is open then."""
        around = self._around[-1]
        if kind is MappingStartEvent or kind is SequenceStartEvent:
            return self._opened(event, around, is_list=kind is SequenceStartEvent)
        if kind in _ENDS:
            return self._closed()
        if kind is AliasEvent:
            what = f"*{event.anchor} is an alias, and nothing is repeated here"
            self._report.add(event.start_mark, self._path(), what, "write the text out, or quote it")
            return self._attached(Refused(event.start_mark), is_name=around.awaits_name)
        if kind is DocumentEndEvent and not _NOTHING_MORE.match(self._text, event.end_mark.index):
            self._stop(event.end_mark, "another document follows after “---”", "make it a file of its own")
        return around

    def _opened(self, event: Event, around: _Open, *, is_list: bool) -> _Open:
        level = len(self._around)
        if level > _ENOUGH_LEVELS or level == MAX_LEVELS + 1:
            what = f"this is nested more than {MAX_LEVELS} levels deep"
            self._report.add(event.start_mark, self._path(), what, "a bank needs five")
        if level > _ENOUGH_LEVELS:
            raise Stop
        if event.anchor is not None or event.tag is not None:
            self._refuse_extras(event)
        if around.awaits_name:
            self._report.add(event.start_mark, self._path(), "a list or mapping as a name", "write “name: value”")
        opened = _Open(event.start_mark, [] if is_list else None, is_name=around.awaits_name)
        self._around.append(opened)
        return opened

    def _closed(self) -> _Open:
        closed = self._around.pop()
        closed.entries.pop(_SKIPPED, None)
        node = Mapping(closed.entries, closed.mark) if closed.items is None else Sequence(closed.items, closed.mark)
        return self._attached(node, is_name=closed.is_name)

    def _attached(self, node: Node, *, is_name: bool) -> _Open:
        """Put a finished node where it belongs; one that stands as a name takes its value with it into nothing."""
        around = self._around[-1]
        if around.items is not None:
            around.items.append(node)
        elif is_name:
            around.name = _SKIPPED
        elif around.name is not None:
            around.entries[around.name] = (around.at, node)
            around.name = None
        return around

    def _odd_name(self, event: Event, around: _Open) -> str:
        """Tell why a name cannot be used, and hand back the one under which its value is dropped."""
        name = event.value
        if name in around.entries:
            first = around.entries[name][0].line + 1
            what, write = f"{quoted(name)} is here twice, first on line {first}", "keep one of them"
        elif name:
            what, write = "“<<” merges another part in, and nothing is merged here", "write the fields out"
        else:
            what, write = "a field without a name", "write “name: value”"
        around.name = None
        self._report.add(event.start_mark, self._path(), what, write)
        return _SKIPPED

    def _refuse_extras(self, event: Event) -> None:
        """Tell of an anchor, a tag, or a control character that was written as an escape."""
        path, mark = self._path(), event.start_mark
        if event.anchor is not None:
            self._report.add(mark, path, f"&{event.anchor} is an anchor, and nothing is repeated here", "delete it")
        if event.tag is not None:
            self._report.add(mark, path, f"{quoted(event.tag)} is a tag, and tags are not read", "delete it")
        found = STEERING.search(getattr(event, "value", ""))
        if found is not None:
            what = f"has a control character, written as an escape (U+{ord(found.group()):04X})"
            self._report.add(mark, path, what, "delete it; text must be plain")

    def _path(self) -> Path:
        path: Path = None
        for around in self._around[1:]:
            step = around.name if around.items is None else len(around.items)
            path = path if step is None or step == _SKIPPED else (path, step)
        return path

    def _stop(self, mark: Mark, what: str, write: str) -> NoReturn:
        self._report.add(mark, None, what, write)
        raise Stop
