"""What comes next: the order of reasons, filters, variety, and the days before an interview."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from abi_coach.domain.choosing import Candidate, Chosen, History, Occasion, Standing, Wish, choose
from abi_coach.domain.competency import Competency
from abi_coach.domain.kind import Difficulty, Kind, Level
from abi_coach.domain.ladder import LadderRules, Rung

TODAY = date(2026, 11, 22)
COMPETENCIES = tuple(Competency)


def ago(days: int) -> date:
    return TODAY - timedelta(days=days)


def candidate(question: str, competency: Competency | None = Competency.QUALITY, **rest: object) -> Candidate:
    return Candidate(question, "backend", rest.pop("kind", Kind.BEHAVIOURAL), competency, **rest)  # type: ignore[arg-type] # each test names real fields


def met(final: int, days: int, box: int, box_days: int) -> History:
    return History(final, ago(days), Rung(box, ago(days) + timedelta(days=box_days)))


WEAK = met(2, 4, 1, 1)
DUE = met(3, 10, 2, 3)
RESTING = met(4, 1, 3, 7)
ASKED = History(asked_badly_on=ago(2))


def names(chosen: tuple[Chosen, ...]) -> list[str]:
    return [each.question for each in chosen]


def pick(
    candidates: list[Candidate], histories: dict[str, History], count: int = 3, **occasion: object
) -> tuple[Chosen, ...]:
    return choose(candidates, histories, Wish(count=count), Occasion(TODAY, **occasion))  # type: ignore[arg-type] # each test names real fields


def test_the_order_of_reasons_is_the_one_that_is_written_down() -> None:
    order = ("asked", "promised", "weak", "due", "missing", "new", "resting")
    candidates = [candidate(name, COMPETENCIES[number]) for number, name in enumerate(order)]
    candidates[5] = candidate("new", COMPETENCIES[5], weight=0.5)
    histories = {"asked": ASKED, "weak": WEAK, "due": DUE, "resting": RESTING}
    chosen = pick(candidates, histories, 7, promised=frozenset({COMPETENCIES[1].value}))
    assert names(chosen) == list(order)
    assert [each.standing for each in chosen] == list(Standing)[1:]


@pytest.mark.parametrize(
    ("history", "reason"),
    [
        (ASKED, "Really asked on 2026-11-20, and it landed badly."),
        (WEAK, "Your last take, on 2026-11-18, was a 2."),
        (DUE, "Due since 2026-11-15."),
        (met(3, 3, 2, 3), "Due today."),
        (RESTING, "Not due before 2026-11-28; a spare round."),
        (History(flagged=True), "You kept it to meet again."),
    ],
)
def test_every_question_says_why_it_is_there(history: History, reason: str) -> None:
    assert pick([candidate("q")], {"q": history})[0].reason == reason


def test_a_new_question_says_what_the_role_lacks() -> None:
    (chosen,) = pick([candidate("q", Competency.PROBLEM_SOLVING)], {})
    assert chosen.reason == "This role asks for problem solving, and there is no answer on it yet."


def test_a_question_asked_badly_comes_first_until_a_strong_take_after_it() -> None:
    strong_since = History(4, ago(1), Rung(2, TODAY + timedelta(days=2)), asked_badly_on=ago(2))
    weak_since = History(2, ago(1), Rung(1, TODAY), asked_badly_on=ago(2))
    assert pick([candidate("q")], {"q": strong_since})[0].standing is Standing.NOT_DUE
    assert pick([candidate("q")], {"q": weak_since})[0].standing is Standing.ASKED_BADLY


def test_a_strong_take_after_it_leaves_the_rest_to_the_ladder() -> None:
    history = History(4, ago(9), Rung(2, ago(6)), asked_badly_on=ago(20))
    assert pick([candidate("q")], {"q": history})[0].standing is Standing.DUE


def test_a_question_rehearsed_on_the_day_it_landed_badly_is_still_offered() -> None:
    history = History(4, ago(2), Rung(2, TODAY + timedelta(days=1)), asked_badly_on=ago(2))
    assert pick([candidate("q")], {"q": history})[0].standing is Standing.ASKED_BADLY


def test_an_open_promise_brings_one_question_not_a_flood() -> None:
    candidates = [candidate(f"q-{n}", Competency.CONFLICT) for n in range(5)]
    candidates += [candidate(f"r-{n}", Competency.DELIVERY) for n in range(5)]
    chosen = pick(candidates, {}, 6, promised=frozenset({"conflict"}))
    assert [each.standing for each in chosen].count(Standing.PROMISED) == 1
    assert chosen[0].reason == "You have an open promise about conflict."


def test_a_promise_is_served_by_what_is_more_pressing_anyway() -> None:
    candidates = [candidate("asked", Competency.CONFLICT), candidate("new", Competency.CONFLICT)]
    chosen = pick(candidates, {"asked": ASKED}, promised=frozenset({"conflict"}))
    assert chosen[0].standing is Standing.ASKED_BADLY
    assert Standing.PROMISED not in {each.standing for each in chosen}


def test_a_promise_about_a_skill_is_met_by_that_skill() -> None:
    candidates = [candidate("plain"), candidate("sql", Competency.ROLE_EXPERTISE, skills=("sql",))]
    assert names(pick(candidates, {"plain": WEAK}, promised=frozenset({"sql"})))[0] == "sql"


def test_a_promise_does_not_bring_back_what_was_answered_today() -> None:
    done = met(2, 0, 1, 1)
    chosen = pick([candidate("q", Competency.CONFLICT)], {"q": done}, promised=frozenset({"conflict"}))
    assert chosen[0].standing is Standing.NOT_DUE


def test_the_weakest_of_the_weak_come_first() -> None:
    candidates = [candidate("two"), candidate("one")]
    assert names(pick(candidates, {"two": met(2, 5, 1, 1), "one": met(1, 5, 1, 1)})) == ["one", "two"]


def test_the_longest_overdue_comes_first() -> None:
    candidates = [candidate("late"), candidate("later")]
    assert names(pick(candidates, {"late": met(3, 5, 1, 1), "later": met(3, 50, 1, 1)})) == ["later", "late"]


def test_a_core_competency_without_evidence_comes_before_a_normal_one() -> None:
    candidates = [candidate("normal", Competency.QUALITY), candidate("core", Competency.DELIVERY, weight=1.5)]
    assert names(pick(candidates, {})) == ["core", "normal"]


def test_evidence_outside_the_filter_counts_as_evidence() -> None:
    candidates = [candidate("seen"), candidate("new", kind=Kind.CASE)]
    (chosen,) = choose(candidates, {"seen": RESTING}, Wish(kind=Kind.CASE), Occasion(TODAY))
    assert chosen.standing is Standing.NEW


def test_a_competency_known_from_elsewhere_is_not_missing() -> None:
    chosen = pick([candidate("q")], {}, covered=frozenset({Competency.QUALITY}))
    assert chosen[0].standing is Standing.NEW


def test_no_more_than_asked_for_is_offered_however_much_is_due() -> None:
    candidates = [candidate(f"q-{n:02}", COMPETENCIES[n % 5]) for n in range(40)]
    assert len(pick(candidates, dict.fromkeys((each.question for each in candidates), DUE), 3)) == 3


def test_the_same_competency_never_comes_twice_running_even_for_the_most_pressing() -> None:
    candidates = [candidate("a1"), candidate("a2"), candidate("b", Competency.DELIVERY)]
    assert names(pick(candidates, {"a1": ASKED, "a2": ASKED})) in (["a1", "b", "a2"], ["a2", "b", "a1"])


def test_room_is_kept_so_that_the_end_need_not_repeat_a_competency() -> None:
    """The lone other one is the most pressing, but must stand between the two."""
    candidates = [candidate("a1"), candidate("a2"), candidate("b", Competency.DELIVERY)]
    assert names(pick(candidates, {"b": ASKED}))[1] == "b"


def test_with_one_competency_only_it_is_offered_all_the_same() -> None:
    assert len(pick([candidate("a1"), candidate("a2"), candidate("a3")], {})) == 3


def test_kinds_are_mixed_within_the_same_reason() -> None:
    kinds = (Kind.BEHAVIOURAL, Kind.SITUATIONAL, Kind.CURVEBALL)
    candidates = [candidate(f"{kind}-{n}", COMPETENCIES[n], kind=kind) for kind in kinds for n in range(6)]
    for seed in range(20):
        chosen = pick(candidates, {}, 3, seed=seed)
        assert len({question.rpartition("-")[0] for question in names(chosen)}) == 3


@pytest.mark.parametrize("days", [0, 1])
def test_nothing_new_is_offered_the_day_before_an_interview_or_on_it(days: int) -> None:
    candidates = [candidate("new"), candidate("known", Competency.DELIVERY)]
    chosen = pick(candidates, {"known": RESTING}, interview_on=TODAY + timedelta(days=days))
    assert names(chosen) == ["known"]


def test_more_days_without_anything_new_may_be_asked_for() -> None:
    candidates, ladder = [candidate("new"), candidate("known", Competency.DELIVERY)], LadderRules(nothing_new_days=4)
    chosen = pick(candidates, {"known": RESTING}, interview_on=TODAY + timedelta(days=4), ladder=ladder)
    assert names(chosen) == ["known"]


def test_two_days_before_an_interview_new_questions_may_still_come() -> None:
    assert pick([candidate("new")], {}, interview_on=TODAY + timedelta(days=2))


def test_a_newcomer_is_not_sent_away_the_evening_before() -> None:
    assert names(pick([candidate("new")], {}, interview_on=TODAY + timedelta(days=1))) == ["new"]


def test_with_an_interview_booked_what_it_is_about_falls_due_sooner() -> None:
    """10 days left: gap = min(35, round(1.5)) = 2; last met 3 days ago."""
    history = {"q": met(4, 3, 5, 35), "other": met(4, 3, 5, 35)}
    candidates = [candidate("q", Competency.CONFLICT), candidate("other", Competency.DELIVERY)]
    chosen = pick(candidates, history, interview_on=TODAY + timedelta(days=10), scope=frozenset({"conflict"}))
    assert [(each.question, each.standing) for each in chosen] == [("q", Standing.DUE), ("other", Standing.NOT_DUE)]
    assert chosen[0].reason == "Once more before your interview on 2026-12-02."


def test_an_interview_that_is_over_changes_nothing() -> None:
    chosen = pick([candidate("q")], {"q": met(4, 3, 5, 35)}, interview_on=ago(1))
    assert chosen[0].standing is Standing.NOT_DUE


def test_new_questions_about_the_booked_interview_come_before_others() -> None:
    candidates = [candidate("core", Competency.DELIVERY, weight=1.5), candidate("named", Competency.CONFLICT)]
    booked = TODAY + timedelta(days=9)
    assert names(pick(candidates, {}, interview_on=booked, scope=frozenset({"conflict"})))[0] == "named"


def test_what_the_candidate_asks_comes_only_when_wished() -> None:
    reverse = [candidate("ask", None, kind=Kind.REVERSE)]
    assert pick(reverse, {}) == ()
    assert names(choose(reverse, {}, Wish(kind=Kind.REVERSE), Occasion(TODAY))) == ["ask"]


@pytest.mark.parametrize(
    "wish",
    [
        Wish(kind=Kind.CASE),
        Wish(competency=Competency.DELIVERY),
        Wish(skill="sql"),
        Wish(level=Level.SENIOR),
        Wish(difficulty=Difficulty.HARD),
        Wish(banks=frozenset({"other"})),
        Wish(question="wanted"),
    ],
)
def test_a_filter_lets_only_what_fits_through(wish: Wish) -> None:
    wanted = Candidate(
        "wanted", "other", Kind.CASE, Competency.DELIVERY, None, ("sql",), Difficulty.HARD, (Level.SENIOR,)
    )
    assert names(choose([candidate("plain"), wanted], {}, wish, Occasion(TODAY))) == ["wanted"]


def test_a_question_named_by_the_person_is_given_whatever_its_standing() -> None:
    (chosen,) = choose([candidate("q")], {"q": RESTING}, Wish(question="q"), Occasion(TODAY))
    assert (chosen.standing, chosen.reason) == (Standing.ASKED_FOR, "You asked for this one.")


def test_nothing_that_fits_gives_an_empty_set() -> None:
    assert choose([candidate("q")], {}, Wish(skill="cobol"), Occasion(TODAY)) == ()


def test_another_seed_gives_another_set() -> None:
    candidates = [candidate(f"q-{n:03}", COMPETENCIES[n % 15]) for n in range(150)]
    assert len({tuple(names(pick(candidates, {}, 3, seed=seed))) for seed in range(10)}) > 5
