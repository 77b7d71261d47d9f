"""Setting a sitting up: everything has a default, so Enter is enough."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.widgets import Static

from abi_coach.domain.bank_head import COMMON, REVERSE
from abi_coach.domain.choosing import Wish
from abi_coach.domain.competency import COMPETENCY_IDS, Competency
from abi_coach.domain.errors import InputError, JournalError
from abi_coach.domain.kind import Difficulty, Kind, Level
from abi_coach.domain.skill_name import meant_skill
from abi_coach.domain.timing import TimeFactor
from abi_coach.services.practice import Order
from abi_coach.services.practice_skill import known_skills
from abi_coach.ui.hanging import hung, lead
from abi_coach.ui.safe import joined, literal, told
from abi_coach.ui.screens.coach_screen import CoachScreen, Keys
from abi_coach.ui.screens.practice import PracticeScreen
from abi_coach.ui.widgets.choice_list import ChoiceList, Row, TypedRow

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType
    from textual.content import Content

    from abi_coach.services.coach import Coach

_ANY = ("", "any")


class PracticeSetupScreen(CoachScreen):
    """Role, preset, clock, filters; the set that comes of them is shown with its reasons before it starts."""

    PLACE = "Practice"
    CSS_PATH = "practice_setup.tcss"
    KEYS: ClassVar[Keys] = (("enter", "start"), ("↑↓", "move"), ("←→", "change"), ("esc", "back"), ("?", "help"))
    BINDINGS: ClassVar[list[BindingType]] = [
        ("enter", "start_sitting", "Start"),
        ("r", "resume_sitting", "Go on with the sitting that was left"),
        ("x", "drop_sitting", "Let the sitting that was left go"),
    ]

    def __init__(self, coach: Coach, role: str = "", item: str = "") -> None:
        """`role` and `item` (a competency or a skill) are chosen beforehand; without them the settings count."""
        super().__init__()
        self._coach = coach
        self._role = role or coach.settings.practice.role
        self._item = item
        self._unfinished = coach.practice.unfinished()
        skills = [_ANY, (item, item)] if item and item not in COMPETENCY_IDS else [_ANY]
        self._skill = TypedRow("skill", "Skill", skills, len(skills) - 1)
        self._skills_of = ""

    def compose_body(self) -> ComposeResult:
        """Choices, then what they lead to."""
        yield Static(id="resume")
        yield ChoiceList(self._rows(), id="choices")
        yield Static(id="set")

    def on_mount(self) -> None:
        """Enter works at once."""
        names = known_skills(self._coach.library)
        self._skill.find = lambda typed: meant_skill(typed, names, [value for value, _ in self._skill.options])
        self.query_one(ChoiceList).focus()
        self._show_waiting()
        self.show_set()

    @on(ChoiceList.Changed)
    def show_set(self) -> None:
        """Show what would be asked, and why."""
        self._offer_skills()
        self.query_one("#set", Static).update(self._set())

    def action_start_sitting(self) -> None:
        """Begin; where no question fits, bring into sight why."""
        try:
            room = self._coach.practice.start(self._order())
        except InputError:  # it is told where the set would stand
            self.query_one("#set").scroll_visible(animate=False)
            return
        except JournalError as error:
            self.notify(told(error), severity="error", markup=False)
            return
        typed = self.query_one(ChoiceList).value("answer") == "typed"
        self.app.switch_screen(PracticeScreen(room, typed=typed))

    def action_resume_sitting(self) -> None:
        """Go on with the last sitting that was left."""
        if self._unfinished:
            self.app.switch_screen(PracticeScreen(self._coach.practice.resume(self._unfinished[0].entry)))

    def action_drop_sitting(self) -> None:
        """End the last sitting that was left; what was said is kept."""
        if self._unfinished:
            try:
                self._coach.practice.resume(self._unfinished[0].entry).abort()
            except JournalError as error:
                self.notify(told(error), severity="error", markup=False)
            self._unfinished = self._coach.practice.unfinished()
            self._show_waiting()

    def _order(self) -> Order:
        value = self.query_one(ChoiceList).value
        kind, competency, level, difficulty = (value(key) for key in ("kind", "competency", "level", "difficulty"))
        wish = Wish(
            role=value("role"),
            kind=Kind(kind) if kind else None,
            competency=Competency(competency) if competency else None,
            skill=value("skill") or None,
            level=Level(level) if level else None,
            difficulty=Difficulty(int(difficulty)) if difficulty else None,
        )
        return Order(wish, value("preset"), value("profile"), time_factor=TimeFactor(value("factor")))

    def _rows(self) -> list[Row]:
        settings = self._coach.settings
        heads = self._coach.library.heads
        roles = sorted(heads.keys() - {REVERSE}, key=lambda bank: (bank != COMMON, heads[bank].title))
        chosen = self._coach.library.match(self._role).bank if self._role else ""
        about = [_ANY, *((one.value, one.label) for one in Competency)]
        item = next((place for place, (value, _) in enumerate(about) if value == self._item), 0)
        presets = [(name, f"{name} · {preset.questions} questions") for name, preset in settings.presets.items()]
        names = [name for name, _ in presets]
        role = roles.index(chosen) if chosen in roles else 0
        own_factor = settings.practice.time_factor
        usual, factors = settings.practice.profile, list(TimeFactor)
        profiles = [("", usual or "as the preset says"), *((name, name) for name in settings.profiles if name != usual)]
        return [
            Row("role", "Role", [(bank, heads[bank].title) for bank in roles], role),
            Row("preset", "How much", presets, names.index(settings.practice.preset)),
            Row("profile", "Clock", profiles),
            Row("answer", "Answer", [("aloud", "aloud"), ("typed", "typed")]),
            Row("factor", "Time", [(one.value, _factor(one)) for one in factors], factors.index(own_factor)),
            Row("kind", "Kind", [_ANY, *((kind.value, kind.label) for kind in Kind)]),
            Row("competency", "About", about, item),
            self._skill,
            Row("level", "Level", [_ANY, *((level.value, level.value) for level in Level)]),
            Row("difficulty", "Difficulty", [_ANY, ("1", "expected"), ("2", "a trade-off"), ("3", "hard")]),
        ]  # fmt: skip

    def _offer_skills(self) -> None:
        """One steps through the skills of the chosen role; any other is found by its letters."""
        role, row = self.query_one(ChoiceList).value("role"), self._skill
        if role != self._skills_of:
            self._skills_of, kept = role, row.options[row.chosen]
            library = self._coach.library
            offered = [_ANY, *((skill, skill) for skill in sorted(library.skills(library.reach(role))))]
            row.options = offered if kept in offered else [*offered, kept]
            row.chosen = row.options.index(kept)

    def _show_waiting(self) -> None:
        """The sitting that was left, if any."""
        place = self.query_one("#resume", Static)
        place.display = bool(self._unfinished)
        if self._unfinished:
            row = self._unfinished[0]
            key = "$accent bold"
            place.update(
                joined(
                    f"You left at {row.title}.   ", literal("r", key), " goes on   ", literal("x", key), " lets it go"
                )
            )

    def _set(self) -> Content:
        try:
            described = self._coach.practice.describe(self._order())
        except InputError as error:
            return literal(str(error), "$warning")
        reasons = [
            joined(lead(literal(f"{number:>2}  ", "$quiet")), literal(f"{chosen.reason}\n", "$quiet"))
            for number, chosen in enumerate(described.questions, 1)
        ]
        return hung(literal("What you will be asked, and why\n", "bold"), *reasons)


def _factor(factor: TimeFactor) -> str:
    return "no clock" if factor is TimeFactor.OFF else f"× {factor.value}"
