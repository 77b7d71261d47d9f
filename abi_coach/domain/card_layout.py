"""The card on one screen: at most 40 lines of 80 columns, whatever was typed.

Every text is measured as it will be written: wide characters take two columns, and in Markdown a backslash stands
before each punctuation character. What does not fit is shortened, the least important first.
"""

from __future__ import annotations

import string
from typing import TYPE_CHECKING, Final
from unicodedata import east_asian_width

from abi_coach.domain.plain_text import strip_controls
from abi_coach.domain.value import Value, frozen

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from abi_coach.domain.card import Card

ROWS: Final = 40
COLUMNS: Final = 80

_MORE: Final = "…"
_INDENT: Final = 2
_TITLE_ROWS: Final = 4
"""The title, an empty line, when it is, and the word on cramming."""

_SECTION_ROWS: Final = 2
"""An empty line and the heading."""

_ITEM_ROWS: Final = 2
"""So many lines an item may take while there is room."""

_PUNCTUATION: Final = frozenset(string.punctuation)

WANT, PROMISES, STORIES, WEAK, ASK, PAY, LOGISTICS = (
    "What I want", "Promises to myself", "Stories that fit", "Likely to be hard", "Ask them", "Pay so far", "Logistics",
)  # fmt: skip
_SHORTENED_FIRST: Final = (LOGISTICS, PAY, STORIES, ASK, WANT, WEAK, PROMISES)


@frozen
class Section(Value):
    """A heading and its items, each item as the lines that it takes."""

    name: str
    entries: tuple[tuple[str, ...], ...]


@frozen
class CardPage(Value):
    """The card as it is written, line by line."""

    title: str
    when: str
    stop: str
    sections: tuple[Section, ...]


def lay_out(card: Card) -> CardPage:
    """The card within 40 lines of 80 columns."""
    texts = {name: items for name, items in _texts(card).items() if items}
    rows = dict.fromkeys(texts, _ITEM_ROWS)
    sections = _sections(texts, rows)
    for name in _SHORTENED_FIRST:
        if _height(sections) <= ROWS:
            break
        rows[name] = 1
        sections = _sections(texts, rows)
    stop = "Stop cramming: read this once, put it away, breathe." if card.stop_cramming else ""
    return CardPage(_one(card.title, COLUMNS - _INDENT), _one(card.when, COLUMNS), stop, sections)


def wrap(text: str, columns: int, rows: int) -> tuple[str, ...]:
    """Text in at most `rows` lines that are at most `columns` wide when written; what is left out ends in `…`."""
    words = [piece for word in strip_controls(text).split() for piece in _pieces(word, columns - 1)]
    lines: list[str] = []
    for word in words:
        if lines and width(f"{lines[-1]} {word}") <= columns:
            lines[-1] = f"{lines[-1]} {word}"
        else:
            lines.append(word)
    if len(lines) > rows:
        lines = [*lines[: rows - 1], _clip(lines[rows - 1], columns - 1) + _MORE]
    return tuple(lines)


def width(text: str) -> int:
    """Columns that a text takes at most when it is written, escaped or not."""
    return sum(_width_of(letter) for letter in text)


def _texts(card: Card) -> dict[str, list[str]]:
    return {
        WANT: [text for text in (card.intent, card.wants) if text.strip()],
        PROMISES: list(card.promises),
        STORIES: [_story(hint.title, hint.fits, told=hint.told_here) for hint in card.stories]
        or ["None is told to its end yet: abi story add"],
        WEAK: [f"{question.prompt} ({question.why})" for question in card.questions],
        ASK: [ask.prompt for ask in card.asks],
        PAY: list(card.pay),
        LOGISTICS: list(card.logistics),
    }


def _story(title: str, fits: Iterable[str], *, told: bool) -> str:
    said = [item.replace("_", " ") for item in fits] + (["told to them before"] if told else [])
    return f"{title} ({', '.join(said)})" if said else title


def _sections(texts: dict[str, list[str]], rows: dict[str, int]) -> tuple[Section, ...]:
    made = ((name, tuple(wrap(text, COLUMNS - _INDENT, rows[name]) for text in items)) for name, items in texts.items())
    return tuple(Section(name, tuple(lines for lines in entries if lines)) for name, entries in made if any(entries))


def _height(sections: Sequence[Section]) -> int:
    return _TITLE_ROWS + sum(_SECTION_ROWS + sum(map(len, section.entries)) for section in sections)


def _one(text: str, columns: int) -> str:
    return "".join(wrap(text, columns, 1))


def _pieces(word: str, columns: int) -> Iterable[str]:
    """A word, cut where it is wider than a line."""
    while width(word) > columns:
        head = _clip(word, columns)
        yield head
        word = word[len(head) :]
    if word:
        yield word


def _clip(text: str, columns: int) -> str:
    """The beginning of a text that is at most so wide."""
    used = 0
    for place, letter in enumerate(text):
        used += _width_of(letter)
        if used > columns:
            return text[:place].rstrip()
    return text


def _width_of(letter: str) -> int:
    if letter == "\\":
        return len("&#92;")
    return 1 + (letter in _PUNCTUATION or east_asian_width(letter) in "WF")
