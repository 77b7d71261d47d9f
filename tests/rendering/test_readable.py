"""Markdown for a terminal reads as it was typed."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from abi_coach.domain.plain_text import strip_controls
from abi_coach.rendering.escape import md_block, md_inline
from abi_coach.rendering.readable import readable, wrapped


@given(st.text(max_size=80))
def test_a_line_reads_as_it_was_typed(text: str) -> None:
    typed = strip_controls(text).replace("\n", " ").replace("\t", " ").strip()
    assert readable(md_inline(text)) == typed


def test_lines_keep_their_breaks_and_indents() -> None:
    assert readable(md_block("a *b*\n\n  c\\")) == "a *b*\n\n  c\\"


def test_our_own_markdown_stays() -> None:
    assert readable("## Conflict: **50.0** `█░`\n") == "## Conflict: **50.0** `█░`\n"


def test_a_narrow_terminal_breaks_between_words_and_under_the_bullet() -> None:
    assert wrapped("- **Why:** no usable stories", 18) == "- **Why:** no\n  usable stories"
    assert wrapped("> IF it rains THEN I will", 14) == "> IF it rains\n> THEN I will"
    assert wrapped("## Short\n\n| a | table | stays |", 12) == "## Short\n\n| a | table | stays |"


@given(st.text(st.characters(exclude_categories=["Cc", "Cs", "Z"]), max_size=200), st.integers(20, 100))
def test_wrapping_loses_no_letter(text: str, width: int) -> None:
    assert "".join(wrapped(f"- {text}", width).split()) == "".join(f"- {text}".split())
