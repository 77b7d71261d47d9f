"""A bank as it stands on the shelf: all of it but its questions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from abi_coach.domain.bank_head import BankHead
from abi_coach.domain.competency import Competency
from abi_coach.domain.value import Value, frozen

if TYPE_CHECKING:
    from abi_coach.storage.catalogue_rows import BankRow


@frozen
class Shelf(Value):
    """A bank as lists show it; `replaced` means that a bank of the same id takes its place.

    `skipped` counts questions that could not be used; `problems` says why.
    """

    head: BankHead
    path: str
    own: bool
    questions: int
    skipped: int
    problems: tuple[str, ...]
    replaced: bool


def shelf_of(row: BankRow) -> Shelf:
    """The shelf that a row of the catalogue tells of. Raises ValueError and the like where that is no bank's."""
    head = dict(row.head)
    head["weights"] = {Competency(name): weight for name, weight in head.get("weights", {}).items()}
    head["skills"] = {skill: tuple(aliases) for skill, aliases in head.get("skills", {}).items()}
    head["aliases"], head["includes"] = tuple(head.get("aliases", ())), tuple(head.get("includes", ()))
    return Shelf(BankHead(**head), row.path, row.own, row.questions, row.skipped, row.problems, not row.works)
