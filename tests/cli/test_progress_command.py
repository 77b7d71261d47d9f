"""`abi progress` from outside."""

from __future__ import annotations

from typing import TYPE_CHECKING

from abi_coach.services.coach import open_coach
from tests.support.command_line import Ran, run_abi_here
from tests.support.diary import worked_example

if TYPE_CHECKING:
    from pathlib import Path


def abi(*words: str) -> Ran:
    return run_abi_here("progress", *words)


def test_an_empty_home_says_what_is_missing_and_stays_empty(home: Path) -> None:
    ran = abi()
    assert ran.code == 0
    assert "needs 4 more rated answers" in ran.out
    assert not home.exists()


def test_charts_stand_beside_their_numbers_in_eighty_columns(home: Path) -> None:
    coach = open_coach(home)
    worked_example(coach)
    coach.close()
    lines = abi().out.splitlines()
    assert "  Communication       ▅▆▅▅          3.5 → 3.0, last 3 mean 3.3, n = 4" in lines
    assert max(map(len, lines)) <= 80
    assert abi("--plain", "--role", "backend", "--since", "2020-01-01").out.count("▅") == 0


def test_the_charts_are_written_as_markdown_with_their_numbers(home: Path, tmp_path: Path) -> None:
    coach = open_coach(home)
    worked_example(coach)
    coach.close()
    out = tmp_path / "progress.md"
    assert abi("--out", str(out)).out == f"Wrote {out}.\n"
    text = out.read_text(encoding="utf-8")
    assert text.startswith("# Looking back, ")
    assert "▅▆▅▅" in text
    assert abi("--template", "progress").out == text
    assert "▅" not in abi("--template", "progress", "--plain").out
    out.write_text(text + "my own words\n", encoding="utf-8")
    assert abi("--out", str(out)).code == 1
    assert abi("--out", str(out), "--replace", "--json").json["answers"] == 15
    assert abi("--template", "nonsense").code == 1


def test_days_that_cannot_be_are_told() -> None:
    assert abi("--since", "soon").code == 2
    assert abi("--since", "9000-01-01").code == 1
