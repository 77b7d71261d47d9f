"""What the repository says of itself is true: its commands, its links, its constraints, and no place but its own."""

from __future__ import annotations

import os
import re
import subprocess
import tomllib
from typing import TYPE_CHECKING, Final

import pytest

from tests.support.command_line import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

NOT_OURS: Final = {".git", ".venv", "dist", "build", "htmlcov", "__pycache__", "home", "plans", "debriefs", "backups"}
CACHES: Final = re.compile(r"\.\w+_cache|\.hypothesis|.*\.egg-info")
SOMEWHERE: Final = re.compile(
    "|".join(
        (
            "/" + "work/",
            "/" + r"home/\w",
            "/" + r"Users/\w",
            "/" + r"root\b",
            "/" + "opt/",
            "/" + "mnt/",
            "shared/" + "spec",
        )
    )
)
"""A place on somebody's machine. Written in two parts, so that this file does not find itself."""

RUN: Final = "python3 -m venv .venv && .venv/bin/pip install . && .venv/bin/abi"
TEST: Final = 'python3 -m venv .venv && .venv/bin/pip install -e ".[dev]" -c constraints.txt && .venv/bin/pytest'


def own_files(folder: Path = ROOT) -> Iterator[Path]:
    """Every file that a person wrote, below the top of the repository."""
    for path in sorted(folder.iterdir()):
        if path.name in NOT_OURS or CACHES.fullmatch(path.name):
            continue
        if path.is_dir():
            yield from own_files(path)
        elif path.suffix not in {".pyc", ".db"}:
            yield path


def read(name: str) -> str:
    """A file of the repository."""
    return (ROOT / name).read_text(encoding="utf-8")


def test_no_file_names_a_place_on_somebodys_machine() -> None:
    texts = ((path.relative_to(ROOT), path.read_text(encoding="utf-8")) for path in own_files())
    assert [(str(path), match.group()) for path, text in texts if (match := SOMEWHERE.search(text))] == []


@pytest.mark.parametrize("command", [RUN, TEST])
def test_the_readme_has_its_two_commands_on_lines_of_their_own(command: str) -> None:
    assert command in read("README.md").splitlines()


def test_the_check_from_nothing_finds_the_readmes_test_command() -> None:
    pattern = re.search(r"grep -m 1 '(.*)' README\.md", read(".ci/run"))
    assert pattern is not None
    assert re.findall(pattern.group(1), read("README.md"), re.MULTILINE)[:1] == [TEST]
    assert os.access(ROOT / ".ci/run", os.X_OK)


def test_make_check_is_everything_and_skips_the_tests_only_when_told_that_they_ran() -> None:
    def would_run(*words: str) -> str:
        done = subprocess.run(["make", "-n", "check", *words], cwd=ROOT, capture_output=True, text=True, check=True)
        return done.stdout

    assert all(
        f"{tool}\n" in would_run()
        for tool in ("ruff check .", "ruff format --check .", "mypy", "lint-imports", "pytest")
    )
    assert "pytest\n" not in would_run("TESTS_PASSED=before")


def test_every_link_between_our_pages_leads_somewhere() -> None:
    pages = [path for path in own_files() if path.suffix == ".md" and "tests" not in path.parts]
    links = [
        (page, link) for page in pages for link in re.findall(r"\]\(([^)#:]+)\)", page.read_text(encoding="utf-8"))
    ]
    assert [(page.name, link) for page, link in links if not (page.parent / link).exists()] == []
    assert links


def test_constraints_are_bare_names_and_versions() -> None:
    lines = read("constraints.txt").splitlines()
    assert [line for line in lines if not re.fullmatch(r"[A-Za-z0-9._-]+==[0-9][A-Za-z0-9.]*", line)] == []


def test_constraints_cover_everything_that_we_ask_for() -> None:
    project = tomllib.loads(read("pyproject.toml"))["project"]
    asked = [*project["dependencies"], *(name for extra in project["optional-dependencies"].values() for name in extra)]
    held = {normal(line.partition("==")[0]) for line in read("constraints.txt").splitlines()}
    assert {normal(re.split(r"[<>=!~ \[;]", name)[0]) for name in asked} <= held


def normal(name: str) -> str:
    """A package's name as an index compares it."""
    return re.sub(r"[-_.]+", "-", name).lower()
