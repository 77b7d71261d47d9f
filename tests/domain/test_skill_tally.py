"""Demand, level and answers of a skill, joined in one line."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from abi_coach.domain.counting import counted, listed
from abi_coach.domain.skill_level import SkillLevel
from abi_coach.domain.skill_tally import Asking, SkillLine, tally

TODAY = date(2026, 11, 22)


def asking(days: int, **skills: float) -> Asking:
    return Asking(str(days), TODAY - timedelta(days=days), skills)


def test_everything_known_of_a_skill_is_one_line() -> None:
    askings = [*(asking(day, kubernetes=1.0) for day in range(7)), *(asking(day) for day in range(7, 12))]
    [line] = tally(askings, {"kubernetes": SkillLevel.MISSING}, {"kubernetes": [2, 2]}, TODAY)
    assert line.sentence == "kubernetes: asked in 7 of 12, you said missing, your two answers ended at 2"


@pytest.mark.parametrize(
    ("finals", "words"),
    [((3,), "your answer ended at 3"), ((2, 4), "your two answers ended at 2 and 4"), ((2, 3, 2), "2, 3 and 2")],
)
def test_answers_that_ended_differently_are_all_told(finals: tuple[int, ...], words: str) -> None:
    assert SkillLine("sql", 1, 1, 1.0, None, None, finals).sentence.endswith(words)


def test_a_must_counts_whole_a_nice_half_against_the_quarter_before() -> None:
    askings = [asking(1, sql=1.0), asking(89, sql=0.5), asking(90), asking(179, sql=1.0), asking(180, sql=1.0)]
    [line] = tally(askings, {}, {}, TODAY)
    assert (line.asked, line.records, line.demand, line.before) == (2, 2, 0.75, 0.5)
    assert line.trend == "up from 50 %"


def test_the_biggest_gap_comes_first_and_an_untold_level_counts_as_rusty() -> None:
    levels = {"strong": SkillLevel.STRONG, "lost": SkillLevel.MISSING}
    lines = tally([asking(1, strong=1.0, lost=1.0, new=1.0)], levels, {}, TODAY)
    assert [(line.skill, line.gap) for line in lines] == [("lost", 1.0), ("new", 0.5), ("strong", 0.0)]


def test_a_skill_of_ones_own_that_nobody_asks_for_says_so() -> None:
    [line] = tally([], {"cobol": SkillLevel.STRONG}, {}, TODAY)
    assert line.sentence == "cobol: not asked in the last 90 days, you said strong"


def test_numbers_are_words_up_to_ten() -> None:
    assert [counted(0, "story", "stories"), counted(1, "advert"), counted(11, "advert")] == [
        "no stories",
        "one advert",
        "11 adverts",
    ]
    assert [listed(()), listed(("a",)), listed(("a", "b", "c"))] == ["", "a", "a, b and c"]
