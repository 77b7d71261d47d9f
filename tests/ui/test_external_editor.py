"""The person's own editor: the terminal is lent, and always comes back."""

from __future__ import annotations

import shlex
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, cast

import pytest

from abi_coach.domain.errors import InputError
from abi_coach.ui.external_editor import edit_outside
from abi_coach.ui.file_editor import open_file

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from textual.app import App


class Lender:
    """Lends its terminal as an app does: what is raised meanwhile keeps it lent."""

    def __init__(self) -> None:
        self.is_lent = False

    @contextmanager
    def suspend(self) -> Iterator[None]:
        """Lend it, and take it back."""
        self.is_lent = True
        yield
        self.is_lent = False


@pytest.fixture
def lender() -> Lender:
    return Lender()


def edited(lender: Lender, text: str) -> str:
    return edit_outside(cast("App[None]", cast("Any", lender)), text)


def editor(program: str) -> str:
    return shlex.join([sys.executable, "-c", program])


def test_what_the_editor_wrote_comes_back(lender: Lender, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("EDITOR", editor("import sys; open(sys.argv[1], 'a').write(' And more.')"))
    monkeypatch.delenv("VISUAL", raising=False)
    assert edited(lender, "Words.") == "Words. And more."
    assert not lender.is_lent


def test_an_editor_that_is_not_there_gives_the_terminal_back(
    lender: Lender, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("VISUAL", str(tmp_path / "nowhere"))
    with pytest.raises(InputError, match="cannot be started"):
        edited(lender, "Words.")
    assert not lender.is_lent
    with pytest.raises(InputError, match="cannot be started"):
        open_file(cast("App[None]", cast("Any", lender)), tmp_path / "bank.yaml", 3)
    assert not lender.is_lent


@pytest.mark.parametrize(
    ("name", "told"), [("", "no editor set"), ('vi "', "quotation mark"), (editor("raise SystemExit(2)"), "failure")]
)
def test_what_is_wrong_with_an_editor_is_told(
    lender: Lender, monkeypatch: pytest.MonkeyPatch, name: str, told: str
) -> None:
    monkeypatch.setenv("EDITOR", name)
    monkeypatch.delenv("VISUAL", raising=False)
    with pytest.raises(InputError, match=told):
        edited(lender, "Words.")
    assert not lender.is_lent
