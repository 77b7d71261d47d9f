"""Lines that hang: what is wrapped goes on below its text, not below its number, label or bullet."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from textual.content import Content
from textual.style import Style

from abi_coach.ui.safe import joined

if TYPE_CHECKING:
    from textual.css.styles import RulesMap
    from textual.strip import Strip
    from textual.visual import RenderOptions

FEWEST_CELLS: Final = 16
"""Less room than this beside its lead, and a line does not hang."""

_LEAD: Final = Style.from_meta({"lead": True})
"""Marks the start of a line; it looks like nothing."""


def lead(*parts: str | Content) -> Content:
    """The start of a line, below whose end the line goes on when it is wrapped."""
    return joined(*parts).stylize(_LEAD)


def hung(*parts: str | Content) -> Hanging:
    """Pieces put together as `safe.joined` does it; lines with a `lead` hang, and none at the end is empty."""
    return Hanging(joined(*parts))


def spaced(content: Content) -> Hanging:
    """The same with an empty line below it: a gap before the next row of a list."""
    return hung(content, "\n ")


class Hanging(Content):
    """Content whose lines are wrapped below the ends of their leads. As a string it is as it was laid out last."""

    def __init__(self, content: Content) -> None:
        text = content.plain.rstrip("\n")
        super().__init__(text, [span for span in content.spans if span.start < len(text)])
        self._width = 0
        self._laid_out: Content = content

    def __str__(self) -> str:
        """The words as they stand on the screen."""
        return self._laid_out.plain

    def get_height(self, rules: RulesMap, width: int) -> int:
        """How many lines it takes at this width, in cells."""
        return self.at_width(width).get_height(rules, width)

    def render_strips(self, width: int, height: int | None, style: Style, options: RenderOptions) -> list[Strip]:
        """Draw it at this width, in cells."""
        return self.at_width(width).render_strips(width, height, style, options)

    def at_width(self, width: int) -> Content:
        """The same with every line broken and indented for this width, in cells."""
        if width != self._width:
            self._width = width
            lines = [part for line in self.split(allow_blank=True) for part in _wrapped(line, width)]
            self._laid_out = Content("\n").join(lines)
        return self._laid_out


def _wrapped(line: Content, width: int) -> list[Content]:
    end = max((span.end for span in line.spans if span.style is _LEAD), default=0)
    start = line[:end]
    room = width - start.cell_length
    if not end or room < FEWEST_CELLS:
        return [line]
    first, *others = line[end:].wrap(room) or [Content("")]
    return [start + first, *(part.pad_left(start.cell_length) for part in others)]
