"""What the demo's engineer saw of the market and of their own job. Nobody real, nowhere real."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Final

from abi_coach.domain.fit import Hindsight
from abi_coach.domain.kind import Dimension
from abi_coach.domain.pay import Disclosed, PaySource
from abi_coach.domain.reflection import Direction, Reflection
from abi_coach.domain.scorecard import Learned, Mark
from abi_coach.domain.skill_level import SkillLevel

if TYPE_CHECKING:
    from datetime import date

ADVERTS: Final[tuple[tuple[int, str, str, tuple[str, ...], tuple[str, ...]], ...]] = (
    (-170, "Backend engineer", "", ("postgresql", "api-design"), ()),
    (-150, "Senior backend engineer", "", ("messaging", "postgresql"), ("kubernetes",)),
    (-130, "Python developer", "", ("testing", "api-design"), ()),
    (-112, "Backend developer, logistics", "", ("postgresql", "schema-migration"), ("observability",)),
    (-86, "Senior backend engineer", "Quayside Payments", ("idempotency", "messaging"), ("kubernetes",)),
    (-75, "Platform-minded developer", "", ("kubernetes", "observability"), ()),
    (-70, "Backend engineer, maps", "", ("postgresql", "performance", "query-tuning"), ()),
    (-58, "API engineer", "", ("api-design", "kubernetes"), ("rate-limiting",)),
    (-45, "Backend developer, energy", "", ("postgresql", "kubernetes"), ("observability",)),
    (-38, "Software engineer, retail", "", ("messaging", "performance"), ()),
    (-30, "Senior engineer, travel", "", ("kubernetes", "postgresql"), ("messaging",)),
    (-22, "Backend engineer", "Fennmark Health", ("privacy", "postgresql", "kubernetes"), ()),
    (-12, "Backend engineer, media", "", ("postgresql", "caching"), ()),
    (-6, "Software engineer, public sector", "", ("api-design", "privacy"), ("postgresql",)),
)
"""Days from today, title, company, must-haves, nice-to-haves."""

LEVELS: Final = {
    "kubernetes": SkillLevel.MISSING,
    "postgresql": SkillLevel.STRONG,
    "idempotency": SkillLevel.STRONG,
    "messaging": SkillLevel.STRONG,
    "observability": SkillLevel.RUSTY,
    "privacy": SkillLevel.RUSTY,
}

PAY: Final[tuple[tuple[int, PaySource, str, int, int, Disclosed | None], ...]] = (
    (-205, PaySource.RECRUITER, "Larchwood Energy", 68, 78, Disclosed.FIRST_CALL),
    (-150, PaySource.ADVERT, "", 70, 80, Disclosed.ADVERT),
    (-88, PaySource.INTERVIEW, "Quayside Payments", 78, 88, Disclosed.FIRST_CALL),
    (-86, PaySource.ADVERT, "Quayside Payments", 75, 90, Disclosed.ADVERT),
    (-40, PaySource.PEER, "", 72, 76, None),
    (-22, PaySource.ADVERT, "Fennmark Health", 66, 82, Disclosed.ADVERT),
    (-165, PaySource.OWN, "", 69, 69, None),
)
"""Days from today, source, company, thousands of euros a year from and to, when the range was told."""

OWN_BONUS: Final = Decimal(2000)

_D, _L = Dimension, Learned
BASELINE: Final = (
    Mark(_D.RESPECT, 4, 3, "nobody is shouted at, also after outages", _L.SAW),
    Mark(_D.MANAGER, 3, 2, "fair, and rarely there", _L.SAW),
    Mark(_D.TEAM, 5, 3, "I would hire all six again", _L.SAW),
    Mark(_D.AUTONOMY, 4, 2, "we choose how, others choose what", _L.SAW),
    Mark(_D.MEANING, 3, 2, "parcels arrive; nobody is cured", _L.SAW),
    Mark(_D.GROWTH, 2, 3, "the same stack for four years", _L.SAW),
    Mark(_D.WORKLOAD, 4, 3, "40 hours, one week in seven on call", _L.SAW, deal_breaker=True),
    Mark(_D.FLEXIBILITY, 4, 2, "two days in the office", _L.SAW),
    Mark(_D.PAY, 3, 2, "in the lower half of what I see", _L.READ),
    Mark(_D.STABILITY, 4, 1, "profitable, slowly growing", _L.TOLD),
    Mark(_D.WAYS_OF_WORKING, 4, 1, "small changes, reviewed on the day", _L.SAW),
    Mark(_D.ETHICS_AND_INCLUSION, 4, 2, "they say no to some customers", _L.SAW),
)
QUAYSIDE: Final = (
    Mark(_D.RESPECT, 4, 3, "they let each other finish", _L.SAW),
    Mark(_D.MANAGER, 5, 2, "Ines told me what she is bad at", _L.ASKED),
    Mark(_D.GROWTH, 4, 3, "a talk every second Friday, by everybody", _L.TOLD),
    Mark(_D.PAY, 4, 2, "75 to 90 in the advert", _L.READ),
    Mark(_D.WORKLOAD, 3, 3, "on call every fifth week", _L.ASKED, deal_breaker=True),
    Mark(_D.WAYS_OF_WORKING, 5, 1, "they stop projects in public", _L.TOLD),
    Mark(_D.TEAM, None, 3),
    Mark(_D.STABILITY, None, 1),
)
FENNMARK: Final = (
    Mark(_D.MEANING, 5, 2, "appointments for people who cannot phone", _L.READ),
    Mark(_D.FLEXIBILITY, 4, 2, "one day a month on site", _L.READ),
    Mark(_D.WORKLOAD, None, 3, deal_breaker=True),
    Mark(_D.TEAM, None, 3),
    Mark(_D.GROWTH, None, 3),
)
SCORECARDS: Final = ((-165, "", BASELINE), (-76, "Quayside Payments", QUAYSIDE), (-12, "Fennmark Health", FENNMARK))

CONTACTS: Final = (
    (-75, "Ines Duarte", "Quayside Payments", "how they stop projects", "her panel", "our checklist for migrations", 6),
    (-188, "Piet Langeveld", "Larchwood Energy", "on call without heroes", "his interview", "the game-day notes", 6),
    (-40, "Sam Whitlock", "", "a reading group on databases", "a meetup", "a talk on idempotency", 3),
)
"""Days from today, name, company, topic, where met, what I can give, months to keep warm."""

FITS: Final = (
    (-212, "Larchwood Energy", (1, 1, 2), "A first pulse after two quiet years.", True, Hindsight.RIGHT),
    (-140, "Brackwater Games", (2, 0, 1), "I would be bored by Tuesday.", False, Hindsight.RIGHT),
    (-16, "Fennmark Health", (1, 2, 2), "The work itself would be a reason to get up.", True, None),
)
"""Days from today, company, match, interest and step, the reason, taken, and what it looks like now."""

REFLECTED: Final = -165


def reflection(on: date) -> Reflection:
    """The look back at half a year."""
    return Reflection(
        on, "A migration that I moved in time, and a rota that seven people share.",
        ("incidents, told in two minutes", "saying no with a date", "numbers first"), "disagreement",
        "I have such stories, and avoid telling them.", "Kubernetes, in more adverts than before.", 4, 3,
        Direction.SHAPE, "One story of a disagreement that I would tell anyone.", "Ines Duarte",
        "One in health care.",
    )  # fmt: skip


PULSE: Final = (-82, 10, "privacy, twice", "nothing yet", "ranges are told earlier than a year ago")
"""Days from today, adverts read, what is new, what vanished, what pay does."""
