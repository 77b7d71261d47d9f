"""The one thing to do next, with its reason and the command that starts it.

Told light facts only, so that Home and `abi next` need not read whole entries.
"""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Final

from abi_coach.domain.advice import AdviceRules, Recommendation
from abi_coach.domain.cadence import Habit
from abi_coach.domain.clock import local_day
from abi_coach.domain.counting import in_figures
from abi_coach.domain.facts import Facts, Named

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["AdviceRules", "Facts", "Named", "Recommendation", "recommend"]

ENOUGH_FOR_A_PLAN: Final = 3
"""Answers (or one debrief) from which a first plan says something."""

ENOUGH_AT_ONCE: Final = 3
"""So many questions are a sitting; more that are due can wait."""

RESUME_SITTING: Final = "abi practice resume"

FRESH_DAYS: Final = 3
"""So long after a debrief a plan comes before everything that can wait: it says what the debrief is good for."""


def recommend(facts: Facts, rules: AdviceRules) -> Recommendation:
    """The first rule that has something to say; the last one always has."""
    found = (rule(facts, rules) for rule in _RULES)
    return next((each for each in found if each is not None), _first_start(facts))


def _draft(facts: Facts, _: AdviceRules) -> Recommendation | None:
    is_sitting = facts.draft_command == RESUME_SITTING
    if facts.draft is None or (is_sitting and facts.hot_due):  # what an interview left fades; a sitting waits
        return None
    day = local_day(facts.draft.at) if is_sitting and facts.draft.at else None
    on = "" if day is None else " today" if day == facts.today else f" on {day}"
    return Recommendation(
        "resume", f"Go on with {facts.draft.title}", f"You left it unfinished{on}.", facts.draft_command
    )


def _hot_debrief(facts: Facts, _: AdviceRules) -> Recommendation | None:
    if facts.hot_due is None:
        return None
    title, reason = f"Debrief {facts.hot_due.title}", "Five minutes right after it keep what an hour loses."
    on = local_day(facts.hot_due.at) if facts.hot_due.at else facts.today
    if on < facts.today:
        reason = f"It was on {on}; five minutes keep what you still know of it."
    return Recommendation("hot-debrief", title, reason, f"abi debrief {facts.hot_due.entry} --hot")


def _card(facts: Facts, rules: AdviceRules) -> Recommendation | None:
    left = facts.time_left
    if facts.interview is None or left is None or left > timedelta(minutes=rules.cadence.card_minutes):
        return None
    reason = f"It starts in {int(left.total_seconds() // 60)} min. Stop cramming; read one page."
    return Recommendation(
        "card", f"Read your card for {facts.interview.title}", reason, f"abi card {facts.interview.entry}"
    )


def _soon(facts: Facts, rules: AdviceRules) -> Recommendation | None:
    left = facts.time_left
    if facts.interview is None or left is None or left > timedelta(days=rules.cadence.soon_days) or facts.rehearsed:
        return None
    command = facts.practice_command(facts.weakest, is_skill=facts.weakest_is_skill)
    what = facts.weakest.replace("_", " ") or "what the interview asks for"
    names_it = ", and it asks for this" if facts.weakest_is_named else ""
    reason = f"{facts.interview.title} is {facts.in_days}{names_it}."
    return Recommendation("rehearse", f"Rehearse {what}", reason, command, facts.weakest)


def _cold_debrief(facts: Facts, _: AdviceRules) -> Recommendation | None:
    if facts.cold_due is None:
        return None
    title, reason = f"Look back at {facts.cold_due.title}", "A night has passed: now the why, and one if-then."
    return Recommendation("cold-debrief", title, reason, f"abi debrief {facts.cold_due.entry} --cold")


def _plan_after_debrief(facts: Facts, rules: AdviceRules) -> Recommendation | None:
    on = facts.debriefed_on
    is_fresh = on is not None and (facts.today - on).days <= FRESH_DAYS
    return _plan(facts, rules) if facts.new_debriefs and is_fresh else None


def _asked(facts: Facts, _: AdviceRules) -> Recommendation | None:
    if facts.asked is None:
        return None
    on = f" on {facts.asked.at.astimezone().date()}" if facts.asked.at else ""
    reason = f"“{facts.asked.title}” was really asked{on}, and it landed badly.{facts.ahead}"
    return Recommendation("asked", "Answer once more what landed badly", reason, facts.practice_command())


def _promise(facts: Facts, _: AdviceRules) -> Recommendation | None:
    if facts.promise is None:
        return None
    command = facts.practice_command(facts.promise_item, is_skill=facts.promise_is_skill)
    made = f" (promised on {facts.promise.at.date()})" if facts.promise.at else ""  # kept as a day, without an hour
    return Recommendation(
        "promise", "Try out your promise", f"{facts.promise.title}{made}", command, facts.promise_item
    )


def _follow_up(facts: Facts, _: AdviceRules) -> Recommendation | None:
    if facts.follow_up is None:
        return None
    on = local_day(facts.follow_up.at) if facts.follow_up.at else facts.today
    reason = f"A short message is due {'today' if on >= facts.today else f'since {on}'}."
    return Recommendation("follow-up", facts.follow_up.title, reason, "abi interview follow-ups")


def _action(facts: Facts, rules: AdviceRules) -> Recommendation | None:
    if facts.action is None or facts.action_on is None:
        return None
    is_over = facts.action_on < facts.today
    if is_over and (anew := _plan(facts, rules)):  # which offers it again
        return anew
    when = f"It was for {facts.action_on}, and today is as good" if is_over else "Due today"
    title, reason = f"Your plan: {facts.action_item.replace('_', ' ')}", f"{when}: I will {facts.action.title}."
    item = facts.action_item if facts.action_is_practised else ""
    return Recommendation("action", title, f"{reason}{facts.ahead}", facts.action_command, item)


def _practice(facts: Facts, _: AdviceRules) -> Recommendation | None:
    if not facts.practice_due:
        return None
    reason = "One question is due." if facts.practice_due == 1 else f"{facts.practice_due} questions are due."
    enough = " Three are enough." if facts.practice_due > ENOUGH_AT_ONCE else ""
    reason = f"{reason}{enough}{facts.ahead}"
    return Recommendation("practice", "Practise for a few minutes", reason, facts.practice_command())


def _plan(facts: Facts, rules: AdviceRules) -> Recommendation | None:
    if facts.last_plan_on is None:
        is_due = facts.answers >= ENOUGH_FOR_A_PLAN or facts.new_debriefs > 0
        reason = "There is enough to say what helps most."
    else:
        age = (facts.today - facts.last_plan_on).days
        is_due = facts.new_debriefs > 0 or (facts.new_evidence > 0 and age >= rules.horizon_days)
        reason = f"The last plan is of {facts.last_plan_on}, and there is new evidence."
    return Recommendation("plan", "Make your plan", reason, "abi plan") if is_due else None


def _cadence(facts: Facts, rules: AdviceRules) -> Recommendation | None:
    cadence, begun = rules.cadence, facts.first_used_on
    if begun is None:
        return None
    habits = (
        Habit("reflect", facts.last_reflection_on or begun, cadence.reflection_months),
        Habit("pulse", facts.last_pulse_on or begun, cadence.pulse_months),
        Habit("interview", facts.last_interview_on or begun, cadence.nudge_from_month),
    )
    for habit in habits:
        if habit.is_due(facts.today) and not (habit.key == "interview" and facts.interview):
            title, reason, command = _CADENCE[habit.key]
            began = "since you began" if habit.last_on == begun else "since the last one"
            gone = f"{in_figures(habit.months(facts.today), 'month')} {began}, on {habit.last_on}"
            return Recommendation(habit.key, title, f"{gone}; {reason}", command)
    return None


_CADENCE: Final[dict[str, tuple[str, str, str]]] = {
    "reflect": ("Look back at half a year", "it takes a quarter of an hour.", "abi reflect"),
    "pulse": ("Take the market's pulse", "twenty minutes and ten adverts are enough.", "abi market pulse"),
    "interview": ("Think of one real interview", "one a year keeps you ready; no hurry.", "abi interview add"),
}


def _first_start(facts: Facts) -> Recommendation:
    if facts.answers:
        reason = f"Nothing is due; leave it, if you like.{facts.ahead}"
        return Recommendation("spare", "One question, two minutes", reason, facts.practice_command())
    reason = f"Two minutes, nothing to set up.{facts.ahead}"
    return Recommendation("first", "Answer your first question", reason, facts.practice_command())


_RULES: Final[tuple[Callable[[Facts, AdviceRules], Recommendation | None], ...]] = (
    _card,
    _draft,
    _hot_debrief,
    _cold_debrief,
    _soon,
    _plan_after_debrief,
    _asked,
    _promise,
    _follow_up,
    _action,
    _practice,
    _plan,
    _cadence,
)
