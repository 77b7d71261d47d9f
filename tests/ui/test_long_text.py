"""The quick box looks the same as Textual's own after every key, though it draws less."""

from __future__ import annotations

from random import Random
from typing import TYPE_CHECKING

import pytest
from textual.app import App
from textual.widgets import TextArea

from abi_coach.ui.widgets.long_text import LongText

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.pilot import Pilot

KEYS = (
    *("a", "b", "space", "x", "y", "z") * 3,
    *("enter", "tab", "backspace", "delete", "left", "right", "up", "down", "home", "end", "pageup", "pagedown"),
    *("shift+left", "shift+up", "shift+end", "ctrl+z", "ctrl+y", "ctrl+k", "ctrl+u", "ctrl+w", "ctrl+x", "ctrl+v"),
)
TEXT = "\n".join(f"{number} and then we looked again at what was left over" for number in range(30))


class OneBox(App[None]):
    """A box of the kind that is asked for, full of text."""

    def __init__(self, kind: type[TextArea]) -> None:
        super().__init__()
        self.kind = kind

    def compose(self) -> ComposeResult:
        """The box."""
        yield self.kind(TEXT, soft_wrap=True, show_line_numbers=False)


def looks(app: App[None]) -> list[str]:
    """What every line of the screen shows, with its styles."""
    return [str(list(strip)) for strip in app.screen._compositor.render_strips()]


async def after_each(pilot: Pilot[None], keys: list[str]) -> list[list[str]]:
    """How the box looks after each key."""
    box = pilot.app.query_one(TextArea)
    box.cursor_blink = box.match_cursor_bracket = False
    seen = []
    for key in keys:
        await pilot.press(key)
        await pilot.pause()
        seen.append(looks(pilot.app))
    return seen


@pytest.mark.parametrize("seed", range(3))
async def test_it_looks_as_textuals_own_box_does_after_every_key(seed: int) -> None:
    keys = Random(seed).choices(KEYS, k=40)  # noqa: S311 - which keys does not matter
    told = []
    for kind in (TextArea, LongText):
        async with OneBox(kind).run_test(size=(32, 12)) as pilot:
            told.append(await after_each(pilot, keys))
    assert told[0] == told[1]


async def test_words_that_are_put_in_elsewhere_are_seen() -> None:
    async with OneBox(LongText).run_test(size=(32, 12)) as pilot:
        box = pilot.app.query_one(TextArea)
        box.insert("AHEAD ", (3, 0), maintain_selection_offset=False)
        box.insert("BEHIND ", (5, 0))
        await pilot.pause()
        assert "AHEAD" in "".join(looks(pilot.app))


async def test_another_theme_is_seen_at_once() -> None:
    async with OneBox(LongText).run_test(size=(32, 12)) as pilot:
        await pilot.press("a")
        before = looks(pilot.app)
        pilot.app.theme = "textual-light"
        await pilot.pause()
        assert looks(pilot.app) != before
