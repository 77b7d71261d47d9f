"""Markdown for a terminal reads as it was typed."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from abi_coach.domain.plain_text import strip_controls
from abi_coach.rendering.escape import md_block, md_inline
from abi_coach.rendering.readable import readable


@given(st.text(max_size=80))
def test_a_line_reads_as_it_was_typed(text: str) -> None:
    typed = strip_controls(text).replace("\n", " ").replace("\t", " ").strip()
    assert readable(md_inline(text)) == typed


def test_lines_keep_their_breaks_and_indents() -> None:
    assert readable(md_block("a *b*\n\n  c\\")) == "a *b*\n\n  c\\"


def test_our_own_markdown_stays() -> None:
    assert readable("## Conflict: **50.0** `█░`\n") == "## Conflict: **50.0** `█░`\n"
