"""Progress: what changed over time, each chart with its numbers."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, ClassVar

from textual.widgets import Static

from abi_coach.services.progress import Span, progress_of
from abi_coach.ui.hanging import hung, lead
from abi_coach.ui.safe import literal
from abi_coach.ui.screens.coach_screen import CoachScreen, Keys

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textual.app import ComposeResult
    from textual.binding import BindingType
    from textual.content import Content

    from abi_coach.domain.progress_report import ProgressReport
    from abi_coach.domain.progress_section import Section
    from abi_coach.services.coach import Coach

_LABEL = 20
_CHART = 12
_SPANS = ((None, "from the start"), (365, "the last year"), (90, "the last quarter"))


class ProgressScreen(CoachScreen):
    """`ProgressScreen(coach)`: a page of charts; `s` changes how far back, `r` the role."""

    PLACE = "Progress"
    AUTO_FOCUS = ""
    KEYS: ClassVar[Keys] = (
        ("enter", "practise"),
        ("s", "how far back"),
        ("r", "role or all"),
        ("esc", "back"),
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        ("s", "change_span", "How far back"),
        ("r", "change_role", "One role, or all"),
        ("p", "app.open_place('practice')", "Practise"),
        ("enter", "app.open_place('practice')", "Practise"),
        ("down,j", "scroll_page(1)", "Down"),
        ("up,k", "scroll_page(-1)", "Up"),
    ]

    def __init__(self, coach: Coach) -> None:
        super().__init__()
        self._coach = coach
        self._reports = progress_of(coach)
        self._ascii = "NO_COLOR" in os.environ
        self._span = 0
        self._one_role = False

    def compose_body(self) -> ComposeResult:
        """What is looked at, then every subject."""
        yield Static(id="lead")
        yield Static(id="report")

    def on_mount(self) -> None:
        """Show it."""
        self._show()

    def action_change_span(self) -> None:
        """From the start, the last year, the last quarter."""
        self._span = (self._span + 1) % len(_SPANS)
        self._show()

    def action_change_role(self) -> None:
        """The role of the settings or of the last sitting, or all roles."""
        self._one_role = not self._one_role and bool(self._reports.usual_role())
        if not self._reports.usual_role():
            self.notify("No role yet: it is the one that you practised for last.", markup=False)
        self._show()

    def action_scroll_page(self, direction: int) -> None:
        """Move the page by a few lines."""
        self.query_one("#body").scroll_relative(y=3 * direction, animate=False)

    def _show(self) -> None:
        days, words = _SPANS[self._span]
        since = self._reports.days_ago(days) if days else None
        role = self._reports.usual_role() if self._one_role else ""
        found = self._reports.read(Span(role, since))
        self.query_one("#lead", Static).update(literal(f"{words}, {role or 'all roles'}", "$quiet"))
        self.query_one("#report", Static).update(hung(*_report(found, ascii_only=self._ascii)))


def _report(found: ProgressReport, *, ascii_only: bool) -> Iterator[Content]:
    for section in found.sections:
        yield literal(f"\n{section.title}\n", "bold")
        yield literal(f"{section.sentence}\n", "$quiet")
        yield from _rows(section, ascii_only=ascii_only)
    yield literal("\nDoes it work?\n", "bold")
    for claim in found.works:
        yield literal(f"{claim.text}.\n", "$quiet")


def _rows(section: Section, *, ascii_only: bool) -> Iterator[Content]:
    for row in section.rows:
        chart = literal(f"{row.drawn(ascii_only=ascii_only):<{_CHART}}  ", "$accent")
        yield lead(f"{row.label:<{_LABEL}}", chart)
        yield literal(f"{row.numbers}\n", "$quiet")
