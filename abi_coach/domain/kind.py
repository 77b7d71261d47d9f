"""Kinds of question, the areas of a curveball, levels and difficulty."""

from __future__ import annotations

from enum import IntEnum, StrEnum
from typing import Final

from abi_coach.domain.competency import Competency


class Kind(StrEnum):
    """What a question asks for; it decides the time, the sections of an answer and the evidence checks."""

    OPENER = "opener"
    BEHAVIOURAL = "behavioural"
    SITUATIONAL = "situational"
    TECHNICAL = "technical"
    CASE = "case"
    MOTIVATION = "motivation"
    CURVEBALL = "curveball"
    SENSITIVE = "sensitive"
    REVERSE = "reverse"

    @property
    def label(self) -> str:
        """The name as a person reads it."""
        return self.value.capitalize()


class Area(StrEnum):
    """What a curveball is really about."""

    REASONING = "reasoning"
    SELF_KNOWLEDGE = "self_knowledge"
    PERSPECTIVE = "perspective"
    COMPOSURE = "composure"
    CURIOSITY = "curiosity"
    JUDGEMENT = "judgement"

    @property
    def competency(self) -> Competency:
        """The competency that an answer in this area is evidence for."""
        return AREA_COMPETENCY[self]


AREA_COMPETENCY: Final[dict[Area, Competency]] = {
    Area.REASONING: Competency.PROBLEM_SOLVING,
    Area.SELF_KNOWLEDGE: Competency.LEARNING,
    Area.PERSPECTIVE: Competency.COMMUNICATION,
    Area.COMPOSURE: Competency.ADAPTABILITY,
    Area.CURIOSITY: Competency.MOTIVATION,
    Area.JUDGEMENT: Competency.INTEGRITY,
}


class Level(StrEnum):
    """Scope of work: own task, team, several teams, organisation."""

    ENTRY = "entry"
    MID = "mid"
    SENIOR = "senior"
    LEAD = "lead"


class Difficulty(IntEnum):
    """1 expected · 2 a choice or trade-off · 3 failure, conflict, ambiguity or wide scope."""

    EXPECTED = 1
    TRADE_OFF = 2
    HARD = 3


class Jurisdiction(StrEnum):
    """Where a sensitive question has its own customs; never legal advice."""

    US = "us"
    UK = "uk"
    EU = "eu"
    ANY = "any"


class Dimension(StrEnum):
    """The twelve dimensions of working life that a scorecard weighs."""

    RESPECT = "respect"
    MANAGER = "manager"
    TEAM = "team"
    AUTONOMY = "autonomy"
    MEANING = "meaning"
    GROWTH = "growth"
    WORKLOAD = "workload"
    FLEXIBILITY = "flexibility"
    PAY = "pay"
    STABILITY = "stability"
    WAYS_OF_WORKING = "ways_of_working"
    ETHICS_AND_INCLUSION = "ethics_and_inclusion"

    @property
    def label(self) -> str:
        """The name as a person reads it."""
        return self.value.replace("_", " ").capitalize()
