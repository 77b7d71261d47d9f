"""A partner's sheet goes out without names, comes back by hand, and is compared."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from markdown_it import MarkdownIt

from abi_coach.domain.errors import FileError, InputError
from abi_coach.domain.interview import Interview
from abi_coach.domain.partner import Included
from abi_coach.services.coach import Coach, open_coach
from tests.support.hostile import HOSTILE
from tests.support.told_debriefs import COLD_TOLD, HOT_TOLD, tell

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.support.hand_clock import HandClock

SECRETS = ("Acme", "Ada", "King", "70k", "deploy", "an answer")


@pytest.fixture
def coach(home: Path, clock: HandClock) -> Iterator[Coach]:
    coach = open_coach(home, clock, clock.monotonic)
    yield coach
    coach.close()


def debriefed(coach: Coach, **told: str) -> str:
    cold = COLD_TOLD | {"them": "Acme pays 70k EUR, says Ada"}
    tell(coach.debriefs.open_form(), HOT_TOLD | told).finish()
    entry = coach.interviews.listed()[0].entry
    tell(coach.debriefs.open_form(entry, "cold"), cold).finish()
    return entry


def exported(coach: Coach, folder: Path, *include: Included, **told: str) -> tuple[Path, Path]:
    files = coach.partners.export(debriefed(coach, **told), folder, include)
    return files.markdown, files.json


def filled(path: Path, **answers: Any) -> Path:  # noqa: ANN401 - JSON is what it is
    """The JSON file as a partner leaves it; `ratings` in the order of the answers."""
    document = json.loads(path.read_text(encoding="utf-8"))
    for one, rating in zip(document["rate"], answers.pop("ratings", ()), strict=False):
        one["rating"] = rating
    path.write_text(json.dumps(document | answers), encoding="utf-8")
    return path


def table_filled(path: Path, *written: tuple[str, str]) -> Path:
    """The Markdown sheet with words written into the last cell of the rows that begin so."""
    lines = path.read_text(encoding="utf-8").splitlines()
    for label, words in written:
        lines = [line.rstrip("| ") + f" | {words} |" if line.startswith(f"| {label} |") else line for line in lines]
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


def test_a_sheet_names_nobody_and_shows_no_rating(coach: Coach, tmp_path: Path) -> None:
    told = {"questions": "What do you know of Acme?\nWhy us?\nDo you want 70k EUR, says Ada King"}
    for path in exported(coach, tmp_path / "out", **told):
        text = path.read_text(encoding="utf-8")
        assert [secret for secret in SECRETS if secret in text] == []
        assert "best" not in text
        assert "redo" not in text


@pytest.mark.parametrize(
    ("included", "word"),
    [
        (Included.COMPANY, "Acme"),
        (Included.PEOPLE, "Ada King"),
        (Included.WANTS, "deploy"),
        (Included.PAY, "70k EUR"),
        (Included.NEXT_STEP, "an answer"),
        (Included.INTENT, "practice"),
    ],
)
def test_what_is_included_by_name_is_there_and_nothing_else(
    coach: Coach, tmp_path: Path, included: Included, word: str
) -> None:
    document = json.loads(exported(coach, tmp_path, included)[1].read_text(encoding="utf-8"))
    about = json.dumps(document["about"])
    assert word in about
    others = {"Acme", "Ada King", "deploy", "70k EUR"} - {word}
    assert [other for other in others if other in about] == []


def test_the_json_file_comes_back(coach: Coach, tmp_path: Path) -> None:
    path = filled(
        exported(coach, tmp_path)[1],
        ratings=[4, 3],
        partner="Grace",
        plus={"heard": "a clear goal", "wonder": ""},
        agreed={"if": "I am asked to design", "then": "draw first", "on": "2026-12-04", "check": "a call"},
    )
    comparison = coach.partners.bring_in(path)
    assert [(one.own, one.peer, one.sentence) for one in comparison.rated] == [
        (4, 4, "you agree"),
        (1, 3, "they are kinder by 2"),
    ]
    assert comparison.only_they == ("I heard a clear goal",)
    assert "I asked about the goal" in comparison.only_you
    assert comparison.agreed == "IF I am asked to design THEN I will draw first"


def test_the_markdown_table_comes_back(coach: Coach, tmp_path: Path) -> None:
    path = table_filled(
        exported(coach, tmp_path)[0],
        ("1 | Tell me about an outage", "5"),
        ("3 | Design a queue", "2"),
        ("Who you are", "Grace"),
        ("Change: I wonder", r"why no \| bar"),
    )
    comparison = coach.partners.bring_in(path)
    assert [one.peer for one in comparison.rated] == [5, 2]
    assert comparison.only_they == ("I wonder why no | bar",)


def test_ratings_join_calibration_once(coach: Coach, tmp_path: Path) -> None:
    path = filled(exported(coach, tmp_path)[1], ratings=[2, 1])
    coach.partners.bring_in(path)
    coach.partners.bring_in(filled(path, ratings=[3, 1]))
    assert coach.partners.gaps() == (1, 0)
    assert len(coach.journal.rows("peer_rating")) == 2


def test_what_was_agreed_becomes_a_promise_once(coach: Coach, tmp_path: Path) -> None:
    path = filled(exported(coach, tmp_path)[1], agreed={"if": "asked", "then": "draw", "on": "", "check": ""})
    coach.partners.bring_in(path)
    coach.partners.bring_in(path)
    rows = coach.journal.rows("promise", state="open")
    assert sum(row.title == "IF asked THEN I will draw" for row in rows) == 1


def test_a_sheet_without_answers_says_who_rated(coach: Coach, tmp_path: Path) -> None:
    rated = coach.partners.bring_in(exported(coach, tmp_path)[0]).rated
    assert [one.sentence for one in rated] == ["only you rated it", "only you rated it"]


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ('{"schema": "other/1"}', "x.json:1:12: schema: is no partner's file"),
        ('{"rate": []}', "schema: is no partner's file"),
        ("{", "x.json:2:1: a value or a closing"),
        ("not a sheet", "x.json:1:1: is no partner's sheet"),
        ('{"schema": "abi.partner/1",\n"sheet": "x",\n"rate": [{"answer": 1,\n"rating": 9}]}', "x.json:4:11: rate"),
        ('{"schema": "abi.partner/1", "rate": []}', "sheet: is missing"),
        ('{"schema": "abi.partner/1",\n"sheet": "x", "rate": [], "agreed": {"on": "soon"}}', "“soon” is no date"),
        ('{"schema": "abi.partner/1", "sheet": "x", "rate": [], "plus": [1]}', "plus: must be a mapping"),
        ("[" * 5000, "x.json:1"),
    ],
)
def test_a_file_that_is_no_sheet_is_told_with_its_line(coach: Coach, tmp_path: Path, written: str, told: str) -> None:
    path = tmp_path / "x.json"
    path.write_text(written, encoding="utf-8")
    with pytest.raises(FileError) as caught:
        coach.partners.bring_in(path)
    assert told in str(caught.value)


def test_a_rating_that_is_none_is_told_with_its_line(coach: Coach, tmp_path: Path) -> None:
    path = table_filled(exported(coach, tmp_path)[0], ("1 | Tell me about an outage", "good"))
    line = 1 + next(
        number for number, text in enumerate(path.read_text(encoding="utf-8").splitlines()) if "good |" in text
    )
    with pytest.raises(FileError, match=rf":{line}:1: answer.1: must be a rating from 1 to 5"):
        coach.partners.bring_in(path)


def test_a_sheet_of_another_home_is_told(coach: Coach, tmp_path: Path) -> None:
    path = filled(exported(coach, tmp_path)[1], sheet="0123456789ab")
    with pytest.raises(InputError, match="was not exported from this home"):
        coach.partners.bring_in(path)


def test_a_sheet_needs_a_hot_debrief(coach: Coach) -> None:
    with pytest.raises(InputError, match="Debrief it first"):
        coach.partners.export(coach.interviews.add(Interview("Acme", "backend")))


def test_exporting_again_keeps_what_the_partner_wrote(coach: Coach, tmp_path: Path) -> None:
    entry = debriefed(coach)
    path = filled(coach.partners.export(entry, tmp_path).json, ratings=[4, 3])
    with pytest.raises(InputError, match="--replace"):
        coach.partners.export(entry, tmp_path)
    assert json.loads(path.read_text(encoding="utf-8"))["rate"][0]["rating"] == 4


@pytest.mark.parametrize("words", HOSTILE, ids=range(len(HOSTILE)))
def test_no_words_break_the_sheet_and_it_still_comes_back(coach: Coach, tmp_path: Path, words: str) -> None:
    flat = " ".join(words.split())
    told = {"questions": f"{flat}\nWhy us?\nDesign a queue", "company": words, "wants": words, "word": words}
    markdown, data = exported(coach, tmp_path, *Included, **told)
    tokens = MarkdownIt("commonmark", {"html": True}).enable("table").parse(markdown.read_text(encoding="utf-8"))
    assert sum(token.type == "table_open" for token in tokens) == 2
    assert sum(token.type == "heading_open" for token in tokens) == 11
    table_filled(markdown, ("3 | Design a queue", "2"))
    assert [one.peer for one in coach.partners.bring_in(markdown).rated] == [None, 2]
    assert [one.peer for one in coach.partners.bring_in(filled(data, ratings=[1, 5])).rated] == [1, 5]
