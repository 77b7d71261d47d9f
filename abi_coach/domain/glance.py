"""A question at a glance: what lists and searches show of it."""

from __future__ import annotations

from typing import NamedTuple


class QuestionRow(NamedTuple):
    """A question at a glance; `levels` and `skills` are joined by spaces, `own` says whose bank it is in.

    `stands_for` is the bank whose question of the same id this one replaces, where that is another bank.
    """

    id: str
    bank: str
    kind: str
    competency: str | None
    secondary: str | None
    difficulty: int
    levels: str
    skills: str
    prompt: str
    own: bool
    stands_for: str | None = None
