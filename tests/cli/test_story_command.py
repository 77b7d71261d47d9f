"""`abi story` as a person or a script uses it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.support.command_line import Ran

    Abi = Callable[..., Ran]

TOLD = ("story", "add", "--title", "Move", "--action", "I cut it", "--result", "4 min", "--competency", "quality")


def first(abi: Abi) -> str:
    return str(abi("story", "list", "--json").json["stories"][0]["short"])


def test_a_story_is_added_by_options_and_listed(abi_here: Abi) -> None:
    added = abi_here(*TOLD, "--competency", "delivery", "--number", "40 → 4", "--in-30", "short")
    assert (added.code, added.err) == (0, "")
    assert added.out.startswith("Saved the story “Move” (")
    [told] = abi_here("story", "--json").json["stories"]
    assert (told["competencies"], told["numbers"], told["versions"]) == (
        ["quality", "delivery"],
        ["40 → 4"],
        {"30": "short"},
    )
    assert "Move  (Quality, Delivery)" in abi_here("story").out


def test_a_story_is_asked_for_in_a_pipe_one_field_at_a_time(abi: Abi) -> None:
    ran = abi("story", "add", "--plain", said="Move\nat the bank\nmine\nI cut it\\\nin three\n4 min\n\n7\n\n\n\n\n\n")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.index("Situation") < ran.out.index("Action") < ran.out.index("Result") < ran.out.index("Lesson")
    assert abi("story", "show", first(abi), "--json").json["action"] == "I cut it\nin three"


def test_the_end_of_the_input_keeps_a_draft_and_says_how_to_go_on(abi: Abi) -> None:
    assert abi("story", "add", "--plain", said="").code == 1
    ran = abi("story", "list")
    assert ran.code == 0
    assert "go on with `abi story edit" in ran.out


def test_editing_keeps_the_version_before(abi_here: Abi) -> None:
    abi_here(*TOLD)
    assert abi_here("story", "edit", first(abi_here), "--lesson", "Ask first").code == 0
    versions = abi_here("story", "show", first(abi_here), "--versions", "--json").json["versions"]
    assert [(one["lesson"], one["changed"]) for one in versions] == [("", []), ("Ask first", ["lesson"])]
    assert "As it was on" in abi_here("story", "show", first(abi_here), "--versions").out


def test_retiring_puts_a_story_away_and_back_again(abi_here: Abi) -> None:
    abi_here(*TOLD)
    short = first(abi_here)
    assert abi_here("story", "retire", short).out.startswith("Retired “Move”")
    assert abi_here("story", "--json").json["stories"] == []
    assert abi_here("story", "list", "--retired", "--json").json["stories"][0]["retired"] is True
    assert abi_here("story", "retire", short, "--back").out.endswith("is back.\n")


def test_coverage_tells_the_matrix_and_what_is_missing(abi_here: Abi) -> None:
    abi_here(*TOLD)
    told = abi_here("story", "coverage", "--role", "backend", "--json").json
    assert {need["item"]: need["has"] for need in told["families"]}["thinking"] == 1
    assert {need["wants"] for need in told["competencies"]} == {2}
    assert "Nothing yet for the families: people, doing" in abi_here("story", "coverage").out


def test_a_cv_starts_stories(abi_here: Abi, tmp_path: Path) -> None:
    file = tmp_path / "resume.json"
    file.write_text(json.dumps({"work": [{"name": "Acme", "position": "Engineer"}]}))
    assert "Started 1 story." in abi_here("story", "import", str(file)).out
    assert "needs action, result, a competency" in abi_here("story").out
    assert "1 were there already" in abi_here("story", "import", str(file)).out


def test_telling_a_story_in_an_interview_is_noted(abi_here: Abi) -> None:
    abi_here(*TOLD)
    abi_here("interview", "add", "--company", "Acme", "--role", "x")
    interview = abi_here("interview", "list", "--json").json["interviews"][0]["id"]
    assert abi_here("story", "told", first(abi_here), interview).out == "Noted: “Move” was told there.\n"
    assert abi_here("story", "list", "--json").json["stories"][0]["told_in_quarter"] == 1


@pytest.mark.parametrize(
    "words",
    [
        ("story", "show", "zzz"),
        ("story", "retire", "zzz"),
        ("story", "import", "/nowhere.json"),
        ("story", "add", "--title", " "),
        ("story", "add", "--title", "x", "--competency", "charm"),
        ("story", "add", "--lesson", "no title"),
    ],
)
def test_wrong_input_ends_with_one_and_says_why(abi_here: Abi, words: tuple[str, ...]) -> None:
    ran = abi_here(*words)
    assert (ran.code, ran.out) == (1, "")
    assert ran.err


def test_an_empty_home_is_quiet_and_exits_zero(abi_here: Abi) -> None:
    assert abi_here("story", "--json").json == {"schema": "abi.stories/1", "stories": []}
    assert abi_here("story").code == abi_here("story", "coverage").code == 0


def test_control_characters_never_reach_the_terminal(abi_here: Abi) -> None:
    abi_here("story", "add", "--title", "a\x1b[31mred")
    assert "\x1b" not in abi_here("story").out


def test_without_a_terminal_the_command_to_use_is_named(abi: Abi) -> None:
    ran = abi("story", "add")
    assert ran.code == 2
    assert "abi story add --plain" in ran.err
