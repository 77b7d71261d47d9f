"""What was taken from notes as the beginning of the debrief forms. Facts become answers; guesses wait for a yes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from abi_coach.domain.debrief import Origin
from abi_coach.domain.errors import InputError
from abi_coach.domain.form_answers import answer, name_of
from abi_coach.domain.form_parsing import one_line
from abi_coach.domain.form_steps import lines_of, steps
from abi_coach.domain.interview import Stage
from abi_coach.domain.notes import ReadNotes, What

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from abi_coach.domain.debrief import HotDebrief
    from abi_coach.domain.form import Form, State
    from abi_coach.domain.form_steps import Step

ORIGIN: Final = "_origin"
"""Where a state keeps where its words come from."""

LINES: Final = "_lines"
"""Where a state keeps the note's line of each question, by the question's id."""

LINKS: Final = "_links"
"""Where a state keeps which bank question each question is, by the question's id in the form."""

_ANSWERED: Final = ("company", "role", "stage", "format", "people", "nerves", "confidence")
"""Facts that were written as “name: value” are answers; the rest is only proposed."""

_STAGES: Final = (
    ("recruiter", Stage.RECRUITER), ("phone screen", Stage.RECRUITER), ("screening", Stage.RECRUITER),
    ("hiring manager", Stage.HIRING_MANAGER), ("technical", Stage.TECHNICAL), ("coding", Stage.TECHNICAL),
    ("system design", Stage.TECHNICAL), ("case", Stage.CASE), ("panel", Stage.PANEL), ("final", Stage.FINAL),
)  # fmt: skip


def begin_hot(form: Form, state: State, notes: ReadNotes, now: datetime) -> State:
    """The hot form's state with what the notes tell; what was answered before stays as it was."""
    begun = {**state, ORIGIN: notes.origin.value}
    given: dict[str, object] = {name: _value(notes, name) for name in _ANSWERED}
    given["questions"] = [one_line(one.text) for one in notes.of(What.QUESTION)]
    for step in steps(form, begun):
        name = name_of(step)
        if given.get(name) and not state.get(name):
            begun = _answered(begun, step, given[name], now)
    if "questions" in state:
        return begun
    numbers = {one_line(one.text): one.line for one in notes.of(What.QUESTION)}
    return {
        **begun,
        LINES: {line.id: numbers[line.text] for line in lines_of(begun, "questions") if line.text in numbers},
    }


def guesses(notes: ReadNotes) -> dict[str, str]:
    """Likely answers that count only once the person agrees: the word for how it felt, the stage, when it ended."""
    feelings = notes.of(What.FEELING)
    word = notes.fact("word") or (feelings[-1].text if feelings else "")
    found = {
        "word": one_line(word),
        "ended": notes.fact("ended"),
        "stage": "" if notes.fact("stage") else _stage(notes),
    }
    return {name: text for name, text in found.items() if text}


def begin_cold(state: State, taken: list[dict[str, Any]]) -> State:
    """The cold form's state with what went well and what could have been better; the person adds the rest."""
    well = [{"did": one_line(one["text"])} for one in taken if one.get("what") == What.WELL]
    could = [{"what": one_line(one["text"])} for one in taken if one.get("what") == What.COULD]
    begun = dict(state)
    if well and "well" not in begun:
        begun["well"] = well[:5]
    if could and "improve" not in begun:
        begun["improve"] = could[:3]
    return begun


def source_state(debrief: HotDebrief, ids: Sequence[str]) -> State:
    """What a state keeps of where a debrief comes from; `ids` are those of its questions in the state."""
    pairs = list(zip(ids, debrief.questions, strict=True))
    return {
        ORIGIN: debrief.origin.value,
        LINES: {name: asked.line for name, asked in pairs if asked.line},
        LINKS: {name: asked.question for name, asked in pairs if asked.question},
    }


def origin_of(state: State) -> Origin:
    """Where the words of a state come from."""
    return Origin(state.get(ORIGIN, Origin.RECALL.value))


def line_of(state: State, question: str) -> int | None:
    """The note's line of a question, by its id; None for one that was remembered."""
    kept = state.get(LINES)
    return kept.get(question) if isinstance(kept, dict) else None


def link_of(state: State, question: str) -> str:
    """The bank question that a question was matched with, by its id in the form; empty for none."""
    kept = state.get(LINKS)
    return str(kept.get(question, "")) if isinstance(kept, dict) else ""


def _value(notes: ReadNotes, name: str) -> str:
    value = notes.fact(name)
    if name in {"nerves", "confidence"}:
        return value.partition("/")[0].rstrip("% ").strip()
    return "\n".join(value.split(";")) if name == "people" else value


def _answered(state: State, step: Step, given: object, now: datetime) -> State:
    """What does not fit the field stays untold: it is shown, and asked for."""
    try:
        return answer(state, step, given, now)
    except InputError:
        return state


def _stage(notes: ReadNotes) -> str:
    """The stage that all named rounds agree on."""
    rounds = [one.text.lower() for one in notes.of(What.ROUND)]
    found = {next((stage for words, stage in _STAGES if words in text), None) for text in rounds}
    only = found.pop() if len(found) == 1 else None
    return only.value if only else ""
