"""Scorecards as plain data, lines and a table side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

    from abi_coach.domain.card import Ask
    from abi_coach.domain.scorecard import Comparison, Mark, Scorecard

LIST_COLUMNS: Final = ("id", "on", "company", "baseline", "score", "coverage", "known", "unknown", "deal_breakers")
_CELL: Final = 14


def card_row(entry: str, card: Scorecard) -> dict[str, Any]:
    """A scorecard at a glance; `score` is 1 to 5, `coverage` a share."""
    return {
        "id": entry,
        "on": card.on.isoformat(),
        "company": card.company,
        "baseline": card.is_baseline,
        "score": None if card.score is None else round(card.score, 2),
        "coverage": round(card.coverage, 3),
        "known": sum(mark.rating is not None for mark in card.marks),
        "unknown": [one.value for one in card.unknown],
        "deal_breakers": [one.value for one in card.broken_deals],
    }


def card_values(entry: str, card: Scorecard, asks: Sequence[Ask]) -> dict[str, Any]:
    """A scorecard whole, with what to ask next."""
    marks = [
        {
            "dimension": mark.dimension.value,
            "rating": mark.rating,
            "weight": mark.weight,
            "evidence": mark.evidence,
            "learned": mark.learned.value if mark.learned else None,
            "deal_breaker": mark.deal_breaker,
        }
        for mark in card.marks
    ]
    questions = [{"dimension": ask.dimension.value, "question": ask.prompt} for ask in asks]
    return {**card_row(entry, card), "marks": marks, "ask": questions, "sentence": card.sentence}


def card_lines(card: Scorecard, asks: Sequence[Ask]) -> list[str]:
    """A scorecard in words."""
    lines = [f"{card.title}, {card.on.isoformat()}: {card.sentence}", *map(_mark_line, card.marks)]
    if card.unknown:
        lines.append(f"Not known yet: {', '.join(one.label.lower() for one in card.unknown)}.")
    if asks:
        lines += ["Ask them:", *(f"- {ask.prompt} ({ask.dimension.label.lower()})" for ask in asks)]
    return lines


def compare_row(row: Comparison, cards: Sequence[Scorecard]) -> dict[str, object]:
    """One dimension as a row of a table; the columns are the companies."""
    return {
        "dimension": row.dimension.value,
        **dict(zip((card.title for card in cards), row.ratings, strict=True)),
    }


def compare_text(rows: Sequence[Comparison], cards: Sequence[Scorecard]) -> list[str]:
    """Companies side by side as lines; `?` is not known."""
    heads = "".join(f"{card.title[: _CELL - 2]:<{_CELL}}" for card in cards)
    scores = "".join(f"{'?' if card.score is None else f'{card.score:.1f}':<{_CELL}}" for card in cards)
    shares = "".join(f"{f'{card.coverage:.0%}'.replace('%', ' %'):<{_CELL}}" for card in cards)
    lines = [("", heads), ("Score", scores), ("Known", shares)]
    for row in rows:
        cells = "".join(f"{'?' if rating is None else rating:<{_CELL}}" for rating in row.ratings)
        lines.append((row.dimension.label, cells))
    width = max(len(name) for name, _ in lines) + 2
    return [f"{name:<{width}}{cells}".rstrip() for name, cells in lines]


def _mark_line(mark: Mark) -> str:
    rating = "?" if mark.rating is None else str(mark.rating)
    notes = [
        mark.learned.value if mark.learned else "",
        "deal-breaker" if mark.deal_breaker else "",
        f"weight {mark.weight}" if mark.weight != 1 else "",
    ]
    told = ", ".join(filter(None, notes))
    evidence = "; ".join(line.strip() for line in mark.evidence.splitlines() if line.strip())
    return f"{rating}  {mark.dimension.label}{f' ({told})' if told else ''}{f': {evidence}' if evidence else ''}"
