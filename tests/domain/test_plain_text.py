"""What is taken out of text before anybody sees it, and what is left alone."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from abi_coach.domain.plain_text import strip_controls

ANY_TEXT = st.text(st.characters(codec=None, exclude_categories=()), max_size=60)


@pytest.mark.parametrize(
    "steering", ["\x1b[31m", "\x07", "\x00", "\x9b2J", "\u202e", "\u2066", "\u061c", "\ud800", "\r"]
)
def test_what_steers_a_terminal_or_the_direction_of_text_goes(steering: str) -> None:
    assert strip_controls(f"a{steering}b") == "a" + steering[1:] + "b"


def test_line_ends_tabs_accents_and_emoji_stay() -> None:
    assert strip_controls("Zoë\t👩‍💻 שלום\r\nnext") == "Zoë\t👩‍💻 שלום\nnext"


@given(ANY_TEXT)
def test_no_control_is_ever_left(text: str) -> None:
    left = strip_controls(text)
    assert {unicodedata.category(letter) for letter in left if letter not in "\n\t"}.isdisjoint({"Cc", "Cs"})
    assert strip_controls(left) == left
