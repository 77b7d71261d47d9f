"""What every test stands on: no network, a clock moved by hand, and a home of its own in a temporary folder."""

from __future__ import annotations

import os
import time
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

from tests.support.command_line import run_abi, run_abi_here
from tests.support.hand_clock import HandClock
from tests.support.network import block_network

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from tests.support.command_line import Ran

block_network()
settings.register_profile("abi", deadline=None)  # how long a test takes says how busy the machine is, not what is wrong
settings.load_profile("abi")
os.environ["TZ"] = "UTC"
if hasattr(time, "tzset"):  # not on Windows
    time.tzset()

FORGOTTEN = (
    "NO_COLOR",
    "FORCE_COLOR",
    "COLORTERM",
    "CLICOLOR",
    "CLICOLOR_FORCE",
    "COLUMNS",
    "LINES",
    "EDITOR",
    "VISUAL",
    "PAGER",
    "LC_ALL",
    "LANGUAGE",
    "PYTHONOPTIMIZE",
    "TEXTUAL",
    "TEXTUAL_DRIVER",
    "TEXTUAL_THEME",
    "TEXTUAL_ANIMATIONS",
    "TEXTUAL_COLOR_SYSTEM",
)


@pytest.fixture(autouse=True)
def surroundings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """An environment that is the same on every machine and leads into the test's own temporary folder."""
    for name in FORGOTTEN:
        monkeypatch.delenv(name, raising=False)
    person = tmp_path / "person"
    person.mkdir()
    monkeypatch.setenv("HOME", str(person))
    monkeypatch.setenv("ABI_HOME", str(tmp_path / "home"))
    for kind in ("data", "config", "cache", "state"):
        monkeypatch.setenv(f"XDG_{kind.upper()}_HOME", str(person / kind))
    monkeypatch.setenv("LANG", "C.UTF-8")
    monkeypatch.setenv("TERM", "xterm-256color")
    usual = os.umask(0o022)
    yield
    os.umask(usual)


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """Where `ABI_HOME` points; not made yet."""
    return tmp_path / "home"


@pytest.fixture
def clock() -> HandClock:
    """A clock that stands at noon on Sunday 22 November 2026, UTC, until it is moved."""
    return HandClock()


@pytest.fixture
def abi() -> Callable[..., Ran]:
    """Run `abi` in a process of its own: `abi("next", "--json", said="…", NO_COLOR="1")`."""
    return run_abi


@pytest.fixture
def abi_here() -> Callable[..., Ran]:
    """Run `abi` in this process: `abi_here("bank", "lint")`."""
    return run_abi_here
