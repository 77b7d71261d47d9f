"""Where the question banks and templates lie that ship with the program."""

from __future__ import annotations

from pathlib import Path

import abi_coach


def bundled(folder_name: str) -> Path:
    """Find `question_banks` or `templates`: inside the installed package, else beside it in a source checkout.

    A folder beside the package counts only next to a `pyproject.toml`, so that nothing is picked up from a folder of
    that name in site-packages. The package's own path is asked, not `importlib.resources`, which costs every start
    several milliseconds for the same answer. FileNotFoundError if the installation is incomplete.
    """
    package = Path(abi_coach.__path__[0])
    inside = package / "bundled" / folder_name
    if inside.is_dir():
        return inside
    beside = package.parent / folder_name
    if (package.parent / "pyproject.toml").is_file() and beside.is_dir():
        return beside
    message = f"The installation is incomplete: {inside} is missing. Install abi again."
    raise FileNotFoundError(message)
