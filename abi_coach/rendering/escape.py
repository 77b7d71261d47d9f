"""Words that a person typed become Markdown that reads as typed and has no structure of its own.

A backslash goes before every ASCII punctuation character, except where it stands inside a sentence and cannot be
anything else than a comma, a full stop and the like: people read and mail the files as they are, too. Shorter lists of
"special" characters were tried and each leaked somewhere (autolinks, footnotes, highlights, comments, front matter of
one viewer or another); so it is the place that counts. `1.` and `a)` begin lists, so a first word keeps those two.
"""

from __future__ import annotations

import re
import string
from typing import Final

from abi_coach.domain.plain_text import strip_controls

_BACKSLASHED: Final = str.maketrans({mark: "\\" + mark for mark in string.punctuation})
_SPACES: Final = re.compile(r"[\n\t]")
_IN_A_SENTENCE: Final = re.compile(
    r"[,;]"
    r"|(?<=[^\W_]|[)”])\?"  # elsewhere `???` folds what follows, and a lone `?` divides cards
    r"|(?<=[^\W_])-(?=[^\W_])"  # follow-up
    r"|(?<=\d)\.(?=\d)"  # 4.0
    r"|(?<=\d):(?=\d\d(?![\d:]))"  # 14:30, and not :100:, which some show as a picture
    r"|(?<=[^\W_]|[)”])(?<!(?i:www))\.(?=\s|$)"  # some make a link of a bare `www.`
    r"|(?<=[^\W_]):(?= [^\W_])"  # Conflict: the last three
    r"|(?<= )\((?=[^\W_]{2}|\d)"
    r"|(?<=[^\W_])\)(?=[ ,;.:]|$)"
)


class Markdown(str):
    """Text that is Markdown already: the environment prints it as it is. Only filters and macros make it."""

    __slots__ = ()


def md_inline(text: object) -> Markdown:
    """Make a piece of a line: newlines and tabs become spaces, spaces at the ends go."""
    if isinstance(text, Markdown):
        return text
    flat = _SPACES.sub(" ", strip_controls(str(text))).strip()
    escaped = _escaped(flat)
    if flat.endswith("\\"):
        # Some table readers look only one character back, and would take the cell's border for an escaped one.
        escaped = escaped[:-2] + "&#92;"
    return Markdown(escaped)


def md_cell(text: object) -> Markdown:
    """Make the content of one cell of a table: one line, whose pipes are text."""
    return md_inline(text)


def md_block(text: object) -> Markdown:
    r"""Make exactly one paragraph, with every line end of the text as a hard break, blank lines too.

    One paragraph, because a blank line would end the list item or quotation that the text stands in. Spaces that
    start a line are written as entities, `&#32;`: readers keep them, and do not see indented code.
    """
    if isinstance(text, Markdown):
        return text
    lines = strip_controls(str(text)).split("\n")
    while lines and not lines[-1].strip():
        lines.pop()
    while lines and not lines[0].strip():
        del lines[0]
    return Markdown("\\\n".join(_block_line(line) for line in lines))


def _block_line(line: str) -> str:
    words = line.lstrip()
    indent = line[: len(line) - len(words)] if words else ""
    return "".join(f"&#{ord(space)};" for space in indent) + _escaped(words.rstrip())


def _escaped(line: str) -> str:
    start = line.find(" ") + 1 or len(line)
    pieces, done = [], 0
    for match in _IN_A_SENTENCE.finditer(line):
        place = match.start()
        if place >= start or line[place] not in ".)":
            pieces += [line[done:place].translate(_BACKSLASHED), line[place]]
            done = place + 1
    return "".join([*pieces, line[done:].translate(_BACKSLASHED)])
