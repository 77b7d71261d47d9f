"""A note cut into headings, list items and paragraphs, and paragraphs into sentences, each with its line.

One pass over the text; every pattern is bounded, so that two megabytes of anything take no longer than their length.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from enum import Enum, auto
from typing import TYPE_CHECKING, Final

from abi_coach.domain.notes import LONGEST_TEXT

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

LONGEST_BLOCK: Final = 20_000
"""A paragraph is cut here: its sentences are looked at in pieces."""

_LONGEST_HEADING: Final = 120
_FENCE: Final = re.compile(r"\s{0,3}(```|~~~)")
_HEADING: Final = re.compile(r"\s{0,3}#{1,6}\s+(.+?)\s*#*\s*$")
_UNDERLINE: Final = re.compile(r"\s{0,3}(=|-){3,80}\s*$")
_BOLD_LINE: Final = re.compile(r"\s*(\*\*|__)([^*_]{1,100})\1:?\s*$")
_LABEL_LINE: Final = re.compile(r"\s*([A-Z][\w ’'/&-]{2,60}):\s*$")
_ITEM: Final = re.compile(r"\s{0,40}(?:[-*+•–]|\(?\d{1,3}[.)])\s+(?:\[[ xX]\]\s+)?(.*)$", re.DOTALL)
_QUOTED: Final = re.compile(r"\s{0,3}(?:>\s?)+")
_SENTENCE_END: Final = re.compile(r"[.!?…؟]+[\"”’')\]*_]*(?=\s|$)|[。！？]+[」』”]?")
_ABBREVIATED: Final = re.compile(r"(?:^|[\s(])(?:e\.g|i\.e|etc|vs|mr|mrs|ms|dr|approx|no|cf|\d{1,3})\.$", re.IGNORECASE)
_EMPHASIS: Final = re.compile(r"\*\*|__|`")


class Shape(Enum):
    """What a block is."""

    HEADING = auto()
    ITEM = auto()
    TEXT = auto()


@dataclass(frozen=True, slots=True)
class Block:
    """A heading, a list item or a paragraph; `starts` are the offsets in `text` at which each of `lines` begins."""

    shape: Shape
    text: str
    starts: tuple[int, ...]
    lines: tuple[int, ...]

    @property
    def line(self) -> int:
        """The line it begins on, from 1."""
        return self.lines[0]

    def line_at(self, offset: int) -> int:
        """The line of a character of the text."""
        return self.lines[max(bisect_right(self.starts, offset) - 1, 0)]


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence, without emphasis, and the line that it begins on."""

    text: str
    line: int

    @property
    def asks(self) -> bool:
        """Whether it ends in a question mark of any script; an address on the net does not count."""
        bare = self.text.rstrip("\"”’')]*_ 」』")
        return bare.endswith(("?", "؟", "？")) and "://" not in bare.rpartition(" ")[2]


def blocks(lines: Sequence[str], first: int = 1) -> Iterator[Block]:
    """The blocks of a note; code, and lines of table borders, are left out. `first` is the first line's number."""
    pending: list[tuple[int, str]] = []
    shape = Shape.TEXT
    in_code = False
    for number, line in enumerate(lines, start=first):
        if _FENCE.match(line):
            in_code = not in_code
        found = None if in_code else _starts(line, pending)
        if found is None and line.strip() and not in_code and sum(len(text) for _, text in pending) < LONGEST_BLOCK:
            pending.append((number, line))
            continue
        if pending:
            yield _block(Shape.HEADING if found is _UNDERLINED else shape, pending)
        pending, shape = [], Shape.TEXT
        if isinstance(found, tuple):
            shape, text = found
            pending = [(number, text)]
            if shape is Shape.HEADING:
                yield _block(shape, pending)
                pending = []
        elif line.strip() and found is None and not in_code:
            pending = [(number, line)]
    if pending:
        yield _block(shape, pending)


def sentences(block: Block) -> Iterator[Sentence]:
    """The sentences of a block; one that is too long to have been said is left out."""
    start = 0
    for end in _SENTENCE_END.finditer(block.text):
        if _ABBREVIATED.search(block.text, max(end.start() - 10, start), end.end()):
            continue
        yield from _sentence(block, start, end.end())
        start = end.end()
    yield from _sentence(block, start, len(block.text))


_UNDERLINED: Final = object()


def _starts(line: str, pending: list[tuple[int, str]]) -> object:
    """What begins on this line: `(shape, text)`; `_UNDERLINED` for the line under a heading; None for nothing."""
    heading = _HEADING.match(line) or _LABEL_LINE.match(line)
    if heading and len(line) <= _LONGEST_HEADING:
        return Shape.HEADING, heading[1]
    if bold := _BOLD_LINE.match(line):
        return Shape.HEADING, bold[2].rstrip(":")
    if _UNDERLINE.match(line) and len(pending) == 1 and len(pending[0][1]) <= _LONGEST_HEADING:
        return _UNDERLINED
    item = _ITEM.match(line[:LONGEST_BLOCK])
    return (Shape.ITEM, item[1]) if item else None


def _block(shape: Shape, parts: list[tuple[int, str]]) -> Block:
    texts, starts, offset = [], [], 0
    for _, line in parts:
        text = _EMPHASIS.sub("", _QUOTED.sub("", line[: LONGEST_BLOCK * 2], count=1)).replace("|", " ").strip()
        starts.append(offset)
        texts.append(text)
        offset += len(text) + 1
    return Block(shape, " ".join(texts), tuple(starts), tuple(number for number, _ in parts))


def _sentence(block: Block, start: int, end: int) -> Iterator[Sentence]:
    while start < end and block.text[start].isspace():
        start += 1
    if start < end and end - start <= LONGEST_TEXT:
        yield Sentence(block.text[start:end].strip(), block.line_at(start))
