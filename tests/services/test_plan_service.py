"""Plans through the services, on journals told by hand. The clock stands at Sunday noon, 22 November 2026."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest

from abi_coach.domain.competency import Competency
from abi_coach.domain.errors import DamagedJournalError, InputError, NotFoundError
from abi_coach.services.coach import Coach, open_coach
from abi_coach.services.plan import PlanOrder
from abi_coach.services.plan_actions import PlanActions
from tests.support.diary import Diary, worked_example

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from tests.support.hand_clock import HandClock

BACKEND = PlanOrder(role="backend")


@pytest.fixture
def coach(home: Path, clock: HandClock) -> Iterator[Coach]:
    coach = open_coach(home, clock, clock.monotonic)
    yield coach
    coach.close()


def parts(coach: Coach, item: str) -> str:
    return coach.plans.explain(item, BACKEND).formula


@pytest.mark.parametrize(
    ("item", "formula"),
    [
        ("conflict", "22.2 + 16.7 + 25.0 + 8.3 + 4.2 = 76.4"),
        ("kubernetes", "8.6 + 6.7 + 5.0 + 0.0 + 0.0 + 23.3 = 43.6"),
        ("communication", "11.5 + 6.7 + 0.0 + 10.0 + 2.5 = 30.7"),
        ("delivery", "8.8 + 6.7 + 10.0 + 0.0 + 0.0 = 25.5"),
        ("terraform", "6.7 + 0.0 + 10.0 + 0.0 + 0.0 + 3.3 = 20.0"),
    ],
)
def test_the_worked_example_told_as_a_journal_gives_its_parts(coach: Coach, item: str, formula: str) -> None:
    worked_example(coach)
    assert parts(coach, item) == formula


def test_a_skill_is_one_item_under_all_of_its_spellings(coach: Coach) -> None:
    diary = Diary(coach)
    diary.story("On call", "conflict", "k8s", "kubernetes")
    diary.interview("Acme", -9, skills=("k8s",))
    diary.interview("Borealis", 9, skills=("k8s", "kubernetes"))
    diary.debrief(diary.interview("Cedar", 10), 9, {"no pods": "k8s"})
    diary.advert(8, ("k8s",), ("kubernetes",))
    diary.level("k8s", "missing")
    told = coach.plans.explain("k8s", BACKEND).priority
    assert (told.item, told.booked_factor) == ("kubernetes", 1.25)
    assert parts(coach, "kubernetes") == parts(coach, "K8s") == "11.9 + 8.9 + 47.6 = 68.4"
    assert "k8s" not in {each.priority.item for each in coach.plans.make(BACKEND).priorities}


def test_a_debrief_that_is_corrected_keeps_its_day(coach: Coach, clock: HandClock) -> None:
    diary = Diary(coach)
    diary.debrief(diary.interview("Acme", 200), 200, {"late": "delivery"})
    diary.debrief(diary.interview("Borealis", 20), 20, {"blamed them": "conflict"})
    clock.advance(86_400)
    for revision in list(coach.journal.current("cold_debrief")):
        coach.journal.write("cold_debrief", {**revision.value(), "them": "Friendly."}, entry=revision.entry)
    for order in (BACKEND, PlanOrder(clock().date() - timedelta(days=1), "backend")):
        told = [coach.plans.explain(item, order).formula for item in ("conflict", "delivery")]
        assert told == ["33.3 = 33.3", "0.0 = 0.0"]


def nothing(_diary: Diary) -> None:
    """An empty journal."""


def one_answer(diary: Diary) -> None:
    diary.answer("quality", 2, 0, first=4)


def three_good_answers(diary: Diary) -> None:
    diary.answers("quality", [5, 5, 5], [1, 2, 3])


def old_answers(diary: Diary) -> None:
    diary.answers("quality", [1, 1, 1], [181, 200, 400])


def one_of_each_age(diary: Diary) -> None:
    diary.answers("quality", [2, 2, 2], [0, 30, 180])


def only_debriefs(diary: Diary) -> None:
    for days in (3, 9, 12, 20):
        diary.debrief(diary.interview("Acme", days), days, {"late": "quality"})


def only_stories(diary: Diary) -> None:
    diary.story("Outage", "quality")
    diary.story("Half told", "quality", told=False)


def only_adverts(diary: Diary) -> None:
    diary.advert(5, ("kafka",))
    diary.advert(6, (), ("kafka",))
    diary.advert(7, ("python",))


def adverts_at_the_ends_of_the_window(diary: Diary) -> None:
    for days in (-1, 0, 180, 181):
        diary.advert(days, ("kafka",))
    diary.advert(5, ("python",))
    diary.interview("Acme", 181, skills=("kafka",))
    diary.debrief(diary.interview("Birch", 182, skills=("kafka",)), 182, {"no offsets": "kafka"})


def a_gap_in_a_debrief(diary: Diary) -> None:
    diary.debrief(diary.interview("Acme", 3), 3, {}, gaps=("K8s",))
    diary.level("kubernetes", "missing")


def over_time_and_sure(diary: Diary) -> None:
    for days in (1, 2, 3):
        diary.answer("quality", 3, days, first=5, seconds=400)


def booked_and_named(diary: Diary) -> None:
    diary.answers("quality", [2, 2, 2], [1, 1, 1])
    diary.interview("Acme", -5, competencies=(Competency.QUALITY,))


def more_than_a_hundred(diary: Diary) -> None:
    over_time_and_sure(diary)
    diary.answers("quality", [1] * 40, [0.5] * 40, [5] * 40)
    only_debriefs(diary)
    diary.story("Other", "delivery")
    diary.interview("Acme", -5, competencies=(Competency.QUALITY,))


JOURNALS: list[tuple[Callable[[Diary], None], str, str]] = [
    (nothing, "quality", "0.0 = 0.0"),
    # G alone with C: no debrief, story or advert anywhere, so .40, .10 and .10 become 2/3, 1/6 and 1/6.
    (one_answer, "quality", "29.6 + 0.0 + 16.7 = 46.3"),
    (three_good_answers, "quality", "0.0 + 0.0 + 0.0 = 0.0"),
    (old_answers, "quality", "0.0 = 0.0"),
    (one_of_each_age, "quality", "31.8 + 0.0 + 0.0 = 31.8"),
    # Four debriefs name it: D is full; the interviews count for the market, which competencies do not have.
    (only_debriefs, "quality", "100.0 = 100.0"),
    (only_stories, "quality", "50.0 = 50.0"),
    # must 1 + nice ½ of 3 adverts × rusty ½ = .25, and market is the only signal.
    (only_adverts, "kafka", "25.0 = 25.0"),
    # two of three, M alone: neither the advert of tomorrow nor anything that is 181 days old counts.
    (adverts_at_the_ends_of_the_window, "kafka", "33.3 = 33.3"),
    # one interview, and it asked for it by its alias; D .20 and M .40 are left.
    (a_gap_in_a_debrief, "kubernetes", "0.0 + 66.7 = 66.7"),
    (over_time_and_sure, "quality", "22.2 + 16.7 + 16.7 = 55.6"),
    (booked_and_named, "quality", "44.3 + 0.0 + 0.0 = 44.3"),
    (more_than_a_hundred, "quality", "46.4 + 25.0 + 25.0 + 0.9 + 12.5 − 9.8 = 100.0"),
]


@pytest.mark.parametrize(("told", "item", "formula"), JOURNALS, ids=[told.__name__ for told, _, _ in JOURNALS])
def test_a_journal_told_by_hand_gives_exactly_these_parts(
    coach: Coach, told: Callable[[Diary], None], item: str, formula: str
) -> None:
    told(Diary(coach))
    assert coach.plans.explain(item, PlanOrder(role="common")).formula == formula


def test_making_a_plan_writes_nothing(coach: Coach) -> None:
    coach.plans.render(coach.plans.make())
    assert not coach.home.journal.exists()


def test_a_rating_that_was_changed_on_the_disk_is_named_though_no_priority_shows_its_answer(coach: Coach) -> None:
    diary = worked_example(coach)
    changed = diary.answer("problem_solving", 4, 1)
    made = coach.plans.make(BACKEND)
    assert changed not in {each for planned in made.priorities for each in planned.explanation.entries}
    with coach.journal._file.writing() as connection:
        connection.execute("UPDATE entry SET final = 5 WHERE entry = ?", (changed,))
    with pytest.raises(DamagedJournalError, match=changed):
        coach.plans.make(BACKEND)


def test_the_newest_plan_kept_before_the_day_is_reviewed(coach: Coach, clock: HandClock) -> None:
    diary = worked_example(coach)
    coach.plans.keep(coach.plans.make(BACKEND))
    clock.advance(5 * 86_400)
    diary.story("Outage", "conflict")
    diary.story("Merge", "conflict")
    diary.answers("conflict", [4, 4, 4], [0.1, 0.2, 0.3])
    changes = coach.plans.make(BACKEND).changes
    assert "Conflict, build stories: done (usable stories: 0 → 2, target 2" in changes[0].text
    assert changes[1].kind.value == "goes_on"


def test_a_plan_made_again_on_its_day_keeps_words_and_ticks(coach: Coach) -> None:
    worked_example(coach)
    actions = PlanActions(coach.plans)
    coach.plans.keep(coach.plans.make())
    actions.reword("1", "If it is Tuesday", "I will call Kim.")
    actions.tick("2")
    coach.plans.keep(coach.plans.make())
    first, second, _ = coach.plans.make().actions
    assert first.sentence == "IF it is Tuesday THEN I will call Kim"
    assert (second.status.value, second.ticked_on) == ("ticked", date(2026, 11, 22))
    assert len(list(coach.plans.kept.newest_first())) == 1


def test_the_next_plan_keeps_the_words_and_tells_of_the_tick(coach: Coach, clock: HandClock) -> None:
    worked_example(coach)
    actions = PlanActions(coach.plans)
    actions.reword("1", None, "call Kim")
    actions.tick("3")
    clock.advance(3 * 86_400)
    after = coach.plans.make()
    assert after.actions[0].then == "call Kim"
    assert [change.kind.value for change in after.changes] == ["goes_on", "goes_on", "ticked"]


def test_an_action_of_a_plan_that_was_not_kept_keeps_it_when_it_changes(coach: Coach) -> None:
    worked_example(coach)
    assert PlanActions(coach.plans).in_force().kept_on is None
    PlanActions(coach.plans).tick("conflict")
    assert PlanActions(coach.plans).in_force().kept_on == date(2026, 11, 22)


def test_a_number_is_never_that_of_a_plan_which_was_not_listed(coach: Coach, clock: HandClock) -> None:
    actions = PlanActions(coach.plans)
    coach.plans.keep(coach.plans.make())
    clock.advance(86_400)
    worked_example(coach)
    assert (len(actions.in_force().actions), len(coach.plans.make().actions)) == (0, 3)
    with pytest.raises(NotFoundError, match="no action “2”"):
        actions.tick("2")
    with pytest.raises(NotFoundError) as unknown:
        actions.tick("nonsense")
    assert unknown.value.nearest == ()
    assert actions.tick("conflict").item == "conflict"


def test_missed_twice_it_is_offered_smaller(coach: Coach, clock: HandClock) -> None:
    worked_example(coach)
    minutes = []
    for _ in range(3):
        plan = coach.plans.make(BACKEND)
        minutes.append(plan.actions[0].minutes)
        coach.plans.keep(plan)
        clock.advance(20 * 86_400)
    assert plan.actions[0].then.endswith("; a small start counts")
    assert minutes[2] < minutes[0]


def test_no_own_words_at_all_is_refused(coach: Coach) -> None:
    worked_example(coach)
    with pytest.raises(InputError, match="own words"):
        PlanActions(coach.plans).reword("1", " ", None)


def test_an_unknown_action_names_those_there_are(coach: Coach) -> None:
    worked_example(coach)
    with pytest.raises(NotFoundError, match="conflict-build-2026-11-22"):
        PlanActions(coach.plans).tick("nothing")


def test_a_plan_for_another_day_sees_only_what_was_until_then(coach: Coach) -> None:
    worked_example(coach)
    before = coach.plans.make(PlanOrder(date(2026, 11, 1), "backend"))
    assert before.answers == 5
    assert coach.plans.make(PlanOrder(date(2028, 1, 1), "backend")).answers == 0


def test_a_plan_of_the_end_of_the_calendar_is_refused(coach: Coach) -> None:
    for day in (date.min, date.max):
        with pytest.raises(InputError, match="cannot be made"):
            coach.plans.make(PlanOrder(day))


def test_an_interview_that_is_over_is_no_reason_for_a_plan(coach: Coach) -> None:
    entry = Diary(coach).interview("Acme", 3)
    with pytest.raises(InputError, match="not booked"):
        coach.plans.make(PlanOrder(interview=entry))


def test_a_booked_interview_without_a_day_is_not_taken_for_one_of_today(coach: Coach) -> None:
    coach.journal.write("interview", {"company": "Acme", "role": "backend", "state": "booked", "stage": "panel"})
    assert coach.plans.make().interview is None


def test_two_kept_plans_are_compared(coach: Coach, clock: HandClock) -> None:
    diary = worked_example(coach)
    coach.plans.keep(coach.plans.make(BACKEND))
    clock.advance(2 * 86_400)
    diary.story("Outage", "conflict")
    coach.plans.keep(coach.plans.make(BACKEND))
    found = coach.plans.difference("2026-11-22", "2026-11-24")
    conflict = next(one for one in found.items if one.item == "conflict")
    assert conflict.change is not None
    assert conflict.change < -10
    assert "usable stories: 0 → 1, target 2" in found.actions[0].details


def test_the_plan_of_today_is_compared_for_the_role_of_the_one_before(coach: Coach, clock: HandClock) -> None:
    Diary(coach).answers("delivery", [3, 3, 3], [1, 2, 3])
    coach.plans.keep(coach.plans.make(BACKEND))
    assert coach.plans.make().role == "common"
    clock.advance(86_400)
    found = coach.plans.difference()
    assert {one.item for one in found.items if one.change is None} == set()
    assert {one.what.value for one in found.actions} == {"same"}


def test_a_day_without_a_kept_plan_is_told(coach: Coach) -> None:
    with pytest.raises(NotFoundError, match="2026-01-01"):
        coach.plans.difference("2026-01-01")
    with pytest.raises(InputError, match="No plan was kept"):
        coach.plans.difference()


def test_plans_kept_in_the_future_do_not_count_before_their_day(coach: Coach) -> None:
    worked_example(coach)
    later = coach.plans.today() + timedelta(days=10)
    coach.plans.keep(coach.plans.make(PlanOrder(later)))
    assert coach.plans.make().changes == ()
