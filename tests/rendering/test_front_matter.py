"""Front matter is YAML whatever was typed, and reads back as typed but for its line ends."""

from __future__ import annotations

from datetime import date

import yaml
from hypothesis import given
from hypothesis import strategies as st

from abi_coach.domain.plain_text import strip_controls
from abi_coach.rendering.front_matter import front_matter

TYPED = st.text(max_size=60) | st.sampled_from(
    ["yes", "1:30", "~", "- a", "{a: b}", "# c", "'", '"', "\\", "---", "\ufeff"]
)


@given(TYPED, st.lists(TYPED, max_size=3))
def test_every_text_is_one_quoted_value(text: str, items: list[str]) -> None:
    block = front_matter({"title": text, "day": date(2026, 12, 4), "count": 3, "items": items})
    assert block.startswith("---\n")
    assert block.endswith("\n---\n\n")
    read = yaml.safe_load(block.removesuffix("---\n\n"))
    assert read == {"title": flat(text), "day": date(2026, 12, 4), "count": 3, "items": [flat(item) for item in items]}


def flat(text: str) -> str:
    return " ".join(strip_controls(text).split())
