"""`abi market add-advert`: an advert is read by visible rules, shown match by match, and saved after a yes."""

from __future__ import annotations

import io
import sys
from typing import TYPE_CHECKING, Any, Final

import click

from abi_coach.cli.given_path import GivenPath
from abi_coach.cli.group import CoachCommand
from abi_coach.cli.invocation import INVOCATION, Invocation
from abi_coach.cli.market_values import reading_values
from abi_coach.cli.output import say, say_json
from abi_coach.domain.advert_forms import left_out
from abi_coach.domain.errors import InputError, NoTerminalError
from abi_coach.services.advert import reading_lines

if TYPE_CHECKING:
    from pathlib import Path

    from abi_coach.domain.advert import AdvertReading
    from abi_coach.services.advert import Adverts

MOST_BYTES: Final = 5 * 1024 * 1024 + 1
_YES: Final = frozenset({"y", "yes"})
_NO: Final = frozenset({"n", "no"})


@click.command("add-advert", cls=CoachCommand)
@click.argument("file", metavar="FILE|-", type=GivenPath(allow_dash=True))
@click.option("--yes", is_flag=True, help="Save without asking.")
@click.option("--without", multiple=True, metavar="SKILL", help="Leave out a match. May be repeated.")
@click.option("--company", default="", help="Whose advert it is.")
@click.option("--role", default="", help="For which role, e.g. backend.")
@click.option("--title", default="", help="What to call it; its first line without this.")
@click.option("--source", default="", help="Where you found it.")
@INVOCATION
def add_advert(invocation: Invocation, /, *, file: Path, yes: bool, without: tuple[str, ...], **told: str) -> None:
    """Take in the advert in FILE, or from standard input: shows each known skill with its line, then asks."""
    adverts = invocation.coach.career.adverts
    is_piped = str(file) == "-"
    reading = adverts.read_bytes(_piped()) if is_piped else adverts.read_file(file)
    wrong = " ".join(left_out(",".join(without), reading.matches))
    if invocation.json:
        entry = adverts.save_reading(reading, {**told, "wrong": wrong}) if yes else None
        say_json("abi.advert/1", {**reading_values(reading), "saved": entry is not None, "id": entry})
        return
    for line in reading_lines(reading):
        say(line)
    if not yes:
        answer = "" if is_piped else _agreed(reading)
        if answer is None:
            say("Nothing was saved.")
            return
        if is_piped:
            raise NoTerminalError(_HOW_TO_SAVE)
        wrong = f"{wrong} {answer}"
    _save(adverts, reading, {**told, "wrong": wrong})


def _save(adverts: Adverts, reading: AdvertReading, told: dict[str, Any]) -> None:
    entry = adverts.save_reading(reading, told)
    say(f"Saved {adverts.get(entry).summary} ({adverts.short(entry)}).")
    if reading.pay and told["role"]:
        say(f"Its pay is in the ledger: {reading.pay.sentence}, {told['role']}.")
    elif reading.pay:
        say("Its pay was not kept, as it has no --role to be filed under.")


def _agreed(reading: AdvertReading) -> str | None:
    """What is left out: nothing after a yes, the numbers that were typed; None after a no. Raises NoTerminalError."""
    if isinstance(sys.stdin, io.TextIOWrapper):
        sys.stdin.reconfigure(errors="replace")
    while True:
        say("Save these? y saves, n does not; or the numbers of those that are wrong.")
        line = sys.stdin.readline()
        if not line:
            raise NoTerminalError(_HOW_TO_SAVE)
        words = line.strip().lower()
        if words in _YES:
            return ""
        if words in _NO:
            return None
        try:
            return " ".join(left_out(words, reading.matches)) if words else None
        except InputError as error:
            say(str(error))


def _piped() -> bytes:
    """Standard input, up to a byte more than is allowed."""
    return sys.stdin.buffer.read(MOST_BYTES)


_HOW_TO_SAVE: Final = "Nothing was saved, as nobody can be asked here. `abi market add-advert FILE --yes` saves."
