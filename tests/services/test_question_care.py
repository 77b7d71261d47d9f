"""Hidden, renamed and retired questions: nothing of their history is lost."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from abi_coach.domain.attempt import Attempt, AttemptState, Take
from abi_coach.domain.choosing import Wish
from abi_coach.domain.competency import Competency
from abi_coach.domain.errors import InputError, NotFoundError
from abi_coach.domain.kind import Kind
from abi_coach.domain.rating import rate
from abi_coach.services.coach import Coach, open_coach
from abi_coach.services.practice import Order
from abi_coach.services.question_care import QuestionCare
from abi_coach.storage.values import to_plain
from tests.support.own_banks import PROMPT, write_bank

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.support.hand_clock import HandClock


@pytest.fixture
def coach(home: Path, clock: HandClock) -> Iterator[Coach]:
    """A coach with one bank of its own."""
    write_bank(home / "question_banks", "sail", {"sail-new": PROMPT, "sail-other": "Describe a reef."})
    made = open_coach(home, clock)
    yield made
    made.close()


@pytest.fixture
def care(coach: Coach) -> QuestionCare:
    """The care of its questions."""
    return QuestionCare(coach.journal, coach.library)


def answer(coach: Coach, question: str, final: int, prompt: str = PROMPT) -> None:
    """Answer a question, rated so."""
    take = Take(coach.clock(), 90.0, 5.0, rating=rate(final, final, {}, confidence=3))
    state = AttemptState.RATED
    attempt = Attempt(question, prompt, Kind.BEHAVIOURAL, Competency.DELIVERY, role="sail", state=state, takes=(take,))
    coach.journal.write("attempt", to_plain(attempt))


def test_a_hidden_question_is_in_no_set_until_it_is_brought_back(coach: Coach, care: QuestionCare) -> None:
    asked = Order(Wish(role="sail"))
    assert care.hide("sail-new", " never asked ") == "sail-new"
    assert [(each.question, each.reason) for each in care.flagged()] == [("sail-new", "never asked")]
    assert [one.question for one in coach.practice.describe(asked).questions] == ["sail-other"]
    care.unhide("sail-n")
    assert care.flagged() == []
    assert len(coach.practice.describe(asked).questions) == 2


def test_only_what_is_there_can_be_hidden_or_brought_back(care: QuestionCare) -> None:
    with pytest.raises(NotFoundError):
        care.hide("nothing", "")
    with pytest.raises(NotFoundError):
        care.unhide("sail-new")


def test_a_question_that_left_its_bank_is_retired_with_its_history(coach: Coach, care: QuestionCare) -> None:
    answer(coach, "sail-old", 4, "Describe a keel.")
    answer(coach, "sail-new", 3)
    (retired,) = care.retired()
    assert (retired.question, retired.prompt, retired.last_final, retired.now) == (
        "sail-old",
        "Describe a keel.",
        4,
        None,
    )


def test_the_same_words_under_another_id_are_offered_as_a_rename(coach: Coach, care: QuestionCare) -> None:
    answer(coach, "sail-old", 4, PROMPT.upper().replace(".", "!"))
    assert [each.now for each in care.retired()] == ["sail-new"]


def test_a_rename_takes_the_history_and_the_place_on_the_ladder_along(coach: Coach, care: QuestionCare) -> None:
    answer(coach, "sail-old", 4)
    answer(coach, "sail-old", 5)
    answer(coach, "sail-new", 5)
    assert care.rename("sail-old", "sail-new") == 2
    assert [(rung.question, rung.box) for rung in coach.journal.rungs()] == [("sail-new", 4)]
    assert care.retired() == []
    assert care.renamed() == {"sail-old": "sail-new"}


def test_a_rename_takes_marks_and_the_running_sitting_along(coach: Coach, care: QuestionCare, home: Path) -> None:
    room = coach.practice.start(Order(Wish(question="sail-new")))
    care.hide("sail-new", "dull")
    write_bank(home / "question_banks", "sail", {"sail-newer": PROMPT})
    coach.library.refresh()
    care.rename("sail-new", "sail-newer")
    assert [each.question for each in care.flagged()] == ["sail-newer"]
    assert coach.practice.resume(room.sitting_id).sitting.questions == ("sail-newer",)


def test_what_another_machine_adds_later_follows_when_it_is_renamed_again(coach: Coach, care: QuestionCare) -> None:
    answer(coach, "sail-old", 4)
    care.rename("sail-old", "sail-new")
    answer(coach, "sail-old", 5)
    assert care.rename("sail-old", "sail-new") == 1
    assert len(list(coach.journal.current("question_rename"))) == 1


def test_a_question_that_is_still_there_is_not_renamed(care: QuestionCare) -> None:
    with pytest.raises(InputError, match="still in a bank"):
        care.rename("sail-other", "sail-new")


def test_a_question_without_a_history_is_not_renamed(care: QuestionCare) -> None:
    with pytest.raises(NotFoundError, match="sail-nothing"):
        care.rename("sail-nothing", "sail-new")
