"""What is asked the next day (B1–B10)."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from abi_coach.domain.competency import Competency
from abi_coach.domain.debrief import Cause, HotDebrief
from abi_coach.domain.form import Choice, Expected, Field, Form, Kind, numbered
from abi_coach.domain.form_steps import YES_OR_NO

if TYPE_CHECKING:
    from collections.abc import Iterable

COLD: Final = "cold"

HIGH_NERVES: Final = 4
"""From here on the look from a distance is offered first."""

CAUSES: Final = (
    Choice("s", Cause.STORY, "story"),
    Choice("u", Cause.STRUCTURE, "structure"),
    Choice("k", Cause.KNOWLEDGE, "knowledge"),
    Choice("l", Cause.LISTENING, "listening"),
    Choice("t", Cause.TIME, "time"),
    Choice("n", Cause.NERVES, "nerves"),
    Choice("r", Cause.RESEARCH, "research"),
    Choice("o", Cause.LOGISTICS, "logistics"),
    Choice("q", Cause.QUESTIONS_FOR_THEM, "questions for them"),
    Choice("f", Cause.FIT, "fit"),
)
GRADES: Final = (Choice("0", "0", "no"), Choice("1", "1", "partly"), Choice("2", "2", "yes"))


def cold_form(hot: HotDebrief, skills: Iterable[str] = ()) -> Form:
    """The cold form about what the hot debrief remembered; `skills` are offered beside the competencies."""
    questions = numbered(*((str(place), asked.text) for place, asked in enumerate(hot.questions)))
    names = [(one.value, one.label) for one in Competency]
    items = numbered(*names, *((skill, skill) for skill in dict.fromkeys(skills)))
    fields = (_again(questions), _WELL, _improve(items), _GAPS, replace(_KEEP, choices=questions), _THEM, *_FIT)
    first = (_DISTANCE, *fields) if hot.nerves >= HIGH_NERVES else (*fields, _DISTANCE)
    return Form(COLD, "Cold debrief", (*first, *_FOLLOW_UP))


def _again(questions: tuple[Choice, ...]) -> Field:
    return Field(
        "again", "Question", "Go through one to three questions again, the one you would redo first.",
        Kind.GROUP, required=True,
        minimum=1, maximum=3,
        fields=(
            Field("question", "Which", "Which question?", Kind.CHOICE, required=True, choices=questions),
            Field("checking", "What they checked", "What were they checking?", required=True),
            Field("said", "What you said", "What did you say, in two lines?", Kind.TEXT, required=True),
            Field("follow_up", "Follow-up", "What did they follow up with?"),
            Field("four_would", "A 4 would have", "What would a 4 have contained?", Kind.TEXT, required=True),
        ),
    )  # fmt: skip


_WELL: Final = Field(
    "well", "Went well", "What went well? Two things or more.", Kind.GROUP, required=True, minimum=2, maximum=5,
    fields=(
        Field("did", "What worked", "What did you do that worked?", required=True),
        Field("how_known", "How you know", "How do you know that it worked?"),
        Field("reuse", "Use it again", "Where will you use it again?"),
    ),
)  # fmt: skip


def _improve(items: tuple[Choice, ...]) -> Field:
    return Field(
        "improve", "To improve", "What fell short? One to three things, also after a success.",
        Kind.GROUP, required=True,
        minimum=1, maximum=3,
        fields=(
            Field("what", "Fell short", "What fell short?", required=True),
            Field("cause", "Cause", "Which cause was in your hands?", Kind.CHOICE, required=True, choices=CAUSES),
            Field(
                "item", "Counts for", "Which competency or skill is it about?", Kind.CHOICE, required=True,
                choices=items, is_open=True,
                hint="A key, or the name of another skill.",
            ),
            Field("if_", "Next time IF", "Next time, IF what happens?", required=True, only_first=True,
                  hint="A moment you will notice, such as: I am asked for a number I do not know."),
            Field("then", "THEN I will", "THEN what will you do?", required=True, only_first=True,
                  hint="One small thing you can do in that moment."),
        ),
    )  # fmt: skip


_DISTANCE: Final = Field(
    "distance", "From a distance", "A friend gave exactly this interview. Two sentences for them?", Kind.TEXT
)
_KEEP: Final = Field("keep", "Keep", "Which of these questions join your own bank?", Kind.CHOICES)
_GAPS: Final = Field("gaps", "Gaps", "Which skills did they want that you could not show? One a line.", Kind.LINES)
_THEM: Final = Field(
        "them", "About them", "What did you see or hear of them: culture, pay, flags?", Kind.TEXT,
        hint="What they did or said, rather than how it felt.",
)  # fmt: skip
_FIT: Final = (
    Field(
        "could_do",
        "Could do it",
        "Could you do this job well?",
        Kind.CHOICE,
        required=True,
        choices=GRADES,
        section="fit",
    ),
    Field("want", "Want it", "Do you want it?", Kind.CHOICE, required=True, choices=GRADES, section="fit"),
    Field(
        "next_step",
        "Next step",
        "Would you take the next step?",
        Kind.CHOICE,
        required=True,
        choices=GRADES,
        section="fit",
    ),
)
_FOLLOW_UP: Final = (
    Field("thanks", "Thanks", "Have you thanked them?", Kind.CHOICE, required=True, choices=YES_OR_NO,
          section="follow-up"),
    Field("promised", "Still promised", "What is still promised, by you or them?", section="follow-up"),
    Field(
        "next_on", "Next date", "Which day do you look at it again?", Kind.DAY, required=True, allows_none=True,
        section="follow-up", expected=Expected.FUTURE, hint="fri, +7d, 4 dec. If never, write none.",
    ),
)  # fmt: skip
