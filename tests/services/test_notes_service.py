"""From a note to both debriefs, on a real journal."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from abi_coach.domain.debrief import Origin
from abi_coach.domain.errors import FileError
from abi_coach.domain.form_answers import name_of
from abi_coach.domain.interview import Interview
from abi_coach.services.coach import Coach, open_coach
from tests.support.told_debriefs import HOT_TOLD, tell

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from abi_coach.services.open_form import OpenForm
    from tests.support.hand_clock import HandClock

NOTE = """Company: Acme
Nerves: 4/5

I felt relieved.

- Why us?
- Design a queue

## Went well
- asked for the goal
## Could have been better
- talked too long
"""
KNOWN = {"company", "questions", "nerves"}


@pytest.fixture
def coach(home: Path, clock: HandClock) -> Iterator[Coach]:
    coach = open_coach(home, clock, clock.monotonic)
    yield coach
    coach.close()


def begun(coach: Coach, text: str = NOTE, interview: str | None = None) -> OpenForm:
    return coach.notes.begin(coach.notes.read_bytes(text.encode()), interview).form


def finished(coach: Coach) -> str:
    rest = {name: given for name, given in HOT_TOLD.items() if name not in KNOWN and name != "rated/3"}
    tell(begun(coach), rest | {"redo": "2"}).finish()
    return coach.interviews.listed()[0].entry


def test_what_the_note_tells_is_answered_and_the_rest_is_missing(coach: Coach) -> None:
    form = begun(coach)
    assert form.state["company"] == "Acme"
    assert form.state["nerves"] == "4"
    missing = {name_of(step) for step in form.missing}
    assert {"stage", "format", "ended", "rated/1", "rated/2", "word"} <= missing
    assert KNOWN.isdisjoint(missing)


def test_a_feeling_is_proposed_and_counts_only_once_agreed(coach: Coach) -> None:
    form = begun(coach)
    word = next(step for step in form.steps if name_of(step) == "word")
    assert (form.shown(word), form.text_for(word)) == ("", "relieved")


def test_the_draft_is_on_disk_at_once(coach: Coach) -> None:
    state = begun(coach).state
    assert coach.debriefs.open_form().state == state


def test_origin_and_lines_are_kept_with_the_debrief_and_its_correction(coach: Coach) -> None:
    entry = finished(coach)
    hot = coach.debriefs.hot(entry)
    assert hot is not None
    assert (hot.origin, [asked.line for asked in hot.questions]) == (Origin.NOTES, [6, 7])
    coach.debriefs.open_form(entry, "hot").finish()
    assert coach.debriefs.hot(entry) == hot


def test_the_cold_form_begins_with_what_the_note_told(coach: Coach) -> None:
    form = coach.debriefs.open_form(finished(coach), "cold")
    assert form.state["well"] == [{"did": "asked for the goal"}]
    assert form.state["improve"] == [{"what": "talked too long"}]
    assert {"again/0/question"}.isdisjoint(name_of(step) for step in form.missing)


def test_answers_that_were_given_before_stay(coach: Coach) -> None:
    entry = coach.debriefs.new_id()
    tell(coach.debriefs.open_form(entry, "hot"), {"company": "Mine", "questions": "My own"}).save()
    form = begun(coach, interview=entry)
    assert form.state["company"] == "Mine"
    assert [line["text"] for line in form.state["questions"]] == ["My own"]


def test_the_interview_that_is_just_over_is_meant(coach: Coach, clock: HandClock) -> None:
    entry = coach.interviews.add(Interview("Acme", "backend", starts_at=clock() - timedelta(hours=2)))
    begun(coach)
    assert [(one.entry, one.hot) for one in coach.debriefs.listed()] == [(entry, "draft")]


def test_another_companys_interview_is_not_meant(coach: Coach, clock: HandClock) -> None:
    coach.interviews.add(Interview("Other", "backend", starts_at=clock() - timedelta(hours=2)))
    begun(coach)
    assert {one.title: one.hot for one in coach.debriefs.listed()} == {"Acme": "draft", "Other · other": ""}


def test_a_note_in_which_nothing_is_found_leaves_everything_empty(coach: Coach) -> None:
    form = begun(coach, "It rained.")
    assert {key for key in form.state if not key.startswith("_")} == set()


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"\xff\xfeW\x00", "UTF-16"),
        (b"fine\n\xff", "standard input:2:1: is not UTF-8"),
        (b"x" * (5 * 1024 * 1024 + 1), "bigger than 5 MiB"),
    ],
)
def test_what_is_no_text_is_told(coach: Coach, content: bytes, told: str) -> None:
    with pytest.raises(FileError, match=told):
        coach.notes.read_bytes(content)


def test_a_pipe_or_a_missing_file_is_told(coach: Coach, tmp_path: Path) -> None:
    with pytest.raises(FileError, match="no such file"):
        coach.notes.read(tmp_path / "none.md")


def test_marks_that_chats_export_do_not_stop_it(coach: Coach) -> None:
    read = coach.notes.read_bytes("\ufeff\u200eWhy us?\r\n\x1b[31mWhat now?\r\n".encode())
    assert [one.line for one in read.taken] == [1, 2]
