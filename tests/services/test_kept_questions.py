"""Questions of real interviews join the own bank file: valid, dated, and nothing that was there is touched."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
import yaml

from abi_coach.services.coach import Coach, open_coach
from abi_coach.services.practice import Order
from abi_coach.storage.bank_reader import read_bank
from tests.support.hostile import HOSTILE
from tests.support.told_debriefs import COLD_TOLD, HOT_TOLD, tell

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.support.hand_clock import HandClock

MINE = """# my own file
format: 1
id: own
title: Mine   # a comment
questions:
    # the first
    - id: own-technical-004
      prompt: 'What is a mutex?'
      kind: technical
      competency: problem_solving
      difficulty: 1
      levels: [mid]
      really_asking: x y z
      anchors: {1: a b c d, 3: a b c d e, 5: a b c d e f}
      probes: [one, two]
"""


@pytest.fixture
def coach(home: Path, clock: HandClock) -> Iterator[Coach]:
    coach = open_coach(home, clock, clock.monotonic)
    yield coach
    coach.close()


@pytest.fixture
def file(home: Path) -> Path:
    path = home / "question_banks" / "own.yaml"
    path.parent.mkdir(parents=True)
    return path


def debriefed(coach: Coach, **told: str) -> tuple[str, str]:
    """An interview's entry id, and what was said when its cold debrief was finished."""
    tell(coach.debriefs.open_form(), HOT_TOLD | told).finish()
    entry = coach.interviews.listed()[0].entry
    return entry, tell(coach.debriefs.open_form(entry, "cold"), COLD_TOLD).finish()


def prompts(path: Path) -> list[str]:
    found = read_bank(path)
    assert found.problems == ()
    assert found.bank is not None
    return [question.prompt for question in found.bank.questions]


def test_kept_questions_are_in_a_new_bank_with_source_and_date(coach: Coach, file: Path) -> None:
    _, said = debriefed(coach)
    kept = yaml.safe_load(file.read_text(encoding="utf-8"))["questions"]
    told = [(one["id"], one["prompt"], one["source"], one["asked_on"]) for one in kept]
    assert told == [
        ("own-behavioural-001", "Tell me about an outage", "real", "2026-11-22"),
        ("own-technical-001", "Design a queue", "real", "2026-11-22"),
    ]
    assert "own-technical-001" in said
    assert kept[1]["really_asking"] == "trade-offs"
    assert "numbers first" in kept[1]["anchors"][5]


def test_the_own_bank_is_lint_clean(coach: Coach, file: Path) -> None:
    debriefed(coach)
    report = coach.banks.lint([file])
    assert (report.errors, report.questions) == ((), 2)
    assert [str(problem) for problem in report.style] == []


def test_what_was_there_stays_byte_for_byte(coach: Coach, file: Path) -> None:
    file.write_text(MINE, encoding="utf-8")
    debriefed(coach)
    assert file.read_text(encoding="utf-8").startswith(MINE)
    assert prompts(file) == ["What is a mutex?", "Tell me about an outage", "Design a queue"]
    assert "own-technical-005" in file.read_text(encoding="utf-8")


@pytest.mark.parametrize("end", ["skills: {go: [golang]}\n", "\n# the end\nsummary: more\n"])
def test_fields_after_the_list_stay_after_it(coach: Coach, file: Path, end: str) -> None:
    file.write_text(MINE + end, encoding="utf-8")
    debriefed(coach)
    assert len(prompts(file)) == 3
    assert file.read_text(encoding="utf-8").endswith(end.rpartition("# the end\n")[2])


@pytest.mark.parametrize("empty", ["questions: []\n", "questions:   # none yet\n", "questions: []"])
def test_an_empty_list_is_filled(coach: Coach, file: Path, empty: str) -> None:
    file.write_text(f"format: 1\nid: own\ntitle: Mine\n{empty}", encoding="utf-8")
    debriefed(coach)
    assert len(prompts(file)) == 2


@pytest.mark.parametrize(
    "broken", ["format: 1\nid: [", "questions: {}\n", "format: 1\nid: own\ntitle: x\nquestions: [{id: a}]\n"]
)
def test_a_file_that_cannot_be_added_to_is_left_and_told(coach: Coach, file: Path, broken: str) -> None:
    file.write_text(broken, encoding="utf-8")
    entry, said = debriefed(coach)
    assert file.read_text(encoding="utf-8") == broken
    assert "could not be kept" in said
    assert coach.debriefs.cold(entry) is not None


def test_the_same_question_is_kept_once(coach: Coach, file: Path) -> None:
    entry, _ = debriefed(coach)
    before = file.read_bytes()
    coach.debriefs.open_form(entry, "cold").finish()
    assert file.read_bytes() == before


def test_a_kept_question_that_landed_badly_comes_first_in_practice(coach: Coach) -> None:
    entry, _ = debriefed(coach)
    hot = coach.debriefs.hot(entry)
    assert hot is not None
    assert [asked.question for asked in hot.questions] == ["own-behavioural-001", "", "own-technical-001"]
    assert "own-technical-001" in [one.question for one in coach.practice.describe(Order()).questions]


def test_a_corrected_debrief_keeps_the_link(coach: Coach) -> None:
    entry, _ = debriefed(coach)
    before = coach.debriefs.hot(entry)
    coach.debriefs.open_form(entry, "hot").finish()
    assert coach.debriefs.hot(entry) == before


def test_questions_in_one_breath_become_one_and_a_probe(coach: Coach, file: Path) -> None:
    debriefed(coach, questions="What failed? What did you learn?\nWhy us?\nDesign a queue")
    kept = yaml.safe_load(file.read_text(encoding="utf-8"))["questions"][0]
    assert (kept["prompt"], kept["probes"][0]) == ("What failed?", "What did you learn?")


@pytest.mark.parametrize("words", HOSTILE, ids=range(len(HOSTILE)))
def test_no_words_break_the_file(coach: Coach, file: Path, words: str) -> None:
    file.write_text(MINE, encoding="utf-8")
    debriefed(coach, questions=f"{' '.join(words.split())}\nWhy us?\nDesign a queue")
    assert prompts(file)[-1] == "Design a queue"
    assert len(prompts(file)) == 3
    assert len(yaml.safe_load(file.read_text(encoding="utf-8"))["questions"]) == 3
