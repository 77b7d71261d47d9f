"""Run the coach: `abi`, or `python -m abi_coach`."""

from __future__ import annotations

import gc


def main() -> None:
    """Run `abi`. While it loads nothing is garbage yet, and looking for some costs a twentieth of the start."""
    gc.disable()  # the command that is called, or the app once Home is complete, turns it on again
    from abi_coach.cli import main as run_abi  # noqa: PLC0415 - only now

    run_abi()


if __name__ == "__main__":
    main()
