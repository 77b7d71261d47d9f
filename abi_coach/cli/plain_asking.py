"""Asking line by line during practice: numbers, yes or no, words; and the three wishes that a person always has."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from abi_coach.cli.output import say

if TYPE_CHECKING:
    from abi_coach.cli.lines import Lines

SKIP: Final = "skip"
QUIT: Final = "quit"
END: Final = "end"
NUMBERS: Final = frozenset("12345")


class SkipQuestion(Exception):  # noqa: N818 - a wish, not a mistake
    """The person wants the next question."""


class LeaveSitting(Exception):  # noqa: N818 - a wish, not a mistake
    """The person leaves; the sitting waits to be resumed."""


class EndSitting(Exception):  # noqa: N818 - a wish, not a mistake
    """The person ends the sitting for good."""


class PlainAsking:
    """Says a prompt, takes a line."""

    def __init__(self, lines: Lines) -> None:
        self._lines = lines

    def number(self, prompt: str) -> int:
        """A number from 1 to 5."""
        while True:
            told = self.ask(prompt).strip()
            if told in NUMBERS:
                return int(told)
            say(f"Write one number from 1 to 5 (got “{told}”).")

    def yes(self, statement: str) -> bool:
        """Yes or no."""
        while True:
            told = self.ask(f"{statement} y or n?").strip().lower()
            if told in {"y", "yes", "n", "no"}:
                return told.startswith("y")
            say(f"Write y or n (got “{told}”).")

    def ask(self, prompt: str) -> str:
        """A line in reply. Raises SkipQuestion, LeaveSitting, EndSitting, EndOfInput."""
        say(prompt)
        line = self.line() or ""
        if line.strip().lower() == END:
            raise EndSitting
        return line

    def line(self, timeout: float | None = None) -> str | None:
        """A line, or None after `timeout` seconds. Raises SkipQuestion, LeaveSitting, EndOfInput."""
        line = self._lines.read(timeout)
        wish = "" if line is None else line.strip().lower()
        if wish == SKIP:
            raise SkipQuestion
        if wish == QUIT:
            raise LeaveSitting
        return line
