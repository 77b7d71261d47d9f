"""The place of a field in a file, as an editor counts it."""

from __future__ import annotations

import pytest

from abi_coach.storage.field_place import field_place

BLOCK = """\
questions:
  - id: a
    prompt: "About prompt: this?"
    anchors:
      1: one
      "3" : three
    probes:
      - one

  - id: b
    prompt: >
      folded
    anchors: {1: one, 3: three, 5: five}
    levels: [mid]
"""


@pytest.mark.parametrize(
    ("start", "field", "place"),
    [
        (1, "id", (1, 8)),
        (1, "prompt", (2, 12)),
        (1, "anchors.3", (5, 12)),
        (1, "anchors.5", (3, 4)),
        (1, "probes", (6, 4)),
        (1, "levels", (1, 4)),
        (9, "prompt", (10, 12)),
        (9, "anchors.3", (12, 25)),
        (9, "anchors.1", (12, 17)),
        (99, "prompt", (99, 0)),
    ],
)
def test_a_field_is_found_in_its_own_question(start: int, field: str, place: tuple[int, int]) -> None:
    assert field_place(BLOCK.splitlines(), start, field)[:2] == place


def test_a_question_in_braces_and_one_below_its_hyphen_are_read_too() -> None:
    assert field_place(['- {id: a, "prompt": "x"}', "- prompt: y"], 0, "prompt")[:2] == (0, 20)
    assert field_place(["-", "  id: a", "  prompt: x", "-", "  levels: [mid]"], 1, "prompt")[:2] == (2, 10)
    assert field_place(["-", "  id: a", "  prompt: x", "-", "  levels: [mid]"], 1, "levels")[:2] == (1, 2)
