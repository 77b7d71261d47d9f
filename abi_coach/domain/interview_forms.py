"""Asking about an interview: the form, and its answers as a value and back."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from abi_coach.domain.competency import Competency
from abi_coach.domain.form import Choice, Expected, Field, Form, Kind, State, numbered
from abi_coach.domain.form_parsing import one_line
from abi_coach.domain.form_steps import lines_of
from abi_coach.domain.form_values import day_of, filled, instant_of, lines_state, local_text, said
from abi_coach.domain.interview import Format, Intent, Interview, InterviewState, Person, Stage
from abi_coach.domain.skill_name import skill_slug

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime, tzinfo

STAGES: Final = (
    Choice("r", Stage.RECRUITER, "recruiter"),
    Choice("h", Stage.HIRING_MANAGER, "hiring manager"),
    Choice("t", Stage.TECHNICAL, "technical"),
    Choice("c", Stage.CASE, "case"),
    Choice("p", Stage.PANEL, "panel"),
    Choice("f", Stage.FINAL, "final"),
    Choice("o", Stage.OTHER, "other"),
)
FORMATS: Final = (
    Choice("p", Format.PHONE, "phone"),
    Choice("v", Format.VIDEO, "video"),
    Choice("s", Format.ON_SITE, "on site"),
    Choice("a", Format.ASYNC, "recorded, nobody live"),
    Choice("o", Format.OTHER, "other"),
)
INTENTS: Final = (
    Choice("m", Intent.MARKET_PULSE, "market pulse: what is asked for, and how I do"),
    Choice("p", Intent.PRACTICE, "practice"),
    Choice("y", Intent.PAY_CHECK, "pay check"),
    Choice("c", Intent.CULTURE, "culture: how they work"),
    Choice("n", Intent.NETWORK, "network: meet people"),
    Choice("r", Intent.REAL_MOVE, "a real move"),
)
COMPETENCIES: Final = numbered(*((one.value, one.label) for one in Competency))

COMPANY: Final = Field("company", "Company", "Who was it with?", required=True, section="facts")
ROLE: Final = Field(
    "role", "Role", "For which role?", hint="For example backend, or engineering manager.", section="facts"
)
STAGE: Final = Field("stage", "Stage", "Which stage?", Kind.CHOICE, required=True, choices=STAGES, section="facts")
FORMAT: Final = Field(
    "format", "Format", "How did you meet?", Kind.CHOICE, required=True, choices=FORMATS, section="facts"
)
INTENT: Final = Field(
    "intent", "Intent", "Why did you take it?", Kind.CHOICE, choices=INTENTS, section="intent",
    hint="What you wanted comes before how it went.",
)  # fmt: skip
WANTS: Final = Field("wants", "What you wanted", "What did you want to have from it?", section="intent")
PEOPLE: Final = Field(
    "people",
    "People",
    "Who was there? One a line: name, role.",
    Kind.LINES,
    hint="For example: Ada King, staff engineer.",
)

INTERVIEW_FORM: Final = Form(
    "interview",
    "Interview",
    (
        replace(COMPANY, prompt="Who is it with?"),
        replace(ROLE, required=True),
        replace(STAGE, required=False),
        replace(FORMAT, prompt="How do you meet?", required=False),
        Field(
            "starts", "When", "When does it start?", Kind.WHEN, expected=Expected.FUTURE,
            hint="fri 14:30, tomorrow 9:30, 2026-12-04 14:00. Leave it empty while there is no date.",
        ),
        replace(INTENT, prompt="Why do you take it?"),
        replace(WANTS, prompt="What do you want to have from it, whatever they decide?"),
        replace(PEOPLE, prompt="Whom do you meet? One a line: name, role."),
        Field("competencies", "Competencies", "Which competencies does the advert name?", Kind.CHOICES,
              choices=COMPETENCIES),
        Field("skills", "Skills", "Which skills does the advert name? One a line.", Kind.LINES),
        Field("source", "Source", "Where did it come from?", hint="For example a recruiter, a friend, a job board."),
        Field("loop", "Process", "Which process does it belong to?", hint="The same name for every stage with them."),
        Field("answer_by", "Answer by", "When do they promise an answer?", Kind.DAY, expected=Expected.FUTURE),
        Field("notes", "Notes", "Anything else to remember?", Kind.TEXT),
    ),
)  # fmt: skip


def interview_of(state: State, before: Interview | None = None) -> Interview:
    """The interview that was told; what the form does not ask stays as it was `before`.

    The state must be complete: `missing` gives nothing.
    """
    told = before or Interview(company=state["company"], role=said(state, "role"))
    return replace(
        facts_of(state, told),
        starts_at=instant_of(state, "starts"),
        people=people_of(state),
        competencies=tuple(Competency(one) for one in state.get("competencies", ())),
        skills=tuple(dict.fromkeys(filter(None, (skill_slug(line.text) for line in lines_of(state, "skills"))))),
        source=said(state, "source"),
        loop=said(state, "loop"),
        answer_by=day_of(state, "answer_by"),
        notes=said(state, "notes"),
    )


def facts_of(state: State, before: Interview) -> Interview:
    """The interview with company, role, stage, format, intent and wants as told; they are in every form about one."""
    return replace(
        before,
        company=state["company"],
        role=said(state, "role"),
        stage=Stage(state.get("stage", Stage.OTHER)),
        format=Format(state.get("format", Format.OTHER)),
        intent=Intent(state["intent"]) if state.get("intent") else None,
        wants=said(state, "wants"),
    )


def interview_state(interview: Interview, zone: tzinfo | None) -> State:
    """The answers that give this interview; instants are told in `zone`."""
    return {
        **facts_state(interview),
        **filled(
            starts=local_text(interview.starts_at, zone),
            source=interview.source,
            loop=interview.loop,
            notes=interview.notes,
            answer_by=interview.answer_by and interview.answer_by.isoformat(),
            competencies=[one.value for one in interview.competencies],
        ),
        **lines_state(people=people_lines(interview.people), skills=interview.skills),
    }


def facts_state(interview: Interview) -> State:
    """The answers to what every form about an interview asks."""
    return filled(
        company=interview.company,
        role=interview.role,
        stage=interview.stage.value,
        format=interview.format.value,
        intent=interview.intent and interview.intent.value,
        wants=interview.wants,
    )


def done(interview: Interview, ended_at: datetime | None) -> Interview:
    """The interview after it took place; one that is closed stays closed."""
    is_closed = interview.state is InterviewState.CLOSED
    return replace(interview, ended_at=ended_at, state=interview.state if is_closed else InterviewState.DONE)


def people_of(state: State) -> tuple[Person, ...]:
    """The people of an answer, `name, role` or `name - role` a line."""
    parts = (re.split(r"\s*,\s*|\s+[-–—]\s+", line.text, maxsplit=1) for line in lines_of(state, "people"))
    return tuple(
        Person(one_line(part[0]), one_line(part[1]) if len(part) > 1 else "") for part in parts if part[0].strip()
    )


def people_lines(people: Iterable[Person]) -> tuple[str, ...]:
    """People as they are typed, one a line."""
    return tuple(f"{person.name}, {person.role}" if person.role else person.name for person in people)
