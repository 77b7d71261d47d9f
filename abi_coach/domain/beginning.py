"""How an action of the plan is begun: told by its type and item as plain words, so that Home need not load actions."""

from __future__ import annotations

from typing import Final

BUILD: Final = "build"
"""The type that is begun by telling a story."""

_CRAFT: Final = "role_expertise"  # every skill together: no one thing to ask about
_PRACTISED: Final = frozenset({"drill", "redo", "cut", "measure"})


def is_practised(kind: str, item: str) -> bool:
    """Whether answering questions about the item is what an action of this type asks for."""
    return kind in _PRACTISED and item != _CRAFT
