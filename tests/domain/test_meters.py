"""Meters: measured, explained, never graded."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from abi_coach.domain.attempt import Mark, Mode, Take
from abi_coach.domain.kind import Kind
from abi_coach.domain.meter_lines import meter_lines
from abi_coach.domain.meter_words import METER_WORDS
from abi_coach.domain.meters import TOO_SHORT, Meter, fired, meters, words_of
from abi_coach.domain.settings import MeterRules, Settings
from abi_coach.domain.timing import Times

AT = datetime(2026, 11, 22, 18, tzinfo=UTC)
TEXT: Final = (
    "Um, I think we kind of moved the queue. I cut the batch in three. We're live, and deploys fell from 40 minutes to "
    "four. I'd do it again, you know."
)
TAKE = Take(AT, seconds=194, times=Times(10, 75, 120, 180), mode=Mode.TYPED, text=TEXT)


def told(take: Take = TAKE, language: str = "en", rules: MeterRules | None = None) -> dict[str, Meter]:
    settings = Settings(meters=rules) if rules else None
    return {meter.name: meter for meter in meters(take, Kind.BEHAVIOURAL, settings, language)}


def test_rule_seconds_and_overtime_come_from_the_clock() -> None:
    assert (told()["Length"].shown, told()["Overtime"].shown) == ("3:14 of typing", "0:14")
    assert "Overtime" not in told(replace(TAKE, times=None))


def test_rule_speaking_time_is_estimated_at_140_words_a_minute_or_the_persons_own_pace() -> None:
    words = len(words_of(TEXT))
    assert told()["Words"].shown == str(words) == "31"
    assert told()["Spoken, about"].shown == "0:13"
    assert told(rules=MeterRules(words_per_minute=62))["Spoken, about"].shown == "0:30"
    assert told()["Spoken, about"].formula.startswith("31 words ÷ 140 words a minute")


def test_rule_speaking_time_never_depends_on_the_seconds_of_typing() -> None:
    assert told(replace(TAKE, seconds=900))["Spoken, about"] == told()["Spoken, about"]


def test_rule_i_and_we_are_counted_with_the_words_that_fired() -> None:
    assert told()["I / we"].shown == "3 / 2"
    assert {one.words for one in told()["I / we"].fired} == {"i", "i'd", "we", "we're"}


def test_rule_hedges_and_possible_fillers_are_shown_with_their_places() -> None:
    assert [(one.words, one.places) for one in told()["Hedges"].fired] == [("i think", (2,)), ("kind of", (5,))]
    assert [(one.words, one.places) for one in told()["Possible fillers"].fired] == [("um", (1,)), ("you know", (30,))]


def test_rule_a_number_and_a_result_word_are_looked_for() -> None:
    assert {one.words for one in told()["A number"].fired} == {"three", "40", "four"}
    assert {one.words for one in told()["A result word"].fired} == {"cut", "fell"}
    bare = replace(TAKE, text="the team met and talked about it at length " * 3)
    assert (told(bare)["A number"].shown, told(bare)["A result word"].shown) == ("no", "no")


@pytest.mark.parametrize(("words", "is_short"), [(19, True), (20, False)])
def test_rule_under_twenty_words_is_too_short_to_say(words: int, is_short: bool) -> None:
    meter = told(replace(TAKE, text="word " * words)).get("Text")
    assert (meter is not None and meter.shown == TOO_SHORT) is is_short


@pytest.mark.parametrize(("seconds", "is_short"), [(9.9, True), (10, False)])
def test_rule_under_ten_seconds_is_too_short_to_say(seconds: float, is_short: bool) -> None:
    assert (told(replace(TAKE, seconds=seconds))["Length"].shown == TOO_SHORT) is is_short


def test_rule_an_unknown_language_gives_only_counts() -> None:
    assert set(told(language="eo")) == {"Length", "Overtime", "Words", "Spoken, about"}
    assert set(told(language="en-GB")) == set(told())


def test_rule_ums_are_counted_by_hand() -> None:
    assert told(replace(TAKE, fillers=4))["Um, by hand"].shown == "4"
    assert "Um, by hand" not in told()


def test_rule_section_shares_are_shown_only_when_marked() -> None:
    assert "· action" not in told()
    lines = meter_lines(replace(TAKE, marks=(Mark(2, 0.0),)), Kind.BEHAVIOURAL)
    assert any("3:14 100 %, usual 55 %" in line for line in lines)


def test_a_spoken_answer_without_words_has_only_the_clock() -> None:
    assert set(told(replace(TAKE, text="", mode=Mode.ALOUD))) == {"Length", "Overtime"}


def test_the_gist_of_a_spoken_answer_is_no_transcript() -> None:
    assert "Spoken, about" not in told(replace(TAKE, mode=Mode.GIST))


def test_every_meter_can_show_its_formula_and_what_fired() -> None:
    short, explained = (meter_lines(TAKE, Kind.BEHAVIOURAL, explained=each) for each in (False, True))
    assert len(short) == len(meters(TAKE, Kind.BEHAVIOURAL))
    assert [line for line in explained if line in short] == list(short)
    assert any("= length − maximum (3:00)" in line for line in explained)
    assert any(line.endswith("kind of (word 5)") for line in explained)


def test_no_meter_is_a_grade() -> None:
    assert all(meter.formula for meter in meters(TAKE, Kind.BEHAVIOURAL))
    assert not {"score", "grade", "good", "bad"} & set(
        " ".join(meter_lines(TAKE, Kind.BEHAVIOURAL, explained=True)).split()
    )


def test_the_word_lists_are_lower_case_and_never_empty() -> None:
    for lists in METER_WORDS.values():
        for entries in (lists.i, lists.we, lists.hedges, lists.fillers, lists.results, lists.numbers):
            assert entries
            assert all(entry == entry.lower() == " ".join(words_of(entry)) for entry in entries)


@given(st.text(max_size=300), st.sampled_from(("en", "de", "")))
def test_any_text_is_measured_without_a_crash_and_places_lie_inside_it(text: str, language: str) -> None:
    count = len(words_of(text))
    for meter in meters(replace(TAKE, text=text), Kind.BEHAVIOURAL, language=language):
        assert all(1 <= place <= count for one in meter.fired for place in one.places)


@given(st.lists(st.sampled_from(("i", "think", "so", "well", "you", "know")), max_size=30))
def test_no_word_fires_twice(words: list[str]) -> None:
    found = fired(tuple(words), ("i think", "think so", "so", "you know", "i"))
    spans = [place + step for one in found for place in one.places for step in range(len(one.words.split()))]
    assert len(spans) == len(set(spans))
