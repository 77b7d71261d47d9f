"""`abi practice history`: old takes on the command line."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from abi_coach.cli.practice import practice
from abi_coach.cli.practice_history import practice_history
from abi_coach.domain.attempt import Attempt, AttemptState, Take
from abi_coach.domain.competency import Competency
from abi_coach.domain.kind import Kind
from abi_coach.domain.rating import Check, Rating
from abi_coach.services.coach import open_coach
from abi_coach.storage.values import to_plain

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.support.command_line import Ran

    Abi = Callable[..., Ran]

AT = datetime(2026, 11, 1, 18, tzinfo=UTC)


@pytest.fixture(autouse=True)
def registered(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(practice.commands, "history", practice_history)


@pytest.fixture
def practised(home: Path) -> None:
    """Two attempts, a week apart."""
    coach = open_coach(home)
    for days, question, competency in ((0, "q-1", Competency.CONFLICT), (7, "q-2", Competency.DELIVERY)):
        rating = Rating(4, 3, 2, {Check.LESSON: False})
        take = Take(AT + timedelta(days=days), 105, text="I \x1b[31mcut it", rating=rating, one_change="Numbers first")
        one = Attempt(question, "Tell me", Kind.BEHAVIOURAL, competency, state=AttemptState.RATED, takes=(take,))
        coach.journal.write("attempt", to_plain(one))
    coach.close()


@pytest.mark.usefixtures("practised")
def test_old_takes_are_listed_the_newest_first(abi_here: Abi) -> None:
    lines = abi_here("practice", "history").out.splitlines()
    assert lines[0] == "2026-11-08 18:00  3 → 2     1:45       Tell me  (q-2)"
    assert lines[1].startswith("2026-11-01")


@pytest.mark.usefixtures("practised")
@pytest.mark.parametrize(
    ("words", "left"),
    [(("--question", "q-1"), ["q-1"]), (("--competency", "delivery"), ["q-2"]), (("--since", "2026-11-02"), ["q-2"])],
)
def test_filters_hold(abi_here: Abi, words: tuple[str, ...], left: list[str]) -> None:
    told = abi_here("practice", "history", *words, "--json").json
    assert [one["question"] for one in told["attempts"]] == left
    assert (
        told["attempts"][0]["takes"][0] | {"final": 2, "one_change": "Numbers first", "seconds": 105.0}
        == told["attempts"][0]["takes"][0]
    )


@pytest.mark.usefixtures("practised")
def test_a_question_shows_the_words_of_every_take(abi_here: Abi) -> None:
    out = abi_here("practice", "history", "--question", "q-1").out
    assert "take 1  3 → 2" in out
    assert "  One change: Numbers first" in out
    assert "  Said no to: I said what I learned" in out
    assert "  Answer: I [31mcut it" in out


def test_an_empty_home_is_quiet_and_a_mistyped_question_is_not(abi_here: Abi) -> None:
    assert abi_here("practice", "history", "--json").json == {"schema": "abi.practice.history/1", "attempts": []}
    assert "`abi practice` starts" in abi_here("practice", "history").out
    ran = abi_here("practice", "history", "--question", "common-opener-01")
    assert ran.code == 1
    assert "Did you mean" in ran.err


def test_a_day_that_is_none_is_a_usage_error(abi_here: Abi) -> None:
    assert abi_here("practice", "history", "--since", "yesterday").code == 2
