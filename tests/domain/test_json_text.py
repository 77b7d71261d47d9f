"""JSON on a terminal steers nothing, and reads back as it was."""

from __future__ import annotations

import json

from hypothesis import given
from hypothesis import strategies as st

from abi_coach.domain.json_text import printable_json
from abi_coach.domain.plain_text import strip_controls

ANY = st.text(st.characters())


@given(st.dictionaries(ANY, ANY | st.lists(ANY)))
def test_documents_read_back_equal_and_hold_nothing_that_steers(data: dict[str, object]) -> None:
    shown = printable_json(json.dumps(data, ensure_ascii=False, indent=2))
    assert json.loads(shown) == data
    assert strip_controls(shown) == shown


def test_the_worst_are_escapes() -> None:
    assert printable_json('"\x9b31m \u202e \u2028 \x7f é"') == r'"\u009b31m \u202e \u2028 \u007f é"'
