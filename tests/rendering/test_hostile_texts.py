"""Whatever stands in any place of any shipped template: the structure is the same, and the words read as typed.

A larger run, with other readers of Markdown beside this one, is `python -m benchmarks.hostile_texts`.
"""

from __future__ import annotations

from itertools import islice
from random import Random

import pytest

from tests.support.hostile_texts import NASTY, Piece, Slots, as_read, expected, hostile_lists, read, squeezed
from tests.support.template_examples import examples, render

ROUNDS = 12
PLACES = [(template, each.name, each.value) for each in examples() for template in each.templates]
NAMES = [template for template, _, _ in PLACES]


@pytest.mark.parametrize(("template", "name", "value"), PLACES, ids=NAMES)
def test_hostile_texts_change_no_structure_and_read_as_typed(template: str, name: str, value: object) -> None:
    slots = Slots(value)
    marked = read(render(template, name, slots.value))
    for texts in islice(hostile_lists(Random(template), len(slots)), ROUNDS):  # noqa: S311 - repeatable
        found = read(render(template, name, slots.filled(texts)))
        assert squeezed(found) == squeezed(expected(marked, texts))


@pytest.mark.parametrize(("template", "name", "value"), PLACES, ids=NAMES)
def test_every_single_trick_is_tried_in_every_place(template: str, name: str, value: object) -> None:
    slots = Slots(value)
    marked = read(render(template, name, slots.value))
    tricks = [trick for trick in NASTY if as_read(trick)]
    for start in range(0, len(tricks), 7):
        texts = [tricks[(start + place) % len(tricks)] for place in range(len(slots))]
        found = read(render(template, name, slots.filled(texts)))
        assert squeezed(found) == squeezed(expected(marked, texts))


@pytest.mark.parametrize(("template", "name", "value"), PLACES, ids=NAMES)
def test_a_very_long_line_is_one_line(template: str, name: str, value: object) -> None:
    slots = Slots(value)
    marked = read(render(template, name, slots.value))
    long = "a `b* [c](d) | <e> " * 5000
    for place in {0, len(slots) // 2, len(slots) - 1}:
        texts = [long if number == place else "so" for number in range(len(slots))]
        found = read(render(template, name, slots.filled(texts)))
        assert squeezed(found) == squeezed(expected(marked, texts))


@pytest.mark.parametrize(("template", "name", "value"), PLACES, ids=NAMES)
def test_words_that_read_as_nothing_leave_headings_tables_and_rules(template: str, name: str, value: object) -> None:
    slots = Slots(value)
    before = frame(read(render(template, name, slots.value)))
    for nothing in ("", " \n ", "\u202e\u0007"):
        text = render(template, name, slots.filled([nothing] * len(slots)))
        assert frame(read(text)) == before


def frame(pieces: list[Piece]) -> list[str]:
    """What holds a document together; a line without words may be left out of it."""
    kinds = {"heading_open", "table_open", "tr_open", "hr", "fence", "code_block", "html_block"}
    return [piece.kind for piece in pieces if piece.kind.split()[0] in kinds]
