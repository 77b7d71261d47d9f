"""Asking about a story: STAR-L one field at a time, and its answers as a value and back."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from abi_coach.domain.competency import Competency
from abi_coach.domain.errors import InputError
from abi_coach.domain.form import Field, Form, Kind, State
from abi_coach.domain.form_parsing import one_line
from abi_coach.domain.form_steps import lines_of
from abi_coach.domain.form_values import filled, lines_state, said
from abi_coach.domain.interview_forms import COMPETENCIES
from abi_coach.domain.skill_name import skill_slug
from abi_coach.domain.story import Story

if TYPE_CHECKING:
    from collections.abc import Sequence

MOST_COMPETENCIES: Final = 5
VERSION_SECONDS: Final = (30, 60, 90)
"""The lengths that a story is told at, in seconds."""

_WORDS_EACH: Final = {30: 70, 60: 140, 90: 210}  # 140 words a minute


def _version(seconds: int) -> Field:
    return Field(
        f"version_{seconds}", f"In {seconds} seconds", f"Tell it in {seconds} seconds.", Kind.TEXT,
        hint=f"About {_WORDS_EACH[seconds]} words at an ordinary pace.", section="versions",
    )  # fmt: skip


STORY_FORM: Final = Form(
    "story",
    "Story",
    (
        Field("title", "Title", "What do you call it?", required=True, hint="Short, so that it comes to mind."),
        Field("situation", "Situation", "Where and when was it, and what was at stake?", Kind.TEXT),
        Field("task", "Task", "What was yours to do?", Kind.TEXT),
        Field("action", "Action", "What did you do? Three concrete actions or more.", Kind.TEXT,
              hint="Say I where it was you. Name what you decided against."),
        Field("result", "Result", "What came of it, so that somebody could check it?", Kind.TEXT),
        Field("lesson", "Lesson", "What do you do differently now?", Kind.TEXT),
        Field("competencies", "Competencies", "What is it evidence for? One to five.", Kind.CHOICES,
              choices=COMPETENCIES, maximum=MOST_COMPETENCIES),
        Field("numbers", "Numbers", "Which numbers belong to it? One a line.", Kind.LINES,
              hint="For example: 40 minutes down to 4."),
        Field("skills", "Skills", "Which skills does it show? One a line.", Kind.LINES),
        *map(_version, VERSION_SECONDS),
    ),
)  # fmt: skip


def story_of(state: State, before: Story | None = None) -> Story:
    """The story that was told; what the form does not ask (uses, retired, other versions) stays as it was `before`.

    The state must be complete: `missing` gives nothing. Raises InputError for more than five competencies.
    """
    names = state.get("competencies", [])
    check_competencies(names)
    told = before or Story(title=state["title"])
    texts = {seconds: said(state, f"version_{seconds}") for seconds in VERSION_SECONDS}
    others = {seconds: text for seconds, text in told.versions.items() if seconds not in VERSION_SECONDS}
    return replace(
        told,
        title=state["title"],
        situation=said(state, "situation"),
        task=said(state, "task"),
        action=said(state, "action"),
        result=said(state, "result"),
        lesson=said(state, "lesson"),
        competencies=tuple(Competency(name) for name in names),
        numbers=tuple(one_line(line.text) for line in lines_of(state, "numbers")),
        skills=tuple(dict.fromkeys(filter(None, (skill_slug(line.text) for line in lines_of(state, "skills"))))),
        versions={**others, **{seconds: text for seconds, text in texts.items() if text}},
    )


def story_state(story: Story) -> State:
    """The answers that give this story."""
    return {
        **filled(
            title=story.title,
            situation=story.situation,
            task=story.task,
            action=story.action,
            result=story.result,
            lesson=story.lesson,
            competencies=[one.value for one in story.competencies],
            **{f"version_{seconds}": story.versions.get(seconds, "") for seconds in VERSION_SECONDS},
        ),
        **lines_state(numbers=story.numbers, skills=story.skills),
    }


def check_competencies(names: Sequence[object]) -> None:
    """Raise InputError for more than five competencies: a story that proves everything proves nothing."""
    if len(names) > MOST_COMPETENCIES:
        message = f"A story can stand for {MOST_COMPETENCIES} competencies at most; choose the strongest."
        raise InputError(message)
