"""The card on a real journal, and as Markdown that nothing typed can break."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from markdown_it import MarkdownIt

from abi_coach.domain.card_layout import COLUMNS, ROWS
from abi_coach.domain.competency import Competency
from abi_coach.domain.interview import Intent, Interview, Person, Stage
from abi_coach.domain.story import Story
from abi_coach.services.coach import Coach, open_coach
from tests.support.hostile import HOSTILE
from tests.support.told_debriefs import COLD_TOLD, HOT_TOLD, tell

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.support.hand_clock import HandClock


@pytest.fixture
def coach(home: Path, clock: HandClock) -> Iterator[Coach]:
    coach = open_coach(home, clock, clock.monotonic)
    yield coach
    coach.close()


def booked(coach: Coach, words: str = "Acme", **told: object) -> str:
    interview = Interview(
        words,
        "backend",
        Stage.PANEL,
        starts_at=coach.clock() + timedelta(minutes=90),
        people=(Person(words, words),),
        intent=Intent.REAL_MOVE,
        wants=words,
        notes=f"{words}\n{words} 70 000 EUR",
        competencies=(Competency.CONFLICT,),
        **told,  # type: ignore[arg-type] # fields by name
    )
    return coach.interviews.add(interview)


def test_without_an_interview_there_is_no_card(coach: Coach) -> None:
    assert coach.cards.upcoming() == ()


def test_the_next_interview_comes_first_and_an_old_one_not_at_all(coach: Coach, clock: HandClock) -> None:
    past = coach.interviews.add(Interview("Old", "backend", starts_at=clock() - timedelta(days=2)))
    undated = coach.interviews.add(Interview("Some day", "backend"))
    first = booked(coach)
    assert coach.cards.upcoming() == (first, undated)
    assert past not in coach.cards.upcoming()


def test_the_card_counts_days_as_a_calendar_does(coach: Coach, clock: HandClock) -> None:
    """And so as the plan does, however early in its day the interview is."""
    early = (clock() + timedelta(days=4)).replace(hour=0, minute=30)
    entry = coach.interviews.add(Interview("Acme", "backend", starts_at=early))
    assert coach.cards.make(entry).card.when.endswith(", in 4 days")


def test_the_card_gathers_what_is_known(coach: Coach) -> None:
    coach.stories.add(Story("The outage", action="a", result="b", competencies=(Competency.CONFLICT,)))
    tell(coach.debriefs.open_form(), HOT_TOLD).finish()
    tell(coach.debriefs.open_form(coach.interviews.listed()[0].entry, "cold"), COLD_TOLD).finish()
    card = coach.cards.make(booked(coach)).card
    assert card.promises == ("IF I am asked to design something THEN I will ask for three numbers first",)
    assert [hint.title for hint in card.stories] == ["The outage"]
    assert card.questions[0].prompt == "Design a queue"
    assert card.pay == ("Acme 70 000 EUR",)
    assert (card.minutes_left, card.stop_cramming, len(card.asks)) == (90, False, 3)


def test_cramming_stops_an_hour_before(coach: Coach, clock: HandClock) -> None:
    entry = booked(coach)
    clock.advance(30 * 60)
    assert coach.cards.make(entry).card.stop_cramming
    assert "Stop cramming" in coach.cards.render(coach.cards.make(entry))


def test_a_redacted_card_names_nobody(coach: Coach) -> None:
    text = coach.cards.render(coach.cards.make(booked(coach, "Zanzibar"), redact=True))
    assert "Zanzibar" not in text
    assert "70 000" not in text


@pytest.mark.parametrize("company", ["Team", "Manager", "Pay", "real_move"])
def test_a_company_may_be_called_like_a_word_of_the_program(coach: Coach, company: str) -> None:
    made = coach.cards.make(booked(coach, company), redact=True)
    assert made.card.title.startswith("[hidden]")
    assert len(made.card.asks) == 3


@pytest.mark.parametrize("typed", HOSTILE, ids=range(len(HOSTILE)))
def test_no_words_break_the_card(coach: Coach, typed: str) -> None:
    typed = typed.encode(errors="replace").decode()  # the journal takes whole characters only
    coach.stories.add(Story(typed, action="a", result="b", competencies=(Competency.CONFLICT,)))
    text = coach.cards.render(coach.cards.make(booked(coach, typed)))
    assert len(text.splitlines()) <= ROWS
    assert max(map(len, text.splitlines())) <= COLUMNS
    tokens = MarkdownIt("commonmark", {"html": True}).parse(text)
    assert {token.type for token in tokens} <= ALLOWED
    inner = {child.type for token in tokens for child in token.children or ()}
    assert inner <= {"text", "softbreak", "text_special"}
    assert sum(token.type == "heading_open" for token in tokens) <= 8


ALLOWED = {
    f"{name}_{side}"
    for name in ("heading", "paragraph", "bullet_list", "list_item")
    for side in ("open", "close")
} | {"inline"}  # fmt: skip
