"""The command line: one file for each noun; `main` is the only place of exit codes."""

from abi_coach.cli.main import main

__all__ = ["main"]
