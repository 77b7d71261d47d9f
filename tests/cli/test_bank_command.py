"""`abi bank`: browse, check, start, search, export, hide, rename."""

from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING

import pytest

from abi_coach.services.coach import open_coach
from tests.services.test_question_care import answer
from tests.support.own_banks import PROMPT, write_bank

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.support.command_line import Ran

    Abi = Callable[..., Ran]


@pytest.mark.parametrize(
    "words",
    [
        ["list"],
        ["list", "--flagged"],
        ["list", "--retired"],
        ["show", "backend"],
        ["search", "query"],
        ["lint"],
        ["schema"],
    ],
    ids=str,
)
def test_reading_works_on_an_empty_home_and_tells_one_document(words: list[str], abi_here: Abi, home: Path) -> None:
    ran = abi_here("bank", *words, "--json")
    assert (ran.code, ran.err) == (0, "")
    assert ran.json["schema"].startswith("abi.bank")
    assert not home.exists()


def test_the_list_says_what_replaces_what(abi_here: Abi, home: Path) -> None:
    write_bank(home / "question_banks", "mine", {"sec-1": PROMPT}, bank="security")
    write_bank(home / "question_banks", "other", {"backend-technical-001": "Describe a query that beat you."})
    told = abi_here("bank").out
    assert "replaced by yours" in told
    assert "replaces ours" in told
    assert "Your backend-technical-001 in other.yaml replaces ours in backend.yaml." in told


def test_a_bad_file_is_named_and_counted_and_hides_nothing(abi_here: Abi, home: Path) -> None:
    path = write_bank(home / "question_banks", "mine", {"m-1": PROMPT, "m-2": "Describe a reef."})
    path.write_text(path.read_text(encoding="utf-8").replace("difficulty: 2", "difficulty: 9", 1), encoding="utf-8")
    ran = abi_here("bank", "list")
    assert ran.code == 0
    assert "1 skipped" in ran.out
    assert "mine.yaml:12:17: questions[0].difficulty" in ran.err


def test_a_file_with_many_problems_hides_no_other(abi_here: Abi, home: Path) -> None:
    folder = home / "question_banks"
    folder.mkdir(parents=True)
    for name, times in (("a", 500), ("b", 1)):
        text = f"format: 1\nid: {name}\ntitle: T\nquestions:\n" + "  - 1\n" * times
        (folder / f"{name}.yaml").write_text(text, encoding="utf-8")
    told = abi_here("bank", "list").err.splitlines()
    assert [line[:4] for line in told] == ["a.ya"] * 5 + ["b.ya", "Ther"]


def test_a_question_is_shown_whole_with_its_place(abi_here: Abi) -> None:
    shown = abi_here("bank", "show", "backend-technical-001")
    assert "Really asking" in shown.out
    assert "backend.yaml:" in shown.out
    assert abi_here("bank", "show", "backend-technical-001", "--json").json["line"] > 1


def test_a_question_is_shown_with_the_times_of_ones_own_config(abi_here: Abi, home: Path) -> None:
    home.mkdir()
    (home / "config.toml").write_text("[practice.times.behavioural]\ntarget = 100\n", encoding="utf-8")
    assert "aim for 1:40" in abi_here("bank", "show", "common-behavioural-005").out


def test_what_is_not_there_is_answered_with_the_nearest(abi_here: Abi) -> None:
    ran = abi_here("bank", "show", "bakend")
    assert ran.code == 1
    assert "backend" in ran.err


def test_lint_fails_on_errors_and_when_strict_on_style(abi_here: Abi, tmp_path: Path) -> None:
    bad_style = str(write_bank(tmp_path, "sail", {"sail-1": "How is the weather?"}))
    assert abi_here("bank", "lint", bad_style).code == 0
    strict = abi_here("bank", "lint", "--strict", bad_style)
    assert (strict.code, "sail.yaml:8:13: style: sail-1.prompt: " in strict.out) == (1, True)
    assert abi_here("bank", "lint", str(tmp_path / "none.yaml")).code == 1


def test_lint_as_json_tells_errors_and_style_apart(abi_here: Abi, tmp_path: Path) -> None:
    path = str(write_bank(tmp_path, "sail", {"sail-1": "How is the weather?"}))
    told = abi_here("bank", "lint", path, "--json").json
    assert (told["errors"], told["style"][0]["path"], told["questions"]) == ([], "sail-1.prompt", 1)


@pytest.mark.parametrize(
    "role",
    ["Nurse", "Chef de Partie (pastry)", "no", "123", "Müller & Söhne", "Ship’s pilot", "a\x1b[31mb", "long " * 99],
)
def test_a_new_bank_is_valid_and_found_at_once(role: str, abi_here: Abi, home: Path) -> None:
    made = abi_here("bank", "new", role, "--json").json
    lint = abi_here("bank", "lint", "--strict", made["path"])
    assert (lint.code, lint.out) == (0, "")
    first = (home / "question_banks" / f"{made['bank']}.yaml").read_text(encoding="utf-8").splitlines()[0]
    assert first == "# yaml-language-server: $schema=bank.schema.json"
    assert json.loads((home / "question_banks/bank.schema.json").read_text(encoding="utf-8"))["title"]
    assert abi_here("practice", "--role", role, "--json").json["role"]["bank"] == made["bank"]


def test_an_apostrophe_leaves_no_letter_standing_alone_in_the_id(abi_here: Abi) -> None:
    assert abi_here("bank", "new", "Ship's pilot", "--json").json["bank"] == "ships-pilot"


def test_a_new_bank_never_overwrites(abi_here: Abi, tmp_path: Path) -> None:
    out = str(tmp_path / "x.yaml")
    assert abi_here("bank", "new", "nurse", "--out", out).code == 0
    again = abi_here("bank", "new", "nurse", "--out", out)
    assert (again.code, "is there already" in again.err) == (1, True)


def test_a_new_bank_with_our_name_says_that_it_replaces_ours(abi_here: Abi) -> None:
    assert "replaces ours" in abi_here("bank", "new", "Security").err


def test_the_schema_is_a_document_of_its_own(abi_here: Abi) -> None:
    assert json.loads(abi_here("bank", "schema").out)["$schema"] == "http://json-schema.org/draft-07/schema#"


def test_search_forgives_and_says_what_it_took_the_word_for(abi_here: Abi) -> None:
    ran = abi_here("bank", "search", "kuberntes")
    assert "“kuberntes” is taken for kubernetes" in ran.err
    assert "platform-sre-" in ran.out


def test_search_takes_every_filter_and_tells_a_guessed_role(abi_here: Abi) -> None:
    filters = [
        "--kind",
        "technical",
        "--competency",
        "problem_solving",
        "--skill",
        "pg",
        "--level",
        "mid",
        "--difficulty",
        "1",
    ]
    ran = abi_here("bank", "search", "--role", "Senior Backend Developer", *filters)
    assert "looking in “backend”" in ran.err
    assert ran.out.startswith("backend-technical-001")


def test_search_says_when_there_is_more(abi_here: Abi) -> None:
    ran = abi_here("bank", "search", "you", "--limit", "2")
    assert (len(ran.out.splitlines()), "the first 2" in ran.err) == (2, True)


def test_a_skill_may_be_named_with_signs(abi_here: Abi, home: Path) -> None:
    write_bank(home / "question_banks", "odd", {"odd-1": PROMPT}, skill="c++")
    assert abi_here("bank", "search", "--skill", "C++").out.startswith("odd-1")


def test_anki_notes_have_a_stable_id_and_tags(abi_here: Abi) -> None:
    lines = abi_here("bank", "export", "--anki", "--role", "backend").out.splitlines()
    assert lines[:4] == ["#separator:tab", "#html:true", "#guid column:1", "#tags column:4"]
    notes = [line.split("\t") for line in lines[5:]]
    assert {len(note) for note in notes} == {4}
    assert (notes[0][0], "bank::backend" in notes[0][3]) == ("backend-technical-001", True)


def test_text_in_anki_notes_is_no_html_and_no_field(abi_here: Abi, home: Path) -> None:
    write_bank(home / "question_banks", "odd", {"'#odd-1'": "Describe <b>a</b> time\\tof & doubt."})
    note = abi_here("bank", "export", "--anki", "--role", "odd").out.splitlines()[5].split("\t")
    assert (note[0], note[1]) == ("abi #odd-1", "Describe &lt;b&gt;a&lt;/b&gt; time of &amp; doubt.")


def test_lines_stay_lines_in_anki_notes_and_nothing_in_them_is_a_command(abi_here: Abi, home: Path) -> None:
    path = write_bank(home / "question_banks", "odd", {"odd-1": "Describe [sound:x.mp3] {{c1::it}}."})
    told = path.read_text(encoding="utf-8").replace('"Do you plan for what you cannot rule?"', '"One.\\n\\n\\tTwo."')
    path.write_text(told, encoding="utf-8")
    note = abi_here("bank", "export", "--anki", "--role", "odd").out.splitlines()[5].split("\t")
    assert "<b>Really asking</b> One.<br>Two.<br>" in note[2]
    assert note[1] == "Describe &#91;sound:x.mp3] &#123;&#123;c1::it}}."


def test_the_table_has_what_only_some_kinds_have(abi_here: Abi) -> None:
    rows = list(csv.DictReader(io.StringIO(abi_here("bank", "export", "--csv").out)))
    filled = {name for row in rows for name, cell in row.items() if cell}
    assert filled >= {"area", "story_hint", "jurisdiction", "answer", "bridge", "decline", "target_seconds"}


@pytest.mark.parametrize("start", ["=1+1", "+1", "-1", "@x", " =1", "\\t=1", "|x", "%x", "\u3000=1", "\u200b=1"])
def test_no_cell_of_the_table_is_a_formula(start: str, abi_here: Abi, home: Path) -> None:
    write_bank(home / "question_banks", "odd", {"odd-1": f"{start} Describe a time."})
    heading, row = csv.reader(io.StringIO(abi_here("bank", "export", "--csv", "--role", "odd").out))
    assert dict(zip(heading, row, strict=True))["prompt"].startswith("'")


def test_an_export_can_go_to_a_file_and_needs_a_form(abi_here: Abi, tmp_path: Path) -> None:
    assert "630 questions" in abi_here("bank", "export", "--csv", "--out", str(tmp_path / "q.csv")).out
    assert (tmp_path / "q.csv").read_text(encoding="utf-8").startswith("id,bank,kind")
    assert abi_here("bank", "export").code == 2


def test_hiding_lists_the_question_with_its_reason_until_it_is_brought_back(abi_here: Abi) -> None:
    assert "backend-technical-001" in abi_here("bank", "hide", "backend-technical-001", "--reason", "too easy").out
    assert abi_here("bank", "list", "--flagged", "--json").json["flagged"][0]["reason"] == "too easy"
    assert abi_here("bank", "unhide", "backend-technical-001").code == 0
    assert abi_here("bank", "list", "--flagged", "--json").json["flagged"] == []


def test_a_reason_is_kept_as_one_harmless_line(abi_here: Abi) -> None:
    hidden = abi_here("bank", "hide", "backend-technical-001", "--reason", " too\n easy\x1b[2J ", "--json")
    assert hidden.json["reason"] == "too easy[2J"


def test_a_question_that_left_its_bank_is_shown_as_retired(abi_here: Abi, home: Path) -> None:
    coach = open_coach(home)
    answer(coach, "gone-1", 4, "Describe a keel.")
    coach.close()
    shown = abi_here("bank", "show", "gone-1")
    assert (shown.code, shown.out.splitlines()[0]) == (0, "Describe a keel.")
    assert "Retired: it is in no bank any more. Last rated 4" in shown.out
    assert abi_here("bank", "show", "gone-1", "--json").json["retired"][0]["question"] == "gone-1"
    assert abi_here("bank", "show", "gone-2").code == 1


def test_a_rename_without_history_is_refused(abi_here: Abi) -> None:
    assert abi_here("bank", "rename", "nothing", "backend-technical-001").code == 1


def test_escapes_and_markup_in_a_bank_have_no_effect(abi_here: Abi, home: Path) -> None:
    write_bank(
        home / "question_banks",
        "odd",
        {"odd-1": "Describe [b]a[/b] \\e[31mred\\a time.", "odd-2": "Describe [@click=quit]it[/]."},
    )
    for words in (["list"], ["show", "odd"], ["search", "describe", "--role", "odd"], ["export", "--csv"]):
        ran = abi_here("bank", *words)
        assert "\x1b" not in ran.out + ran.err
    assert "[@click=quit]it[/]" in abi_here("bank", "show", "odd-2").out
