"""The card: one page for the minutes before an interview."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.widgets import Static

from abi_coach.ui.hanging import hung, lead
from abi_coach.ui.safe import joined, literal
from abi_coach.ui.screens.coach_screen import CoachScreen, Keys

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType
    from textual.content import Content

    from abi_coach.domain.card_layout import CardPage
    from abi_coach.services.coach import Coach


class CardScreen(CoachScreen):
    """`CardScreen(coach)`: the next booked interview's card; `n` turns to the one after."""

    PLACE = "Card"
    CSS_PATH = "card.tcss"
    KEYS: ClassVar[Keys] = (
        ("enter", "practise"),
        ("n", "next interview"),
        ("r", "hide names"),
        ("esc", "back"),
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        ("enter", "app.open_place('practice')", "Practise"),
        ("a", "app.open_place('interview')", "Add an interview that is to come"),
        ("n", "turn_to_next", "The next interview’s card"),
        ("r", "turn_names", "Hide or show names and amounts"),
    ]

    def __init__(self, coach: Coach) -> None:
        super().__init__()
        self._cards = coach.cards
        self._interviews = coach.cards.upcoming()
        self._place = 0
        self._hidden = False

    def compose_body(self) -> ComposeResult:
        """The page."""
        yield Static(self._page(), id="card")

    def action_turn_to_next(self) -> None:
        """Show the card of the interview after this one; after the last, the first."""
        if self._interviews:
            self._place = (self._place + 1) % len(self._interviews)
        self._show()

    def action_turn_names(self) -> None:
        """Hide names and amounts, for a screen that others see; again shows them."""
        self._hidden = not self._hidden
        self._show()

    def on_screen_resume(self) -> None:
        """Time has passed, and something may have changed."""
        self._interviews = self._cards.upcoming()
        self._place = min(self._place, max(len(self._interviews) - 1, 0))
        self._show()

    def _show(self) -> None:
        self.query_one("#card", Static).update(self._page())

    def _page(self) -> Content:
        if not self._interviews:
            return joined(
                literal("No interview is booked.\n", "bold"),
                literal("Press a to add one; its card is then here.", "$quiet"),
            )
        return _content(self._cards.page(self._interviews[self._place], redact=self._hidden))


def _content(page: CardPage) -> Content:
    parts: list[Content] = [literal(f"{page.title}\n", "bold"), literal(f"{page.when}\n", "$quiet")]
    if page.stop:
        parts.append(literal(f"{page.stop}\n", "$accent bold"))
    for section in page.sections:
        parts.append(literal(f"\n{section.name}\n", "bold"))
        parts += [joined(lead("· "), f"{' '.join(lines)}\n") for lines in section.entries]
    return hung(*parts)
