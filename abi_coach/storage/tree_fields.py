"""What a field makes of a node: text, a number, one of a few words, a list, a mapping.

A scalar has no type of its own; the field that it is for decides. So `1:30` can be text in one field and is refused
with advice in a field for seconds, and nothing is ever read as something else. A reader takes a node, reports what is
wrong with it, and hands back None then.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from collections.abc import Mapping as MappingOf
from itertools import chain
from typing import Final, TypeVar

from abi_coach.domain.problem import quoted
from abi_coach.storage.tree_nodes import Node, Path, Refused, Report, Scalar, Sequence

T = TypeVar("T")
Reader = Callable[[Node, Report, Path], T | None]

MAX_LETTERS: Final = 5_000
"""The longest text of a field."""
MAX_NUMBER: Final = 1_000_000
"""The biggest number of a field; seconds, weights and the like are far below."""

ALIKE: Final = 60.0
"""How like a known word (rapidfuzz ratio, 0 to 100) a mistyped one must be."""

# Words that YAML readers elsewhere take for yes, no and nothing; what they count in sixties is ambiguous, too.
_AMBIGUOUS: Final = frozenset(
    chain.from_iterable(
        (word, word.capitalize(), word.upper()) for word in ("yes", "no", "on", "off", "true", "false", "null", "~")
    )
)
_DIGITS: Final = re.compile(r"-?(?:0|[1-9][0-9]{0,11})", re.ASCII)
_DECIMAL: Final = re.compile(r"-?(?:0|[1-9][0-9]{0,11})(?:\.[0-9]{1,6})?", re.ASCII)
_SIXTIES: Final = re.compile(r"[-+]?[0-9]+(?::[0-5]?[0-9])+", re.ASCII)
_CLOCK: Final = re.compile(r"([0-9]{1,3}):([0-5][0-9])", re.ASCII)


def text(node: Node, report: Report, path: Path) -> str | None:
    """Read any scalar as its literal text, without the space around it; empty is refused."""
    if type(node) is Scalar:
        words = node.text.strip()
        if words and len(words) <= MAX_LETTERS and (node.style or not _is_ambiguous(words)):
            return words
    _no_text(node, report, path)
    return None


def _is_ambiguous(words: str) -> bool:
    return words in _AMBIGUOUS or (":" in words and _SIXTIES.fullmatch(words) is not None)


def line(node: Node, report: Report, path: Path) -> str | None:
    """Read text as one line: every run of spaces and line ends becomes one space."""
    words = text(node, report, path)
    if words is None or (words.isprintable() and "  " not in words):  # no other white space is printable
        return words
    return " ".join(words.split())


def word(node: Node, report: Report, path: Path) -> str | None:
    """Read text that holds no space: an id, a slug."""
    words = text(node, report, path)
    if words is None or (words.isprintable() and " " not in words) or len(words.split()) == 1:
        return words
    report.add(node.mark, path, f"must hold no space (found {quoted(words)})", "join the words with hyphens")
    return None


def whole_number(write: str) -> Reader[int]:
    """Make a reader of whole numbers above 0, of digits only; `write` is the advice for what is none."""

    def read(node: Node, report: Report, path: Path) -> int | None:
        if type(node) is not Scalar or not _DIGITS.fullmatch(node.text):
            _no_number(node, report, path, write)
            return None
        number = int(node.text)
        if 0 < number <= MAX_NUMBER:
            return number
        bound = "greater than 0" if number <= 0 else f"at most {MAX_NUMBER:,}"
        report.add(node.mark, path, f"must be {bound} (found {number})", write)
        return None

    return read


def decimal_number(node: Node, report: Report, path: Path) -> float | None:
    """Read a number above 0, written with digits and at most one point."""
    if type(node) is not Scalar or not _DECIMAL.fullmatch(node.text):
        wrong_kind(node, report, path, "a number", "write digits, e.g. 1.5")
        return None
    number = float(node.text)
    if 0 < number <= MAX_NUMBER:
        return number
    report.add(node.mark, path, f"must be greater than 0 (found {node.text})", "write a number, e.g. 1.5")
    return None


def one_of(choices: MappingOf[str, T], what: str) -> Reader[T]:
    """Make a reader of one of a few words; `what` names such a thing, with its article."""

    def read(node: Node, report: Report, path: Path) -> T | None:
        if type(node) is Scalar:
            found = choices.get(node.text)
            if found is not None:
                return found
        _no_choice(node, choices, what, report, path)
        return None

    return read


def _no_text(node: Node, report: Report, path: Path) -> None:
    if type(node) is not Scalar:
        wrong_kind(node, report, path, "text", "write one text, in quotes if it holds “: ” or “#”")
        return
    words = node.text.strip()
    if not words:
        report.add(node.mark, path, "must not be empty", "write some text, or delete the field")
    elif len(words) > MAX_LETTERS:
        what = f"must be at most {MAX_LETTERS:,} characters (found {len(words):,})"
        report.add(node.mark, path, what, "say it in fewer words")
    else:
        what = f"{words} without quotes means something else to other readers of YAML"
        report.add(node.mark, path, what, f'write "{words}" in quotes')


def _no_number(node: Node, report: Report, path: Path, write: str) -> None:
    clock = _CLOCK.fullmatch(node.text) if type(node) is Scalar else None
    if clock is not None:
        write = f"write whole seconds, e.g. {int(clock[1]) * 60 + int(clock[2])}"
    wrong_kind(node, report, path, "a whole number", write)


def _no_choice(node: Node, choices: MappingOf[str, object], what: str, report: Report, path: Path) -> None:
    every = f"write one of {', '.join(choices)}"
    if type(node) is not Scalar or not node.text.strip():
        wrong_kind(node, report, path, what, every)
        return
    report.add(node.mark, path, f"{quoted(node.text)} is not {what}", meant(node.text.lower(), choices) or every)


def meant(word: str, known: Iterable[str]) -> str:
    """Ask whether the known word most like this was meant; empty where none is. Quick: a file may have thousands."""
    from rapidfuzz import fuzz, process  # noqa: PLC0415 - only a slip of the pen needs it

    near = process.extractOne(word[:MAX_LETTERS], list(known), scorer=fuzz.ratio, score_cutoff=ALIKE)
    return f"did you mean {near[0]}?" if near else ""


def wrong_kind(node: Node, report: Report, path: Path, wanted: str, write: str) -> None:
    """Report a node of another kind than `wanted`; what was refused is told already."""
    if isinstance(node, Refused):
        return
    if isinstance(node, Scalar):
        found = quoted(node.text) if node.text.strip() else "nothing"
    else:
        found = "a list" if isinstance(node, Sequence) else "a mapping"
    report.add(node.mark, path, f"must be {wanted} (found {found})", write)
