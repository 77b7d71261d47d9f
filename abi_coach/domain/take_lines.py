"""One take in words: when, how long, how it was rated, what to change, what was said."""

from __future__ import annotations

from typing import TYPE_CHECKING

from abi_coach.domain.answer_clock import clock_face

if TYPE_CHECKING:
    from abi_coach.domain.attempt import Take


def length_text(take: Take) -> str:
    """The seconds, and thin, ok or over where a clock ran, e.g. `1:45 ok`."""
    status = f" {take.length.value}" if take.length else ""
    away = " (interrupted)" if take.interrupted else ""
    return f"{clock_face(take.seconds)}{status}{away}"


def rating_text(take: Take) -> str:
    """First → final, e.g. `3 → 2`; `not rated` where it was not."""
    return f"{take.rating.first} → {take.rating.final}" if take.rating else "not rated"


def take_lines(take: Take) -> tuple[tuple[str, str], ...]:
    """Label and text of everything that is known of a take; what is not there is left out."""
    rating = take.rating
    refused = [check.statement for check, passed in rating.checks.items() if not passed] if rating else []
    told = [
        ("Follow-up", take.probe),
        ("Length", length_text(take)),
        ("Rating", rating_text(take)),
        ("Confidence", str(rating.confidence) if rating and rating.confidence else ""),
        ("Said no to", "\n".join(refused)),
        ("One change", take.one_change),
        ("Answer", take.text),
    ]
    return tuple((label, text) for label, text in told if text.strip())
