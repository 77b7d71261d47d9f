"""A note cut into headings, list items and paragraphs, and paragraphs into sentences, each with its line.

One pass over the text; every pattern is bounded, so that two megabytes of anything take no longer than their length.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from enum import Enum, auto
from typing import TYPE_CHECKING, Final

from abi_coach.domain.notes import LONGEST_TEXT
from abi_coach.domain.notes_patterns import BAD, GOOD, NAMED, Q_LABEL
from abi_coach.domain.value import Value, frozen

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
_QUOTED: Final = re.compile(r"^\s{0,3}(?:>\s?){1,9}")
_SENTENCE_END: Final = re.compile(
    r"[.!?…؟]{1,8}[\"”’')\]*_]{0,4}(?=\s|$)|[\u3002\uff01\uff1f]{1,8}[\u300d\u300f\u201d]?"
)
_ABBREVIATED: Final = re.compile(r"(?:^|[\s(])(?:e\.g|i\.e|etc|vs|mr|mrs|ms|dr|approx|no|cf|\d{1,3})\.$", re.IGNORECASE)
_EMPHASIS: Final = re.compile(r"\*\*|__|`")


class Shape(Enum):
    """What a block is."""

    HEADING = auto()
    LABEL = auto()
    ITEM = auto()
    TEXT = auto()


@frozen
class Block(Value):
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


@frozen
class Sentence(Value):
    """A sentence, without emphasis, and the line that it begins on."""

    text: str
    line: int

    @property
    def asks(self) -> bool:
        """Whether it ends in a question mark of any script; an address on the net does not count."""
        bare = self.text.rstrip("\"”’')]*_ 」』")
        return bare.endswith(("?", "\u061f", "\uff1f")) and "://" not in bare.rpartition(" ")[2]


def blocks(lines: Sequence[str]) -> Iterator[Block]:
    """The blocks of a note; code is left out."""
    gathering = _Gathering()
    in_code = False
    for number, line in enumerate(lines, start=1):
        is_fence = _FENCE.match(line) is not None
        in_code ^= is_fence
        if in_code or is_fence or not line.strip():
            yield from gathering.end()
        else:
            yield from gathering.take(number, line)
    yield from gathering.end()


class _Gathering:
    """The lines of the block that is being read."""

    def __init__(self) -> None:
        self._shape = Shape.TEXT
        self._parts: list[tuple[int, str]] = []
        self._size = 0

    def take(self, number: int, line: str) -> Iterator[Block]:
        """Read a line with words; the blocks that it ends."""
        if _is_underline(line) and len(self._parts) == 1 and self._size <= _LONGEST_HEADING:
            self._shape = Shape.HEADING
            yield from self.end()
            return
        shape, text = _begun(line)
        if shape is not None or self._size >= LONGEST_BLOCK:
            yield from self.end()
            self._shape = shape or Shape.TEXT
        self._parts.append((number, text))
        self._size += len(text)
        if shape in {Shape.HEADING, Shape.LABEL}:
            yield from self.end()

    def end(self) -> Iterator[Block]:
        """The block that was gathered, if any."""
        if self._parts:
            yield _block(self._shape, self._parts)
        self._shape, self._parts, self._size = Shape.TEXT, [], 0


def sentences(block: Block) -> Iterator[Sentence]:
    """The sentences of a block; one that is too long to have been said is left out."""
    start = 0
    for end in _SENTENCE_END.finditer(block.text):
        if _ABBREVIATED.search(block.text, max(end.start() - 10, start), end.end()):
            continue
        yield from _sentence(block, start, end.end())
        start = end.end()
    yield from _sentence(block, start, len(block.text))


def _is_underline(line: str) -> bool:
    return len(line) <= _LONGEST_HEADING and _UNDERLINE.match(line) is not None


def _begun(line: str) -> tuple[Shape | None, str]:
    """What begins on this line, and its words; None where it goes on with what was begun."""
    if len(line) <= _LONGEST_HEADING:
        if heading := _HEADING.match(line):
            return Shape.HEADING, heading[1]
        if label := _LABEL_LINE.match(line):
            return Shape.LABEL, label[1]
        if bold := _BOLD_LINE.match(line):
            return Shape.HEADING, bold[2].rstrip(":")
        if any(label.match(line) for label in (NAMED, GOOD, BAD, Q_LABEL)):
            return Shape.TEXT, line
    item = _ITEM.match(line[: LONGEST_BLOCK * 2])
    return (Shape.ITEM, item[1]) if item else (None, line)


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
