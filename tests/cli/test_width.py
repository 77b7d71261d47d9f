"""How wide text is: eighty columns, fewer where a terminal has fewer."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import pytest

from abi_coach.cli import width
from abi_coach.cli.progress import progress_lines
from abi_coach.services.coach import open_coach
from abi_coach.services.progress import progress_of
from tests.support.diary import worked_example

if TYPE_CHECKING:
    from pathlib import Path


class Terminal(io.StringIO):
    """Standard output as a terminal has it."""

    def isatty(self) -> bool:
        """It is one."""
        return True


@pytest.mark.parametrize(("columns", "wide"), [("60", 60), ("200", 80), ("10", 40)])
def test_text_is_as_wide_as_the_terminal_and_no_wider_than_eighty(
    monkeypatch: pytest.MonkeyPatch, columns: str, wide: int
) -> None:
    monkeypatch.setattr("sys.stdout", Terminal())
    monkeypatch.setenv("COLUMNS", columns)
    assert width.text_width() == wide
    assert max(map(len, width.fitted("word " * 40).splitlines())) <= wide


def test_a_pipe_gets_eighty_columns_and_whole_lines(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdout", io.StringIO())
    monkeypatch.setenv("COLUMNS", "60")
    assert width.text_width() == 80
    assert "\n" not in width.fitted("word " * 40)


def test_charts_fit_sixty_columns(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    coach = open_coach(home)
    worked_example(coach)
    monkeypatch.setattr("sys.stdout", Terminal())
    monkeypatch.setenv("COLUMNS", "60")
    assert max(map(len, progress_lines(progress_of(coach).read(), ascii_only=False))) <= 60
    coach.close()
