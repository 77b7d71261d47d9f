"""Paths on the command line."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from pathlib import Path


class GivenPath(click.Path):
    """A path that can be asked about; never an empty one, which `"$UNSET"` leaves and which would mean “here”."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Path:  # noqa: ANN401 - click's
        """The path, made of click's text for it; pathlib is loaded now, as `--version` needs none. Raises FileError."""
        from pathlib import Path  # noqa: PLC0415 - see above

        from abi_coach.storage.files import explained  # noqa: PLC0415 - the same

        if not str(value):
            self.fail("it is empty. Name a file or a folder.", param, ctx)
        path = Path(str(super().convert(value, param, ctx)))
        with explained(path, "used"):  # too long a name, a folder that may not be looked into, or that is gone
            path.absolute().exists()
        return path
