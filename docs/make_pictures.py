"""Make the README's pictures from the app itself, on the demo's year: `make docs`.

The same program gives the same pictures on every machine: the day, the clock and the luck are fixed.
"""
# ruff: noqa: INP001 - a script, run by make

from __future__ import annotations

import asyncio
import os
import re
import sys
import tempfile
import time
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Final

os.environ["TZ"] = "UTC"
if hasattr(time, "tzset"):  # not on Windows
    time.tzset()

from abi_coach.services.coach import Coach, open_coach
from abi_coach.services.demo import build_demo
from abi_coach.ui.app import PLACES, CoachApp

FOLDER: Final = Path(__file__).parent / "pictures"
TODAY: Final = datetime(2026, 11, 22, 18, 0, tzinfo=UTC)
SIZE: Final = (96, 28)
FONTS: Final = "'Fira Code', 'JetBrains Mono', Menlo, Consolas, 'DejaVu Sans Mono', monospace"
LOOK_SECONDS: Final = 0.15
"""The answer clock looks more often than that."""

LETTER_WIDTH: Final = 12.2
"""In the units of Rich's pictures."""

_FONT_FACES: Final = re.compile(r"\s*@font-face \{.*?\}", re.DOTALL)
_TEXT: Final = re.compile(r'(<text [^>]*?)x="([\d.]+)"([^>]*?) textLength="([\d.]+)"([^>]*>)([^<]*)</text>')
_BLANK: Final = "&#160;"


@dataclass(frozen=True, slots=True)
class Picture:
    """A place in the app, the keys to press there, and the seconds that go by then."""

    name: str
    place: str = ""
    keys: tuple[str, ...] = ()
    seconds: int = 0


PICTURES: Final = (
    Picture("home"),
    Picture("practice", "practice", ("enter", "3", "enter"), 82),
    Picture("plan", "plan"),
    Picture("debrief", "debrief", ("enter",)),
    Picture("stories", "stories"),
    Picture("history", "history"),
    Picture("market", "market"),
    Picture("progress", "progress"),
)
"""What the README shows; a place that the app does not have is left out."""


class _Clock:
    """A clock that only moves when told to."""

    def __init__(self) -> None:
        self.seconds = 0

    def __call__(self) -> datetime:
        return TODAY + timedelta(seconds=self.seconds)

    def monotonic(self) -> float:
        return 1000.0 + self.seconds


def main() -> int:
    """Make every picture; 0, so that make goes on."""
    FOLDER.mkdir(exist_ok=True)
    for picture in PICTURES:
        if not picture.place or picture.place in PLACES:
            path = FOLDER / f"{picture.name}.svg"
            path.write_text(asyncio.run(_drawn(picture)), encoding="utf-8")
            sys.stdout.write(f"{path}\n")
    return 0


async def _drawn(picture: Picture) -> str:
    """A year of its own for each picture, for keys may write."""
    clock = _Clock()
    with tempfile.TemporaryDirectory() as folder:
        coach = open_coach(Path(folder) / "home", clock=clock, monotonic=clock.monotonic)
        try:
            build_demo(coach)
            return await _screenshot(coach, clock, picture)
        finally:
            coach.close()


async def _screenshot(coach: Coach, clock: _Clock, picture: Picture) -> str:
    app = CoachApp(coach, coach.overviews.read(), picture.place)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        for key in picture.keys:
            await pilot.press(key)
            await pilot.pause()
        for _ in range(picture.seconds):  # a leap would be taken for a machine that slept
            clock.seconds += 1
            await pilot.pause(LOOK_SECONDS)
        await app.workers.wait_for_complete()
        await pilot.pause()
        return _tidy(app.export_screenshot(title="abi --demo"))


def _tidy(svg: str) -> str:
    """Fonts of the reader's own machine instead of a network's, and no blanks at the ends of a text.

    Some programs leave blanks at the start of a text out and move the rest to the left.
    """
    local = _FONT_FACES.sub("", svg).replace("font-family: Fira Code, monospace", f"font-family: {FONTS}")
    return _TEXT.sub(_without_blanks, local.replace("font-family: arial", "font-family: system-ui, sans-serif"))


def _without_blanks(found: re.Match[str]) -> str:
    before, left, between, _, after, text = found.groups()
    letters = text.replace(_BLANK, "\0")
    words = letters.strip("\0")
    if not words:
        return ""
    blanks = len(letters) - len(letters.lstrip("\0"))
    width = LETTER_WIDTH * _letters(words)
    start = float(left) + LETTER_WIDTH * blanks
    told = words.replace("\0", _BLANK)
    return f'{before}x="{start:g}"{between} textLength="{width:g}"{after}{told}</text>'


def _letters(text: str) -> int:
    """How many letters a text in a picture has; an entity is one."""
    return len(re.sub(r"&#?\w+;", "x", text))


if __name__ == "__main__":
    sys.exit(main())
