"""Every theme of ours can be read: text stands out from what it stands on (WCAG AA, 4.5 to 1)."""

from __future__ import annotations

from itertools import product
from typing import Final

import pytest
from textual.color import Color

from abi_coach.ui.themes import PALETTES

ENOUGH: Final = 4.5
OURS: Final = {name: palette for name, palette in PALETTES.items() if palette.background.startswith("#")}
TEXTS: Final = ("accent", "foreground", "quiet", "success", "warning", "error")


def contrast(text: Color, ground: Color) -> float:
    """The ratio of relative luminances, as WCAG 2 defines it."""
    light, dark = sorted((luminance(text), luminance(ground)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def luminance(colour: Color) -> float:
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in colour.normalized]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@pytest.mark.parametrize(("name", "text", "ground"), product(OURS, TEXTS, ("background", "surface")))
def test_text_stands_out(name: str, text: str, ground: str) -> None:
    palette = OURS[name]
    assert contrast(Color.parse(getattr(palette, text)), Color.parse(getattr(palette, ground))) >= ENOUGH


def test_there_are_two_dark_themes_two_light_ones_and_the_terminals_own() -> None:
    lights = [luminance(Color.parse(palette.background)) > 0.5 for palette in OURS.values()]
    assert (len(PALETTES), lights.count(True), lights.count(False)) == (5, 2, 2)


def test_black_on_white_is_21_to_1() -> None:
    assert contrast(Color.parse("#000000"), Color.parse("#ffffff")) == pytest.approx(21)
