"""Measure everything, or some groups, and print one table: `python -m benchmarks.run [GROUP …] [--rounds N]`."""

from __future__ import annotations

import argparse
import tempfile
from pathlib import Path

from benchmarks import banks, clock, commands, echo, start_up, store
from benchmarks.measure import HEAD, ROUNDS, table_line
from benchmarks.surroundings import compile_everything

GROUPS = {
    "start": start_up.measure,
    "commands": commands.measure,
    "banks": banks.measure,
    "store": store.measure,
    "echo": echo.measure,
    "clock": clock.measure,
    "largest": store.measure_largest,
}
"""Groups by name; `largest` is measured only when it is asked for by name."""


def main() -> None:
    """Measure what was asked for."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("groups", nargs="*", metavar="GROUP", help=", ".join(GROUPS))
    asked.add_argument(
        "--rounds", type=int, default=ROUNDS, help="how often each side is measured (default: %(default)s)"
    )
    told = asked.parse_args()
    if wrong := set(told.groups) - GROUPS.keys():
        asked.error(f"there is no group {', '.join(sorted(wrong))}; there are {', '.join(GROUPS)}")
    compile_everything()
    print(table_line(HEAD), table_line(["---"] * len(HEAD)), sep="\n", flush=True)
    with tempfile.TemporaryDirectory() as folder:
        for name in told.groups or [name for name in GROUPS if name != "largest"]:
            place = Path(folder) / name
            place.mkdir()
            for row in GROUPS[name](place, told.rounds):  # each at once: what is measured stays if the next one fails
                print(table_line(row.cells()), flush=True)


if __name__ == "__main__":
    main()
