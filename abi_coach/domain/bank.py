"""A bank of questions for one role."""

from __future__ import annotations

from abi_coach.domain.bank_head import BankHead
from abi_coach.domain.question import AnyQuestion
from abi_coach.domain.value import Value, frozen


@frozen
class Bank(Value):
    """A role's questions."""

    head: BankHead
    questions: tuple[AnyQuestion, ...] = ()
