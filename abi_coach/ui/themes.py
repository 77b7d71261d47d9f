"""Two dark themes, two light ones, and one that follows the terminal's own colours. One accent colour each."""

from __future__ import annotations

from typing import Final

from textual.theme import Theme

DEFAULT: Final = "abi-dark"


def _theme(name: str, *, dark: bool, accent: str, foreground: str, background: str, surface: str, quiet: str) -> Theme:
    return Theme(
        name=name,
        dark=dark,
        primary=accent,
        secondary=accent,
        accent=accent,
        foreground=foreground,
        background=background,
        surface=surface,
        panel=surface,
        success="#7bc99a" if dark else "#1d6b42",
        warning="#e3b565" if dark else "#805200",
        error="#f08a83" if dark else "#a8261d",
        variables={"quiet": quiet, "rule": quiet, "footer-key-foreground": accent},
    )


THEMES: Final = (
    _theme(
        "abi-dark",
        dark=True,
        accent="#79c0ff",
        foreground="#e4e7eb",
        background="#14171c",
        surface="#1d222a",
        quiet="#98a2b0",
    ),
    _theme(
        "abi-ember",
        dark=True,
        accent="#f2b880",
        foreground="#ece6df",
        background="#1b1715",
        surface="#26201d",
        quiet="#ab9f96",
    ),
    _theme(
        "abi-light",
        dark=False,
        accent="#0b57a4",
        foreground="#1c2127",
        background="#fbfcfd",
        surface="#eef1f5",
        quiet="#586371",
    ),
    _theme(
        "abi-paper",
        dark=False,
        accent="#7a3e12",
        foreground="#2b2620",
        background="#faf6ef",
        surface="#f0e9dd",
        quiet="#665b4e",
    ),
    Theme(
        name="abi-terminal",
        ansi=True,
        dark=True,
        primary="ansi_blue",
        secondary="ansi_blue",
        accent="ansi_blue",
        foreground="ansi_default",
        background="ansi_default",
        surface="ansi_default",
        panel="ansi_default",
        boost="ansi_default",
        success="ansi_green",
        warning="ansi_yellow",
        error="ansi_red",
        variables={"quiet": "ansi_bright_black", "rule": "ansi_bright_black", "footer-key-foreground": "ansi_blue"},
    ),
)
