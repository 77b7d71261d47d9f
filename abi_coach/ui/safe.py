"""The gate to the screen: text from people and files is shown literally, never read as markup or terminal codes.

Every widget, title, option, cell and notification gets its words through one of these two functions.
`textual.markup.escape` is not safe enough: it misses some tags, and what it escapes can be joined again.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content

from abi_coach.domain.plain_text import strip_controls

if TYPE_CHECKING:
    from rich.text import Text


def literal(text: str, style: str = "") -> Content:
    """What a widget shows for this text: the same characters, nothing interpreted. `style` is ours, never data."""
    clean = strip_controls(text).expandtabs(4)
    return Content.styled(clean, style) if style else Content(clean)


def told(error: object) -> str:
    """An error's words for a notification, which takes plain text; give it `markup=False` as well."""
    return strip_controls(str(error))


def joined(*parts: str | Content) -> Content:
    """Pieces put together: strings are taken literally, contents keep their styles."""
    return Content.assemble(*(literal(part) if isinstance(part, str) else part for part in parts))


def cell(text: str, style: str = "") -> Text:
    """What a table's cell or a tree's node shows for this text, on one line."""
    from rich.text import Text  # noqa: PLC0415 - only screens with tables need it

    return Text(" ".join(strip_controls(text).split()), style=style, no_wrap=True)
