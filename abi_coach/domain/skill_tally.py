"""Which skills the market asks for, how that changes, and how one stands oneself."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING, Final

from abi_coach.domain.counting import listed, number_word
from abi_coach.domain.skill_level import SkillLevel
from abi_coach.domain.value import Value, frozen

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

QUARTER_DAYS: Final = 90


@frozen
class OwnSkill(Value):
    """What the person says of a skill (its slug)."""

    skill: str
    level: SkillLevel
    on: date


@frozen
class Asking(Value):
    """One advert or interview: its day, and how much it asks for each skill (must 1, nice ½)."""

    entry: str
    on: date
    skills: Mapping[str, float]


@frozen
class SkillLine(Value):
    """A skill in the tally. `asked` of `records`; `demand` and `before` are shares of this and the last quarter."""

    skill: str
    asked: int
    records: int
    demand: float
    before: float | None
    level: SkillLevel | None
    finals: tuple[int, ...]

    @property
    def gap(self) -> float:
        """Demand × lack; a level that was not told counts as rusty."""
        return self.demand * (self.level.lack if self.level else SkillLevel.RUSTY.lack)

    @property
    def trend(self) -> str:
        """How demand changed against the quarter before; empty where there is nothing to compare with."""
        if self.before is None or not self.records or round(100 * self.before) == round(100 * self.demand):
            return ""
        return f"{'up' if self.demand > self.before else 'down'} from {_percent(self.before)}"

    @property
    def sentence(self) -> str:
        """All that is known in one line: demand, what one says of oneself, how one did when asked."""
        asked = f"asked in {self.asked} of {self.records}" if self.records else "not asked in the last 90 days"
        said = f"you said {self.level.value}" if self.level else "you have not said how you stand"
        return f"{self.skill}: " + ", ".join(filter(None, (asked, said, self._answers)))

    @property
    def _answers(self) -> str:
        """How one's own answers ended; several that ended alike are told once."""
        if not self.finals:
            return ""
        whose = "your answer" if len(self.finals) == 1 else f"your {number_word(len(self.finals))} answers"
        ends = self.finals if len(set(self.finals)) > 1 else self.finals[:1]
        return f"{whose} ended at {listed(tuple(map(str, ends)))}"


def tally(
    askings: Sequence[Asking], levels: Mapping[str, SkillLevel], finals: Mapping[str, Sequence[int]], today: date
) -> tuple[SkillLine, ...]:
    """The tally of the last 90 days against the 90 before, the biggest gaps first."""
    now = [each for each in askings if 0 <= (today - each.on).days < QUARTER_DAYS]
    before = [each for each in askings if QUARTER_DAYS <= (today - each.on).days < 2 * QUARTER_DAYS]
    skills = {skill for each in (*now, *before) for skill in each.skills} | levels.keys()
    lines = [
        SkillLine(
            skill=skill,
            asked=sum(skill in each.skills for each in now),
            records=len(now),
            demand=_demand(now, skill) or 0.0,
            before=_demand(before, skill),
            level=levels.get(skill),
            finals=tuple(finals.get(skill, ())),
        )
        for skill in skills
    ]
    return tuple(sorted(lines, key=lambda line: (-line.gap, -line.demand, line.skill)))


def _demand(askings: Iterable[Asking], skill: str) -> float | None:
    """The share that asks for a skill, must counted whole and nice half; None without any record."""
    told = list(askings)
    return sum(each.skills.get(skill, 0.0) for each in told) / len(told) if told else None


def _percent(share: float) -> str:
    return f"{share:.0%}".replace("%", " %")
