"""What is left of a crash: where in the program it was, and nothing that the person typed."""

from __future__ import annotations

import sys
import traceback
from typing import TYPE_CHECKING

from abi_coach import __version__
from abi_coach.domain.errors import CoachError
from abi_coach.storage.files import write_file

if TYPE_CHECKING:
    from datetime import datetime

    from abi_coach.storage.home import Home


def write_crash_report(home: Home, error: BaseException | None, at: datetime) -> CoachError:
    """Write the report into the home; returns what to tell the person, also when it could not be written.

    A traceback's lines of our code are kept; the error's own message is not, for it may quote what was typed.
    """
    frames = traceback.extract_tb(error.__traceback__) if error else []
    lines = [f"{frame.filename}:{frame.lineno} in {frame.name}" for frame in frames]
    report = "\n".join([f"abi {__version__}, Python {sys.version}", type(error).__name__, *lines, ""])
    path = home.root / f"crash-{at:%Y%m%dT%H%M%SZ}.txt"
    what = "Something in abi broke, and it stopped. What you wrote is saved."
    try:
        home.make()
        write_file(path, report)
    except CoachError as problem:
        return CoachError(f"{what} ({type(error).__name__}; no report: {problem})")
    return CoachError(f"{what} Where it broke is noted in {path}; nothing you typed is in it.")
