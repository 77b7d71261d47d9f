"""Commands that take the global options anywhere, and groups that import a subcommand only when it is called."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any, cast

import click

from abi_coach.cli.invocation import global_options

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


class CoachCommand(click.Command):
    """A command with the global options added to its own."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401 - click's own signature
        super().__init__(*args, **kwargs)
        self.params.extend(global_options())


class CoachGroup(click.Group):
    """A group with the global options; `lazy` maps a subcommand to `(module, attribute, one line of help)`.

    `sections` groups the names in the help. With `default`, the group's name alone runs that subcommand: a noun alone
    does its commonest thing.
    """

    command_class = CoachCommand

    def __init__(
        self,
        *args: Any,  # noqa: ANN401 - click's own signature
        lazy: Mapping[str, tuple[str, str, str]] | None = None,
        default: str | None = None,
        sections: Mapping[str, Sequence[str]] | None = None,
        **kwargs: Any,  # noqa: ANN401 - click's own signature
    ) -> None:
        if default is not None:
            kwargs["invoke_without_command"] = True
        super().__init__(*args, **kwargs)
        self.lazy = dict(lazy or {})
        self.default = default
        self.sections = dict(sections or {})
        self.params.extend(global_options())

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Names in the order of their definition; loading nothing."""
        return [*super().list_commands(ctx), *self.lazy]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The subcommand, imported now if it is a lazy one."""
        if cmd_name in self.lazy:
            module, attribute, _ = self.lazy[cmd_name]
            return cast("click.Command", getattr(import_module(module), attribute))
        return super().get_command(ctx, cmd_name)

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Put the default subcommand in when the first word is none of ours, so that its options work without it."""
        if self.default is not None and not ctx.resilient_parsing:  # the shell asks what may stand here
            position = self._first_word(ctx, args)
            if position is None:
                if not self._asks_for_help(args):
                    args = [self.default, *args]
            elif self._is_for_default(ctx, args[position]):
                args = [self.default, *args]
        return super().parse_args(ctx, args)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the subcommand; a mistyped one is answered with the nearest names."""
        name = args[0]
        if self.get_command(ctx, name) is None and not name.startswith("-"):
            from difflib import get_close_matches  # noqa: PLC0415 - only a mistyped name needs it

            near = get_close_matches(name, self.list_commands(ctx), n=3, cutoff=0.5)
            hint = f" Did you mean {' or '.join(near)}?" if near else f" See `{ctx.command_path} --help`."
            ctx.fail(f"There is no command “{name}”.{hint}")
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List the subcommands with their one-line help, without importing lazy ones."""
        own = [(name, self.commands[name].get_short_help_str(80)) for name in super().list_commands(ctx)]
        lazy = [(name, line) for name, (_, _, line) in self.lazy.items()]
        lines = dict([*own, *lazy])
        if not self.sections:
            with formatter.section("Commands"):
                formatter.write_dl(list(lines.items()))
        for title, names in self.sections.items():
            if rows := [(name, lines[name]) for name in names if name in lines]:
                with formatter.section(title):
                    formatter.write_dl(rows)

    def _first_word(self, ctx: click.Context, args: list[str]) -> int | None:
        """The position of the first argument that is neither an option nor a global option's value."""
        takes_value = {"--home", "--config"}
        skip = False
        for position, argument in enumerate(args):
            if skip:
                skip = False
            elif argument in takes_value:
                skip = True
            elif not argument.startswith("-") or argument == "-":
                return position
            elif (
                argument not in {"--json", "--plain", "--demo"}
                and "=" not in argument
                and self._is_foreign(ctx, argument)
            ):
                return None
        return None

    def _is_for_default(self, ctx: click.Context, word: str) -> bool:
        """Whether a word is the default's own, and not a subcommand or a slip of the finger for one."""
        if self.get_command(ctx, word) is not None or not self._default_takes_words(ctx):
            return False
        from difflib import get_close_matches  # noqa: PLC0415 - only the words of a default need it

        return not get_close_matches(word, self.list_commands(ctx), n=1, cutoff=0.75)

    def _default_takes_words(self, ctx: click.Context) -> bool:
        command = self.get_command(ctx, self.default) if self.default else None
        return command is not None and any(isinstance(parameter, click.Argument) for parameter in command.params)

    def _is_foreign(self, ctx: click.Context, option: str) -> bool:
        return all(option not in parameter.opts for parameter in self.get_params(ctx))

    @staticmethod
    def _asks_for_help(args: list[str]) -> bool:
        return "--help" in args or "-h" in args


CoachGroup.group_class = CoachGroup
