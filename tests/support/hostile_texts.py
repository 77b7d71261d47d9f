"""Words that try to be structure, put into every place of a template, and what readers of Markdown make of them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from markdown_it import MarkdownIt

from abi_coach.domain.plain_text import strip_controls

if TYPE_CHECKING:
    from collections.abc import Iterator
    from random import Random

    from markdown_it.token import Token

NASTY: Final = (
    "# Heading", "- [ ] item", "1. one", "1) one", "> quote", "| a | b |", "|---|---|", "```",
    "~~~", "---", "===", "***", "* * *", "    code", "\tcode", "**bold**", "_em_", "__b__",
    "~~gone~~", "==mark==", "`code`", "``", "\\", "\\\\|", "[link](http://x.y)",
    "![img](x.png)", "[ref]: http://x.y", "[^1]", "[[wiki]]", "<b>", "</td></table>",
    "<!-- c -->", "<script>alert(1)</script>", "<http://x.y>", "http://x.y", "www.x.y", "a@b.c",
    "&amp;", "&#35;", "&lt;", "@all", "#tag", "#123", ":smile:", "$x^2$", "$$", "%%hidden%%",
    "^sup^", "{{ plan }}", "{% include 'x' %}", "{# c #}", "{{ ''.__class__ }}",
    "---\ntitle: x\n---", "\n\n# Heading\n\n", "\n- item\n", "\n```\ncode\n",
    "\n| a |\n|---|\n", "\r\n\r\n", "\u202egnirts\u202c", "\u2066x\u2069", "שלום", "مرحبا",
    "\u0000", "\u001b[31mred\u001b[0m", "\u0007", "\ud800", "e\u0301",
    "\U0001f469\u200d\U0001f467", "\u00a0", "\u2028", "\u3000", "'quotes\"", "“so”", "…",
    "trailing\\", "trailing|", "trailing ", "+ plus", "2026. was", "Term\n: definition",
    "::: note", "\\#", "\\\\", "a  \nb", "a\\\nb", "*", "_", "|", "<", "&", "!", "~", "=", "-",
)  # fmt: skip
WORDS: Final = ("so", "we", "rolled", "back", "100", "%", "the", "team's", "Ledger", "(twice)")
OURS: Final = frozenset(
    {"kind", "metric", "status", "type", "key", "letter", "id", "entry", "origin", "cause", "result", "name", "path"}
)
"""Values that templates decide by, or turn into other words; never typed by a person."""
OURS_AT: Final = frozenset({".priorities[].action.title", ".priorities[].parts[].name"})

_MARK: Final = re.compile(r"slot(\d+)slot", re.IGNORECASE)
_BLANK: Final = re.compile(r"[\n\t]")


class Slots:
    """A value with a numbered mark in every place that holds a person's or anybody's words."""

    def __init__(self, value: object) -> None:
        self._count = 0
        self.value = self._marked(value, "")

    def __len__(self) -> int:
        """How many places there are."""
        return self._count

    def filled(self, texts: list[str]) -> Any:  # noqa: ANN401 - plain data of any shape
        """The value with these texts in the places."""
        return _put(self.value, texts)

    def _marked(self, value: Any, path: str, key: str = "") -> Any:  # noqa: ANN401 - the same
        if isinstance(value, dict):
            return {name: self._marked(item, f"{path}.{name}", name) for name, item in value.items()}
        if isinstance(value, list):
            return [self._marked(item, f"{path}[]", key) for item in value]
        if not isinstance(value, str) or key in OURS or path in OURS_AT:
            return value
        self._count += 1
        return f"slot{self._count - 1}slot"


def _put(value: Any, texts: list[str]) -> Any:  # noqa: ANN401 - the same
    if isinstance(value, dict):
        return {name: _put(item, texts) for name, item in value.items()}
    if isinstance(value, list):
        return [_put(item, texts) for item in value]
    found = _MARK.fullmatch(value) if isinstance(value, str) else None
    return texts[int(found[1])] if found else value


class Piece(NamedTuple):
    """A piece of a document as a reader sees it: what it is, how deep, and the words of a line."""

    kind: str
    level: int
    words: str


def read(document: str) -> list[Piece]:
    """The document as a reader of CommonMark with tables and strikethrough sees it."""
    parser = MarkdownIt("commonmark").enable(["table", "strikethrough"])
    return [_piece(token) for token in parser.parse(document)]


def _piece(token: Token) -> Piece:
    if token.type != "inline":
        return Piece(f"{token.type} {token.tag} {token.markup} {token.info}", token.level, token.content)
    kinds = " ".join(child.type for child in token.children or () if child.type not in _TEXT)
    words = "".join("\n" if child.type in _BREAKS else child.content for child in token.children or ())
    return Piece(f"inline {kinds}", token.level, words)


_BREAKS: Final = frozenset({"hardbreak", "softbreak"})
_TEXT: Final = frozenset({"text", "text_special", "hardbreak", "softbreak"})


def expected(marked: list[Piece], texts: list[str]) -> list[Piece]:
    """The pieces of a document with marks, as they must be with these texts instead."""
    return [
        piece._replace(words=_MARK.sub(lambda found: as_read(texts[int(found[1])]), piece.words)) for piece in marked
    ]


def as_read(text: str) -> str:
    """What a person reads of a text that stands in a line."""
    return _BLANK.sub(" ", strip_controls(text)).strip()


def squeezed(pieces: list[Piece]) -> list[Piece]:
    """The pieces with spaces and line ends taken as one, since readers show them so."""
    return [piece._replace(words=" ".join(piece.words.split())) for piece in pieces]


def hostile(random: Random) -> str:
    """A hostile text that says something."""
    parts = random.choices(NASTY + WORDS, k=random.randint(1, 6))
    text = random.choice(("", " ", "\n")).join(parts)
    return text if as_read(text) else f"{text}so"


def hostile_lists(random: Random, slots: int) -> Iterator[list[str]]:
    """For every place a hostile text, again and again."""
    while True:
        yield [hostile(random) for _ in range(slots)]
