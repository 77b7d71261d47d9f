"""Keeping what was said, however the app ends: quit, a signal, an error, a terminal that has gone."""

from __future__ import annotations

import asyncio
import os
import signal
import threading
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING

from textual.app import App

from abi_coach.domain.errors import CoachError
from abi_coach.ui.safe import told
from abi_coach.ui.screens.coach_screen import CoachScreen
from abi_coach.ui.screens.confirm_dialog import ConfirmDialog
from abi_coach.ui.terminal_watch import end_soon, watch_terminal

if TYPE_CHECKING:
    from abi_coach.services.coach import Coach
    from abi_coach.ui.messages import SaveFailed


class KeepingApp(App[None]):
    """An app that loses nothing. `backup` is the thread of the day's first copy; `finish` waits for it."""

    def __init__(self, coach: Coach) -> None:
        super().__init__()
        self.coach = coach
        self.backup = threading.Thread(target=self._back_up, name="daily-backup")
        self._broken: CoachError | None = None

    def on_app_blur(self) -> None:
        """Another window has the keys: save."""
        self.save_everything()

    def action_leave(self) -> None:
        """Quit; where words could not be saved, ask first."""
        if self.save_everything():
            self.exit()
        elif not isinstance(self.screen, ConfirmDialog):
            about = "They would be lost. To stay and try again, or to copy them, press n."
            self.push_screen(ConfirmDialog("Some words are not saved. Quit all the same?", about), self._quit_if)

    def action_quit(self) -> None:  # type: ignore[override] # ours never waits for anything
        """Quit the same way from the palette."""
        self.action_leave()

    def save_everything(self) -> bool:
        """Save what any open screen holds; False when something could not be saved."""
        return not self._unsaved()

    def _unsaved(self) -> list[CoachScreen]:
        """Save each open screen; those that could not be saved."""
        open_now = [screen for screen in self.screen_stack if isinstance(screen, CoachScreen)]
        return [screen for screen in open_now if not screen.save_now()]

    def _save_at_the_end(self) -> str:
        """Save; what cannot be saved goes into a file elsewhere. Returns what to tell the person."""
        places: list[str] = []
        try:
            places += [str(path) for screen in self._unsaved() if (path := screen.rescue_words()) is not None]
        except CoachError as error:
            return f"Some words could not be saved: {error}"
        return f"What you wrote is in {' and '.join(places)}." if places else "What you wrote is saved."

    def on_save_failed(self, message: SaveFailed) -> None:
        """Say so for as long as it is true; screens with a banner of their own stop the message before."""
        self.notify(told(message.error), title="Not saved", severity="error", timeout=20, markup=False)

    def _handle_exception(self, error: Exception) -> None:
        """Save first; then one short message instead of a traceback, whose locals would be private answers."""
        cause = getattr(error, "error", error)  # a worker wraps what went wrong in it
        words = ""
        try:
            words = self._save_at_the_end()
        finally:
            self._return_code = 1
            self._exception = self._exception or error
            self._exception_event.set()
            if self._broken is None:
                self._broken = cause if isinstance(cause, CoachError) else self._reported(cause, words)
            self._close_messages_no_wait()

    def panic(self, *_: object) -> None:
        """Textual cannot go on: its reader of keys failed, or the terminal has gone."""
        words = self._save_at_the_end()
        if os.isatty(0) and self._broken is None:
            self._broken = self._reported(None, words)
        self._return_code = 1
        self._close_messages_no_wait()

    def _reported(self, error: BaseException | None, words: str) -> CoachError:
        return CoachError(f"{self.coach.write_crash_report(error)} {words}".strip())

    def listen_for_the_end(self) -> None:
        """Signals come between two handlers, never in the middle of a write."""
        loop = asyncio.get_running_loop()
        for number in (signal.SIGTERM, signal.SIGHUP, signal.SIGINT):
            with suppress(NotImplementedError):  # no such signals here
                loop.add_signal_handler(number, self._leave_at_once)
        watch_terminal(partial(loop.call_soon_threadsafe, self._leave_at_once))

    def _leave_at_once(self) -> None:
        """Nobody can be asked any more."""
        end_soon()
        self._save_at_the_end()
        self.exit()

    def _quit_if(self, agreed: bool | None) -> None:
        if agreed:
            self.exit()

    def _back_up(self) -> None:
        """The day's first copy, in a thread of its own."""
        try:
            if self.coach.journal.backup_due():
                self.coach.care.back_up_daily()
        except CoachError as error:
            self.call_from_thread(self.notify, told(error), title="No copy today", severity="warning", markup=False)

    @property
    def broken(self) -> CoachError | None:
        """What ended the app, for the command line to tell; None after a normal end."""
        return self._broken

    def finish(self) -> None:
        """Wait for the day's copy, after the screens are gone. Raises what broke them."""
        if self.backup.ident is not None:
            self.backup.join()
        if self._broken is not None:
            raise self._broken
