"""How an answer's time went over its sections, from marks set while speaking; no marks, no guess."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Final

from abi_coach.domain.answer_clock import clock_face
from abi_coach.domain.chart import bar
from abi_coach.domain.limits import Ge
from abi_coach.domain.timing import SECTIONS
from abi_coach.domain.value import Value, frozen

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from abi_coach.domain.attempt import Mark, Take
    from abi_coach.domain.kind import Kind
    from abi_coach.domain.timing import Section

BAR_CELLS: Final = 8

UNMARKED: Final = "before the first mark"


@frozen
class SectionTime(Value):
    """A section of an answer: its seconds, its share of the whole answer and the kind's usual share, in percent.

    What was said before the first mark has no usual share.
    """

    name: str
    seconds: Annotated[float, Ge(0)]
    share: Annotated[float, Ge(0)]
    usual_share: int | None

    @property
    def told(self) -> str:
        """A small bar of the share, the seconds, and the share beside the usual one."""
        usual = "" if self.usual_share is None else f", usual {self.usual_share} %"
        return f"{bar(self.share / 100, BAR_CELLS)} {clock_face(self.seconds)} {self.share:.0f} %{usual}"

    @property
    def line(self) -> str:
        """The name, and what is told of it."""
        return f"{self.name:<10} {self.told}"


def section_times(
    kind: Kind, seconds: float, marks: Sequence[Mark], named: Mapping[Kind, tuple[Section, ...]] = SECTIONS
) -> tuple[SectionTime, ...]:
    """Every section of the kind with its time, in the kind's order; () when nothing was marked or nothing was said.

    A section lasts from its mark to the next one, and one that comes back adds up. Marks after the end count for
    nothing, and a number that the kind does not have is left out. The times add up to `seconds`. `named` are the
    sections of each kind, with the person's own usual shares where they have some.
    """
    sections = named[kind]
    known = sorted((min(mark.at_seconds, seconds), place, mark.section) for place, mark in enumerate(marks))
    known = [one for one in known if one[2] < len(sections)]
    if not known or seconds <= 0:
        return ()
    spent = [0.0] * len(sections)
    ends = [at for at, _, _ in known[1:]] + [seconds]
    for (at, _, section), end in zip(known, ends, strict=True):
        spent[section] += end - at
    told = [_timed(section.name, time, seconds, section.share) for section, time in zip(sections, spent, strict=True)]
    before = known[0][0]
    return (*([_timed(UNMARKED, before, seconds, None)] if before > 0 else []), *told)


def sections_of(
    take: Take, kind: Kind, named: Mapping[Kind, tuple[Section, ...]] = SECTIONS
) -> tuple[SectionTime, ...]:
    """The sections of a take; a follow-up has none of its own."""
    return () if take.probe else section_times(kind, take.seconds, take.marks, named)


def _timed(name: str, spent: float, seconds: float, usual: int | None) -> SectionTime:
    return SectionTime(name, spent, 100 * spent / seconds, usual)
