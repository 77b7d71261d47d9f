"""What every command is told: the home, how to print, and the coach, opened on first use. Knows nothing of click."""

from __future__ import annotations

import gc
import sys
from functools import cached_property
from typing import TYPE_CHECKING

from abi_coach.cli.output import tell
from abi_coach.domain.errors import NoTerminalError

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from abi_coach.services.coach import Coach


class Invocation:
    """The global options of one call; each may stand before or after the subcommand, and the last one wins."""

    def __init__(self) -> None:
        self.home: Path | None = None
        self.config: Path | None = None
        self.json = False
        self.plain = False
        self.demo = False
        self.forgives_config = False
        self.closers: list[Callable[[], None]] = []

    @cached_property
    def coach(self) -> Coach:
        """The coach on the chosen home; opened at most once and closed when the command ends.

        A config.toml with mistakes stops every command but the one that sets `forgives_config` to tell them.
        """
        from abi_coach.services.coach import open_coach  # noqa: PLC0415 - `--version` and `--help` need no home

        home = self._demo_home() if self.demo else self.home
        coach = open_coach(home, config=self.config, is_forgiving=self.forgives_config)
        self.closers.append(coach.close)
        if not self.demo:
            self.closers.append(lambda: _copy_daily(coach))
        if self.demo:
            from abi_coach.services.demo import build_demo  # noqa: PLC0415 - only the demo needs it

            tell("Demo: an invented engineer's year, in a temporary home that is removed at the end.")
            build_demo(coach)
        return coach

    def _demo_home(self) -> Path:
        """A temporary folder that goes when the command ends, and takes what was cached with it."""
        import tempfile  # noqa: PLC0415 - only the demo needs it
        from pathlib import Path  # noqa: PLC0415 - `--version` and `--help` need no path

        from abi_coach.storage.cache import OWN_CACHE  # noqa: PLC0415 - only the demo needs it

        folder = tempfile.TemporaryDirectory(prefix="abi-demo-")
        self.closers.append(folder.cleanup)
        home = Path(folder.name) / "home"
        (home / OWN_CACHE).mkdir(mode=0o700, parents=True)
        return home

    def need_terminal(self, instead: str) -> None:
        """Raise NoTerminalError unless a person sits at a terminal; `instead` is the command to use otherwise."""
        if not (sys.stdin.isatty() and sys.stdout.isatty()):
            message = f"This opens a screen, and there is no terminal here. Use `{instead}` instead."
            raise NoTerminalError(message)


def _copy_daily(coach: Coach) -> None:
    """The first use of a day leaves a copy of the journal behind."""
    from abi_coach.storage.rotation import daily_copy_due  # noqa: PLC0415 - all that most commands need of backups

    if daily_copy_due(coach.home, coach.clock()):
        coach.care.back_up_quietly()


def show_home(invocation: Invocation) -> None:
    """Open the screens at Home. Raises NoTerminalError, and what broke the screens."""
    invocation.need_terminal("abi next")
    gc.disable()  # until Home is complete nothing is worth collecting
    overview = invocation.coach.overviews.read()
    from abi_coach.ui.app import run_app  # noqa: PLC0415 - Textual is loaded only to show a screen

    run_app(invocation.coach, overview=overview)
