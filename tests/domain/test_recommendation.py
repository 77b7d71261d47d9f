"""The one next thing: which rule speaks, and what it says."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from abi_coach.domain.recommendation import AdviceRules, Facts, Named, recommend
from tests.support.command_line import ROOT

NOW = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)
TODAY = NOW.date()
ACME = Named("int-1", "Acme · panel", NOW + timedelta(minutes=40))
NOTHING = Facts(NOW, TODAY)
EVERYTHING = Facts(
    NOW,
    TODAY,
    draft=Named("deb-9", "your debrief of Acme"),
    draft_command="abi debrief int-9",
    hot_due=Named("int-9", "Acme · recruiter"),
    interview=ACME,
    weakest="conflict",
    cold_due=Named("int-8", "Birch · final"),
    asked=Named("own-technical-001", "Design a queue", NOW - timedelta(days=9)),
    promise=Named("pro-1", "IF asked why THEN I will name one product"),
    promise_item="motivation",
    follow_up=Named("int-7", "Thank Cedar"),
    action=Named("plan-1", "write one true occasion that shows conflict"),
    action_on=TODAY,
    action_item="conflict",
    action_type="build",
    practice_due=4,
    answers=9,
    new_evidence=9,
    new_debriefs=1,
    debriefed_on=TODAY,
    first_used_on=date(2025, 1, 1),
)
IN_ORDER: tuple[tuple[str, dict[str, Any]], ...] = (
    ("card", {"interview": ACME._replace(at=NOW + timedelta(hours=30))}),
    ("resume", {"draft": None}),
    ("hot-debrief", {"hot_due": None}),
    ("cold-debrief", {"cold_due": None}),
    ("rehearse", {"rehearsed": True}),
    ("plan", {"debriefed_on": TODAY - timedelta(days=4), "interview": None}),
    ("asked", {"asked": None}),
    ("promise", {"promise": None}),
    ("follow-up", {"follow_up": None}),
    ("action", {"action": None}),
    ("practice", {"practice_due": 0}),
    ("plan", {"last_plan_on": TODAY, "new_debriefs": 0}),
    ("reflect", {"last_reflection_on": TODAY}),
    ("pulse", {"last_pulse_on": TODAY}),
    ("interview", {"last_interview_on": TODAY}),
    ("spare", {"answers": 0}),
    ("first", {}),
)


def test_rules_speak_in_their_order_as_one_after_the_other_is_settled() -> None:
    facts, heard = EVERYTHING, []
    for _, settled in IN_ORDER:
        heard.append(recommend(facts, AdviceRules()).key)
        facts = facts._replace(**settled)
    assert heard == [key for key, _ in IN_ORDER]


def test_every_key_is_told_to_those_who_read_json() -> None:
    page = (ROOT / "docs" / "plan-json.md").read_text(encoding="utf-8").partition("## `abi.next/1`")[2]
    assert all(f"`{key}`" in page for key, _ in IN_ORDER)


def test_the_first_start_offers_the_first_question() -> None:
    advice = recommend(NOTHING, AdviceRules())
    assert (advice.title, advice.command) == ("Answer your first question", "abi practice")


@pytest.mark.parametrize(
    ("facts", "command"),
    [
        (EVERYTHING, "abi card int-1"),
        (EVERYTHING._replace(interview=None), "abi debrief int-9"),
        (NOTHING._replace(hot_due=ACME), "abi debrief int-1 --hot"),
        (NOTHING._replace(interview=ACME), "abi card int-1"),
        (NOTHING._replace(cold_due=ACME), "abi debrief int-1 --cold"),
        (
            EVERYTHING._replace(draft=None, hot_due=None, interview=None, cold_due=None, new_debriefs=0, asked=None),
            "abi practice --competency motivation",
        ),
        (EVERYTHING._replace(draft=None, hot_due=None, interview=None, cold_due=None, new_debriefs=0), "abi practice"),
        (NOTHING._replace(practice_due=1), "abi practice"),
        (NOTHING._replace(answers=3), "abi plan"),
    ],
)
def test_every_recommendation_names_the_command_that_starts_it(facts: Facts, command: str) -> None:
    assert recommend(facts, AdviceRules()).command == command


@pytest.mark.parametrize(
    ("left", "key"),
    [
        (timedelta(0), "card"),
        (timedelta(minutes=60), "card"),
        (timedelta(minutes=61), "rehearse"),
        (timedelta(days=3), "rehearse"),
        (timedelta(days=3, minutes=1), "first"),
        (timedelta(minutes=-1), "first"),
    ],
)
def test_cramming_stops_an_hour_before_and_rehearsing_starts_three_days_before(left: timedelta, key: str) -> None:
    facts = NOTHING._replace(interview=ACME._replace(at=NOW + left))
    assert recommend(facts, AdviceRules()).key == key


def test_rehearsing_goes_for_the_weakest_skill_by_its_own_option() -> None:
    facts = NOTHING._replace(
        interview=ACME._replace(at=NOW + timedelta(hours=20)), weakest="sql", weakest_is_skill=True
    )
    advice = recommend(facts, AdviceRules())
    assert (advice.title, advice.command) == ("Rehearse sql", "abi practice --skill sql")
    assert advice.reason == "Acme · panel is tomorrow."


def test_rehearsing_says_that_the_interview_asks_for_it() -> None:
    soon = NOTHING._replace(interview=ACME._replace(at=NOW + timedelta(hours=20)), weakest="conflict")
    assert recommend(soon, AdviceRules()).reason == "Acme · panel is tomorrow."
    named = recommend(soon._replace(weakest_is_named=True), AdviceRules())
    assert named.reason == "Acme · panel is tomorrow, and it asks for this."


def test_a_question_that_landed_badly_is_told_with_its_day() -> None:
    advice = recommend(NOTHING._replace(asked=Named("own-1", "Why us?", NOW - timedelta(days=9))), AdviceRules())
    assert advice.reason == "“Why us?” was really asked on 2026-11-13, and it landed badly."


@pytest.mark.parametrize(
    ("kind", "item", "command", "practised"),
    [
        ("build", "conflict", "abi story add", ""),
        ("drill", "problem_solving", "abi practice --competency problem_solving", "problem_solving"),
        ("measure", "sql", "abi practice --skill sql", "sql"),
        ("redo", "role_expertise", "abi plan action list", ""),
        ("learn", "sql", "abi plan action list", ""),
        ("second_rater", "conflict", "abi plan action list", ""),
    ],
)
def test_an_action_of_the_plan_is_begun_by_what_it_asks_for(kind: str, item: str, command: str, practised: str) -> None:
    planned = NOTHING._replace(action=Named("p", "do it"), action_on=TODAY, action_item=item, action_type=kind)
    advice = recommend(planned._replace(action_is_skill=item == "sql"), AdviceRules())
    assert (advice.key, advice.command, advice.item) == ("action", command, practised)
    assert advice.title == f"Your plan: {item.replace('_', ' ')}"


def test_an_action_whose_day_is_over_is_no_reproach_and_gives_way_to_the_next_plan() -> None:
    yesterday = TODAY - timedelta(days=1)
    planned = NOTHING._replace(action=Named("p", "do it"), action_on=TODAY, action_item="sql", action_type="drill")
    assert recommend(planned, AdviceRules()).reason == "Due today: I will do it."
    late = planned._replace(action_on=yesterday, last_plan_on=TODAY - timedelta(days=15))
    assert recommend(late, AdviceRules()).reason == "It was for 2026-11-21, and today is as good: I will do it."
    assert recommend(late._replace(new_evidence=1), AdviceRules()).key == "plan"
    assert recommend(planned._replace(last_plan_on=yesterday, new_debriefs=1), AdviceRules()).key == "action"


def test_with_nothing_due_nobody_is_told_that_all_is_well() -> None:
    assert recommend(NOTHING._replace(answers=2), AdviceRules()).reason == "Nothing is due; leave it, if you like."


@pytest.mark.parametrize(
    ("left", "when"),
    [
        (timedelta(hours=14), "in 14 h"),  # it is nine in the morning
        (timedelta(hours=16), "tomorrow"),
        (timedelta(hours=34), "tomorrow"),
        (timedelta(hours=40), "in 2 days"),
        (timedelta(days=9, hours=13), "in 9 days"),
    ],
)
def test_days_until_an_interview_are_counted_as_nights(left: timedelta, when: str) -> None:
    facts = NOTHING._replace(practice_due=2, interview=ACME._replace(at=NOW + left))
    assert recommend(facts, AdviceRules()).reason.endswith(f"Acme · panel is {when}.")


@pytest.mark.parametrize(("due", "said"), [(1, "One question is due."), (4, "4 questions are due. Three are enough.")])
def test_three_are_called_enough_where_there_are_more(due: int, said: str) -> None:
    assert recommend(NOTHING._replace(practice_due=due), AdviceRules()).reason == said


def test_a_debrief_that_is_late_says_of_which_day_it_is() -> None:
    late = NOTHING._replace(hot_due=ACME._replace(at=NOW - timedelta(days=3)))
    assert recommend(late, AdviceRules()).reason.startswith("It was on 2026-11-19;")
    fresh = NOTHING._replace(hot_due=ACME._replace(at=NOW - timedelta(hours=1)))
    assert recommend(fresh, AdviceRules()).reason.startswith("Five minutes right after it")


def test_promises_and_messages_say_of_when_they_are() -> None:
    promised = NOTHING._replace(promise=Named("pro-1", "IF asked THEN I will answer", NOW - timedelta(days=2)))
    assert recommend(promised, AdviceRules()).reason == "IF asked THEN I will answer (promised on 2026-11-20)"
    late = NOTHING._replace(follow_up=Named("int-7", "Cedar: thanks", NOW - timedelta(days=1)))
    assert recommend(late, AdviceRules()).reason == "A short message is due since 2026-11-21."
    due = NOTHING._replace(follow_up=Named("int-7", "Cedar: thanks", NOW))
    assert recommend(due, AdviceRules()).reason == "A short message is due today."


def test_a_sitting_that_was_left_waits_for_the_debrief_that_fades() -> None:
    left = NOTHING._replace(draft=Named("sit-1", "question 2 of 3", NOW), draft_command="abi practice resume")
    assert recommend(left, AdviceRules()).reason == "You left it unfinished today."
    earlier = left._replace(draft=Named("sit-1", "question 2 of 3", NOW - timedelta(days=2)))
    assert recommend(earlier, AdviceRules()).reason == "You left it unfinished on 2026-11-20."
    assert recommend(left._replace(hot_due=ACME), AdviceRules()).key == "hot-debrief"


def test_a_habit_says_since_when_its_months_are_counted() -> None:
    begun = NOTHING._replace(first_used_on=date(2025, 1, 1), last_reflection_on=date(2026, 5, 20))
    assert recommend(begun, AdviceRules()).reason.startswith("6 months since the last one, on 2026-05-20;")
    never = begun._replace(last_reflection_on=None)
    assert recommend(never, AdviceRules()).reason.startswith("22 months since you began, on 2025-01-01;")


@pytest.mark.parametrize(
    ("facts", "key"),
    [
        (NOTHING._replace(answers=2), "spare"),
        (NOTHING._replace(answers=3), "plan"),
        (NOTHING._replace(answers=1, new_debriefs=1), "plan"),
        (NOTHING._replace(answers=9, last_plan_on=TODAY - timedelta(days=13), new_evidence=5), "spare"),
        (NOTHING._replace(answers=9, last_plan_on=TODAY - timedelta(days=14), new_evidence=5), "plan"),
        (NOTHING._replace(answers=9, last_plan_on=TODAY - timedelta(days=90)), "spare"),
        (NOTHING._replace(answers=9, last_plan_on=TODAY - timedelta(days=1), new_debriefs=1), "plan"),
        (NOTHING._replace(practice_due=9, new_debriefs=1, debriefed_on=TODAY - timedelta(days=3)), "plan"),
        (NOTHING._replace(practice_due=9, new_debriefs=1, debriefed_on=TODAY - timedelta(days=4)), "practice"),
    ],
)
def test_a_plan_is_due_with_enough_evidence_after_a_debrief_or_after_two_weeks(facts: Facts, key: str) -> None:
    assert recommend(facts, AdviceRules()).key == key


def test_nobody_is_sent_to_interview_while_one_is_booked() -> None:
    booked = Named("int-1", "Acme", NOW + timedelta(days=20))
    done: dict[str, Any] = {"last_reflection_on": TODAY, "last_pulse_on": TODAY}
    facts = NOTHING._replace(answers=1, first_used_on=date(2025, 1, 1), interview=booked, **done)
    assert recommend(facts, AdviceRules()).key == "spare"


@pytest.mark.parametrize("told", [{"practice_due": 2}, {"answers": 4, "last_plan_on": TODAY}, {}])
def test_the_interview_that_is_booked_is_told_however_far_it_is(told: dict[str, Any]) -> None:
    facts = NOTHING._replace(interview=ACME._replace(at=NOW + timedelta(days=9)), **told)
    assert recommend(facts, AdviceRules()).reason.endswith("Acme · panel is in 9 days.")


@pytest.mark.parametrize(
    ("role", "command"),
    [
        ("backend", "abi practice --role backend"),
        ("Senior C++ Developer", 'abi practice --role "Senior C++ Developer"'),
        ("x; rm -r $HOME", "abi practice"),
        ("--home", "abi practice"),
    ],
)
def test_practice_is_for_the_role_of_the_interview_where_a_shell_can_be_told_it(role: str, command: str) -> None:
    facts = NOTHING._replace(practice_due=1, interview=ACME._replace(at=NOW + timedelta(days=9)), role=role)
    assert recommend(facts, AdviceRules()).command == command
