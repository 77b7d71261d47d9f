"""The options that every command takes, and how a command gets the `Invocation` that holds them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, cast

import click

from abi_coach.cli.given_path import GivenPath
from abi_coach.cli.opening import Invocation

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["INVOCATION", "Invocation", "global_options"]


def _remember(name: str) -> Callable[[click.Context, click.Parameter, Any], None]:
    def callback(context: click.Context, _parameter: click.Parameter, value: Any) -> None:  # noqa: ANN401 - any option
        if value is not None and value is not False:
            setattr(context.ensure_object(Invocation), name, value)

    return callback


def global_options() -> list[click.Option]:
    """The options that every command and group takes, freshly made."""
    folder = GivenPath()
    return [
        click.Option(
            ["--home"], type=folder, metavar="DIR", expose_value=False, is_eager=True, callback=_remember("home"),
            help="Use this home folder instead of $ABI_HOME.",
        ),
        click.Option(
            ["--config"], type=folder, metavar="FILE", expose_value=False, is_eager=True,
            callback=_remember("config"), help="Use this config.toml.",
        ),
        click.Option(
            ["--json"], is_flag=True, expose_value=False, is_eager=True, callback=_remember("json"),
            help="Print one JSON document.",
        ),
        click.Option(
            ["--plain"], is_flag=True, expose_value=False, is_eager=True, callback=_remember("plain"),
            help="Prompts and lines only: for pipes and screen readers.",
        ),
        click.Option(
            ["--demo"], is_flag=True, expose_value=False, is_eager=True, callback=_remember("demo"),
            help="Use an invented year in a temporary home.",
        ),
    ]  # fmt: skip


INVOCATION: Final = cast(
    "Callable[[Callable[..., Any]], Callable[..., Any]]", click.make_pass_decorator(Invocation, ensure=True)
)
"""Decorator for commands: passes the `Invocation` as the first argument."""
