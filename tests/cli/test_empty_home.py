"""In a home where nothing was done yet, every command that only reads says so and is content."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.support.command_line import Ran

    Abi = Callable[..., Ran]

READING: Final = (
    "next", "practice", "practice history", "practice resume", "drill", "story", "story coverage", "card", "bank",
    "bank list --flagged", "bank list --retired", "bank search team", "bank show backend", "bank lint", "bank schema",
    "debrief", "debrief list", "interview", "interview follow-ups", "interview calendar", "plan", "plan history",
    "plan diff", "plan action", "plan explain conflict", "progress", "fit", "skill", "market", "market list",
    "market bands", "market adverts", "market trends", "market pulse", "scorecard", "scorecard compare", "contact",
    "reflect", "reflect list", "reflect show", "restore", "doctor", "help",
)  # fmt: skip
ASKING: Final = {"practice", "debrief", "market pulse", "reflect"}
"""These open a screen or ask; only with `--json` do they read."""


@pytest.mark.parametrize("words", READING)
def test_a_document_is_printed_before_anything_was_done(abi_here: Abi, words: str) -> None:
    ran = abi_here(*words.split(), "--json")
    assert (ran.code, ran.err, ran.json["schema"].startswith("abi.")) == (0, "", True)


@pytest.mark.parametrize("words", [words for words in READING if words not in ASKING])
def test_lines_are_printed_before_anything_was_done(abi_here: Abi, words: str) -> None:
    ran = abi_here(*words.split())
    assert (ran.code, bool(ran.out + ran.err)) == (0, True)


@pytest.mark.parametrize("words", ["export --out", "import", "restore", "plan --out", "bank lint", "next --home"])
def test_an_empty_path_is_a_slip_and_not_this_folder(
    abi_here: Abi, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, words: str
) -> None:
    monkeypatch.chdir(tmp_path / "person")
    ran = abi_here(*words.split(), "")
    assert (ran.code, "it is empty" in ran.err, list((tmp_path / "person").iterdir())) == (2, True, [])


@pytest.mark.parametrize(
    "words", ["import", "restore", "export --out", "bank lint", "bank new zz --out", "next --home"]
)
def test_a_name_that_no_folder_can_hold_is_told(abi_here: Abi, words: str) -> None:
    ran = abi_here(*words.split(), "x" * 5_000)
    assert (ran.code, "file name too long" in ran.err) == (1, True)
