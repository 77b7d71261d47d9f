"""`abi forget` that is killed at the worst moment has forgotten all or nothing, and can be called again."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pytest

from abi_coach.storage.exchange import export_lines
from tests.support.command_line import run_abi, run_python
from tests.support.demo_year import demo_coach

if TYPE_CHECKING:
    from pathlib import Path

    from tests.support.hand_clock import HandClock

KILLED: Final = -9
SCRIPT: Final = """
import os, signal, sys
from abi_coach.storage import journal_care
name, after, number = sys.argv[1], sys.argv[2] == "after", int(sys.argv[3])
real, calls = getattr(journal_care, name), []
def killing(*given, **named):
    calls.append(1)
    if len(calls) == number and not after:
        os.kill(os.getpid(), signal.SIGKILL)
    done = real(*given, **named)
    if len(calls) == number:
        os.kill(os.getpid(), signal.SIGKILL)
    return done
setattr(journal_care, name, killing)
from abi_coach.cli import main
main(["forget", "--company", "Quayside Payments", "--yes"])
"""
MOMENTS: Final = [
    ("refresh", "before", 1),  # a copy's revisions are deleted, and not committed
    ("forget", "after", 1),  # the copy is done, the journal not begun
    ("refresh", "before", 2),  # the journal's revisions are deleted, and not committed
    ("refresh", "after", 2),
    ("forget", "after", 2),  # done, and nobody was told
]


@pytest.mark.parametrize(("name", "when", "number"), MOMENTS)
def test_all_or_nothing_and_again(home: Path, clock: HandClock, name: str, when: str, number: int) -> None:
    coach = demo_coach(home, clock)
    coach.care.back_up()
    before = list(export_lines(coach.journal.revisions()))
    coach.close()
    assert run_python("-c", SCRIPT, name, when, str(number)).code == KILLED
    after = list(export_lines(coach.journal.revisions()))
    is_done = not any("Quayside" in line for line in after)
    assert is_done or after == before
    assert coach.journal.check() == []
    coach.close()
    assert run_abi("forget", "--company", "Quayside Payments", "--yes").code == 0
    left = b"".join(path.read_bytes() for path in (home / "journal.db", *(home / "backups").iterdir()))
    assert b"Quayside" not in left
