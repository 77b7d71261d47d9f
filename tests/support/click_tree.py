"""Every command that the program has, found by walking click's tree."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from collections.abc import Iterator


def commands() -> Iterator[tuple[str, click.Command]]:
    """Every command and group, with the words that call it: `abi bank lint`."""
    from abi_coach.cli.abi import abi  # noqa: PLC0415 - tests of the lower layers must not need the command line

    yield from _below("abi", abi)


def _below(words: str, command: click.Command) -> Iterator[tuple[str, click.Command]]:
    if command.hidden:
        return
    yield words, command
    if isinstance(command, click.Group):
        context = click.Context(command, info_name=words)
        for name in command.list_commands(context):
            found = command.get_command(context, name)
            assert found is not None, f"{words} {name}"
            yield from _below(f"{words} {name}", found)
