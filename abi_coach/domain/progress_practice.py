"""What practice shows over time: ratings, their calibration, lengths, coverage, confidence, drills."""

from __future__ import annotations

from collections import Counter, defaultdict
from itertools import groupby
from operator import attrgetter
from statistics import median
from typing import TYPE_CHECKING, Final

from abi_coach.domain.calibration import calibrate
from abi_coach.domain.competency import Competency
from abi_coach.domain.counting import in_figures
from abi_coach.domain.kind import Kind
from abi_coach.domain.mean import mean_of
from abi_coach.domain.measure import LAST
from abi_coach.domain.progress_section import Row, Section, waiting

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from abi_coach.domain.progress_facts import AnswerPoint, Practised, Retrieved, Sure
    from abi_coach.domain.settings import MeterRules

MONTHS: Final = 12
"""A chart over time has at most so many months, the newest; with less than three it has the single answers."""

DRILLED: Final = ("question in a drill", "questions in drills")
"""What drills are counted by: one of two minutes holds several."""

GONE: Final = "in no bank any more"
"""Stands for the kind of a question that was practised and that no bank has now."""

_FEW_MONTHS: Final = 3
_WIDEST_GAP: Final = 2.0


def finals(answers: Sequence[AnswerPoint], rules: MeterRules) -> Section:
    """Final ratings of each competency, from enough answers on; those with fewer say how many they need."""
    by_competency: defaultdict[str, list[AnswerPoint]] = defaultdict(list)
    for answer in answers:
        if answer.competency and answer.final is not None:
            by_competency[answer.competency].append(answer)
    counted = sum(map(len, by_competency.values()))
    title, unit = "Final ratings by competency", ("rated answer", "rated answers")
    if wanting := waiting("finals", title, unit, counted, rules.trend_points):
        return wanting
    ordered = sorted(by_competency.items(), key=lambda pair: (-len(pair[1]), pair[0]))
    text = (
        "Means, 1 to 5: older half → newer half. The oldest mark is on the left; a mark is a month, or an answer "
        "while there are few months."
    )
    rows = tuple(_final(name, told, rules.trend_points) for name, told in ordered)
    return Section("finals", title, unit, counted, text, rows)


def _final(name: str, answers: Sequence[AnswerPoint], enough: int) -> Row:
    label = _label(name)
    ratings = [float(answer.final or 0) for answer in answers]
    count = len(ratings)
    if count < enough:
        return Row(label, f"n = {count}, a trend needs {enough - count} more")
    half = count // 2
    old, new = mean_of(ratings[:half]), mean_of(ratings[-half:])
    numbers = f"{old:.1f} → {new:.1f}, last {LAST} mean {mean_of(ratings[-LAST:]):.1f}, n = {count}"
    return Row(label, numbers, _series([answer.month for answer in answers], ratings))


def _series(months: Sequence[str], values: Sequence[float]) -> tuple[float, ...]:
    """Monthly means where there are three months or more, else the values themselves; the newest twelve."""
    if len(set(months)) < _FEW_MONTHS:
        return tuple(values[-MONTHS:])
    pairs = zip(months, values, strict=True)
    return tuple(mean_of(value for _, value in told) for _, told in groupby(pairs, key=lambda pair: pair[0]))[-MONTHS:]


def calibration(answers: Sequence[AnswerPoint], rules: MeterRules) -> Section:
    """First − final: above 0 the first rating was too kind."""
    rated = [answer for answer in answers if answer.first is not None and answer.final is not None]
    title, unit = "First rating − final rating", ("rated answer", "rated answers")
    if wanting := waiting("calibration", title, unit, len(rated), rules.trend_points):
        return wanting
    gaps = [(answer.first or 0) - (answer.final or 0) for answer in rated]
    found = calibrate(gaps, rules.trend_points)
    months = [answer.month for answer in rated]
    series = _series(months, [float(gap) for gap in gaps])
    row = Row("All answers", f"mean {found.mean_gap:+.1f}, n = {len(gaps)}", series, -_WIDEST_GAP, _WIDEST_GAP)
    return Section("calibration", title, unit, len(gaps), found.sentence, (row,))


def lengths(answers: Sequence[AnswerPoint], rules: MeterRules) -> Section:
    """How many answers were thin, within their time, over it."""
    counts = Counter(answer.length for answer in answers if answer.length)
    total = sum(counts.values())
    title, unit = "Length of the answers", ("timed answer", "timed answers")
    if wanting := waiting("lengths", title, unit, total, rules.trend_points):
        return wanting
    names = {"thin": "Thin", "ok": "Within time", "over": "Over time"}
    rows = tuple(_share(name, counts[key], total) for key, name in names.items())
    return Section("lengths", title, unit, total, f"n = {total}.", rows)


def _share(label: str, count: int, total: int) -> Row:
    return Row(label, f"{count} of {total}, {100 * count / total:.0f} %", share=count / total)


def coverage(practised: Iterable[Practised]) -> Section:
    """How many questions of which kind each competency was practised with, and which competency never was."""
    by_competency: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for each in practised:
        by_competency[each.competency][each.kind] += 1
    total = sum(counts.total() for counts in by_competency.values())
    title, unit = "Covered: competencies and kinds of question", ("question", "questions")
    if wanting := waiting("coverage", title, unit, total, 1):
        return wanting
    most = max(counts.total() for counts in by_competency.values())
    order = [*(kind.value for kind in Kind), GONE]
    rows = [
        Row(_label(name), _kinds(by_competency[name], order), share=by_competency[name].total() / most)
        for name in sorted(by_competency, key=lambda name: (-by_competency[name].total(), name))
    ]
    never = [each.label for each in Competency if each.value not in by_competency]
    text = f"Not practised yet: {', '.join(never)}." if never else "Every competency was practised."
    return Section("coverage", title, unit, total, text, tuple(rows))


def _kinds(counts: Counter[str], order: Sequence[str]) -> str:
    total = counts.total()
    told = ", ".join(f"{kind} {counts[kind]}" for kind in order if counts[kind])
    return f"{in_figures(total, 'question')}: {told}"


def confidence(sure: Sequence[Sure], rules: MeterRules) -> Section:
    """Confidence before an answer beside its final rating."""
    title, unit = "Confidence before, rating after", ("answer with both", "answers with both")
    if wanting := waiting("confidence", title, unit, len(sure), rules.trend_points):
        return wanting
    before, after = [float(one.before) for one in sure], [float(one.final) for one in sure]
    rows = (
        Row("Before", f"mean {mean_of(before):.1f}", tuple(before[-MONTHS:])),
        Row("After", f"mean {mean_of(after):.1f}", tuple(after[-MONTHS:])),
    )
    gap = mean_of(before) - mean_of(after)
    word = "as well as" if abs(gap) < 1 / 2 else "better than" if gap < 0 else "less well than"
    text = f"Your newest answers land {word} you expect; n = {len(sure)}, the newest on the right."
    return Section("confidence", title, unit, len(sure), text, rows)


def really_asked(hits: Sequence[bool], rules: MeterRules) -> Section:
    """How often the competency behind a question was named."""
    title, unit = "“What is really asked”, named right", DRILLED
    if wanting := waiting("asked", title, unit, len(hits), rules.trend_points):
        return wanting
    row = _share("Hits", sum(hits), len(hits))
    return Section("asked", title, unit, len(hits), f"n = {len(hits)}.", (row,))


def retrieval(retrieved: Sequence[Retrieved], rules: MeterRules) -> Section:
    """How fast a story comes to mind, and how often it fits."""
    title, unit = "Finding a story", DRILLED
    if wanting := waiting("retrieval", title, unit, len(retrieved), rules.trend_points):
        return wanting
    quick, slow, total = rules.quick_seconds, rules.slow_seconds, len(retrieved)
    seconds = list(map(attrgetter("seconds"), retrieved))
    rows = (
        _share(f"Under {quick:g} s", sum(each < quick for each in seconds), total),
        _share(f"{quick:g} to {slow:g} s", sum(quick <= each <= slow for each in seconds), total),
        _share(f"Over {slow:g} s", sum(each > slow for each in seconds), total),
        _share("It fitted", sum(one.hit for one in retrieved), total),
    )
    return Section("retrieval", title, unit, total, f"Median {median(seconds):.1f} s, n = {total}.", rows)


def _label(name: str) -> str:
    return name.replace("_", " ").capitalize()
