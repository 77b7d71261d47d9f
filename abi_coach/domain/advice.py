"""What a recommendation holds, and the settings that it depends on."""

from __future__ import annotations

from typing import NamedTuple

from abi_coach.domain.cadence import HORIZON_DAYS, USUAL_CADENCE, CadenceRules
from abi_coach.domain.value import Value, frozen


class AdviceRules(NamedTuple):
    """The few of the settings that a recommendation and Home's lines depend on."""

    cadence: CadenceRules = USUAL_CADENCE
    horizon_days: int = HORIZON_DAYS


@frozen
class Recommendation(Value):
    """What to do, why, the command that starts it, and a stable key for the rule that chose it.

    `item` is the competency or skill to practise, if it is about one.
    """

    key: str
    title: str
    reason: str
    command: str
    item: str = ""
