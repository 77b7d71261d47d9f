"""What the coach can do, wired once: `open_coach(home, clock)`.

Each part is made when it is first asked for, so that a command pays only for what it uses.
"""

from __future__ import annotations

import os
import time
from datetime import UTC, datetime
from functools import cached_property
from typing import TYPE_CHECKING

from abi_coach.services.opened_home import OpenedHome, config_of
from abi_coach.storage.home import open_home

if TYPE_CHECKING:
    from pathlib import Path

    from abi_coach.domain.clock import Clock, Monotonic
    from abi_coach.services.bank_care import BankCare
    from abi_coach.services.calendar import Calendar
    from abi_coach.services.card import Cards
    from abi_coach.services.care import Care
    from abi_coach.services.career import Career
    from abi_coach.services.debrief import Debriefs
    from abi_coach.services.debrief_document import DebriefDocuments
    from abi_coach.services.documents import Documents
    from abi_coach.services.follow_up import FollowUps
    from abi_coach.services.forgetting import Forgetting
    from abi_coach.services.interview import Interviews
    from abi_coach.services.library import Library
    from abi_coach.services.notes import Notes
    from abi_coach.services.partner import Partners
    from abi_coach.services.plan import Plans
    from abi_coach.services.practice import Practice
    from abi_coach.services.story import Stories
    from abi_coach.services.vault import Vault


class Coach(OpenedHome):
    """Everything that screens and commands use."""

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

        return Stories(self.journal, self.clock, self.settings.stories)

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
    def cards(self) -> Cards:
        """One screen before an interview."""
        from abi_coach.services.card import Cards  # noqa: PLC0415 - wired on use

        return Cards(self)

    @cached_property
    def follow_ups(self) -> FollowUps:
        """Thanks, status notes, feedback, keeping warm."""
        from abi_coach.services.follow_up import FollowUps  # noqa: PLC0415 - wired on use

        return FollowUps(self.journal, self.clock)

    @cached_property
    def calendar(self) -> Calendar:
        """Interviews and follow-ups for a calendar program."""
        from abi_coach.services.calendar import Calendar  # noqa: PLC0415 - wired on use

        return Calendar(self.journal, self.follow_ups, self.documents)

    @cached_property
    def notes(self) -> Notes:
        """Debriefs begun from notes and transcripts."""
        from abi_coach.services.notes import Notes  # noqa: PLC0415 - wired on use

        return Notes(self)

    @cached_property
    def partners(self) -> Partners:
        """Debriefs together with a manager, mentor or peer."""
        from abi_coach.services.partner import Partners  # noqa: PLC0415 - wired on use

        return Partners(self)

    @cached_property
    def debrief_documents(self) -> DebriefDocuments:
        """Debriefs as Markdown."""
        from abi_coach.services.debrief_document import DebriefDocuments  # noqa: PLC0415 - wired on use

        return DebriefDocuments(self)

    @cached_property
    def vault(self) -> Vault:
        """Everything as a folder of Markdown."""
        from abi_coach.services.vault import Vault  # noqa: PLC0415 - wired on use

        return Vault(self)

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


def utc_now() -> datetime:
    """The present instant, aware, UTC."""
    return datetime.now(UTC)


def open_coach(
    home: Path | None = None,
    clock: Clock = utc_now,
    monotonic: Monotonic = time.monotonic,
    *,
    config: Path | None = None,
    is_forgiving: bool = False,
) -> Coach:
    """Open the coach on a home: `home`, else $ABI_HOME, else the platform's folder for user data.

    `config` replaces the home's config.toml. Raises HomeError and, for a config with mistakes, FileError; where
    `is_forgiving`, the coach has our defaults then, and the mistakes as its `config_error`.
    """
    place = open_home(home, os.environ)
    configured = config_of(config or place.config, must_exist=config is not None, is_forgiving=is_forgiving)
    return Coach(place, configured, clock, monotonic)
