"""Asking whether to take an interview or pass, and looking back on it later."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Final

from abi_coach.domain.fit import FitCheck, Hindsight
from abi_coach.domain.form import Choice, Field, Form, Kind, State
from abi_coach.domain.form_values import filled, said

GRADES: Final = (Choice("0", "0", "no"), Choice("1", "1", "partly, or not sure"), Choice("2", "2", "yes"))
GRADED: Final = ("match", "interest", "step")

FIT_FORM: Final = Form(
    "fit",
    "Take it or pass?",
    (
        Field("company", "Company", "Who asks?", required=True, section="who"),
        Field("role", "Role", "For which role?", section="who"),
        Field(
            "match", "Match", "Could I plausibly do 60 % of the must-haves?", Kind.CHOICE, required=True,
            choices=GRADES,
        ),
        Field(
            "interest", "Interest", "Would I be curious if the title were dull?", Kind.CHOICE, required=True,
            choices=GRADES,
        ),
        Field(
            "step", "Step", "Is it at least one step further than today, in scope, skill, pay, place or people?",
            Kind.CHOICE, required=True, choices=GRADES,
        ),
        Field("deal_breaker", "Deal-breaker", "Is there a deal-breaker? Which?", hint="Empty if there is none."),
        Field(
            "could_change", "Could change", "If one of the three is 0: which question could change it?",
            hint="Empty if none could.",
        ),
        Field("reason", "Reason", "In your words: why?", Kind.TEXT, hint="You will read it when you look back."),
    ),
)  # fmt: skip

LOOK_BACK_FORM: Final = Form(
    "look-back",
    "Looking back",
    (
        Field(
            "taken", "Taken", "Did you take it?", Kind.CHOICE, required=True,
            choices=(Choice("y", "yes", "yes, I took it"), Choice("n", "no", "no, I passed")),
        ),
        Field(
            "right", "Right", "Was that right, as far as you can tell today?", Kind.CHOICE, required=True,
            choices=(
                Choice("r", Hindsight.RIGHT, "right"),
                Choice("w", Hindsight.WRONG, "wrong"),
                Choice("u", Hindsight.UNSURE, "unsure: cannot tell yet"),
            ),
        ),
        Field("lesson", "Lesson", "What would you weigh differently next time?", Kind.TEXT),
    ),
)  # fmt: skip


def fit_of(state: State, today: date, before: FitCheck | None = None) -> FitCheck:
    """The check that was told; the look back stays as it was `before`. The state must be complete."""
    match, interest, step = (int(state[key]) for key in GRADED)
    told = before or FitCheck(today, state["company"], match, interest, step)
    return replace(
        told,
        company=state["company"],
        match=match,
        interest=interest,
        step=step,
        role=said(state, "role"),
        deal_breaker=said(state, "deal_breaker"),
        could_change=said(state, "could_change"),
        reason=said(state, "reason"),
    )


def verdict_so_far(state: State) -> tuple[str, ...]:
    """What the grades come to as soon as all three are there."""
    if not all(said(state, key) for key in GRADED):
        return ()
    check = fit_of({**state, "company": said(state, "company") or "?"}, _ANY_DAY)
    return (f"{check.verdict.advice} ({check.why})",)


def fit_state(check: FitCheck) -> State:
    """The answers that give this check."""
    return filled(
        company=check.company,
        role=check.role,
        match=str(check.match),
        interest=str(check.interest),
        step=str(check.step),
        deal_breaker=check.deal_breaker,
        could_change=check.could_change,
        reason=check.reason,
    )


def looked_back(check: FitCheck, state: State, today: date) -> FitCheck:
    """The check after it was looked back on. The state must be complete."""
    return replace(
        check,
        taken=state["taken"] == "yes",
        right=Hindsight(state["right"]),
        lesson=said(state, "lesson"),
        looked_back_on=today,
    )


def look_back_state(check: FitCheck) -> State:
    """The answers that give this look back."""
    taken = "" if check.taken is None else "yes" if check.taken else "no"
    return filled(taken=taken, right=check.right and check.right.value, lesson=check.lesson)


_ANY_DAY: Final = date(1970, 1, 1)
