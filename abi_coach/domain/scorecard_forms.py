"""Asking about an employer on twelve dimensions, one or two keys each; and about the job of today."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

from abi_coach.domain import pay_forms
from abi_coach.domain.errors import InputError
from abi_coach.domain.form import Choice, Field, Form, Kind, State, numbered
from abi_coach.domain.form_parsing import choice_of
from abi_coach.domain.form_steps import repetitions
from abi_coach.domain.form_values import filled, said
from abi_coach.domain.kind import Dimension
from abi_coach.domain.scorecard import DIMENSION_WORDS, Learned, Mark, Scorecard

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

LINES: Final = "dimensions"
"""Where a state holds the twelve dimensions as lines; they are given, not asked."""

RATED: Final = "rated"
EVIDENCE: Final = "evidence"

_DEAL_BREAKER: Final = "deal-breaker"
_WEIGHTS: Final = {"does-not-matter": 0, "matters-more": 2, "matters-most": 3}
_USUAL_WEIGHT: Final = 1
TAGS: Final = (
    Choice("s", Learned.SAW, "saw"),
    Choice("a", Learned.ASKED, "asked"),
    Choice("t", Learned.TOLD, "told"),
    Choice("r", Learned.READ, "read"),
    Choice("d", _DEAL_BREAKER, "deal-breaker"),
    Choice("x", "does-not-matter", "does not matter"),
    Choice("h", "matters-more", "matters more"),
    Choice("m", "matters-most", "matters most"),
)
DIMENSIONS: Final = numbered(*((one.value, one.label) for one in Dimension))

_RATED: Final = Field(
    RATED, "Scorecard", "How is it? 1 poor to 5 very good, ? for not known; then how you know it and how it weighs.",
    Kind.PER_LINE, of=LINES, choices=TAGS, minimum=1, maximum=5, section=RATED,
)  # fmt: skip
_EVIDENCE: Final = Field(
    EVIDENCE, "Evidence", "What speaks for a rating?", Kind.GROUP, section=EVIDENCE,
    fields=(
        Field("dimension", "Dimension", "What is it about?", Kind.CHOICE, required=True, choices=DIMENSIONS),
        Field("what", "Evidence", "What did you see, hear or read?", required=True),
    ),
)  # fmt: skip

SCORECARD_FORM: Final = Form(
    "scorecard",
    "Scorecard",
    (Field("company", "Company", "Which company?", required=True), _RATED, _EVIDENCE),
)

BASELINE_FORM: Final = Form(
    "baseline",
    "Your job today",
    (
        replace(_RATED, prompt="How is it today? 1 poor to 5 very good, ? for not sure; then how it weighs."),
        replace(pay_forms.PAY, required=False, prompt="What do you earn today, before tax?", section="pay"),
        *(
            replace(field, after=("pay",), section="pay")
            for field in (
                pay_forms.ROLE, pay_forms.LEVEL, pay_forms.PLACE, pay_forms.MODE, pay_forms.BONUS, pay_forms.EQUITY,
                pay_forms.BENEFITS,
            )
        ),
        _EVIDENCE,
    ),
)  # fmt: skip


def given_lines() -> State:
    """What every state of these forms begins with."""
    return {LINES: [{"id": one.value, "text": f"{one.label}: {DIMENSION_WORDS[one]}"} for one in Dimension]}


def dimension_and_rest(text: str) -> tuple[Dimension, str]:
    """A dimension and what is said of it, as in `manager=4 asked`. Raises InputError naming the dimensions."""
    for mark in ("=", ":", " "):
        name, found, rest = text.partition(mark)
        choice = choice_of(name.replace("_", " "), DIMENSIONS) if found else None
        if choice is not None:
            return Dimension(choice.value), rest.strip()
    names = ", ".join(one.value for one in Dimension)
    message = f"“{text}” names no dimension. Write it like manager=4; there are {names}."
    raise InputError(message)


def scorecard_of(state: State, today: date) -> Scorecard:
    """The scorecard that was told; dimensions about which nothing was said are left out."""
    rated: Mapping[str, Any] = state.get(RATED) or {}
    told: dict[str, list[str]] = {}
    for one in repetitions(state, EVIDENCE):
        if one.get("dimension") and said(one, "what"):
            told.setdefault(one["dimension"], []).append(said(one, "what"))
    marks = [_mark(one, rated.get(one.value) or {}, told.get(one.value, [])) for one in Dimension]
    return Scorecard(today, said(state, "company"), tuple(mark for mark in marks if mark != Mark(mark.dimension)))


def scorecard_state(card: Scorecard) -> State:
    """The answers that give this scorecard."""
    rated = {mark.dimension.value: {"rating": mark.rating, "tags": _tags(mark)} for mark in card.marks}
    evidence = [
        {"dimension": mark.dimension.value, "what": line}
        for mark in card.marks
        for line in mark.evidence.splitlines()
        if line.strip()
    ]
    return given_lines() | filled(company=card.company, rated=rated, evidence=evidence)


def _mark(dimension: Dimension, told: Mapping[str, Any], evidence: list[str]) -> Mark:
    tags = told.get("tags") or []
    learned = [Learned(tag) for tag in tags if tag in {one.value for one in Learned}]
    weights = [_WEIGHTS[tag] for tag in tags if tag in _WEIGHTS]
    return Mark(
        dimension,
        rating=told.get("rating"),
        weight=weights[-1] if weights else _USUAL_WEIGHT,
        evidence="\n".join(evidence),
        learned=learned[-1] if learned else None,
        deal_breaker=_DEAL_BREAKER in tags,
    )


def _tags(mark: Mark) -> list[str]:
    weight = [tag for tag, value in _WEIGHTS.items() if value == mark.weight]
    return [*([mark.learned.value] if mark.learned else []), *([_DEAL_BREAKER] if mark.deal_breaker else []), *weight]
