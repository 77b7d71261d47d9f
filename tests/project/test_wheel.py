"""The wheel holds every bank and template, and nothing private; installed anywhere, the program finds them."""

from __future__ import annotations

import shutil
import zipfile
from typing import TYPE_CHECKING, Final

import pytest

from tests.support.command_line import ROOT, run_python

if TYPE_CHECKING:
    from pathlib import Path

SHIPPED: Final = ("question_banks", "templates")
PRIVATE: Final = "question_banks/journal.db"


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A wheel built from a copy of the repository in which a private file lies between the banks."""
    copy = tmp_path_factory.mktemp("repository")
    for name in ("pyproject.toml", "README.md", "LICENSE", ".gitignore"):
        shutil.copy(ROOT / name, copy)
    for folder in ("abi_coach", *SHIPPED):
        shutil.copytree(ROOT / folder, copy / folder, ignore=shutil.ignore_patterns("__pycache__"))
    (copy / PRIVATE).write_text("private")
    ran = run_python("-c", f"import os; os.chdir({str(copy)!r}); {BUILD}")
    assert ran.code == 0, ran.err
    return next((copy / "dist").glob("*.whl"))


BUILD: Final = "from hatchling.builders.wheel import WheelBuilder as W; print(*W('.').build(versions=['standard']))"


@pytest.fixture(scope="module")
def shipped(wheel: Path) -> frozenset[str]:
    """The names in the wheel."""
    return frozenset(zipfile.ZipFile(wheel).namelist())


@pytest.mark.parametrize("folder", SHIPPED)
def test_every_bank_and_template_is_in_the_wheel(folder: str, shipped: frozenset[str]) -> None:
    ours = {
        path.relative_to(ROOT).as_posix() for path in (ROOT / folder).rglob("*.*") if path.suffix in {".yaml", ".j2"}
    }
    assert ours
    assert {f"abi_coach/bundled/{name}" for name in ours} <= shipped


def test_every_style_sheet_and_the_mark_of_types_is_in_the_wheel(shipped: frozenset[str]) -> None:
    sheets = {path.relative_to(ROOT).as_posix() for path in (ROOT / "abi_coach").rglob("*.tcss")}
    assert sheets | {"abi_coach/py.typed"} <= shipped


def test_nothing_private_and_nothing_else_is_in_the_wheel(shipped: frozenset[str]) -> None:
    assert not [name for name in shipped if name.endswith("journal.db")]
    assert {name.partition("/")[0].partition("-")[0] for name in shipped} == {"abi_coach"}


@pytest.mark.parametrize("folder", SHIPPED)
def test_data_folders_hold_data_only(folder: str) -> None:
    assert {path.suffix for path in (ROOT / folder).rglob("*") if path.is_file()} <= {".yaml", ".j2", ".md"}


def test_an_installed_wheel_finds_its_banks_from_anywhere(wheel: Path, tmp_path: Path) -> None:
    zipfile.ZipFile(wheel).extractall(tmp_path / "site")
    start = f"import os, sys; sys.path.insert(0, {str(tmp_path / 'site')!r}); os.chdir('/'); import abi_coach"
    ran = run_python(
        "-c", f"{start}; print(abi_coach.__file__); from abi_coach.cli import main; main(['bank', 'list'])"
    )
    assert ran.code == 0, ran.err
    assert str(tmp_path / "site") in ran.out
    assert "backend" in ran.out
