"""Checking banks: all of them cold, one changed file, and a warm start, beside one pass over PyYAML's C events."""

from __future__ import annotations

import os
import sys
from functools import partial
from typing import TYPE_CHECKING

import yaml

from abi_coach.services.library import Library
from abi_coach.services.question_search import Wanted, search_questions
from abi_coach.storage.catalogue import Catalogue
from abi_coach.storage.home import Home
from benchmarks.homes import BANKS, write_banks
from benchmarks.measure import Measured, Row, alternate, milliseconds

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

QUESTIONS = 10_000


def measure(folder: Path, rounds: int) -> Iterator[Row]:
    """10,000 questions in 20 files."""
    own, shipped, cache = folder / "question_banks", folder / "shipped", folder / "catalogue.db"
    shipped.mkdir(exist_ok=True)
    write_banks(own, QUESTIONS)
    work = partial(_work, cache, shipped, own)
    ours, theirs = alternate(work, partial(_events, own), rounds=rounds)
    yield Row(
        f"banks: cold check of {QUESTIONS:,} questions, beside one pass of events", ours["cold"], theirs["events"], 2.5
    )
    yield Row(f"banks: one of {BANKS} files changed, beside cold", ours["changed"], ours["cold"], 0.2)
    yield Row("banks: warm, beside cold (no YAML is read)", ours["warm"], ours["cold"], 0.05)
    yield Row(f"search for two mistyped words in {QUESTIONS:,} questions", _search(folder), None, 250)


def _work(cache: Path, shipped: Path, own: Path) -> Measured:
    cache.unlink(missing_ok=True)
    opened = partial(_open, cache, shipped, own)
    cold = milliseconds(opened)
    one = next(own.glob("*.yaml"))
    os.utime(one, ns=(0, one.stat().st_mtime_ns + 1_000_000))
    changed = milliseconds(opened)
    yaml_module = sys.modules.pop("yaml")
    try:
        sys.modules["yaml"] = None  # type: ignore[assignment] # importing it now would fail
        warm = milliseconds(opened)
    finally:
        sys.modules["yaml"] = yaml_module
    return {"cold": cold, "changed": changed, "warm": warm}


def _open(cache: Path, shipped: Path, own: Path) -> None:
    catalogue = Catalogue(cache, shipped, own)
    problems = [problem for bank in catalogue.banks() for problem in bank.problems]
    catalogue.close()
    if problems:
        message = f"the invented banks should be clean: {problems[:3]}"
        raise AssertionError(message)


def _events(own: Path) -> Measured:
    def read_all() -> None:
        for path in own.glob("*.yaml"):
            for _ in yaml.parse(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader):
                pass

    return {"events": milliseconds(read_all)}


def _search(home: Path) -> float:
    library = Library(Home(home))
    library.rows()
    return milliseconds(lambda: search_questions(library, Wanted("orchrad lanten")), 3)
