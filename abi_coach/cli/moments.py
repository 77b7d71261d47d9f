"""Commands by the moment in which a person needs them."""

from __future__ import annotations

from typing import Final

MOMENTS: Final[dict[str, tuple[str, tuple[str, ...]]]] = {
    "before": ("Before an interview", ("next", "practice", "drill", "story", "card", "bank")),
    "after": ("After an interview", ("debrief", "interview")),
    "plan": ("Planning", ("plan", "progress")),
    "career": ("Always be interviewing", ("fit", "skill", "market", "scorecard", "contact", "reflect")),
    "care": (
        "Care of your data",
        ("export", "import", "backup", "restore", "doctor", "forget", "completion", "help"),
    ),
}
"""Each moment's title and its commands, in the order of a loop."""
