"""Paths on the command line."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from pathlib import Path


class GivenPath(click.Path):
    """A path, as `pathlib` has it; never an empty one, which `"$UNSET"` leaves and which would mean “here”."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Path:  # noqa: ANN401 - click's
        """The path, made of click's text for it; pathlib is loaded now, as `--version` and `--help` need none."""
        from pathlib import Path  # noqa: PLC0415 - see above

        if not str(value):
            self.fail("it is empty. Name a file or a folder.", param, ctx)
        return Path(str(super().convert(value, param, ctx)))
