"""What interviews show over time: promises, predictions against answers, nerves."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from abi_coach.domain.mean import mean_of
from abi_coach.domain.prediction import judge
from abi_coach.domain.progress_practice import MONTHS
from abi_coach.domain.progress_section import Row, Section, waiting
from abi_coach.domain.promise import PromiseCheck

if TYPE_CHECKING:
    from collections.abc import Sequence

    from abi_coach.domain.prediction import Prediction
    from abi_coach.domain.progress_facts import Felt
    from abi_coach.domain.settings import MeterRules

_CHECKS = {
    PromiseCheck.KEPT: "Kept",
    PromiseCheck.PARTLY: "Partly",
    PromiseCheck.MISSED: "Missed",
    PromiseCheck.NO_CHANCE: "No chance",
}


def promises(checks: Sequence[PromiseCheck], rules: MeterRules) -> Section:
    """What became of promises, as told in debriefs."""
    total = len(checks)
    title, unit = "Promises", ("promise looked back on", "promises looked back on")
    if wanting := waiting("promises", title, unit, total, rules.claim_points):
        return wanting
    counts = Counter(checks)
    rows = tuple(
        Row(name, f"{counts[check]} of {total}", share=counts[check] / total) for check, name in _CHECKS.items()
    )
    return Section("promises", title, unit, total, f"n = {total}.", rows)


def predictions(told: Sequence[Prediction], rules: MeterRules) -> Section:
    """How sure one was to move on, beside how often that came true."""
    title, unit = (
        "Your predictions of interviews",
        ("interview with a prediction and an answer", "interviews with a prediction and an answer"),
    )
    if wanting := waiting("predictions", title, unit, len(told), rules.prediction_points):
        return wanting
    found = judge(told, rules.prediction_points)
    rows = tuple(
        Row(
            f"{band.low}–{band.high} %",
            f"{band.predicted:.0f} % predicted, {band.came:.0f} % came, n = {band.count}",
            share=band.came / 100,
        )
        for band in found.bands
    )
    text = f"Brier score {found.brier:.2f} (0 is perfect, 0.25 is a coin), n = {found.count}."
    return Section("predictions", title, unit, found.count, text, rows)


def feelings(felt: Sequence[Felt], rules: MeterRules) -> Section:
    """Nerves and confidence right after interviews, oldest on the left."""
    title, unit = "Right after interviews", ("hot debrief", "hot debriefs")
    if wanting := waiting("feelings", title, unit, len(felt), rules.trend_points):
        return wanting
    nerves, sure = [float(one.nerves) for one in felt], [float(one.sure_percent) for one in felt]
    rows = (
        Row("Nerves, 1 to 5", _halves(nerves, 1), tuple(nerves[-MONTHS:])),
        Row("Sure of moving on", f"{_halves(sure, 0)} %", tuple(sure[-MONTHS:]), 0, 100),
    )
    return Section("feelings", title, unit, len(felt), f"Older half → newer half, n = {len(felt)}.", rows)


def _halves(values: Sequence[float], decimals: int) -> str:
    half = len(values) // 2
    return f"{mean_of(values[:half]):.{decimals}f} → {mean_of(values[-half:]):.{decimals}f}"
