"""`abi completion`: the shell's completion script."""

from __future__ import annotations

import click

from abi_coach.cli.group import CoachCommand
from abi_coach.cli.output import write_document


@click.command("completion", cls=CoachCommand)
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
def completion(shell: str) -> None:
    """Print the completion for your shell; e.g. bash: eval "$(abi completion bash)"."""
    from click.shell_completion import get_completion_class  # noqa: PLC0415 - on use

    from abi_coach.cli.abi import abi  # noqa: PLC0415 - it imports this module by name

    maker = get_completion_class(shell)
    if maker is None:
        message = f"There is no completion for {shell}."
        raise click.UsageError(message)
    write_document(maker(abi, {}, "abi", "_ABI_COMPLETE").source())
