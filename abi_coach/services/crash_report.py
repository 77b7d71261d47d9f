"""What is left of a crash: where in the program it was, and nothing that the person typed."""

from __future__ import annotations

import sys
import traceback
from typing import TYPE_CHECKING, Final

from abi_coach import __version__
from abi_coach.domain.errors import CoachError
from abi_coach.storage.files import write_file

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

    from abi_coach.storage.home import Home

_SORRY: Final = "Something in abi broke, and it stopped. What you wrote is saved."


def write_crash_report(home: Home | None, error: BaseException | None, at: datetime) -> CoachError:
    """Write the report into the home; returns what to tell the person, also when it could not be written.

    A traceback's lines of our code are kept; the error's own message is not, for it may quote what was typed. Without
    a home, as in a demo, nothing is written and the place is told instead.
    """
    frames = traceback.extract_tb(error.__traceback__) if error else []
    places = [f"{frame.filename}:{frame.lineno} in {frame.name}" for frame in frames]
    last = places[-1] if places else "an unknown place"
    if home is None:
        return CoachError(f"Something in abi broke, and it stopped ({type(error).__name__}, {last}).")
    report = "\n".join([f"abi {__version__}, Python {sys.version}", type(error).__name__, *places, ""])
    path = home.root / f"crash-{at:%Y%m%dT%H%M%SZ}.txt"
    try:
        home.make()
        write_file(path, report)
    except CoachError as problem:
        return CoachError(f"{_SORRY} ({type(error).__name__}, {last}; no report: {problem})")
    return CoachError(f"{_SORRY} Where it broke is noted in {path}; nothing you typed is in it.")


def crash_reports(home: Home) -> list[Path]:
    """The reports that lie in the home, oldest first."""
    return sorted(home.root.glob("crash-*.txt"))
