"""What an entry of each kind is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from abi_coach.domain.attempt import Attempt
from abi_coach.domain.debrief import ColdDebrief, HotDebrief
from abi_coach.domain.interview import Interview
from abi_coach.domain.promise import Promise
from abi_coach.domain.sitting import Sitting
from abi_coach.domain.story import Story

if TYPE_CHECKING:
    from abi_coach.domain.value import Value

MODELS: Final[dict[str, type[Value]]] = {
    "attempt": Attempt,
    "sitting": Sitting,
    "interview": Interview,
    "hot_debrief": HotDebrief,
    "cold_debrief": ColdDebrief,
    "promise": Promise,
    "story": Story,
}
