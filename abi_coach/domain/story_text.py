"""A story in words, for commands and screens."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from abi_coach.domain.story import Story

PARTS: Final = ("situation", "task", "action", "result", "lesson")
"""STAR-L, in the order of telling."""


def story_lines(story: Story) -> tuple[tuple[str, str], ...]:
    """Label and text of everything that was told, in the order of telling; what was not told is left out."""
    told = [
        *((part.capitalize(), getattr(story, part)) for part in PARTS),
        ("Competencies", ", ".join(one.label for one in story.competencies)),
        ("Numbers", "\n".join(story.numbers)),
        ("Skills", ", ".join(story.skills)),
        *((f"In {seconds} s", text) for seconds, text in sorted(story.versions.items())),
        ("Last told", _last_told(story)),
        ("State", "retired" if story.retired else ""),
    ]
    return tuple((label, text) for label, text in told if text.strip())


def untold(story: Story) -> tuple[str, ...]:
    """What it still needs before it can be told to its end."""
    needed = {"action": story.action.strip(), "result": story.result.strip(), "a competency": story.competencies}
    return tuple(name for name, told in needed.items() if not told)


def changed_parts(before: Story, after: Story) -> tuple[str, ...]:
    """The names of what differs between two versions of a story."""
    names = ("title", *PARTS, "competencies", "numbers", "skills", "versions", "uses", "retired")
    return tuple(name for name in names if getattr(before, name) != getattr(after, name))


def _last_told(story: Story) -> str:
    if not story.uses:
        return ""
    last = max(story.uses, key=lambda use: use.on)
    place = f" in {last.loop}" if last.loop else ""
    return f"{last.on.isoformat()}{place}, {len(story.uses)} times in all"
