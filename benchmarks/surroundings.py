"""What every measured program gets: the same terminal, a home and a cache of its own, nothing of the person's."""

from __future__ import annotations

import compileall
import os
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

ROOT = Path(__file__).parent.parent


def environment(home: Path) -> dict[str, str]:
    """The environment for a program whose home is `home`; its caches lie beside it."""
    return {
        "PATH": os.environ["PATH"],
        "HOME": str(home.parent),
        "ABI_HOME": str(home),
        "XDG_CACHE_HOME": str(home.parent / f"cache-of-{home.name}"),
        "TERM": "xterm-256color",
        "COLORTERM": "truecolor",
        "LANG": "C.UTF-8",
        "TZ": "UTC",
        "PYTHONPATH": str(ROOT),
    }


def compile_everything() -> None:
    """Make the .pyc files: without them imports look two to four times slower than they are."""
    compileall.compile_dir(ROOT / "abi_coach", quiet=1)
    compileall.compile_dir(ROOT / "benchmarks", quiet=1)
    for place in sys.path:
        if place.endswith("site-packages"):
            compileall.compile_dir(place, quiet=2)


def run(words: Sequence[str], surrounding: Mapping[str, str]) -> float:
    """Run this Python with `words` to its end; milliseconds. Fails if the program did."""
    started = time.perf_counter()
    subprocess.run([sys.executable, *words], env=dict(surrounding), stdout=subprocess.DEVNULL, check=True)
    return (time.perf_counter() - started) * 1000


_PEAK = """
import resource, subprocess, sys
subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL, check=True)
print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)
"""


def peak(words: Sequence[str], surrounding: Mapping[str, str]) -> float:
    """The most memory that this Python holds at any moment while it runs `words` to its end; MiB.

    Started by a small Python of its own: a child's figure begins with what its parent held.
    """
    command = [sys.executable, "-c", _PEAK, sys.executable, *words]
    ran = subprocess.run(command, env=dict(surrounding), capture_output=True, text=True, check=True)
    return int(ran.stdout) / 1024
