"""Heavy libraries are loaded on use only; each test starts the program and asks what was really imported."""

from __future__ import annotations

import json
from typing import Final

import pytest

from tests.support.command_line import run_python

HEAVY: Final = ("pydantic", "yaml", "jinja2", "rapidfuzz", "icalendar")
SCREENS: Final = ("textual", "rich")

ASK: Final = """
import json, sys
from abi_coach.cli import main
try:
    main({words})
except SystemExit as end:
    code = end.code
print("LOADED", json.dumps([code, [name for name in {names} if name in sys.modules]]))
"""


def loaded_by(words: list[str], names: tuple[str, ...]) -> tuple[int, list[str]]:
    """The exit code of `abi WORDS`, and which of the libraries it loaded."""
    ran = run_python("-c", ASK.format(words=words, names=list(names)))
    assert "LOADED " in ran.out, ran.err
    code, loaded = json.loads(ran.out.rpartition("LOADED ")[2])
    return code or 0, loaded


@pytest.mark.parametrize(
    "words", [["--version"], ["--help"], ["next"], ["next", "--json"], ["completion", "bash"]], ids=str
)
def test_a_quick_command_loads_nothing_heavy(words: list[str]) -> None:
    assert loaded_by(words, (*HEAVY, *SCREENS)) == (0, [])


@pytest.mark.parametrize(
    "words", [["bank", "list"], ["plan"], ["doctor"], ["plan", "--json"], ["bank", "lint"]], ids=str
)
def test_no_command_loads_the_screens(words: list[str]) -> None:
    code, loaded = loaded_by(words, SCREENS)
    assert (code, loaded) == (0, [])


def test_the_app_and_its_home_screen_load_no_gate() -> None:
    """What Home needs to be complete; screens that need whole entries load the gate when they are opened."""
    ran = run_python(
        "-c",
        f"import sys, abi_coach.ui.app, abi_coach.ui.screens.home; print([n for n in {HEAVY} if n in sys.modules])",
    )
    assert (ran.out.strip(), ran.err) == ("[]", "")


def test_the_domain_is_light() -> None:
    ran = run_python(
        "-c",
        "import sys, pkgutil, importlib, abi_coach.domain as d\n"
        "for m in pkgutil.iter_modules(d.__path__): importlib.import_module('abi_coach.domain.' + m.name)\n"
        f"print([n for n in {(*HEAVY, *SCREENS, 'sqlite3', 'click', 'platformdirs')} if n in sys.modules])",
    )
    assert (ran.out.strip(), ran.err) == ("[]", "")
