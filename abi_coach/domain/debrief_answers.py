"""Answers of the debrief forms as values, and values as answers, so that an old debrief can be corrected.

Every function that makes a value needs a complete state: `missing` gives nothing.
"""

from __future__ import annotations

from datetime import date, datetime, timedelta, tzinfo
from typing import Final

from abi_coach.domain.debrief import (
    Cause,
    ColdDebrief,
    Fit,
    FollowUp,
    HotDebrief,
    Improve,
    PromiseAnswer,
    Reconstruction,
    RememberedQuestion,
    Tag,
    WentWell,
)
from abi_coach.domain.debrief_forms import PROMISE_KEY
from abi_coach.domain.form import NONE, State
from abi_coach.domain.form_steps import NO, YES, lines_of, repetitions
from abi_coach.domain.form_values import day_of, filled, instant_of, lines_state, local_text, said
from abi_coach.domain.interview import Interview, Outcome, Result
from abi_coach.domain.interview_forms import facts_state, people_lines, people_of
from abi_coach.domain.notes_state import line_of, link_of, origin_of, source_state
from abi_coach.domain.promise import Promise, PromiseCheck
from abi_coach.domain.skill_name import skill_slug

USUAL_MINUTES: Final = 45
"""How long an interview is taken to last when only its start is known (rule of thumb); the person corrects it."""


def hot_start(interview: Interview | None) -> State:
    """The answers that are known before anything is asked."""
    if interview is None:
        return {}
    return {**facts_state(interview), **lines_state(people=people_lines(interview.people))}


def likely_end(interview: Interview | None, now: datetime) -> datetime:
    """When the interview probably ended, to be agreed to; `now` is aware and local."""
    ended = now.replace(second=0, microsecond=0)
    if interview is not None and interview.ended_at is not None:
        return interview.ended_at.astimezone(now.tzinfo)
    if interview is None or interview.starts_at is None or interview.starts_at >= now:
        return ended
    return min(ended, interview.starts_at.astimezone(now.tzinfo) + timedelta(minutes=USUAL_MINUTES))


def hot_debrief_of(state: State, interview: str) -> HotDebrief:
    """The hot debrief that was told; `interview` is the interview's entry id."""
    lines = lines_of(state, "questions")
    places = {line.id: place for place, line in enumerate(lines)}
    return HotDebrief(
        interview=interview,
        questions=tuple(_remembered(state, line.id, line.text) for line in lines),
        best=places[state["best"]],
        redo=places[state["redo"]],
        confidence=state["confidence"],
        nerves=int(state["nerves"]),
        word=state["word"],
        promised_them=said(state, "promised_them"),
        promised_me=said(state, "promised_me"),
        promised_by=day_of(state, "promised_by") if _was_promised(state) else None,
        ended_at=instant_of(state, "ended"),
        promises=promise_answers_of(state),
        people=people_of(state),
        origin=origin_of(state),
    )


def promise_answers_of(state: State) -> tuple[PromiseAnswer, ...]:
    """What became of the promises that were asked about."""
    return tuple(
        PromiseAnswer(key.removeprefix(PROMISE_KEY), PromiseCheck(value))
        for key, value in state.items()
        if key.startswith(PROMISE_KEY)
    )


def hot_state(debrief: HotDebrief, interview: Interview, zone: tzinfo | None) -> State:
    """The answers that give this hot debrief."""
    lines = lines_state(questions=[asked.text for asked in debrief.questions], people=people_lines(debrief.people))
    ids = [line.id for line in lines_of(lines, "questions")]
    rated = {
        name: {"rating": asked.landed, "tags": [tag.value for tag in asked.tags]}
        for name, asked in zip(ids, debrief.questions, strict=True)
    }
    promised = {
        "promised_them": debrief.promised_them or NONE,
        "promised_me": debrief.promised_me or NONE,
        "promised_by": debrief.promised_by.isoformat() if debrief.promised_by else NONE,
    }
    checks = {f"{PROMISE_KEY}{one.promise}": one.check.value for one in debrief.promises} | source_state(debrief, ids)
    feel = {"confidence": debrief.confidence, "nerves": str(debrief.nerves), "word": debrief.word}
    picked = {"rated": rated, "best": ids[debrief.best], "redo": ids[debrief.redo]}
    ended = filled(ended=local_text(debrief.ended_at, zone))
    return {**facts_state(interview), **ended, **lines, **picked, **promised, **feel, **checks}


def cold_start(hot: HotDebrief) -> State:
    """The question that the person would redo comes first."""
    return {"again": [{"question": str(hot.redo)}]}


def cold_debrief_of(state: State, interview: str) -> ColdDebrief:
    """The cold debrief that was told."""
    return ColdDebrief(
        interview=interview,
        reconstructed=tuple(_reconstructed(one) for one in repetitions(state, "again")),
        went_well=tuple(
            WentWell(one["did"], said(one, "how_known"), said(one, "reuse")) for one in repetitions(state, "well")
        ),
        improve=tuple(
            Improve(one["what"], Cause(one["cause"]), one["item"], said(one, "if_"), said(one, "then"))
            for one in repetitions(state, "improve")
        ),
        gaps=tuple(dict.fromkeys(filter(None, (skill_slug(line.text) for line in lines_of(state, "gaps"))))),
        keep=tuple(sorted(int(place) for place in state.get("keep", ()))),
        them=said(state, "them"),
        fit=Fit(int(state["could_do"]), int(state["want"]), int(state["next_step"])),
        distance=said(state, "distance"),
        follow_up=FollowUp(state["thanks"] == YES, said(state, "promised"), day_of(state, "next_on")),
    )


def cold_state(debrief: ColdDebrief) -> State:
    """The answers that give this cold debrief."""
    fit, then = debrief.fit, debrief.follow_up
    grades = {"could_do": fit.could_do, "want": fit.want, "next_step": fit.next_step} if fit else {}
    return {
        "again": [
            filled(question=str(one.question), checking=one.checking, said=one.said, follow_up=one.follow_up,
                   four_would=one.four_would)
            for one in debrief.reconstructed
        ],
        "well": [filled(did=one.did, how_known=one.how_known, reuse=one.reuse) for one in debrief.went_well],
        "improve": [
            filled(what=one.what, cause=one.cause.value, item=one.item, if_=one.if_, then=one.then)
            for one in debrief.improve
        ],
        **{key: str(value) for key, value in grades.items()},
        **filled(keep=[str(place) for place in debrief.keep], them=debrief.them, distance=debrief.distance),
        **filled(promised=then.promised, thanks=YES if then.thanks_sent else NO),
        "next_on": then.next_on.isoformat() if then.next_on else NONE,
        **lines_state(gaps=debrief.gaps),
    }  # fmt: skip


def promises_of(debrief: ColdDebrief, source: str, made_on: date) -> tuple[Promise, ...]:
    """The promises to oneself that a cold debrief makes; `source` is its entry id."""
    return tuple(
        Promise(one.if_, one.then, one.item, made_on, source) for one in debrief.improve if one.if_ and one.then
    )


def outcome_of(state: State) -> Outcome:
    """The outcome that was told."""
    return Outcome(
        Result(state["result"]), date.fromisoformat(state["on"]), said(state, "words"), state["changes_plan"]
    )


def outcome_state(outcome: Outcome) -> State:
    """The answers that give this outcome."""
    told = filled(words=outcome.words, changes_plan=outcome.changes_plan)
    return {"result": outcome.result.value, "on": outcome.on.isoformat(), **told}


def _was_promised(state: State) -> bool:
    return bool(said(state, "promised_them") or said(state, "promised_me"))


def _remembered(state: State, name: str, text: str) -> RememberedQuestion:
    told = state["rated"][name]
    tags = tuple(Tag(tag) for tag in told["tags"])
    return RememberedQuestion(text, told["rating"], tags, question=link_of(state, name), line=line_of(state, name))


def _reconstructed(one: State) -> Reconstruction:
    told = (said(one, key) for key in ("checking", "said", "follow_up", "four_would"))
    return Reconstruction(int(one["question"]), *told)
