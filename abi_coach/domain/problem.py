"""Something wrong in a file that a person wrote, with the place and what to write instead."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from abi_coach.domain.plain_text import strip_controls

MOST_LISTED: Final = 20
"""Problems of one file that a list of files tells; the rest is counted, and `abi bank lint` tells them all."""

_LONGEST: Final = 60


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One thing that is wrong: `name` is the file's, `line` and `column` count from 1, `path` leads to the field.

    `what` says what is wrong and `write` what to write instead; `path` and `write` may be empty.
    """

    name: str
    line: int
    column: int
    path: str
    what: str
    write: str = ""

    def __str__(self) -> str:
        """Write it as one line: `backend.yaml:57:11: questions[3].time.target: must be …; write …`."""
        return self.told()

    def told(self, kind: str = "") -> str:
        """Write it as one line, with what kind of problem it is before the path."""
        parts = [f"{self.name}:{self.line}:{self.column}", *filter(None, (kind, self.path)), self.what]
        words = ": ".join(parts) + (f"; {self.write}" if self.write else "")
        return strip_controls(words).replace("\n", " ").replace("\t", " ")


def quoted(text: str) -> str:
    """Quote what was found in one short line, without anything that steers a terminal."""
    words = " ".join(strip_controls(text).split())
    return f"“{words[: _LONGEST - 1]}…”" if len(words) > _LONGEST else f"“{words}”"
