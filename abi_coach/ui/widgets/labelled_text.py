"""Labels on the left, texts on the right: a whole question to read."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from rich.table import Table
from rich.text import Text
from textual.widgets import Static

from abi_coach.domain.plain_text import strip_controls
from abi_coach.ui.safe import cell

if TYPE_CHECKING:
    from collections.abc import Iterable

_LABEL_CELLS = 14


class LabelledText(Static):
    """Pairs of a label and a text; long texts wrap beside their label. What has no label is a heading."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"labelled-text--label", "labelled-text--heading"}
    DEFAULT_CSS = """
    LabelledText { height: auto; width: 1fr; }
    LabelledText > .labelled-text--label { color: $quiet; }
    LabelledText > .labelled-text--heading { text-style: bold; }
    """

    def show(self, pairs: Iterable[tuple[str, str]]) -> None:
        """Show these pairs, all of it literally."""
        grid = Table.grid(padding=(0, 1, 0, 0), expand=True)
        grid.add_column(width=_LABEL_CELLS, no_wrap=True)
        grid.add_column(ratio=1)
        quiet = self.get_component_rich_style("labelled-text--label", partial=True)
        bold = self.get_component_rich_style("labelled-text--heading", partial=True)
        whole = Table.grid(expand=True)
        whole.add_column(ratio=1)
        group = ""
        for label, text in pairs:
            words = Text(strip_controls(text), style="" if label else bold, overflow="fold")
            if not label:
                whole.add_row(words)
                whole.add_row(Text())
                continue
            if _group(label) != group and group:
                grid.add_row(Text(), Text())
            group = _group(label)
            shown = cell(label.strip())
            shown.stylize(quiet)
            grid.add_row(shown, words)
        whole.add_row(grid)
        self.update(whole)


def _group(label: str) -> str:
    """Lines that belong together stand together: the steps, the facts, the anchors, the probes."""
    first = label.strip().split(" ", 1)[0]
    if first in {"Kind", "Competency", "Skills", "Difficulty", "Level", "Time"}:
        return "facts"
    if first in {"Where", "Answer", "Bridge", "Decline"}:
        return "routes"
    return "end" if first in {"Source", "Id", "File"} else first
