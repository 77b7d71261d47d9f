"""A look back as the plain values that a template gets, and as JSON. docs/templates.md describes them by example."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from abi_coach.services.plan_document import claim_values

if TYPE_CHECKING:
    from datetime import date

    from abi_coach.domain.progress_report import ProgressReport
    from abi_coach.domain.progress_section import Row, Section


TEMPLATE: Final = "progress"


def progress_values(report: ProgressReport, made_on: date, since: date | None) -> dict[str, Any]:
    """Everything that a report says."""
    return {
        "made_on": made_on,
        "since": since,
        "role": report.role,
        "answers": report.answers,
        "sections": [_section(section) for section in report.sections],
        "works": claim_values(report.works),
    }


def _section(section: Section) -> dict[str, Any]:
    return {
        "key": section.key,
        "title": section.title,
        "sentence": section.sentence,
        "points": section.points,
        "missing": section.missing,
        "unit": section.unit[1],
        "rows": [_row(row) for row in section.rows],
    }


def _row(row: Row) -> dict[str, Any]:
    return {
        "label": row.label,
        "numbers": row.numbers,
        "series": [round(value, 3) for value in row.series],
        "low": row.low,
        "high": row.high,
        "share": None if row.share is None else round(row.share, 4),
    }
