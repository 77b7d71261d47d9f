"""A bank of questions for one role."""

from __future__ import annotations

from dataclasses import dataclass

from abi_coach.domain.bank_head import BankHead
from abi_coach.domain.question import AnyQuestion


@dataclass(frozen=True, slots=True)
class Bank:
    """A role's questions."""

    head: BankHead
    questions: tuple[AnyQuestion, ...] = ()
