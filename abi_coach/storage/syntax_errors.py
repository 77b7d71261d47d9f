"""What the YAML parser complains about, in plain words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from yaml import MarkedYAMLError
from yaml.reader import ReaderError

from abi_coach.storage.tree_nodes import Place

if TYPE_CHECKING:
    from abi_coach.storage.tree_nodes import Report

# A part of the parser's own words, what it means, and what to write.
_PLAIN_WORDS: Final = (
    (
        "mapping values are not allowed",
        "a “: ” stands where no field can start",
        "put text with “: ” in quotes, or check the indentation",
    ),
    ("could not find expected ':'", "a field has no “:” after its name", "write “name: value”, or quote the text"),
    ("cannot start any token", "a tab or a mark such as @ or ` cannot stand here", "use spaces, or quote the text"),
    ("unexpected end of stream", "a quotation mark is opened here and never closed", "close it"),
    ("stream end", "a quotation mark or bracket is opened here and never closed", "close it"),
    (
        "expected node content",
        "a value or a closing bracket is missing before this",
        "look at the line and the one above",
    ),
    (
        "expected the node content",
        "a value or a closing bracket is missing before this",
        "look at the line and the one above",
    ),
    ("expected ',' or", "a bracket is opened here and never closed", "add the comma or the closing bracket"),
    ("did not find expected key", "this fits to no field around it", "check the indentation and the quotes"),
    ("expected <block end>", "this fits to no field around it", "check the indentation and the quotes"),
    ("did not find expected '-'", "this is no item of the list around it", "check the indentation, start with “- ”"),
    ("unknown escape character", "a backslash in double quotes with an unknown letter", "use single quotes, or \\\\"),
    ("block sequence entries are not allowed", "a “- ” stands where no list can start", "start the list on a new line"),
    ("undefined tag handle", "a “!” starts a tag, which is not read here", "quote the text"),
    ("control characters are not allowed", "a character that text cannot hold", "delete it"),
    ("special characters are not allowed", "a character that text cannot hold", "delete it"),
)


def syntax_problem(error: Exception, text: str, report: Report) -> None:
    """Report what the parser found, with its place and advice."""
    said = " ".join(str(part) for part in (getattr(error, "problem", ""), getattr(error, "reason", "")) if part)
    unknown = (f"this is not YAML ({said or type(error).__name__})", "check the indentation and the quotes")
    what, write = next(((what, write) for part, what, write in _PLAIN_WORDS if part in said), unknown)
    report.add(_place(error, text, at_opening="opened here" in what), None, what, write)


def _place(error: Exception, text: str, *, at_opening: bool) -> Place:
    if isinstance(error, MarkedYAMLError):
        mark = error.context_mark if at_opening else error.problem_mark
        mark = mark or error.problem_mark or error.context_mark
        if mark is not None:
            return Place(mark.line, mark.column)
    if isinstance(error, ReaderError):  # the C parser counts bytes here, the other characters; the line is near enough
        before = text.encode("utf-8", "replace")[: error.position].decode("utf-8", "ignore")
        return Place(before.count("\n"), len(before) - before.rfind("\n") - 1)
    return Place(0, 0)
