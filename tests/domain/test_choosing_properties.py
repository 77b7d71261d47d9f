"""What holds for every set that is chosen."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise, permutations
from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as st

from abi_coach.domain.choosing import Candidate, History, Occasion, Standing, Wish, choose
from abi_coach.domain.competency import Competency
from abi_coach.domain.kind import Difficulty, Kind, Level
from abi_coach.domain.ladder import Rung

if TYPE_CHECKING:
    from random import Random

TODAY = date(2026, 11, 22)
FEW = st.sampled_from((Competency.CONFLICT, Competency.DELIVERY, Competency.QUALITY))
KINDS = st.sampled_from((Kind.BEHAVIOURAL, Kind.TECHNICAL, Kind.CASE))


def pools(most: int) -> st.SearchStrategy[list[Candidate]]:
    each = st.builds(
        Candidate,
        st.integers(0, 10 * most).map(lambda number: f"q-{number:03}"),
        st.just("backend"),
        KINDS,
        FEW,
        st.none(),
        st.sampled_from(((), ("sql",), ("sql", "kafka"))),
        st.sampled_from(Difficulty),
        st.sampled_from(((Level.MID,), (Level.MID, Level.SENIOR))),
        st.sampled_from((0.5, 1.0, 1.5)),
    )
    return st.lists(each, max_size=most, unique_by=lambda candidate: candidate.question)


@st.composite
def histories(draw: st.DrawFn) -> History:
    last_on = draw(st.none() | st.integers(0, 60).map(lambda days: TODAY - timedelta(days=days)))
    asked = draw(st.none() | st.integers(0, 60).map(lambda days: TODAY - timedelta(days=days)))
    if last_on is None:
        return History(asked_badly_on=asked)
    rung = Rung(draw(st.integers(1, 5)), last_on + timedelta(days=draw(st.sampled_from((1, 3, 7, 16, 35)))))
    return History(draw(st.integers(1, 5)), last_on, rung, asked)


KNOWN = st.dictionaries(st.integers(0, 200).map(lambda number: f"q-{number:03}"), histories(), max_size=40)
BOOKED = st.none() | st.integers(0, 30).map(lambda days: TODAY + timedelta(days=days))
OCCASIONS = st.builds(
    Occasion,
    st.just(TODAY),
    st.integers(0, 9),
    BOOKED,
    st.sampled_from((frozenset(), frozenset({"conflict"}), frozenset({"sql"}))),
    st.sampled_from((frozenset(), frozenset({"delivery"}), frozenset({"kafka", "quality"}))),
)


@given(pools(20), KNOWN, OCCASIONS, st.randoms(use_true_random=False))
def test_the_same_journal_date_and_seed_give_the_same_set_in_any_order_of_banks(
    pool: list[Candidate], known: dict[str, History], occasion: Occasion, random: Random
) -> None:
    mixed = random.sample(pool, len(pool))
    assert choose(mixed, known, Wish(count=5), occasion) == choose(pool, known, Wish(count=5), occasion)


@given(pools(20), KNOWN, OCCASIONS, st.integers(0, 8))
def test_a_set_has_no_doubles_and_no_more_than_asked_for(
    pool: list[Candidate], known: dict[str, History], occasion: Occasion, count: int
) -> None:
    chosen = [each.question for each in choose(pool, known, Wish(count=count), occasion)]
    assert len(chosen) == len(set(chosen)) <= count
    if occasion.new_is_allowed:
        assert len(chosen) == min(count, len(pool))


@given(pools(20), KNOWN, OCCASIONS, KINDS, FEW)
def test_filters_hold(
    pool: list[Candidate], known: dict[str, History], occasion: Occasion, kind: Kind, competency: Competency
) -> None:
    wish = Wish(kind=kind, competency=competency, skill="sql", level=Level.SENIOR, count=5)
    by_id = {each.question: each for each in pool}
    for each in choose(pool, known, wish, occasion):
        found = by_id[each.question]
        assert (found.kind, found.competency) == (kind, competency)
        assert "sql" in found.skills
        assert Level.SENIOR in found.levels


@settings(max_examples=300)
@given(pools(6), KNOWN, st.integers(0, 9), st.integers(1, 6))
def test_neighbours_share_a_competency_only_if_no_set_could_avoid_it(
    pool: list[Candidate], known: dict[str, History], seed: int, count: int
) -> None:
    by_id = {each.question: each.competency for each in pool}
    chosen = [by_id[each.question] for each in choose(pool, known, Wish(count=count), Occasion(TODAY, seed))]
    if any(one == other for one, other in pairwise(chosen)):
        rows = permutations([each.competency for each in pool], len(chosen))
        assert all(any(one == other for one, other in pairwise(row)) for row in rows)


@given(pools(20), KNOWN, OCCASIONS)
def test_every_question_has_a_reason_in_words(
    pool: list[Candidate], known: dict[str, History], occasion: Occasion
) -> None:
    for each in choose(pool, known, Wish(count=8), occasion):
        assert each.reason.endswith(".")
        assert "None" not in each.reason


@given(pools(20), KNOWN, OCCASIONS)
def test_the_first_question_is_of_the_most_pressing_standing_when_competencies_allow(
    pool: list[Candidate], known: dict[str, History], occasion: Occasion
) -> None:
    single = choose(pool, known, Wish(count=1), occasion)
    every = choose(pool, known, Wish(count=len(pool)), occasion)
    assert [each.standing for each in single] == sorted(each.standing for each in every)[:1]


@given(pools(20), KNOWN)
def test_the_day_before_an_interview_old_and_new_never_mix(pool: list[Candidate], known: dict[str, History]) -> None:
    chosen = choose(pool, known, Wish(count=8), Occasion(TODAY, interview_on=TODAY + timedelta(days=1)))
    new = [each.standing in {Standing.NEW, Standing.NO_EVIDENCE} for each in chosen]
    assert all(new) or not any(new)
