"""Saying aloud that a role is only guessed, where its weights are what counts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from abi_coach.cli.output import tell

if TYPE_CHECKING:
    from abi_coach.domain.role import RoleMatch


def tell_guess(match: RoleMatch) -> None:
    """Say whose weights stand for a role that nobody knows; nothing for one that is known."""
    if not match.exact:
        tell(f"Nothing is called “{match.asked}”; weighing as “{match.bank}” does.")
