"""What an entry of each kind is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from abi_coach.domain.advert import Advert
from abi_coach.domain.attempt import Attempt
from abi_coach.domain.contact import Contact
from abi_coach.domain.debrief import ColdDebrief, HotDebrief
from abi_coach.domain.drill import DrillRun
from abi_coach.domain.fit import FitCheck
from abi_coach.domain.follow_up import FollowUpDone
from abi_coach.domain.interview import Interview
from abi_coach.domain.partner import PartnerSheet, PeerRating
from abi_coach.domain.pay import PayPoint
from abi_coach.domain.plan import Plan
from abi_coach.domain.promise import Promise
from abi_coach.domain.pulse import Pulse
from abi_coach.domain.reflection import Reflection
from abi_coach.domain.scorecard import Scorecard
from abi_coach.domain.sitting import Sitting
from abi_coach.domain.skill_tally import OwnSkill
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
    "plan": Plan,
    "follow_up": FollowUpDone,
    "partner_sheet": PartnerSheet,
    "peer_rating": PeerRating,
    "drill": DrillRun,
    "advert": Advert,
    "skill_level": OwnSkill,
    "pay": PayPoint,
    "scorecard": Scorecard,
    "fit": FitCheck,
    "contact": Contact,
    "pulse": Pulse,
    "reflection": Reflection,
}
