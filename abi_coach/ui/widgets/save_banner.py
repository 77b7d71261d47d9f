"""The banner that stays as long as words are only on the screen: what went wrong, and three ways out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from textual.widgets import Static

from abi_coach.ui.safe import joined, literal

if TYPE_CHECKING:
    from textual.content import Content

    from abi_coach.domain.errors import CoachError

WAYS_OUT: Final = (("ctrl+r", "try again"), ("ctrl+y", "copy"), ("f7", "write to a file"))


class SaveBanner(Static):
    """Shown while words could not be saved; the screen around it has the keys that it names."""

    DEFAULT_CSS = """
    SaveBanner {
        dock: bottom; height: auto; max-height: 5; padding: 0 1; margin-bottom: 1;
        border-left: thick $error; background: $surface; display: none;
    }
    SaveBanner.-shown { display: block; }
    """

    def show_error(self, error: CoachError) -> None:
        """Say what went wrong, until `clear`."""
        keys: list[str | Content] = []
        for key, does in WAYS_OUT:
            keys += [literal(key, "$accent bold"), f" {does}   "]
        lead = literal("Your words are still here, but not saved. ", "$error bold")
        self.update(joined(lead, str(error), "\n", *keys))
        self.add_class("-shown")

    def clear(self) -> None:
        """Everything is on disk."""
        self.remove_class("-shown")

    @property
    def is_shown(self) -> bool:
        """Whether something is not saved."""
        return self.has_class("-shown")
