"""What one part of the coach may use of the others: a coach as its own services see it.

`Coach` has all of these. Services take `Parts` instead of it, so that the wiring knows them and not they the wiring.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from abi_coach.domain.clock import Clock, Monotonic
    from abi_coach.domain.errors import FileError
    from abi_coach.domain.settings import Settings
    from abi_coach.services.care import Care
    from abi_coach.services.debrief import Debriefs
    from abi_coach.services.documents import Documents
    from abi_coach.services.interview import Interviews
    from abi_coach.services.library import Library
    from abi_coach.services.plan import Plans
    from abi_coach.services.story import Stories
    from abi_coach.storage.home import Home
    from abi_coach.storage.journal import Journal


class Parts(Protocol):
    """The coach's parts; each is made when it is first asked for."""

    is_demo: bool
    """Whether all of it is invented."""

    config_error: FileError | None
    """What is wrong with config.toml, where our defaults took its place."""

    @property
    def has_config(self) -> bool:
        """Whether a config.toml is in force."""

    @property
    def home(self) -> Home:
        """Where everything is kept."""

    @property
    def journal(self) -> Journal:
        """Everything that was said."""

    @property
    def settings(self) -> Settings:
        """The rules of thumb."""

    @property
    def clock(self) -> Clock:
        """The present instant."""

    @property
    def monotonic(self) -> Monotonic:
        """Seconds that only grow."""

    @property
    def library(self) -> Library:
        """The question banks."""

    @property
    def documents(self) -> Documents:
        """Templates and what is made with them."""

    @property
    def interviews(self) -> Interviews:
        """Interviews, upcoming and past."""

    @property
    def debriefs(self) -> Debriefs:
        """Debriefs and their drafts."""

    @property
    def stories(self) -> Stories:
        """The person's own stories."""

    @property
    def plans(self) -> Plans:
        """Plans, explained and rendered."""

    @property
    def care(self) -> Care:
        """Export, import and backups."""
