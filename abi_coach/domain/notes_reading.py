"""Reading a note or a transcript: questions, rounds, feelings, what went well, what could have been better, facts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from abi_coach.domain.debrief import Origin
from abi_coach.domain.notes import MOST_LINES, ReadNotes, Rule, Taken, What, limited
from abi_coach.domain.notes_lines import Block, Shape, blocks, sentences
from abi_coach.domain.notes_patterns import (
    ASKED,
    BAD,
    COULD,
    FACT,
    FELT,
    GOOD,
    MINE,
    NEGATED,
    ROUND,
    SAID_COULD,
    SAID_WELL,
    WELL,
)
from abi_coach.domain.notes_questions import questions_in, questions_said
from abi_coach.domain.notes_transcript import Transcript, read_transcript
from abi_coach.domain.plain_text import strip_controls

if TYPE_CHECKING:
    from collections.abc import Iterator

_FACTS: Final = {
    "company": "company", "employer": "company", "role": "role", "position": "role", "job": "role", "stage": "stage",
    "format": "format", "ended": "ended", "when": "ended", "interviewer": "people", "interviewers": "people",
    "people": "people", "nerves": "nerves", "confidence": "confidence", "feeling": "word", "felt": "word",
    "in a word": "word", "mood": "word",
}  # fmt: skip

_SHORTEST: Final = 5
"""Nothing shorter says anything."""


def read_notes(text: str) -> ReadNotes:
    """Everything that the rules find in a text; each thing with its line."""
    lines = strip_controls(text.replace("\r\n", "\n").replace("\r", "\n")).split("\n")
    read = lines[:MOST_LINES]
    transcript = read_transcript(read)
    if transcript is not None:
        return limited(Origin.TRANSCRIPT, len(lines), (*_facts(read, without="people"), *_said(transcript)))
    return limited(Origin.NOTES, len(lines), (*_facts(read), *_noted(read)))


def _facts(lines: list[str], without: str = "") -> Iterator[Taken]:
    for number, line in enumerate(lines, start=1):
        found = FACT.match(line) if len(line) <= 240 else None  # noqa: PLR2004 - a fact is short
        name = _FACTS.get(found[1].lower().strip(), "") if found else ""
        if found and name and name != without:
            yield Taken(What.FACT, found[2].strip().strip("*_ ") or found[2], number, Rule.NAMED, name)


def _said(transcript: Transcript) -> Iterator[Taken]:
    for turn in transcript.turns:
        if turn.speaker in transcript.asked_by:
            for block in _turn_blocks(turn.lines):
                for sentence in sentences(block):
                    if found := questions_said(sentence, turn.speaker):
                        yield found


def _turn_blocks(lines: tuple[tuple[int, str], ...]) -> Iterator[Block]:
    """What was said in pieces of a few thousand letters, each letter with its line."""
    starts, numbers, texts, size = list[int](), list[int](), list[str](), 0
    for number, line in lines:
        if size > 5_000:  # noqa: PLR2004 - nobody asks a longer question
            yield Block(Shape.TEXT, " ".join(texts), tuple(starts), tuple(numbers))
            starts, numbers, texts, size = [], [], [], 0
        starts.append(size)
        numbers.append(number)
        texts.append(line.strip())
        size += len(texts[-1]) + 1
    if texts:
        yield Block(Shape.TEXT, " ".join(texts), tuple(starts), tuple(numbers))


def _noted(lines: list[str]) -> Iterator[Taken]:
    heading, is_label, has_items = "", False, False
    for block in blocks(lines):
        if block.shape is Shape.TEXT and is_label and has_items:
            heading = ""  # a label with its list is over where ordinary text goes on
        has_items = block.shape is Shape.ITEM
        if block.shape in {Shape.HEADING, Shape.LABEL}:
            heading, is_label = block.text, block.shape is Shape.LABEL
            if ROUND.match(heading) and not ASKED.search(heading):
                yield Taken(What.ROUND, heading, block.line, Rule.HEADING)
        elif len(block.text) >= _SHORTEST and not MINE.search(heading):
            yield from _in_block(block, heading)


def _in_block(block: Block, heading: str) -> Iterator[Taken]:
    could, well = COULD.search(heading), WELL.search(heading)
    if could or (well and NEGATED.search(heading)):
        yield from _listed(block, What.COULD, Rule.SECTION_COULD)
    elif well:
        yield from _listed(block, What.WELL, Rule.SECTION_WELL)
    else:
        yield from questions_in(block, listed=ASKED.search(heading) is not None)
        yield from _statements(block)


def _listed(block: Block, what: What, rule: Rule) -> Iterator[Taken]:
    """An item as a whole; of a paragraph each sentence."""
    if block.shape is Shape.ITEM:
        yield from _taken(what, block.text, block.line, rule)
        return
    for sentence in sentences(block):
        yield from _taken(what, sentence.text, sentence.line, rule)


def _statements(block: Block) -> Iterator[Taken]:
    for sentence in sentences(block):
        text, line = sentence.text, sentence.line
        if sentence.asks:
            continue
        if label := GOOD.match(text):
            yield from _taken(What.WELL, label[1], line, Rule.NAMED)
        elif label := BAD.match(text):
            yield from _taken(What.COULD, label[1], line, Rule.NAMED)
        elif SAID_COULD.search(text):
            yield from _taken(What.COULD, text, line, Rule.SAID_COULD)
        elif (said := SAID_WELL.search(text)) and not NEGATED.search(text, 0, said.start()):
            yield from _taken(What.WELL, text, line, Rule.SAID_WELL)
        if (felt := FELT.search(text)) and not NEGATED.search(text, 0, felt.start(1)):
            yield Taken(What.FEELING, felt[1].lower(), line, Rule.FELT)


def _taken(what: What, text: str, line: int, rule: Rule) -> Iterator[Taken]:
    if any(letter.isalnum() for letter in text):
        yield Taken(what, text.strip(), line, rule)
