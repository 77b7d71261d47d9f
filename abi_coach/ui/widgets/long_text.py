"""A box for long answers that stays quick: a key draws again the line that it changes, and no other."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, Self

from textual.scroll_view import ScrollView
from textual.widgets import TextArea

if TYPE_CHECKING:
    from textual.document._document import EditResult
    from textual.document._edit import Edit
    from textual.geometry import Region
    from textual.strip import Strip

_LINE_END: Final = re.compile(r"[\r\n]")


class LongText(TextArea):
    """Textual's box, without drawing every line in sight and asking for every style again after each key.

    An edit inside one line that neither wraps it anew nor scrolls draws that line; all else draws as ever.
    """

    _is_editing = False
    _has_styles = False

    def edit(self, edit: Edit) -> EditResult:
        """Make an edit, and draw what it changed."""
        before = self._frame()
        self._is_editing = True
        try:
            result = super().edit(edit)
        finally:
            self._is_editing = False
        row = edit.from_location[0]
        is_one_line = edit.to_location[0] == row and not _LINE_END.search(edit.text)
        if is_one_line and self._frame() == before == (row, *before[1:]):
            self._draw_row(row)
        else:
            self.refresh()
        return result

    def refresh(self, *regions: Region, repaint: bool = True, layout: bool = False, recompose: bool = False) -> Self:
        """Draw what is asked for; during an edit, not everything because of a moved cursor."""
        if self._is_editing and not (regions or layout or recompose):
            return self
        return super().refresh(*regions, repaint=repaint, layout=layout, recompose=recompose)

    def notify_style_update(self) -> None:
        """Ask for the styles again."""
        self._has_styles = False
        super().notify_style_update()

    def render_lines(self, crop: Region) -> list[Strip]:
        """Draw lines with the styles as they were asked for last."""
        if self._has_styles:
            return ScrollView.render_lines(self, crop)
        self._has_styles = True
        return super().render_lines(crop)

    def _frame(self) -> tuple[int, object, int]:
        """What stays the same while one line grows: the cursor's row, what is in sight, how many lines there are."""
        return self.selection.end[0], self.scroll_offset, self.virtual_size.height

    def _draw_row(self, row: int) -> None:
        wrapped = self.wrapped_document
        self.refresh_lines(wrapped.location_to_offset((row, 0)).y, len(wrapped.get_offsets(row)) + 1)
