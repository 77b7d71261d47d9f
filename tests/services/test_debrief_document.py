"""A debrief as Markdown: whatever was typed, its structure is ours."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from abi_coach.domain.form_answers import name_of
from abi_coach.domain.interview import Interview, Outcome, Person, Result
from abi_coach.services.coach import Coach, open_coach
from tests.support.hostile import HOSTILE
from tests.support.told_debriefs import COLD_TOLD, HOT_TOLD, OUTCOME_TOLD, tell

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.support.hand_clock import HandClock

PARSER = MarkdownIt("commonmark", {"html": True}).enable("table").enable("strikethrough")
SAID = (
    ("company", "wants", "promised_them", "promised_me", "word"),
    ("again/0/checking", "again/0/said", "again/0/four_would", "well/0/did", "well/1/did", "improve/0/what",
     "improve/0/if_", "improve/0/then"),
)  # fmt: skip


@pytest.fixture
def coach(home: Path, clock: HandClock) -> Iterator[Coach]:
    coach = open_coach(home, clock, clock.monotonic)
    yield coach
    coach.close()


def told(coach: Coach, words: str = "") -> str:
    """A debrief of all three parts; `words` wherever words may be typed."""
    hot, cold = ({name: words or given for name, given in one.items()} for one in (HOT_TOLD, COLD_TOLD))
    hot = HOT_TOLD | {name: hot[name] for name in SAID[0]}
    cold = COLD_TOLD | {name: cold[name] for name in SAID[1]}
    entry = coach.debriefs.new_id()
    form = coach.debriefs.open_form(entry, "hot")
    kept = {name_of(step): "k" for step in form.steps if name_of(step).startswith("promise ")}
    tell(form, kept | hot).finish()
    tell(coach.debriefs.open_form(entry, "cold"), cold).finish()
    tell(coach.debriefs.open_form(entry, "outcome"), OUTCOME_TOLD | {"words": words or "see you"}).finish()
    return entry


def shape(text: str) -> tuple[Counter[str], set[str]]:
    """The blocks of a document, counted, and the kinds of what stands in them."""
    tokens = PARSER.parse(text)
    inner = {child.type for token in tokens for child in token.children or ()}
    return Counter(token.type for token in tokens), inner


def test_all_three_parts_are_in_the_document(coach: Coach) -> None:
    text = coach.debrief_documents.render(told(coach))
    for words in ("Acme", "Right after", "Tell me about an outage", "The next day", "no numbers in the design",
                  "ask for three numbers first", "The answer", "Moved on", "see you"):  # fmt: skip
        assert words in text


def test_what_was_not_told_leaves_no_hole(coach: Coach) -> None:
    entry = coach.interviews.add(Interview("Acme", "backend"))
    text = coach.debrief_documents.render(entry)
    assert "Not debriefed yet" in text
    assert "The next day" not in text


@pytest.mark.parametrize("words", HOSTILE, ids=range(len(HOSTILE)))
def test_no_words_change_the_structure(coach: Coach, words: str) -> None:
    plain, _ = shape(coach.debrief_documents.render(told(coach, "words")))
    hostile, inner = shape(coach.debrief_documents.render(told(coach, words)))
    assert hostile == plain
    assert inner <= {"text", "strong_open", "strong_close", "softbreak", "hardbreak", "text_special"}


@settings(max_examples=40, suppress_health_check=list(HealthCheck))
@given(words=st.text(st.sampled_from("ab #>-*_`|\\[]()<>&\n\t~=+1.:"), min_size=1, max_size=60).filter(str.strip))
def test_no_random_words_change_the_structure(coach: Coach, words: str) -> None:
    outcome = Outcome(Result.OFFER, coach.clock().date(), words)
    interview = Interview(words, words, wants=words, loop=words, outcome=outcome)
    counted, inner = shape(coach.debrief_documents.render(coach.interviews.add(interview)))
    assert (counted["heading_open"], counted["bullet_list_open"], counted["list_item_open"]) == (2, 1, 4)
    assert counted["blockquote_open"] == 1
    assert inner <= {"text", "strong_open", "strong_close", "text_special"}


def test_a_redacted_debrief_names_nobody(coach: Coach) -> None:
    entry = told(coach)
    text = coach.debrief_documents.render(entry, redact=True)
    assert "Acme" not in text
    assert "King" not in text
    assert "Acme" not in str(coach.debrief_documents.plain(entry, redact=True))


def test_a_redacted_debrief_may_be_about_somebody_called_like_a_word_of_the_program(coach: Coach) -> None:
    entry = told(coach)
    coach.interviews.add(Interview("Recall", "backend", people=(Person("Notes"),)))
    assert "## Right after" in coach.debrief_documents.render(entry, redact=True)


def test_a_document_goes_into_the_homes_debriefs(coach: Coach, home: Path) -> None:
    path = coach.debrief_documents.default_path(told(coach))
    assert path.parent == home / "debriefs"
    assert path.name.startswith("debrief-2026-11-22-technical-")
