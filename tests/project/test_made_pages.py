"""Pages that are made from the program itself say what it says today."""

from __future__ import annotations

import re
import shlex

import pytest

from abi_coach.cli.manual import manual_page
from tests.support.command_line import ROOT, run_abi_here, run_python


def page(name: str) -> str:
    return (ROOT / "docs" / name).read_text(encoding="utf-8")


def test_the_manual_is_what_the_commands_say() -> None:
    """`make docs` writes it again."""
    assert page("commands.md") == manual_page()


def test_the_keys_are_what_the_screens_say() -> None:
    """`make docs` writes them again."""
    assert page("keys.md") == run_python(str(ROOT / "docs/make_keys.py")).out


def test_every_picture_is_in_the_readme_and_loads_nothing_from_elsewhere() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    shown = set(re.findall(r"docs/pictures/(\w+\.svg)", readme))
    there = {path.name for path in (ROOT / "docs/pictures").glob("*.svg")}
    assert shown <= there
    for name in there:
        svg = (ROOT / "docs/pictures" / name).read_text(encoding="utf-8")
        links = [link for link in re.findall(r"https?://[^\s\"<]+", svg) if "w3.org" not in link]
        assert links in ([], ["https://www.textualize.io"]), name


def _tour() -> list[str]:
    """Every command that the README tells one to type."""
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    blocks = re.findall(r"```sh\n(.*?)```", readme, re.DOTALL)
    return [line for block in blocks for line in block.splitlines() if line.startswith("abi ")]


@pytest.mark.parametrize("line", _tour())
def test_what_the_readme_tells_one_to_type_is_understood(line: str) -> None:
    """Unknown options are refused before the help is shown."""
    ran = run_abi_here(*shlex.split(line, comments=True)[1:], "--help")
    assert (ran.code, ran.err) == (0, "")


def test_make_docs_makes_all_of_them() -> None:
    recipe = (ROOT / "Makefile").read_text(encoding="utf-8").partition("\ndocs:")[2].partition("\n\n")[0]
    assert all(name in recipe for name in ("commands.md", "keys.md", "make_pictures.py"))
