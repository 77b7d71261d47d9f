"""`abi debrief --from FILE|-`: begin a debrief with what a note or a transcript tells."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Final

from abi_coach.cli.output import say, say_json
from abi_coach.domain.counting import counted
from abi_coach.domain.notes import What
from abi_coach.services.open_form import missing_titles

if TYPE_CHECKING:
    from abi_coach.cli.invocation import Invocation
    from abi_coach.domain.notes import ReadNotes
    from abi_coach.services.open_form import OpenForm

PIPE: Final = "-"


def tell_from_notes(invocation: Invocation, source: str, interview: str | None) -> None:
    """Read the note, show what was taken from which line, and ask for the rest; `interview` is an entry id.

    With `--json` only describe. What came through a pipe becomes a draft: nobody is there to be asked.
    """
    notes = invocation.coach.notes
    read = notes.read_bytes(_piped()) if source == PIPE else notes.read(Path(source))
    if invocation.json:
        say_json("abi.notes/1", _values(read))
        return
    if source != PIPE and not invocation.plain:
        invocation.need_terminal(f"abi debrief --from {source} --plain")
    _show(read)
    form = notes.begin(read, interview).form
    if source == PIPE:
        say(_how_to_go_on(form))
    elif invocation.plain:
        from abi_coach.cli.plain_form import fill_in  # noqa: PLC0415 - only prompts need it

        fill_in(form)
    else:
        invocation.coach.debriefs.asked_for = form
        from abi_coach.ui.app import run_app  # noqa: PLC0415 - Textual is loaded only to show a screen

        run_app(invocation.coach, place="debrief")


def _piped() -> bytes:
    """Standard input, no more of it than a file may have."""
    from abi_coach.services.notes import MAX_BYTES  # noqa: PLC0415 - on use

    return sys.stdin.buffer.read(MAX_BYTES + 1)


def _show(read: ReadNotes) -> None:
    say(f"Read {counted(read.lines, 'line')} as {read.origin.value}.")
    for one in read.taken:
        name = one.name or one.what.value
        said = f"{one.speaker}: " if one.speaker else ""
        say(f"  line {one.line}: {name}: {said}{one.text} ({one.rule.value})")
    if read.unread:
        say(f"  The last {read.unread} lines were not read: it is too long for one interview.")
    if read.left_out:
        say(f"  … and {read.left_out} more that are left out.")
    if not read.of(What.QUESTION):
        say("No question was found in it. Write them down now; fragments are fine.")


def _how_to_go_on(form: OpenForm) -> str:
    return f"Saved as a draft. Still missing: {missing_titles(form.missing)}. Go on with `{form.keeper.resume()}`."


def _values(read: ReadNotes) -> dict[str, object]:
    taken = [
        {"what": one.what.value, "name": one.name or None, "text": one.text, "line": one.line, "rule": one.rule.value,
         "speaker": one.speaker or None}
        for one in read.taken
    ]  # fmt: skip
    return {
        "origin": read.origin.value,
        "lines": read.lines,
        "unread": read.unread,
        "left_out": read.left_out,
        "taken": taken,
    }
