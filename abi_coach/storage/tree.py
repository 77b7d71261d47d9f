"""YAML text becomes a checked tree, built from the parser's events.

Loading whole documents is out of the question: it hangs on aliases, crashes on deep nesting, reads `1:30` as 90 and
`no` as False, and is several times slower. The events are only text with places; what it means is decided by the
field that it is for (`tree_fields`).
"""

from __future__ import annotations

from typing import Final

import yaml

from abi_coach.storage.garbage import collection_paused
from abi_coach.storage.syntax_errors import syntax_problem
from abi_coach.storage.tree_builder import Stop, TreeBuilder
from abi_coach.storage.tree_nodes import Finish, Mapping, Node, Place, Refused, Report, Scalar, Sequence

_BROKEN: Final = (yaml.YAMLError, ValueError, OverflowError)  # the parser without C lets the last two through
_LINE_ENDS: Final = "\n\r\u2028\u2029"
_START: Final = "start with “format: 1” and the fields below it"


def read_tree(text: str, name: str, finish: Finish | None = None) -> tuple[Mapping | None, Report]:
    """Build the tree of a YAML text that has passed `examine_text`; None if it has none that can be used.

    Refused, each with its own problem: anchors, aliases, merge keys, tags, directives, several documents, names that
    are no text or come twice, more than 12 levels or 200,000 values, control characters written as escapes, and
    whatever is not YAML. What is refused inside a tree is left out of it, and the rest is read. `finish` is told each
    mapping in a list that is a field of the file, as soon as it is complete.
    """
    report = Report(name)
    try:
        _refuse_directives(text, report)
        with collection_paused():
            root = TreeBuilder(text, report, finish).build()
    except Stop:
        return None, report
    except _BROKEN as error:
        syntax_problem(error, text, report)
        return None, report
    return _checked_root(root, report), report


def _refuse_directives(text: str, report: Report) -> None:
    # Not left to the parser: it compares each tag directive with all before, which takes minutes for a file of them.
    if "%" not in text:  # most often, and looked for a hundred times quicker
        return
    starts = (0 if text.startswith("%") else -1, *(text.find(f"{end}%") for end in _LINE_ENDS))
    first = min((start for start in starts if start >= 0), default=None)
    if first is not None:
        place = Place(text.count("\n", 0, first + 1), 0)
        report.add(place, None, "a line that starts with % is a YAML directive", "delete it, or quote the text")
        raise Stop


def _checked_root(root: Node | None, report: Report) -> Mapping | None:
    if isinstance(root, Mapping):
        return root
    if root is None or (isinstance(root, Scalar) and not root.text):
        report.add(Place(0, 0), None, "the file is empty", _START)
    elif not isinstance(root, Refused):
        kind = "a list" if isinstance(root, Sequence) else "a single text"
        report.add(root.mark, None, f"the file is {kind} and must be named fields", _START)
    return None
