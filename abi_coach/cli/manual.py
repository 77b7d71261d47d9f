"""The manual: made from the commands themselves, so that it cannot be wrong."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from abi_coach.cli.abi import COMMANDS, abi
from abi_coach.cli.moments import MOMENTS

if TYPE_CHECKING:
    from collections.abc import Iterator

_EVERYWHERE = frozenset({"--home", "--config", "--json", "--plain", "--demo", "--help"})


def manual_page() -> str:
    """Every command by moment, with its arguments and options, as Markdown."""
    return "\n".join([*_opening(), *(line for moment in MOMENTS for line in _moment(moment))]).rstrip() + "\n"


def _opening() -> Iterator[str]:
    yield "# abi, command by command"
    yield ""
    yield "Made by `abi help --manual` from the commands themselves."
    yield ""
    yield "These options stand before or after any command:"
    yield ""
    context = click.Context(abi, info_name="abi")
    for parameter in abi.get_params(context):
        if isinstance(parameter, click.Option) and (_EVERYWHERE - {"--help"}) & set(parameter.opts):
            yield _option(parameter, context)
    yield "- `-h, --help`: Show what a command does and takes."
    yield ""


def _moment(moment: str) -> Iterator[str]:
    title, names = MOMENTS[moment]
    yield f"## {title}"
    yield ""
    context = click.Context(abi, info_name="abi")
    for name in names:
        command = abi.get_command(context, name) if name in COMMANDS else None
        if command is not None:
            yield from _command(command, click.Context(command, parent=context, info_name=name))


def _command(command: click.Command, context: click.Context) -> Iterator[str]:
    usage = " ".join(command.collect_usage_pieces(context))
    yield f"### {context.command_path}"
    yield ""
    yield f"`{context.command_path} {usage}`".replace(" `", "`")
    yield ""
    yield " ".join((command.help or "").split("\f")[0].split())
    yield ""
    own = [
        parameter
        for parameter in command.get_params(context)
        if isinstance(parameter, click.Option) and not _EVERYWHERE & set(parameter.opts)
    ]
    yield from (_option(parameter, context) for parameter in own)
    if own:
        yield ""
    if isinstance(command, click.Group):
        for name in command.list_commands(context):
            sub = command.get_command(context, name)
            if sub is not None and not sub.hidden:
                yield from _command(sub, click.Context(sub, parent=context, info_name=name))


def _option(parameter: click.Option, context: click.Context) -> str:
    record = parameter.get_help_record(context)
    names, words = record or (", ".join(parameter.opts), "")
    return f"- `{names}`: {words}"
