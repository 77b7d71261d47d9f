"""What is known of an employer, and what is still to ask."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from abi_coach.domain.kind import Dimension
from abi_coach.domain.scorecard import DIMENSION_WORDS, Learned, Mark, Scorecard, against, compare
from abi_coach.domain.scorecard_forms import scorecard_of, scorecard_state

TODAY = date(2026, 11, 22)


def card(company: str = "Acme", **ratings: int) -> Scorecard:
    return Scorecard(TODAY, company, tuple(Mark(Dimension(name), rating) for name, rating in ratings.items()))


def test_the_score_is_over_what_is_known_with_its_coverage_beside_it() -> None:
    marks = (Mark(Dimension.MANAGER, 5, 3), Mark(Dimension.PAY, 2, 1), Mark(Dimension.TEAM, None, 2))
    told = Scorecard(TODAY, "Acme", marks)
    assert told.score == (3 * 5 + 2) / 4
    assert told.coverage == 4 / 15
    assert told.sentence == "4.2 on 27 % coverage"


def test_nothing_known_is_no_score() -> None:
    assert card().sentence == "nothing known yet"
    assert card().unknown == tuple(Dimension)


def test_unknown_dimensions_are_asked_by_weight_and_those_without_weight_never() -> None:
    marks = (Mark(Dimension.PAY, None, 3), Mark(Dimension.TEAM, None, 0), Mark(Dimension.MANAGER, 4))
    unknown = Scorecard(TODAY, "Acme", marks).unknown
    assert unknown[0] is Dimension.PAY
    assert not {Dimension.TEAM, Dimension.MANAGER} & set(unknown)


def test_a_deal_breaker_breaks_at_one_or_two() -> None:
    marks = (Mark(Dimension.WORKLOAD, 2, deal_breaker=True), Mark(Dimension.PAY, 3, deal_breaker=True))
    assert Scorecard(TODAY, "Acme", marks).broken_deals == (Dimension.WORKLOAD,)


def test_two_cards_are_compared_over_what_is_known_of_both() -> None:
    assert against(card(pay=5, team=2, growth=4), card("", pay=3, team=4, manager=1)) == (
        "Better than today: pay 5 for 3.",
        "Worse than today: team 2 for 4.",
    )
    assert against(card(pay=3), card("", pay=3)) == ("As today on all that is known of both.",)
    assert against(card(pay=3), card("", team=3)) == ()


def test_companies_stand_side_by_side() -> None:
    rows = {row.dimension: row.ratings for row in compare((card(pay=5), card("Beta", team=2)))}
    assert (rows[Dimension.PAY], rows[Dimension.TEAM]) == ((5, None), (None, 2))
    assert len(rows) == len(DIMENSION_WORDS) == 12


MARKS = st.builds(
    Mark,
    dimension=st.sampled_from(Dimension),
    rating=st.none() | st.integers(1, 5),
    weight=st.integers(0, 3),
    evidence=st.sampled_from(["", "she named three", "one\ntwo"]),
    learned=st.none() | st.sampled_from(Learned),
    deal_breaker=st.booleans(),
)


@given(marks=st.lists(MARKS, unique_by=lambda mark: mark.dimension))
def test_a_scorecard_reads_back_from_its_form(marks: list[Mark]) -> None:
    order = list(Dimension)
    told = [mark for mark in marks if mark != Mark(mark.dimension)]
    whole = Scorecard(TODAY, "Acme", tuple(sorted(told, key=lambda mark: order.index(mark.dimension))))
    assert scorecard_of(scorecard_state(whole), TODAY) == whole
