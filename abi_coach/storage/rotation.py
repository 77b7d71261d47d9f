"""Which copies of the journal there are, how they are called, and how long each is kept."""

from __future__ import annotations

import contextlib
import re
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from abi_coach.storage.home import Home

DAILY, WEEKLY, MONTHLY = 7, 4, 6
"""How many days, weeks and months back one daily copy each is kept."""

OCCASIONAL = 5
"""How many copies are kept of each occasion: before a migration, an import, a repair, a restore."""

_OCCASIONS = frozenset({"migration", "import", "repair", "restore"})
_NAME = re.compile(r"journal-(\d{8}T\d{6}Z)-([a-z]+)\.db")
_STAMP = "%Y%m%dT%H%M%SZ"


def backups(home: Home) -> list[Path]:
    """Every copy, newest first, whatever the reason."""
    return sorted((file for file in home.backups.glob("journal-*.db") if _is_copy(file)), reverse=True)


def newest_backup(home: Home) -> Path | None:
    """The newest copy that was made of a readable journal."""
    return next((file for file in backups(home) if _reason(file) != "damaged"), None)


def daily_copy_due(home: Home, at: datetime) -> bool:
    """Whether there is a journal and today (UTC) has no daily copy yet; two looks at the folder, nothing opened."""
    return home.journal.exists() and not any(home.backups.glob(f"journal-{at.astimezone(UTC):%Y%m%d}T*-daily.db"))


def rotate(home: Home) -> None:
    """Let daily copies go but for 7 days, 4 weeks and 6 months, and keep five of each occasion.

    Copies that somebody asked for, and damaged journals that were put aside, stay for ever.
    """
    copies = backups(home)
    daily = [file for file in copies if _reason(file) == "daily"]
    kept = {
        *_newest_of_each(daily, _day, DAILY),
        *_newest_of_each(daily, _week, WEEKLY),
        *_newest_of_each(daily, _month, MONTHLY),
    }
    going = [file for file in daily if file not in kept]
    for occasion in _OCCASIONS:
        going += [file for file in copies if _reason(file) == occasion][OCCASIONAL:]
    for file in going:
        file.unlink(missing_ok=True)


def free_name(home: Home, reason: str, at: datetime) -> Path:
    """A name that no copy has yet: two in one second must not replace one another."""
    moment = at.astimezone(UTC)
    while (name := home.backups / f"journal-{moment:{_STAMP}}-{reason}.db").exists():
        moment += timedelta(seconds=1)
    return name


def _newest_of_each(newest_first: Iterable[Path], period: Callable[[datetime], object], most: int) -> list[Path]:
    chosen: dict[object, Path] = {}
    for file in newest_first:
        chosen.setdefault(period(_moment(file)), file)
    return list(chosen.values())[:most]


def _is_copy(file: Path) -> bool:
    named = _NAME.fullmatch(file.name)
    with contextlib.suppress(ValueError):
        return named is not None and bool(datetime.fromisoformat(named[1]))
    return False


def _moment(file: Path) -> datetime:
    return datetime.fromisoformat(file.name.split("-")[1])


def _reason(file: Path) -> str:
    return file.stem.split("-")[2]


def _day(at: datetime) -> object:
    return at.date()


def _week(at: datetime) -> object:
    return at.isocalendar()[:2]


def _month(at: datetime) -> object:
    return (at.year, at.month)
