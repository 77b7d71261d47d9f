"""The plan as a whole: strengths first, what changed, what to do, what is not known."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from abi_coach.domain.action import ActionStatus
from abi_coach.domain.evidence import Evidence, ItemEvidence, PromiseEvidence, WellEvidence
from abi_coach.domain.plan import ChangeKind, Plan
from abi_coach.domain.planning import make_plan, review
from abi_coach.domain.promise import PromiseCheck
from abi_coach.domain.settings import Settings
from tests.support.evidence import INTERVIEW, PLAN_ON, WORKED, answers, days_ago, evidence, stories

QUALITY = ItemEvidence("quality", answers=answers((2, 2, 2), (1, 2, 3)), stories=stories(2))


def later(told: Evidence, days: int) -> Evidence:
    return replace(told, plan_on=told.plan_on + timedelta(days=days))


def with_words(plan: Plan, then: str) -> Plan:
    """The plan after the person put its first action into their own words."""
    first = plan.priorities[0]
    return replace(plan, priorities=(replace(first, action=replace(first.action, then=then)), *plan.priorities[1:]))


def test_the_same_evidence_makes_the_same_plan() -> None:
    assert make_plan(WORKED, Settings()) == make_plan(WORKED, Settings())


def test_steady_strong_ratings_are_a_strength_with_their_entries() -> None:
    strong = ItemEvidence("delivery", answers=answers((5, 4, 4), (3, 2, 1)))
    (strength,) = make_plan(evidence(strong), Settings()).strengths
    assert strength.text == "Delivery: the last three final ratings average 4.3 of 5."
    assert strength.evidence == ("ans-0", "ans-1", "ans-2")


def test_what_went_well_is_repeated_the_newest_three() -> None:
    well = tuple(WellEvidence(f"deb-{age}", days_ago(age), f"thing {age}") for age in (9, 3, 6, 1, 200))
    plan = make_plan(replace(evidence(QUALITY), well=well), Settings())
    assert [strength.text for strength in plan.strengths] == ["thing 1", "thing 3", "thing 6"]


def test_without_steady_strengths_the_best_answer_is_named() -> None:
    item = ItemEvidence("quality", answers=answers((4, 2), (5, 1)))
    assert make_plan(evidence(item), Settings()).strengths[0].text == "Quality: one answer rated 4 of 5."


def test_under_confidence_gives_an_encouraging_line() -> None:
    timid = ItemEvidence("quality", answers=answers((4, 4, 4), (1, 2, 3), (3, 3, 4)))
    lines = make_plan(evidence(timid), Settings()).encouragement
    assert lines == ("Quality: your answers are better than they feel, by 0.7 points on average.",)


def test_the_three_widest_gaps_are_named_and_none_that_shows_as_nothing() -> None:
    gaps = {"adaptability": 2, "conflict": 6, "delivery": 4, "influence": 8, "quality": 0}
    items = [
        ItemEvidence(name, answers=answers([3] * 20, range(1, 21), [2] * gap + [3] * (20 - gap)))
        for name, gap in gaps.items()
    ]
    told = [line.partition(":")[0] for line in make_plan(evidence(*items), Settings()).encouragement]
    assert told == ["Influence", "Conflict", "Delivery"]
    barely = ItemEvidence("quality", answers=answers([3] * 30, range(1, 31), [2] + [3] * 29))
    assert make_plan(evidence(barely), Settings()).encouragement == ()


def test_the_same_words_of_what_went_well_are_repeated_once() -> None:
    well = tuple(
        WellEvidence(f"deb-{age}", days_ago(age), text) for age, text in ((9, "I listened"), (2, "i listened"))
    )
    told = make_plan(replace(evidence(QUALITY), well=well), Settings()).strengths
    assert [each.on for each in told if "listened" in each.text.lower()] == [days_ago(2)]


def test_ratings_that_agree_need_no_encouragement() -> None:
    assert make_plan(evidence(QUALITY), Settings()).encouragement == ()


def test_thin_data_says_how_much_is_missing() -> None:
    plan = make_plan(evidence(ItemEvidence("quality", answers=answers((3,), (0,)))), Settings())
    assert plan.headline == "One session: here is your baseline."
    assert plan.unknown[0].text == "Quality: not enough yet, needs 2 more answers."


def test_an_empty_journal_gives_a_plan_without_claims() -> None:
    plan = make_plan(Evidence(PLAN_ON), Settings())
    assert (plan.priorities, plan.strengths, plan.schedule) == ((), (), ())
    assert plan.headline.startswith("No practice answers yet")
    assert len(plan.unknown) == 4


def test_the_headline_counts_an_answer_once_though_two_items_rest_on_it() -> None:
    shared = answers((3, 4), (1, 2))
    plan = make_plan(evidence(ItemEvidence("quality", answers=shared), ItemEvidence("sql", answers=shared)), Settings())
    assert plan.headline == "2 answers on 2 days."


def test_the_schedule_adds_up_the_sessions_of_a_day() -> None:
    days = {day.on: day for day in make_plan(WORKED, Settings()).schedule}
    assert days[date(2026, 11, 24)].items == ("Conflict", "Communication")
    assert days[date(2026, 11, 24)].minutes == 25 + 15


def test_an_action_that_goes_on_keeps_its_id_its_day_and_the_persons_words() -> None:
    first = with_words(make_plan(evidence(QUALITY), Settings()), "practise with Kim")
    second = make_plan(later(evidence(QUALITY), 5), Settings(), first)
    old, new = first.actions[0], second.actions[0]
    assert (new.id, new.then, new.made_on, new.due) == (old.id, "practise with Kim", old.made_on, old.due)
    assert second.changes[0].kind is ChangeKind.GOES_ON
    assert all(day >= second.made_on for day in new.sessions)


def test_an_action_whose_day_went_by_is_offered_again_in_the_persons_words() -> None:
    first = with_words(make_plan(evidence(QUALITY), Settings()), "practise with Kim")
    second = make_plan(later(evidence(QUALITY), 15), Settings(), first)
    assert second.changes[0].kind is ChangeKind.OFFERED_AGAIN
    assert (second.actions[0].missed, second.actions[0].then) == (1, "practise with Kim")
    assert second.actions[0].due == PLAN_ON + timedelta(days=29)


def test_missed_twice_it_is_offered_smaller() -> None:
    first = make_plan(evidence(QUALITY), Settings())
    second = make_plan(later(evidence(QUALITY), 15), Settings(), first)
    third = make_plan(later(evidence(QUALITY), 30), Settings(), second)
    assert third.actions[0].then.endswith("; a small start counts")
    assert "offered again, and smaller" in third.changes[0].text
    assert third.actions[0].minutes < first.actions[0].minutes


def test_an_action_met_by_evidence_is_done_and_a_new_one_has_a_new_id() -> None:
    good = replace(QUALITY, answers=answers((4, 4, 4), (1, 2, 3)))
    first = make_plan(evidence(replace(good, stories=())), Settings())
    second = make_plan(evidence(replace(good, stories=stories(2))), Settings(), first)
    assert second.changes[0].kind is ChangeKind.DONE
    assert second.actions[0].id != first.actions[0].id


def test_a_ticked_action_is_told_apart_from_a_done_one() -> None:
    first = make_plan(evidence(QUALITY), Settings())
    ticked = replace(first.priorities[0], action=first.actions[0].ticked(PLAN_ON))
    second = make_plan(later(evidence(QUALITY), 3), Settings(), replace(first, priorities=(ticked,)))
    assert second.changes[0].kind is ChangeKind.TICKED
    assert "not in the evidence yet" in second.changes[0].text


def test_what_is_no_longer_foremost_is_set_aside() -> None:
    first = make_plan(evidence(QUALITY), Settings())
    worse = (ItemEvidence(f"item_{n}", answers=answers((1,) * 3, (0,) * 3, name=f"i{n}")) for n in range(3))
    second = make_plan(evidence(QUALITY, *worse), Settings(), first)
    assert second.changes[0].kind is ChangeKind.SET_ASIDE
    assert "quality" not in {action.item for action in second.actions}


def test_promises_asked_about_since_the_last_plan_are_told() -> None:
    first = make_plan(evidence(QUALITY), Settings())
    sentence = "IF asked about conflict THEN I will start with the result"
    promises = tuple(
        PromiseEvidence(f"deb-{day}", PLAN_ON + timedelta(days=day), sentence, PromiseCheck.KEPT) for day in (-2, 2)
    )
    second = make_plan(replace(later(evidence(QUALITY), 4), promises=promises), Settings(), first)
    told = [change for change in second.changes if change.kind is ChangeKind.PROMISE]
    assert [(change.entry, change.text) for change in told] == [("deb-2", f"{sentence}: kept.")]


def test_a_plan_tells_whether_the_last_one_works() -> None:
    """Finals 2, 2, 2 before; then 2, 4, 4: the mean of the last three went from 2.0 to 3.3."""
    first = make_plan(evidence(QUALITY), Settings())
    more = replace(QUALITY, answers=answers((4, 4, 2, 2, 2), (0, 0, 1, 2, 3)))
    (effect,) = make_plan(evidence(more), Settings(), first).effects
    assert (effect.before, round(effect.measure.now or 0, 1), effect.measure.target) == (2.0, 3.3, 4.0)


def test_reviewing_a_plan_closes_what_the_evidence_closes() -> None:
    plan = make_plan(evidence(replace(QUALITY, stories=(), answers=answers((4,) * 3, (1,) * 3))), Settings())
    told = evidence(replace(QUALITY, stories=stories(2)))
    assert [action.status for action in review(plan, told, Settings())] == [ActionStatus.DONE]
    assert review(plan, evidence(QUALITY, own_stories=1), Settings())[0].measures[0].now == 2


def test_a_sooner_interview_pulls_a_running_action_forward() -> None:
    first = make_plan(evidence(QUALITY), Settings())
    booked = replace(later(evidence(QUALITY), 2), interview=replace(INTERVIEW, on=date(2026, 11, 28)))
    action = make_plan(booked, Settings(), first).actions[0]
    assert action.due == date(2026, 11, 27)
    assert all(day <= action.due for day in action.sessions)
