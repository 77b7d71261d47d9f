"""Which sentences are questions that somebody was asked. Visible rules; everything else is left alone."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from abi_coach.domain.notes import Rule, Taken, What
from abi_coach.domain.notes_lines import Block, Sentence, Shape, sentences
from abi_coach.domain.notes_patterns import (
    ASKING,
    CLOSING,
    I_ASKED,
    IT_THOUGHT,
    MY_THOUGHT,
    OPENING,
    Q_LABEL,
    QUESTION_WORD,
    QUOTED,
    REPORTED,
    SMALL_TALK,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

_LEAST_WORDS: Final = 2
_MOST_WORDS_LISTED: Final = 40


def questions_in(block: Block, *, listed: bool) -> Iterator[Taken]:
    """The questions of a block of a note; `listed`: it stands under a heading that says questions were asked."""
    if listed and block.shape is Shape.ITEM and len(block.text.split()) <= _MOST_WORDS_LISTED:
        found = [_question(block.text, block.line, Rule.LISTED)]
    else:
        found = [_in_sentence(one, is_alone=block.shape is Shape.ITEM) for one in sentences(block)]
    yield from (one for one in found if one is not None)


def questions_said(sentence: Sentence, speaker: str) -> Taken | None:
    """The question in a sentence of the interviewer's; small talk is none."""
    text = sentence.text
    if SMALL_TALK.match(text) or not _is_long_enough(text, asks=sentence.asks):
        return None
    if sentence.asks:
        return Taken(What.QUESTION, text, sentence.line, Rule.TURN, speaker=speaker)
    return Taken(What.QUESTION, text, sentence.line, Rule.ASKING, speaker=speaker) if ASKING.match(text) else None


def _in_sentence(sentence: Sentence, *, is_alone: bool) -> Taken | None:
    text, line = sentence.text, sentence.line
    if label := Q_LABEL.match(text):
        return _question(label[1], line, Rule.LABELLED)
    if I_ASKED.search(text):
        return None
    if quoted := QUOTED.search(text):
        return _question(quoted[1], line, Rule.MARK)
    if reported := REPORTED.search(text):
        return _question(reported["asked"], line, Rule.REPORTED)
    return _said_directly(sentence, is_alone=is_alone)


def _said_directly(sentence: Sentence, *, is_alone: bool) -> Taken | None:
    text = sentence.text
    if SMALL_TALK.match(text) or _is_my_thought(text) or (not is_alone and IT_THOUGHT.match(text)):
        return None
    if sentence.asks:
        return _question(text, sentence.line, Rule.MARK) if _is_long_enough(text, asks=True) else None
    begins = ASKING.match(text) or (is_alone and QUESTION_WORD.match(text))
    return _question(text, sentence.line, Rule.ASKING) if begins else None


def _is_my_thought(text: str) -> bool:
    """A question to oneself; “tell me about” and the like are theirs."""
    return MY_THOUGHT.search(text) is not None and ASKING.match(text) is None


def _is_long_enough(text: str, *, asks: bool) -> bool:
    """Two words, or, where words are not set apart, four letters before the mark."""
    letters = sum(letter.isalnum() for letter in text)
    is_unspaced = asks and len(text.split()) == 1 and not text.isascii() and letters >= 2 * _LEAST_WORDS
    return is_unspaced or len(text.split()) >= _LEAST_WORDS


def _question(text: str, line: int, rule: Rule) -> Taken | None:
    words = text.strip().strip(f"{OPENING}*_ ").rstrip(CLOSING)
    return Taken(What.QUESTION, words, line, rule) if any(letter.isalnum() for letter in words) else None
