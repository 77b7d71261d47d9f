"""What an interviewer looks for: sixteen competencies in six families.

Skills (`kubernetes`, `sql`) are a separate, flat vocabulary of lower-case slugs; banks declare them with aliases.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Final


class Competency(StrEnum):
    """One thing that an answer can be evidence for."""

    COMMUNICATION = "communication"
    INFLUENCE = "influence"
    COLLABORATION = "collaboration"
    CONFLICT = "conflict"
    PROBLEM_SOLVING = "problem_solving"
    DECISION_MAKING = "decision_making"
    QUALITY = "quality"
    DELIVERY = "delivery"
    OWNERSHIP = "ownership"
    ADAPTABILITY = "adaptability"
    LEARNING = "learning"
    LEADERSHIP = "leadership"
    INTEGRITY = "integrity"
    CUSTOMER_FOCUS = "customer_focus"
    MOTIVATION = "motivation"
    ROLE_EXPERTISE = "role_expertise"

    @property
    def label(self) -> str:
        """The name as a person reads it, e.g. `Problem solving`."""
        return self.value.replace("_", " ").capitalize()

    @property
    def family(self) -> Family:
        """The family that it belongs to."""
        return _FAMILY_OF[self]

    @property
    def definition(self) -> str:
        """One sentence that says what it means here."""
        return _DEFINITIONS[self]


COMPETENCY_IDS: Final = frozenset(competency.value for competency in Competency)
"""The names in files and entries: an item of a plan or promise that is none of them is a skill."""


class Family(StrEnum):
    """A group of competencies that one kind of story usually serves."""

    PEOPLE = "people"
    THINKING = "thinking"
    DOING = "doing"
    GROWING = "growing"
    VALUES = "values"
    CRAFT = "craft"

    @property
    def competencies(self) -> tuple[Competency, ...]:
        """The competencies of this family, in their usual order."""
        return FAMILIES[self]


FAMILIES: Final[dict[Family, tuple[Competency, ...]]] = {
    Family.PEOPLE: (
        Competency.COMMUNICATION,
        Competency.INFLUENCE,
        Competency.COLLABORATION,
        Competency.CONFLICT,
    ),
    Family.THINKING: (Competency.PROBLEM_SOLVING, Competency.DECISION_MAKING, Competency.QUALITY),
    Family.DOING: (Competency.DELIVERY, Competency.OWNERSHIP, Competency.ADAPTABILITY),
    Family.GROWING: (Competency.LEARNING, Competency.LEADERSHIP),
    Family.VALUES: (Competency.INTEGRITY, Competency.CUSTOMER_FOCUS, Competency.MOTIVATION),
    Family.CRAFT: (Competency.ROLE_EXPERTISE,),
}

_FAMILY_OF: Final = {competency: family for family, members in FAMILIES.items() for competency in members}

_DEFINITIONS: Final[dict[Competency, str]] = {
    Competency.COMMUNICATION: "Gets a point across to this listener at the right depth, listens, and checks it landed.",
    Competency.INFLUENCE: "Moves people who need not obey: finds their interests, makes the case, says no well.",
    Competency.COLLABORATION: "Builds working ties that outlast the task; shares information and credit.",
    Competency.CONFLICT: "Raises a disagreement early, keeps it about the issue, and commits once it is settled.",
    Competency.PROBLEM_SOLVING: "Frames a problem, gathers evidence, tests explanations and reaches the cause.",
    Competency.DECISION_MAKING: "Chooses in time with incomplete facts, says why, and revisits when wrong.",
    Competency.QUALITY: "Does work that others can rely on: standards, detail, safety, upkeep.",
    Competency.DELIVERY: "Breaks work down, sets priorities, flags risk early, and finishes.",
    Competency.OWNERSHIP: "Notices what needs doing, starts without being told, and answers for the outcome.",
    Competency.ADAPTABILITY: "Stays effective through change, ambiguity, pressure and setbacks.",
    Competency.LEARNING: "Knows own limits, asks for feedback, and changes what they do after a failure.",
    Competency.LEADERSHIP: "Sets direction, delegates, coaches, and makes others better.",
    Competency.INTEGRITY: "Does the right and lawful thing when it costs something.",
    Competency.CUSTOMER_FOCUS: "Finds out what users really need and lets that decide the trade-offs.",
    Competency.MOTIVATION: "Knows why this work, this employer, and why now.",
    Competency.ROLE_EXPERTISE: "Knows the craft of the role and can explain, apply and judge it.",
}
