"""A home that was opened: its clocks, its rules and its journal, and what Home says of it. The coach builds on it."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from abi_coach.domain.errors import FileError

if TYPE_CHECKING:
    from pathlib import Path

    from abi_coach.domain.clock import Clock, Monotonic
    from abi_coach.domain.errors import CoachError
    from abi_coach.domain.settings import Settings
    from abi_coach.services.overview import Overviews
    from abi_coach.storage.home import Home
    from abi_coach.storage.journal import Journal
    from abi_coach.storage.journal_glance import JournalGlance


class OpenedHome:
    """Holds the home, the clocks, the settings and the journal, each made when it is first asked for.

    `configured` is what config.toml says, None without one: then Home need not load the rules of everything. What is
    wrong with it is `config_error`, where the coach was opened all the same.
    """

    def __init__(self, home: Home, configured: Settings | FileError | None, clock: Clock, monotonic: Monotonic) -> None:
        self.home = home
        self.clock = clock
        self.monotonic = monotonic
        self.is_demo = False
        self.config_error = configured if isinstance(configured, FileError) else None
        self._configured = None if isinstance(configured, FileError) else configured

    @cached_property
    def settings(self) -> Settings:
        """Every rule of thumb."""
        from abi_coach.domain.settings import Settings  # noqa: PLC0415 - `abi next` needs two of them only

        return self._configured or Settings()

    @property
    def _later(self) -> tuple[int, ...]:
        """By how many days the boxes of the ladder come back later than in ours."""
        return self._configured.ladder.later if self._configured else ()

    @property
    def has_config(self) -> bool:
        """Whether a config.toml is in force."""
        return self._configured is not None

    @property
    def theme(self) -> str:
        """The name of the theme that was asked for; empty for ours."""
        return self._configured.screen.theme if self._configured else ""

    @cached_property
    def glance(self) -> JournalGlance:
        """The journal's rows, for reading; all of the journal that Home loads."""
        from abi_coach.storage.journal_glance import JournalGlance  # noqa: PLC0415 - wired on use

        return JournalGlance(self.home, now=self.clock, later=self._later)

    @cached_property
    def journal(self) -> Journal:
        """Everything that the person did, for reading and writing."""
        from abi_coach.storage.journal import Journal  # noqa: PLC0415 - wired on use
        from abi_coach.storage.projection import project, rung_of  # noqa: PLC0415 - wired on use

        return Journal(self.home, projector=project, climb=rung_of, now=self.clock, later=self._later)

    @cached_property
    def overviews(self) -> Overviews:
        """What Home and `abi next` show."""
        from abi_coach.domain.recommendation import AdviceRules  # noqa: PLC0415 - wired on use
        from abi_coach.services.overview import Overviews  # noqa: PLC0415 - wired on use

        told = self._configured
        rules = AdviceRules(told.cadence, told.plan.horizon_days) if told else AdviceRules()
        return Overviews(self.glance, self.clock, rules)

    def write_crash_report(self, error: BaseException | None) -> CoachError:
        """Write where the program broke, without anything that was typed, and say where the report is."""
        from abi_coach.services.crash_report import write_crash_report  # noqa: PLC0415 - hopefully never

        return write_crash_report(None if self.is_demo else self.home, error, self.clock())

    def close(self) -> None:
        """Let go of the journal."""
        for part in ("glance", "journal"):
            if part in self.__dict__:  # only what was opened
                getattr(self, part).close()


def config_of(path: Path, *, must_exist: bool, is_forgiving: bool) -> Settings | FileError | None:
    """What config.toml says; None when there is none, as reading one costs loading its checker.

    Raises FileError for one with mistakes; where `is_forgiving`, returns it.
    """
    if not must_exist and not path.exists():
        return None
    from abi_coach.storage.configuration import read_settings  # noqa: PLC0415 - only who has a config pays for it

    try:
        return read_settings(path)
    except FileError as error:
        if is_forgiving:
            return error
        raise
