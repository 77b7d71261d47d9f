"""Banks: find a question as you type, read it whole, and mend your own banks."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, ClassVar, Final

from textual import on, work
from textual.widgets import Input

from abi_coach.domain.errors import CoachError
from abi_coach.services.question_search import search_questions
from abi_coach.ui.file_editor import open_file
from abi_coach.ui.safe import told
from abi_coach.ui.screens import banks_texts as texts
from abi_coach.ui.screens.banks_texts import clashes_of, file_line, told_report, told_row
from abi_coach.ui.screens.banks_view import BanksView
from abi_coach.ui.widgets.choice_list import ChoiceList
from abi_coach.ui.widgets.labelled_text import LabelledText
from abi_coach.ui.widgets.line_list import LineList
from abi_coach.ui.widgets.title_line import TitleLine

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from textual.binding import BindingType
    from textual.timer import Timer

    from abi_coach.domain.glance import QuestionRow
    from abi_coach.services.bank_care import LintReport
    from abi_coach.services.coach import Coach

SEARCH_AFTER_SECONDS: Final = 0.05
"""Long enough that a typed letter is on the screen first."""
READ_AFTER_SECONDS: Final = 0.06
"""Running through the list must not draw every question on the way."""


class BanksScreen(BanksView):
    """`BanksScreen(coach)`. Questions by default; f2 turns to the person's own files and what lint says of them."""

    BINDINGS: ClassVar[list[BindingType]] = [
        ("up", "lead_list(-1)", "Up"),
        ("down", "lead_list(1)", "Down"),
        ("pageup", "lead_page(-1)", "Page up"),
        ("pagedown", "lead_page(1)", "Page down"),
        ("f2", "switch_files", "Your files"),
        ("f3", "switch_filters", "Filters"),
        ("f4", "edit_file", "Edit"),
        ("slash", "search_again", "Search"),
    ]

    def __init__(self, coach: Coach) -> None:
        super().__init__(coach)
        self._every: Sequence[QuestionRow] = ()
        self._rows: Sequence[QuestionRow] = ()
        self._files: list[Path] | None = None
        self._report: LintReport | None = None
        self._is_ready = False
        self._timers_by_work: dict[str, Timer] = {}

    def on_mount(self) -> None:
        """Read the banks in the background, for new ones take a moment."""
        self.show_note("Reading the banks …")
        self.show_reading(reading=False)
        self._open_library()

    @work(thread=True, exclusive=True, group="library")
    def _open_library(self) -> None:
        library = self._coach.library
        library.refresh()
        every = library.rows()
        if every:
            library.question(every[0].id)  # loads what checks whole questions, so that no key has to wait for it
        self.app.call_from_thread(self._show_library, every)

    def _show_library(self, every: Sequence[QuestionRow]) -> None:
        if not self.is_attached:  # the person has left meanwhile
            return
        self._every, self._is_ready = every, True
        self.offer_banks()
        if self._files is None:
            self.search_now()
        else:
            self._show_files()

    @on(Input.Changed, "#search")
    @on(ChoiceList.Changed)
    def search_soon(self) -> None:
        """Search when the letter is on the screen."""
        self._after(SEARCH_AFTER_SECONDS, self.search_now)

    def search_now(self) -> None:
        """Show what fits the words and the filters; before the banks are read there is nothing to search."""
        if not self._is_ready:
            return
        asked, filters, meant, has_more = self.wanted(), self.filters_told(), "", False
        if asked.words.strip() or filters:
            found = search_questions(self._coach.library, asked)
            meant = "".join(f"{note} " for note in found.notes) if found.rows else ""
            self._rows, has_more = found.rows, found.has_more
        else:
            self._rows = self._every
        self._files = None
        self.show_note(meant + filters if self._rows else f"{texts.NO_QUESTION} {meant}{filters}")
        self._show_list([row.prompt for row in self._rows], "question", has_more=has_more)

    def _show_list(self, lines: list[str], what: str, *, has_more: bool = False) -> None:
        number = ("the first " if has_more else "") + f"{len(lines):,}".replace(",", " ")
        self.query_one(TitleLine).show_about(f"{number} {what}" + ("" if len(lines) == 1 else "s"))
        self.query_one(LineList).show(lines)

    @on(LineList.Moved)
    def read_soon(self) -> None:
        """Show what is under the cursor once it rests."""
        self._after(READ_AFTER_SECONDS, self.read_now)

    def _after(self, seconds: float, work: Callable[[], None]) -> None:
        if (waiting := self._timers_by_work.pop(work.__name__, None)) is not None:
            waiting.stop()
        self._timers_by_work[work.__name__] = self.set_timer(seconds, work)

    def read_now(self) -> None:
        """Show the question, or what lint says of the file, under the cursor."""
        self.query_one("#reading").scroll_home(animate=False)
        cursor, text = self.query_one(LineList).cursor, self.query_one(LabelledText)
        if self._files is None:
            text.show(told_row(self._coach, self._rows, cursor))
        elif self._files:
            self._lint(self._files[cursor])
        else:
            text.show(texts.NO_FILES)

    @work(thread=True, exclusive=True, group="lint")
    def _lint(self, path: Path) -> None:
        self.app.call_from_thread(self._show_report, path, self._coach.banks.lint([path]))

    def _show_report(self, path: Path, report: LintReport) -> None:
        if self._files is None or not self.is_attached:  # the person is elsewhere by now
            return
        self._report = report
        self.query_one(LabelledText).show(told_report(path, report, self._coach.library.catalogue.clashes()))

    @on(LineList.Chosen)
    @on(Input.Submitted, "#search")
    def read_whole(self) -> None:
        """Give the text the keys, and on a narrow terminal the screen."""
        self.read_now()
        self.show_reading(reading=True)

    def action_switch_files(self) -> None:
        """Turn to the person's own files, or back to the questions."""
        if self._files is None and self._is_ready:
            self._show_files()
        else:
            self.search_now()

    def _show_files(self) -> None:
        own = [bank for bank in self._coach.library.files if bank.own]
        self._files, self._report = [Path(bank.path) for bank in own], None
        told = "Your own bank files, and what lint says of each." if own else texts.NO_OWN
        self.show_note(f"{told} f2 goes back to the questions.")
        clashes = self._coach.library.catalogue.clashes()
        lines = [(bank, len(bank.problems) + len(clashes_of(Path(bank.path), clashes))) for bank in own]
        self._show_list([file_line(bank.path, bank.questions, number) for bank, number in lines], "file")

    def action_edit_file(self) -> None:
        """Open the file under the cursor in the person's editor, at the line in question."""
        path, line = self._place()
        if path is None:
            return
        try:
            open_file(self.app, path, line)
        except CoachError as error:
            self.notify(told(error), markup=False)
            return
        if not path.is_relative_to(self._coach.home.root):
            self.notify(texts.OURS, markup=False)
        self._open_library()

    def _place(self) -> tuple[Path | None, int]:
        cursor = self.query_one(LineList).cursor
        if self._files is not None:
            first = next(iter(self._report.errors), None) if self._report else None
            return (self._files[cursor] if self._files else None), first.line if first else 1
        place = self._coach.library.place(self._rows[cursor].id) if self._rows else None
        return (place.path, place.line) if place else (None, 1)

    def action_leave_screen(self) -> None:
        """Close the filters, leave the text, leave the place: one at a time."""
        if self.query_one("#filters").display:
            self.show_filters(shown=False)
        elif self.is_reading:
            self.show_reading(reading=False)
        else:
            super().action_leave_screen()
