"""Everything that the command line prints goes through here (the gate to a terminal).

Text from people and files is printed literally: control characters and bidi controls are taken out first.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

from abi_coach.cli.streams import drop
from abi_coach.domain.plain_text import strip_controls

if TYPE_CHECKING:
    from collections.abc import Mapping


def say(text: str = "") -> None:
    """Print a line of data or an answer on standard output."""
    _echo(strip_controls(text))


def tell(text: str) -> None:
    """Print a line for the person on standard error, so that it never mixes with data; where none can, say nothing."""
    try:
        _echo(strip_controls(text), err=True)
    except OSError:
        drop(sys.stderr)


def write_document(text: str) -> None:
    """Print a whole document (Markdown, CSV) on standard output as it is; its makers have stripped it already."""
    _echo(text, nl=not text.endswith("\n"))


def say_json(schema: str, data: Mapping[str, Any]) -> None:
    """Print one JSON document that names its schema, e.g. `abi.next/1`.

    What steers a terminal is escaped, so that the text reads back as it was.
    """
    import json  # noqa: PLC0415 - many commands print no JSON

    from abi_coach.domain.json_text import printable_json  # noqa: PLC0415 - the same

    document = {"schema": schema, **data}
    text = json.dumps(document, ensure_ascii=not _takes_unicode(), indent=2, default=str)
    _echo(printable_json(text))


def _echo(text: str, *, err: bool = False, nl: bool = True) -> None:
    from click import echo  # noqa: PLC0415 - the screens print nothing

    echo(text, err=err, nl=nl, color=False)


def _takes_unicode() -> bool:
    return "utf" in (sys.stdout.encoding or "").lower()
