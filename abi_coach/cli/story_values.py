"""Stories and their coverage as plain data for `--json`, and the matrix as lines."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from datetime import date

    from abi_coach.domain.coverage import Coverage, Need
    from abi_coach.domain.settings import StoryRules
    from abi_coach.domain.story import Story


def story_values(entry: str, story: Story, today: date, rules: StoryRules) -> dict[str, Any]:
    """A story whole, with what is known of it on `today`."""
    return {
        "id": entry,
        "title": story.title,
        **{part: getattr(story, part) for part in ("situation", "task", "action", "result", "lesson")},
        "competencies": [one.value for one in story.competencies],
        "families": sorted(family.value for family in story.families),
        "skills": list(story.skills),
        "numbers": list(story.numbers),
        "versions": {str(seconds): text for seconds, text in sorted(story.versions.items())},
        "uses": [{"on": use.on.isoformat(), "where": use.where, "loop": use.loop} for use in story.uses],
        "told_in_quarter": story.uses_in_quarter(today),
        "over_used": story.is_over_used(today, rules.over_used),
        "usable": story.is_usable,
        "retired": story.retired,
    }


def coverage_values(covered: Coverage) -> dict[str, Any]:
    """The matrix, its targets, and the advice that comes of it."""
    return {
        "stories": [
            {
                "id": row.entry,
                "title": row.title,
                "families": sorted(family.value for family in row.families),
                "competencies": [one.value for one in row.competencies],
                "usable": row.usable,
                "told_in_quarter": row.told_in_quarter,
                "over_used": row.over_used,
            }
            for row in covered.rows
        ],
        "usable": covered.usable,
        "target": covered.target,
        "missing": covered.missing,
        "families": [_need(need) for need in covered.families],
        "competencies": [_need(need) for need in covered.competencies],
        "repeats": [
            {"id": one.entry, "title": one.title, "loop": one.loop, "times": one.times} for one in covered.repeats
        ],
        "prune": covered.should_prune,
        "advice": list(covered.advice),
    }


def matrix_lines(covered: Coverage) -> list[str]:
    """The matrix as lines: a mark for each family that a story serves."""
    head = "  ".join(need.item.value for need in covered.families)
    lines = [f"{head}  story"] if covered.rows else []
    for row in covered.rows:
        marks = ("x" if need.item in row.families else "." for need in covered.families)
        cells = (f"{mark:<{len(need.item.value)}}" for mark, need in zip(marks, covered.families, strict=True))
        ready = "" if row.usable else " (not ready to tell)"
        lines.append(f"{'  '.join(cells)}  {row.title}{ready}")
    return lines


def _need(need: Need) -> dict[str, Any]:
    return {"item": need.item.value, "has": need.has, "wants": need.wants, "missing": need.missing}
