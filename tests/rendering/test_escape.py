"""Whatever a person typed reads back as typed and adds no structure, in a line, a table's cell and a block."""

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from abi_coach.domain.plain_text import strip_controls
from abi_coach.rendering.escape import Markdown, md_block, md_cell, md_inline

HOSTILE = (
    "# heading", "a\n===", "a\n---", "---\ntitle: front matter\n---", "***", "* item", "- item\n- item",
    "+ item", "1. one", "1) one", "    code", "\tcode", "a\n\n    code", "```\nfence\n```", "~~~",
    "> quote", "a | b", "| a | b |\n|---|---|", "\\|", "`code`", "``", "`", "*em* **strong** _em_",
    "~~gone~~", "==mark==", "%%comment%%", "$x$", "[a](b)", "![a](b)", "[a]: b", "[[wiki]]", "[^1]",
    "[^1]: note", "<b>bold</b>", "<script>alert(1)</script>", "<!-- a", "<https://a.example>",
    "https://a.example/x", "www.a.example", "me@a.example", "@someone", "#12", "#tag",
    "&amp; &#35; &lt;", "a\\", "\\", "a  \nb", "a\\\nb", ":smile:", "{{ x }}", "{% x %}", "- [ ] task",
    "a\n\n\nb", "  a\n   b", "=", "-", "+", "\x1b[31mred", "\u202eevil", "| \\", "a\\|b", "\\\\|", "$$",
    "^id", "Term\n: meaning", "<a@b.cc>", "a\u2028b", "\xa0", "\ufeff# a", "!", "~",
)  # fmt: skip
PIECES = st.sampled_from([*HOSTILE, "\n", " ", "\t", "x", "é", "|", "\\", "`", "1.", "    "])
TYPED = st.one_of(st.lists(PIECES, max_size=6).map("".join), st.text(max_size=40))

READER = MarkdownIt("commonmark", {"linkify": True}).enable(["table", "strikethrough", "linkify"])


def shape_of(tokens: list[Token]) -> list[str]:
    """List the blocks of a document."""
    return [token.type for token in tokens]


def read(inline: Token) -> str:
    """Read the text of a line or paragraph, which must hold nothing but text and line breaks."""
    children = inline.children or []
    assert {child.type for child in children} <= {"text", "hardbreak"}, [child.type for child in children]
    return "".join("\n" if child.type == "hardbreak" else child.content for child in children)


def words(text: str) -> list[str]:
    return strip_controls(text).split()


FRAMES = ("{}\n", "- {}\n", "> {}\n", "1. {}\n", "Said: {}\n")
# A block has no place in a heading, and an empty line has a shape of its own.
PLACES = [(md_inline, frame) for frame in (*FRAMES, "# {}\n")] + [(md_block, frame) for frame in FRAMES]


@pytest.mark.parametrize("typed", [typed for typed in HOSTILE if typed.strip()])
@pytest.mark.parametrize(("escape", "frame"), PLACES)
def test_hostile_text_leaves_the_structure_alone(typed: str, frame: str, escape: Callable[[str], Markdown]) -> None:
    tokens = READER.parse(frame.format(escape(typed)))
    assert shape_of(tokens) == shape_of(READER.parse(frame.format("words")))
    said = words("Said:") if frame.startswith("Said") else []
    assert read(next(token for token in tokens if token.type == "inline")).split() == said + words(typed)


@pytest.mark.parametrize("frame", ["| {} | b |", "|{}|b|"])
@given(typed=TYPED)
@settings(max_examples=200)
def test_a_cell_stays_one_cell_and_reads_as_typed(frame: str, typed: str) -> None:
    tokens = READER.parse("|h|h|\n|-|-|\n" + frame.format(md_cell(typed)) + "\n")
    cells = [tokens[place + 1] for place, token in enumerate(tokens) if token.type == "td_open"]
    assert [words(read(cell)) for cell in cells] == [words(typed), ["b"]]


@given(typed=TYPED)
@settings(max_examples=300)
def test_a_block_is_one_paragraph_with_every_line_and_indent_as_typed(typed: str) -> None:
    tokens = READER.parse(f"before\n\n{md_block(typed)}\n\nafter\n")
    kept = [line.rstrip() for line in strip_controls(typed).split("\n")]
    expected = "\n".join(kept).strip("\n") if any(kept) else None
    inside = [read(token) for token in tokens if token.type == "inline"]
    assert shape_of(tokens) == ["paragraph_open", "inline", "paragraph_close"] * len(inside)
    assert inside == ["before", *([expected] if expected is not None else []), "after"]


@given(typed=TYPED)
@settings(max_examples=200)
def test_a_line_stays_one_paragraph_and_reads_as_typed(typed: str) -> None:
    tokens = READER.parse(f"Said: {md_inline(typed)}\n")
    assert shape_of(tokens) == ["paragraph_open", "inline", "paragraph_close"]
    assert read(tokens[1]).split() == ["Said:", *words(typed)]


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("Conflict: the last three average 4.0, and so on.", "Conflict: the last three average 4.0, and so on."),
        ("data-modelling; can I (really) stop?", "data-modelling; can I (really) stop?"),
        ("abi story (the usual one).", "abi story (the usual one)."),
        ("??? note", "\\?\\?\\? note"),
        ("What? ? a??", "What? \\? a?\\?"),
        ("don't --typed", "don\\'t \\-\\-typed"),
        ("see www. a", "see www\\. a"),
        ("1:100:22", "1\\:100:22"),
        ("at 14:30, 4.0 of 5", "at 14:30, 4.0 of 5"),
        ("1. a 2. b", "1\\. a 2. b"),
        ("a) b: c", "a\\) b: c"),
        ("see www.a.example now: http://b.example", "see www\\.a\\.example now: http\\:\\/\\/b\\.example"),
        (":smile: -- x", "\\:smile\\: \\-\\- x"),
    ],
)
def test_a_sentence_looks_like_one_before_it_is_rendered_too(typed: str, written: str) -> None:
    assert md_inline(typed) == md_block(typed) == written


def test_blank_lines_stay_inside_a_list_item() -> None:
    said = md_block("one\n\ntwo")
    tokens = READER.parse(f"- {said}\n- next\n")
    assert shape_of(tokens).count("bullet_list_open") == 1
    assert read(next(token for token in tokens if token.type == "inline")) == "one\n\ntwo"


def test_what_is_markdown_already_is_not_escaped_twice() -> None:
    assert md_inline(md_inline("a*")) == md_cell(Markdown("a\\*")) == md_block(Markdown("a\\*"))
