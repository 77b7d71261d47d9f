"""Every take of one question: the present one, and beside it the one before, or only its numbers in little room."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Final

from textual.containers import Horizontal
from textual.widgets import Static

from abi_coach.domain.form import CHOICE_KEYS
from abi_coach.domain.meter_lines import meter_lines
from abi_coach.domain.take_lines import take_lines
from abi_coach.ui.hanging import hung, lead
from abi_coach.ui.safe import joined, literal
from abi_coach.ui.screens.coach_screen import CoachScreen, Keys
from abi_coach.ui.screens.practice_review import meters_explained, meters_told

if TYPE_CHECKING:
    from textual import events
    from textual.app import ComposeResult
    from textual.binding import BindingType
    from textual.content import Content

    from abi_coach.services.coach import Coach
    from abi_coach.services.history import History, PastTake

WIDE: Final = 100
"""From this many columns two takes stand side by side."""

_SHORT_TEXT: Final = 30
"""Texts under this length stand beside their label."""

_FACTS: Final = frozenset({"Length", "Rating", "Confidence"})
"""Of the take before, these stand beside the present one where there is no room for all of it."""

_FACT_CELLS: Final = 22

_HIDDEN, _SHORT, _EXPLAINED = range(3)


class TakesScreen(CoachScreen):
    """`TakesScreen(coach, history, question)`: the newest first; `m` shows its meters, then how they come about."""

    PLACE = "Takes"
    HELP = "History"
    AUTO_FOCUS = ""
    CSS_PATH = "history.tcss"
    KEYS: ClassVar[Keys] = (("←→", "takes"), ("↑↓", "scroll"), ("m", "meters"), ("s", "story told"), ("esc", "back"))
    BINDINGS: ClassVar[list[BindingType]] = [
        ("left", "turn_take(-1)", "Take before"),
        ("right", "turn_take(1)", "Take after"),
        ("up", "scroll_takes(-1)", "Up"),
        ("down", "scroll_takes(1)", "Down"),
        ("m", "turn_meters", "Meters, then how they come about"),
        ("s", "ask_story", "Which story was told"),
    ]

    def __init__(self, coach: Coach, history: History, question: str) -> None:
        super().__init__()
        self._coach = coach
        self._history = history
        self._question = question
        self._takes = history.takes(question)
        self._place = len(self._takes) - 1
        self._meters = _HIDDEN
        self._shelf: list[str] = []

    def compose_body(self) -> ComposeResult:
        """The question, which take it is, and one take or two."""
        yield Static(literal(self._takes[-1].attempt.prompt), id="prompt")
        yield Static(id="place")
        with Horizontal(id="pair"):
            yield Static(id="before", classes="take")
            yield Static(id="now", classes="take")

    def compose_foot(self) -> ComposeResult:
        """Stories to choose from."""
        yield Static(id="shelf")

    def on_mount(self) -> None:
        """Show the newest."""
        self.show_takes()

    def on_resize(self, _event: events.Resize) -> None:
        """Two takes need room."""
        self.show_takes()

    def show_takes(self) -> None:
        """Show the present take, and the one before it beside it."""
        now = self._takes[self._place]
        last = self._takes[self._place - 1] if self._place else None
        beside = last is not None and self.app.size.width >= WIDE
        place = f"take {self._place + 1} of {len(self._takes)} · {now.take.started_at.astimezone():%Y-%m-%d %H:%M}"
        self.query_one("#place", Static).update(literal(place, "$quiet"))
        before = self.query_one("#before", Static)
        before.display = beside
        before.update(self._sheet(last) if last and beside else literal(""))
        self.query_one("#now", Static).update(self._sheet(now, None if beside else last))

    def action_turn_take(self, by: int) -> None:
        """Go to another take, stopping at the ends."""
        self._place = min(len(self._takes) - 1, max(0, self._place + by))
        self.show_takes()

    def action_scroll_takes(self, by: int) -> None:
        """Scroll by a line."""
        self.query_one("#body").scroll_relative(y=by, animate=False)

    def action_turn_meters(self) -> None:
        """Show the meters, then their formulas and words, then neither."""
        self._meters = (self._meters + 1) % 3
        self.show_takes()

    def help_first(self) -> Content | None:
        """Where meters are shown: how they come about."""
        if self._meters == _HIDDEN:
            return None
        past = self._takes[self._place]
        return meters_explained(past.take, past.attempt.kind, self._coach.settings)

    def action_ask_story(self) -> None:
        """Ask which story was told in this take."""
        kept = self._coach.stories.kept()
        self._shelf = list(kept)[: len(CHOICE_KEYS)]
        rows = zip(CHOICE_KEYS, self._shelf, strict=False)
        lines = [
            part for key, entry in rows for part in (literal(f"{key}  ", "$accent bold"), f"{kept[entry].title}\n")
        ]
        asked = "Which story was it?\n" if self._shelf else "No story yet; tell one first.\n"
        self._show_shelf(joined(literal(asked, "bold"), *lines))

    def on_key(self, event: events.Key) -> None:
        """The key of a story; any other puts the list away."""
        if not self.query_one("#shelf").display or event.key == "s":
            return
        place = CHOICE_KEYS.find(event.character or " ")
        if 0 <= place < len(self._shelf):
            event.stop()
            now = self._takes[self._place]
            self._history.link_story(now.entry, now.number, self._shelf[place])
            self._takes = self._history.takes(self._question)
            self.show_takes()
        self._show_shelf(None)

    def _show_shelf(self, content: Content | None) -> None:
        shelf = self.query_one("#shelf", Static)
        shelf.display = content is not None
        shelf.update(content or literal(""))

    def _sheet(self, past: PastTake, last: PastTake | None = None) -> Content:
        """One take in words, with the numbers of the `last` one before it."""
        parts: list[str | Content] = []
        earlier = dict(take_lines(last.take)) if last else {}
        if last:
            parts += [literal(f"{'':<12}{'the take before':<{_FACT_CELLS}}this take\n", "$quiet")]
        for label, text in take_lines(past.take):
            is_short = len(text) < _SHORT_TEXT and "\n" not in text
            gap = f"{'':<{max(1, 12 - len(label))}}" if is_short else "\n"
            if last and label in _FACTS:
                gap += f"{earlier.get(label, ''):<{_FACT_CELLS}}"
            start = literal(label, "$accent")
            parts += [lead(start, gap), f"{text}\n"] if is_short else [start, f"\n{text}\n\n"]
        if past.take.story:
            story = self._coach.stories.kept().get(past.take.story)
            parts += [literal("Story\n", "$accent"), literal(f"{story.title if story else 'retired'}\n\n")]
        if self._meters != _HIDDEN:
            is_explained = self._meters == _EXPLAINED
            lines = meter_lines(past.take, past.attempt.kind, self._coach.settings, explained=is_explained)
            gap = "" if parts and str(parts[-1]).endswith("\n\n") else "\n"
            parts += [gap, literal("Meters, no grades\n", "$accent"), *meters_told(lines)]
        return hung(*parts)
