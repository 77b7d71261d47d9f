"""Two dark themes, two light ones, and one that follows the terminal's own colours. One accent colour each."""

from __future__ import annotations

from typing import Final, NamedTuple

from textual.color import Color
from textual.theme import Theme

DEFAULT: Final = "abi-dark"


class Palette(NamedTuple):
    """The colours of one theme; `quiet` is for what is read second."""

    accent: str
    foreground: str
    background: str
    surface: str
    quiet: str
    success: str
    warning: str
    error: str


PALETTES: Final = {
    "abi-dark": Palette("#79c0ff", "#e4e7eb", "#14171c", "#1d222a", "#98a2b0", "#7bc99a", "#e3b565", "#f08a83"),
    "abi-ember": Palette("#f2b880", "#ece6df", "#1b1715", "#26201d", "#ab9f96", "#8cc98f", "#e3b565", "#f08a83"),
    "abi-light": Palette("#0b57a4", "#1c2127", "#fbfcfd", "#eef1f5", "#586371", "#1d6b42", "#805200", "#a8261d"),
    "abi-paper": Palette("#7a3e12", "#2b2620", "#faf6ef", "#f0e9dd", "#665b4e", "#1d6b42", "#805200", "#a8261d"),
    "abi-terminal": Palette(
        "ansi_blue",
        "ansi_default",
        "ansi_default",
        "ansi_default",
        "ansi_bright_black",
        "ansi_green",
        "ansi_yellow",
        "ansi_red",
    ),
}
"""The last one follows the terminal's own colours."""

_LIGHT: Final = frozenset({"abi-light", "abi-paper"})


_TERMINALS_OWN: Final = {"ansi-background": "ansi_default", "ansi-foreground": "ansi_default"}
"""What Textual's own widgets ask a theme of the terminal's colours for."""


_RULE: Final = 0.3
_SCROLLBAR: Final = 0.45


def _faint(palette: Palette, share: float) -> str:
    """Something to see but not to read: the quiet colour, mostly gone into the background."""
    if palette.background == "ansi_default":
        return palette.quiet
    return Color.parse(palette.background).blend(Color.parse(palette.quiet), share).hex


def _scrollbars(palette: Palette) -> dict[str, str]:
    """A thin bar on the page itself."""
    bar, page = _faint(palette, _SCROLLBAR), palette.background
    return {
        "scrollbar": bar,
        "scrollbar-hover": palette.quiet,
        "scrollbar-active": palette.quiet,
        "scrollbar-background": page,
        "scrollbar-background-hover": page,
        "scrollbar-background-active": page,
        "scrollbar-corner-color": page,
    }


def _theme(name: str, palette: Palette) -> Theme:
    return Theme(
        name=name,
        dark=name not in _LIGHT,
        ansi=palette.background == "ansi_default",
        primary=palette.accent,
        secondary=palette.accent,
        accent=palette.accent,
        foreground=palette.foreground,
        background=palette.background,
        surface=palette.surface,
        panel=palette.surface,
        success=palette.success,
        warning=palette.warning,
        error=palette.error,
        variables={
            "quiet": palette.quiet,
            "rule": _faint(palette, _RULE),
            **_scrollbars(palette),
            "footer-key-foreground": palette.accent,
            **(_TERMINALS_OWN if palette.background == "ansi_default" else {}),
        },
    )


THEMES: Final = tuple(_theme(name, palette) for name, palette in PALETTES.items())
