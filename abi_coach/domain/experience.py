"""A job or a project from a CV, and the story that can grow from it: facts of the person, no invented word."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING, Annotated

from abi_coach.domain.form_parsing import one_line
from abi_coach.domain.limits import MinLen
from abi_coach.domain.skill_name import skill_slug
from abi_coach.domain.story import Story
from abi_coach.domain.value import Value, frozen

if TYPE_CHECKING:
    from collections.abc import Sequence


@frozen
class Experience(Value):
    """What a CV says of a job or a project. `started` and `ended` are as written, e.g. `2019-04`; empty if untold."""

    name: Annotated[str, MinLen(1)]
    role: str = ""
    started: str = ""
    ended: str = ""
    summary: str = ""
    highlights: tuple[str, ...] = ()
    keywords: tuple[str, ...] = ()

    @property
    def title(self) -> str:
        """The role and where, e.g. `Engineer, Acme`."""
        return one_line(", ".join(filter(None, (self.role, self.name))))

    @property
    def period(self) -> str:
        """From when to when, e.g. `2019-04 – 2021-03`."""
        return one_line(f"{self.started} – {self.ended}") if self.ended else one_line(self.started)


def story_seeds(experiences: Sequence[Experience]) -> tuple[Story, ...]:
    """One story to be told for each; titles that come twice get their period, or else their number."""
    counted = Counter(each.title for each in experiences)
    seeds = [story_seed(each, dated=counted[each.title] > 1) for each in experiences]
    seen: Counter[str] = Counter()
    told = []
    for seed in seeds:
        seen[seed.title] += 1
        number = seen[seed.title]
        told.append(replace(seed, title=f"{seed.title} ({number})") if number > 1 else seed)
    return tuple(told)


def story_seed(experience: Experience, *, dated: bool = False) -> Story:
    """The story that an experience starts: the CV's words as its situation, its highlights with digits as numbers.

    Action and result stay empty: they are the person's to tell.
    """
    period = experience.period
    title = f"{experience.title} ({period})" if dated and period else experience.title
    head = f"{experience.title}, {period}" if period else experience.title
    lines = [head, experience.summary.strip(), *(f"- {one_line(text)}" for text in experience.highlights)]
    return Story(
        title=title,
        situation="\n".join(filter(None, lines)),
        skills=tuple(dict.fromkeys(filter(None, map(skill_slug, experience.keywords)))),
        numbers=tuple(one_line(text) for text in experience.highlights if re.search(r"\d", text)),
    )
