"""What the coach can do, wired once: `open_coach(home, clock)`.

Each part is made when it is first asked for, so that a command pays only for what it uses.
"""

from __future__ import annotations

import os
import time
from datetime import UTC, datetime
from functools import cached_property
from typing import TYPE_CHECKING

from abi_coach.storage.home import Home, open_home

if TYPE_CHECKING:
    from pathlib import Path

    from abi_coach.domain.clock import Clock, Monotonic
    from abi_coach.domain.errors import CoachError
    from abi_coach.domain.settings import Settings
    from abi_coach.services.bank_care import BankCare
    from abi_coach.services.care import Care
    from abi_coach.services.career import Career
    from abi_coach.services.debrief import Debriefs
    from abi_coach.services.documents import Documents
    from abi_coach.services.forgetting import Forgetting
    from abi_coach.services.interview import Interviews
    from abi_coach.services.library import Library
    from abi_coach.services.overview import Overviews
    from abi_coach.services.plan import Plans
    from abi_coach.services.practice import Practice
    from abi_coach.services.story import Stories
    from abi_coach.services.vault import Vault
    from abi_coach.storage.journal import Journal
    from abi_coach.storage.journal_glance import JournalGlance


class Coach:
    """Everything that screens and commands use; holds the home, the journal, the clocks and the settings.

    `configured` is what config.toml says, None without one: then Home need not load the rules of everything.
    """

    def __init__(self, home: Home, configured: Settings | None, clock: Clock, monotonic: Monotonic) -> None:
        self.home = home
        self.clock = clock
        self.monotonic = monotonic
        self._configured = configured

    @cached_property
    def settings(self) -> Settings:
        """Every rule of thumb."""
        from abi_coach.domain.settings import Settings  # noqa: PLC0415 - `abi next` needs two of them only

        return self._configured or Settings()

    @property
    def theme(self) -> str:
        """The name of the theme that was asked for; empty for ours."""
        return self._configured.screen.theme if self._configured else ""

    @cached_property
    def glance(self) -> JournalGlance:
        """The journal's rows, for reading; all of the journal that Home loads."""
        from abi_coach.storage.journal_glance import JournalGlance  # noqa: PLC0415 - wired on use

        return JournalGlance(self.home, now=self.clock)

    @cached_property
    def journal(self) -> Journal:
        """Everything that the person did, for reading and writing."""
        from abi_coach.storage.journal import Journal  # noqa: PLC0415 - wired on use
        from abi_coach.storage.projection import project, rung_of  # noqa: PLC0415 - wired on use

        return Journal(self.home, projector=project, climb=rung_of, now=self.clock)

    @cached_property
    def overviews(self) -> Overviews:
        """What Home and `abi next` show."""
        from abi_coach.domain.recommendation import AdviceRules  # noqa: PLC0415 - wired on use
        from abi_coach.services.overview import Overviews  # noqa: PLC0415 - wired on use

        told = self._configured
        rules = AdviceRules(told.cadence, told.plan.horizon_days) if told else AdviceRules()
        return Overviews(self.glance, self.clock, rules)

    @cached_property
    def library(self) -> Library:
        """The question banks, shipped and own."""
        from abi_coach.services.library import Library  # noqa: PLC0415 - wired on use

        return Library(self.home)

    @cached_property
    def banks(self) -> BankCare:
        """Checking, starting and exporting banks."""
        from abi_coach.services.bank_care import BankCare  # noqa: PLC0415 - wired on use

        return BankCare(self.home, self.library)

    @cached_property
    def practice(self) -> Practice:
        """Choosing sets and running sittings."""
        from abi_coach.services.practice import Practice  # noqa: PLC0415 - wired on use
        from abi_coach.services.practice_record import PracticeRecord  # noqa: PLC0415 - wired on use

        return Practice(PracticeRecord(self.journal, self.library, self.clock, self.monotonic, self.settings))

    @cached_property
    def interviews(self) -> Interviews:
        """Interviews, upcoming and past."""
        from abi_coach.services.interview import Interviews  # noqa: PLC0415 - wired on use

        return Interviews(self.journal, self.clock)

    @cached_property
    def debriefs(self) -> Debriefs:
        """Debriefs and their drafts."""
        from abi_coach.services.debrief import Debriefs  # noqa: PLC0415 - wired on use

        return Debriefs(self.journal, self.clock)

    @cached_property
    def stories(self) -> Stories:
        """The person's own stories."""
        from abi_coach.services.story import Stories  # noqa: PLC0415 - wired on use

        return Stories(self.journal, self.clock)

    @cached_property
    def plans(self) -> Plans:
        """Plans, explained and rendered."""
        from abi_coach.services.plan import Plans  # noqa: PLC0415 - wired on use

        return Plans(self.journal, self.library, self.documents, self.settings, self.clock)

    @cached_property
    def documents(self) -> Documents:
        """Templates, shipped and own."""
        from abi_coach.services.documents import Documents  # noqa: PLC0415 - wired on use

        return Documents(self.home, self.journal)

    @cached_property
    def vault(self) -> Vault:
        """Everything as a folder of Markdown."""
        from abi_coach.services.vault import Vault  # noqa: PLC0415 - wired on use

        return Vault(self.journal, self.documents)

    @cached_property
    def forgetting(self) -> Forgetting:
        """Deleting for good."""
        from abi_coach.services.forgetting import Forgetting  # noqa: PLC0415 - wired on use

        return Forgetting(self.journal)

    @cached_property
    def care(self) -> Care:
        """Export, import, backups and the doctor."""
        from abi_coach.services.care import Care  # noqa: PLC0415 - wired on use

        return Care(self.home, self.journal, self.clock)

    @cached_property
    def career(self) -> Career:
        """The market, pay, companies, decisions, people, and the look back."""
        from abi_coach.services.career import Career  # noqa: PLC0415 - wired on use

        return Career(self.journal, self.library, self.documents, self.clock)

    def write_crash_report(self, error: BaseException | None) -> CoachError:
        """Write where the program broke, without anything that was typed, and say where the report is."""
        from abi_coach.services.crash_report import write_crash_report  # noqa: PLC0415 - hopefully never

        return write_crash_report(self.home, error, self.clock())

    def close(self) -> None:
        """Let go of the journal."""
        for part in ("glance", "journal"):
            if part in self.__dict__:  # only what was opened
                getattr(self, part).close()


def utc_now() -> datetime:
    """The present instant, aware, UTC."""
    return datetime.now(UTC)


def open_coach(
    home: Path | None = None,
    clock: Clock = utc_now,
    monotonic: Monotonic = time.monotonic,
    *,
    config: Path | None = None,
) -> Coach:
    """Open the coach on a home: `home`, else $ABI_HOME, else the platform's folder for user data.

    `config` replaces the home's config.toml. Raises HomeError and, for a config with mistakes, FileError.
    """
    place = open_home(home, os.environ)
    return Coach(place, _settings(config or place.config, must_exist=config is not None), clock, monotonic)


def _settings(path: Path, *, must_exist: bool) -> Settings | None:
    """What config.toml says; None when there is none, as reading one costs loading its checker."""
    if not must_exist and not path.exists():
        return None
    from abi_coach.storage.configuration import read_settings  # noqa: PLC0415 - only who has a config pays for it

    return read_settings(path)
