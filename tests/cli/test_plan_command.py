"""`abi plan` from outside: Markdown to a pipe, exact numbers, own words, and honest exit codes."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from abi_coach.services.coach import Coach, open_coach
from tests.support.command_line import Ran, run_abi_here
from tests.support.diary import Diary, worked_example
from tests.support.hand_clock import HandClock

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

TODAY = datetime.now(UTC)
"""Commands know no clock but the one on the wall."""

ON = ("--role", "backend", "--date", f"{TODAY:%Y-%m-%d}")


def ago(days: int) -> str:
    return f"{TODAY - timedelta(days=days):%Y-%m-%d}"


@pytest.fixture
def coach(home: Path) -> Iterator[Coach]:
    clock = HandClock(TODAY)
    coach = open_coach(home, clock, clock.monotonic)
    worked_example(coach)
    yield coach
    coach.close()


def abi(*words: object, said: str = "") -> Ran:
    return run_abi_here("plan", *map(str, words), said=said)


@pytest.mark.usefixtures("coach")
def test_the_table_behind_a_number_adds_up_and_fits_eighty_columns() -> None:
    ran = abi("explain", "Conflict", *ON)
    assert "   22.2 + 16.7 + 25.0 + 8.3 + 4.2 = 76.4" in ran.out.splitlines()
    assert "G  Rating gap               0.400    0.444     22.2" in ran.out.splitlines()
    assert f"   {ago(3)}  final 2, 3 days old" in ran.out.splitlines()
    assert "V  Stories missing: no usable stories, and two would do" in ran.out.splitlines()
    assert max(map(len, ran.out.splitlines())) <= 80
    parts = abi("explain", "conflict", *ON, "--json").json
    assert round(sum(part["points"] for part in parts["parts"]) + parts["over"], 1) == parts["points"]


@pytest.mark.usefixtures("coach")
def test_every_story_and_everyone_who_asks_is_dated() -> None:
    lines = abi("explain", "terraform", *ON).out.splitlines()
    assert [line for line in lines if line.startswith("   2") and ("asked for" in line or "nice" in line)] == [
        f"   {ago(days)}  nice to have in an advert, counts 0.5" for days in (33, 32, 31, 30)
    ]
    assert f"   {ago(0)}  On call" in abi("explain", "delivery", *ON).out.splitlines()
    parts = abi("explain", "kubernetes", *ON, "--json").json["parts"]
    assert all(line["on"] and line["entry"] for part in parts for line in part["inputs"])


@pytest.mark.usefixtures("coach")
def test_an_unknown_item_is_answered_with_near_ones() -> None:
    ran = abi("explain", "conflct")
    assert (ran.code, ran.out) == (1, "")
    assert "Did you mean conflict?" in ran.err


@pytest.mark.usefixtures("coach")
def test_an_action_that_goes_on_is_printed_as_it_was_proposed() -> None:
    proposed = abi("action", "--json").out
    abi("keep")
    assert abi("action", "--json").out == proposed.replace('"kept": false', '"kept": true')


@pytest.mark.usefixtures("home")
@pytest.mark.parametrize("words", [(), ("explain", "conflict"), ("keep",)])
def test_a_role_that_is_only_guessed_is_said_aloud(words: tuple[str, ...]) -> None:
    ran = abi(*words, "--role", "bakend", "--json")
    assert (ran.code, ran.err) == (0, "Nothing is called “bakend”; weighing as “backend” does.\n")
    assert abi(*words, "--role", "backend").err == ""


@pytest.mark.usefixtures("coach")
def test_a_known_skill_that_no_plan_works_on_says_why() -> None:
    ran = abi("explain", "Postgres")
    assert (ran.code, ran.out) == (1, "")
    assert "Nothing that you kept is about postgresql yet. `abi practice --skill postgresql`" in ran.err
    assert "No question asks for python, so a plan does not work on it." in abi("explain", "python").err


@pytest.mark.usefixtures("coach")
@pytest.mark.parametrize("asked", ["kubernetes", "K8s", "KUBERNETES"])
def test_an_item_is_known_by_any_of_its_names(asked: str) -> None:
    assert abi("explain", asked, *ON, "--json").json["item"] == "kubernetes"


@pytest.mark.usefixtures("coach")
def test_the_craft_of_a_role_is_explained_skill_by_skill() -> None:
    ran = abi("explain", "role_expertise", *ON)
    assert (ran.code, ran.out) == (1, "")
    assert "Name a skill" in ran.err


def test_the_craft_is_an_item_with_its_answers_where_a_debrief_names_it(coach: Coach) -> None:
    diary = Diary(coach)
    diary.debrief(diary.interview("Cedar", 2), 2, {"guessed": "role_expertise"})
    assert abi("explain", "role_expertise", *ON, "--json").json["answers"] == 1


def test_every_reading_command_works_on_an_empty_home(home: Path) -> None:
    for words in ((), ("explain", "conflict"), ("action",), ("action", "list"), ("history",), ("--template", "mentor")):
        assert abi(*words).code == 0
        assert abi(*words, "--json").json["schema"].startswith("abi.plan")
    assert not home.exists()


@pytest.mark.usefixtures("coach")
def test_words_are_changed_ticked_listed_and_kept() -> None:
    assert abi("keep", "--role", "backend", "--date", ago(1)).code == 0
    ran = abi("action", "edit", "1", "--if", "If it is Monday", "--then", "I will call Kim")
    assert "IF it is Monday THEN I will call Kim." in ran.out
    assert abi("action", "done", "2").out.startswith("Ticked ")
    listed = abi("action", "--json").json
    assert [each["status"] for each in listed["actions"]] == ["active", "ticked", "active"]
    assert listed["actions"][0]["if"] == "it is Monday"
    assert "ticked by you" in abi("action", "list").out
    assert "IF it is Monday THEN I will call Kim" in abi(*ON).out


@pytest.mark.usefixtures("coach")
def test_asked_in_plain_lines_it_takes_ones_own_words() -> None:
    ran = abi("action", "edit", "1", "--plain", said="it is Monday\ncall Kim\n")
    assert "IF it is Monday THEN I will call Kim" in ran.out
    assert abi("action", "edit", "1").code == 2


@pytest.mark.usefixtures("coach")
def test_history_and_differences_of_kept_plans(tmp_path: Path) -> None:
    assert "No plan was kept yet" in abi("history").out
    assert "No plan was kept before" in abi("diff").out
    assert abi("--out", tmp_path / "a.md", "--role", "backend", "--date", ago(12)).code == 0
    assert abi("keep", *ON).code == 0
    assert f"{ago(0)}  Conflict 76.4" in abi("history").out.splitlines()[0]
    ran = abi("diff", ago(12), ago(0))
    assert ran.out.startswith(f"{ago(12)} → {ago(0)}: ")
    assert max(map(len, ran.out.splitlines())) <= 80


@pytest.mark.usefixtures("coach")
def test_charts_are_ascii_in_plain_mode_and_without_colour(monkeypatch: pytest.MonkeyPatch) -> None:
    assert "█" in abi(*ON).out
    assert "█" not in abi(*ON, "--plain").out
    monkeypatch.setenv("NO_COLOR", "1")
    assert "`###############.....`" in abi(*ON).out


@pytest.mark.usefixtures("coach")
def test_an_edited_file_is_not_written_over(tmp_path: Path) -> None:
    path = tmp_path / "plan.md"
    assert abi("--out", path).code == 0
    path.write_text("mine")
    ran = abi("--out", path)
    assert (ran.code, path.read_text()) == (1, "mine")
    assert "--replace" in ran.err
    assert abi("--out", path, "--replace").code == 0
    assert path.read_text().startswith("# Improvement plan")


@pytest.mark.usefixtures("coach")
def test_what_cannot_be_is_usage_or_input(tmp_path: Path) -> None:
    assert abi("--date", "yesterday").code == 2
    assert abi("--date", "0001-01-01").code == 1
    assert abi("--template", "no-such").code == 1
    assert abi("--template", "../secret").code == 1
    assert abi("--interview", "ffffffff").code == 1
    assert abi("--out", tmp_path).code == 1
    assert abi("action", "done", "nothing").code == 1


@pytest.mark.usefixtures("coach")
def test_a_folder_that_is_not_there_or_is_a_file_is_told(tmp_path: Path) -> None:
    ran = abi("--out", tmp_path / "plans" / "plan.md")
    assert (ran.code, f"There is no folder {tmp_path / 'plans'}." in ran.err) == (1, True)
    (tmp_path / "plans").write_text("not a folder")
    ran = abi("--out", tmp_path / "plans" / "plan.md")
    assert (ran.code, "is a file, and a folder is needed" in ran.err) == (1, True)


@pytest.mark.usefixtures("coach")
def test_a_dash_prints_the_plan_and_keeps_nothing() -> None:
    assert abi("--out", "-", *ON).out == abi(*ON).out
    assert abi("history", "--json").json["plans"] == []


@pytest.mark.usefixtures("coach")
def test_front_matter_stands_before_everything() -> None:
    lines = abi(*ON, "--front-matter").out.splitlines()
    assert lines[:3] == ["---", f'title: "Improvement plan, {ago(0)}"', f"date: {ago(0)}"]
    assert any(line.startswith("# Improvement plan, ") for line in lines)


@pytest.mark.usefixtures("coach")
def test_what_a_plan_says_to_begin_with_is_a_command_that_works() -> None:
    begun = [each["action"]["start"] for each in abi("--json", *ON).json["priorities"]]
    assert begun == ["abi story add", "abi practice --competency quality", "abi practice --competency communication"]
    for words in begun[1:]:
        assert run_abi_here(*words.split()[1:], "--json").json["questions"]
