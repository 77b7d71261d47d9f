"""Which skills a plan may put on: measuring one by answers takes a question that asks for it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from abi_coach.domain.evidence import Evidence, ItemEvidence
    from abi_coach.services.library import Library


def askable(evidence: Evidence, library: Library) -> Evidence:
    """The evidence without skills that only the market names and that no question asks for; `abi skill` lists them."""
    wanted = {item.item for item in evidence.items if _is_only_demanded(item)}
    if not wanted:
        return evidence
    silent = wanted - library.skills()
    return replace(evidence, items=tuple(item for item in evidence.items if item.item not in silent))


def not_planned(skill: str, library: Library) -> str:
    """Why a skill that the banks know stands in no plan, and what to do."""
    if skill in library.skills():
        return f"Nothing that you kept is about {skill} yet. `abi practice --skill {skill}` asks about it."
    return f"No question asks for {skill}, so a plan does not work on it. `abi skill list` shows who asks for it."


def _is_only_demanded(item: ItemEvidence) -> bool:
    return item.is_skill and not (item.answers or item.improves or item.stories or item.booked_on)
