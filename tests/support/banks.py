"""The shipped banks as plain data, read without our own loader, so that tests do not trust what they test."""

from __future__ import annotations

from functools import cache
from typing import Any, Final

import yaml

from tests.support.command_line import ROOT

FOLDER: Final = ROOT / "question_banks"

NAMES: Final = tuple(path.stem for path in sorted(FOLDER.glob("*.yaml")))
"""The shipped banks' file names."""

ROLES: Final = tuple(name for name in NAMES if name not in {"common", "reverse"})


@cache
def bank(name: str) -> dict[str, Any]:
    """A shipped bank."""
    loaded: dict[str, Any] = yaml.safe_load((FOLDER / f"{name}.yaml").read_text(encoding="utf-8"))
    return loaded


def questions(name: str) -> list[dict[str, Any]]:
    """The questions of a shipped bank."""
    found: list[dict[str, Any]] = bank(name)["questions"]
    return found
