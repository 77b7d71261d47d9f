"""Print docs/keys.md from the screens themselves: `make docs`."""
# ruff: noqa: INP001 - a script, run by make

from __future__ import annotations

import pkgutil
import sys
from importlib import import_module
from typing import TYPE_CHECKING

from abi_coach.ui import screens
from abi_coach.ui.screens.coach_screen import CoachScreen
from abi_coach.ui.screens.help import KEYS_BY_PLACE

if TYPE_CHECKING:
    from collections.abc import Iterator

OPENING = """# Keys

Made by `make docs` from the screens themselves. In the app, `?` shows the keys, the last line shows those that matter
now, and ctrl+p finds every action by name. Enter is always the one main thing of a screen, Esc goes back and loses
nothing. No key is needed that a text box would swallow: while you type, letters are letters.
"""


def page() -> str:
    """The whole page as Markdown."""
    parts = [OPENING, *(_table(place, keys) for place, keys in KEYS_BY_PLACE), "## The last line of each screen\n"]
    return "\n".join([*parts, _last_lines()])


def _last_lines() -> str:
    rows = [f"| {place} | {' · '.join(f'`{key}` {does}' for key, does in keys)} |" for place, keys in _screens()]
    return "\n".join(["| screen | keys |", "|---|---|", *rows, ""])


def _screens() -> Iterator[tuple[str, tuple[tuple[str, str], ...]]]:
    """Every screen with a name of its own, and the keys that it begins with."""
    for module in pkgutil.iter_modules(screens.__path__):
        import_module(f"{screens.__name__}.{module.name}")
    found = {one.PLACE: one.KEYS for one in _below(CoachScreen) if one.PLACE}
    yield from sorted(found.items())


def _below(screen: type[CoachScreen]) -> Iterator[type[CoachScreen]]:
    for one in screen.__subclasses__():
        yield one
        yield from _below(one)


def _table(place: str, keys: tuple[tuple[str, str], ...]) -> str:
    rows = [f"| {' '.join(f'`{key}`' for key in names.split())} | {does} |" for names, does in keys]
    return "\n".join([f"## {place}\n", "| key | does |", "|---|---|", *rows, ""])


if __name__ == "__main__":
    sys.stdout.write(page())
