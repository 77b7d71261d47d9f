"""`abi debrief` and `abi interview` as a person or a script uses them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.support.command_line import Ran

    Abi = Callable[..., Ran]

FACTS = "Acme\nbackend\nt\nv\n\np\nhear how they deploy\n"
QUESTIONS = "Tell me about an outage\nWhy us?\n\n"
REST = "4\n1 n\n1\n2\nnone\nan answer\nfri\n60\n2\nrelieved\nAda King, staff engineer\n"
COLD = (
    "\ntrade-offs\nparts\n\nnumbers first\n\nI asked\n\n\nI stopped\n\n\n\nno numbers\nk\n5\nI am asked\nask back\n\n"
)
COLD_REST = "Kafka\n\n1\n\n2\n1\n2\n\ny\n\nfri\n"


def first_id(abi: Abi) -> str:
    return str(abi("debrief", "list", "--json").json["debriefs"][0]["short"])


def test_a_whole_debrief_goes_through_a_pipe(abi: Abi) -> None:
    ran = abi("debrief", "--plain", said=FACTS + QUESTIONS + REST)
    assert (ran.code, ran.err) == (0, "")
    assert "Saved the hot debrief of Acme · technical" in ran.out.splitlines()[-1]
    shown = abi("debrief", "show", first_id(abi), "--json").json
    assert (
        shown["hot"]["questions"][1] | {"text": "Why us?", "landed": 1, "tags": ["no-story"]}
        == shown["hot"]["questions"][1]
    )
    assert (shown["interview"]["wants"], shown["hot"]["confidence"]) == ("hear how they deploy", 60)


def test_the_end_of_the_input_keeps_a_draft_and_says_how_to_go_on(abi_here: Abi) -> None:
    ran = abi_here("debrief", "--plain", said=FACTS + "Tell me about an outage\nWhy us?\n")
    assert ran.code == 1
    assert "Still missing: How it landed, Best, Redo" in ran.err
    command = ran.err.split("`abi ")[1].split("`")[0]
    again = abi_here(*command.split(), said="\n" + REST)
    assert "Going on where you left" in again.out
    assert (again.code, again.err) == (0, "")
    assert [
        one["text"] for one in abi_here("debrief", "show", first_id(abi_here), "--json").json["hot"]["questions"]
    ] == [
        "Tell me about an outage",
        "Why us?",
    ]


def test_a_wrong_answer_is_explained_and_asked_again(abi_here: Abi) -> None:
    ran = abi_here("debrief", "--plain", said="\nAcme\nbackend\nquiz\nt\nv\n31 feb 10:00\n11:00\n")
    assert "Nothing was written for “Company”" in ran.out
    assert "“quiz” is none of the answers" in ran.out
    assert "There is no day 31 of February" in ran.out
    assert "Company" not in ran.err


def test_back_goes_one_question_back(abi_here: Abi) -> None:
    abi_here("debrief", "--plain", said="Acme\n<\nApex\n" + FACTS[5:] + QUESTIONS + REST)
    assert abi_here("debrief", "list", "--json").json["debriefs"][0]["title"] == "Apex · technical"


def test_an_unfinished_debrief_is_in_the_list(abi_here: Abi) -> None:
    abi_here("debrief", "--plain", said="Acme\n")
    listed = abi_here("debrief", "list")
    assert "Acme" in listed.out
    assert "hot draft" in listed.out


def test_the_cold_debrief_and_the_outcome_follow(abi_here: Abi) -> None:
    abi_here("debrief", "--plain", said=FACTS + QUESTIONS + REST)
    entry = first_id(abi_here)
    cold = abi_here("debrief", entry, "--plain", said=COLD + COLD_REST)
    assert (cold.code, cold.err) == (0, "")
    assert "Promises to yourself: 1." in cold.out
    outcome = abi_here("debrief", entry, "--outcome", "--plain", said="m\ntoday\nsee you soon\nn\n")
    assert "Saved the outcome of Acme · technical: moved on" in outcome.out
    shown = abi_here("debrief", "show", entry).out
    assert "IF I am asked THEN I will ask back" in shown
    assert "see you soon" in shown


def test_without_a_terminal_the_screen_is_refused_with_the_command_to_use(abi: Abi) -> None:
    ran = abi("debrief")
    assert ran.code == 2
    assert "abi debrief --plain" in ran.err


def test_lists_are_quiet_in_an_empty_home(abi_here: Abi) -> None:
    assert abi_here("debrief", "list", "--json").json == {"schema": "abi.debriefs/1", "debriefs": []}
    assert abi_here("interview", "--json").json == {"schema": "abi.interviews/1", "interviews": []}
    assert abi_here("interview").code == 0


def test_an_interview_is_added_shown_changed_and_closed(abi_here: Abi) -> None:
    added = abi_here(
        "interview",
        "add",
        "--company",
        "Acme",
        "--role",
        "backend",
        "--at",
        "fri 14:30",
        "--skill",
        "Go",
        "--intent",
        "practice",
    )
    assert (added.code, added.out[:35]) == (0, "Saved the interview Acme · other (0")
    assert "When: Fri " in added.err
    entry = abi_here("interview", "list", "--json").json["interviews"][0]["short"]
    abi_here("interview", "edit", entry, "--stage", "panel", "--person", "Ada King, CTO")
    kept = abi_here("interview", "show", entry, "--json").json
    assert (kept["stage"], kept["skills"], kept["people"]) == ("panel", ["go"], [{"name": "Ada King", "role": "CTO"}])
    assert abi_here("interview", "close", entry).out.startswith("Closed Acme · panel")
    assert "Ada King, CTO" in abi_here("interview", "show", entry).out


def test_a_past_date_is_questioned(abi_here: Abi) -> None:
    ran = abi_here("interview", "add", "--company", "Acme", "--role", "x", "--at", "2020-01-01 10:00")
    assert "is in the past" in ran.err


@pytest.mark.parametrize(
    "words", [("add", "--company", "Acme"), ("show", "zzz"), ("add", "--company", "A", "--at", "31 feb 9:00")]
)
def test_wrong_input_ends_with_one(abi_here: Abi, words: tuple[str, ...]) -> None:
    ran = abi_here("interview", *words)
    assert ran.code == 1
    assert ran.err


def test_an_interview_is_asked_for_in_a_pipe(abi_here: Abi) -> None:
    ran = abi_here("interview", "add", "--plain", said="Acme\nbackend\np\nv\n+3d 10:00\nr\na better job\n")
    assert (ran.code, ran.err) == (0, "")
    assert "= " in ran.out


def test_bytes_that_are_no_text_do_not_stop_a_debrief(abi: Abi) -> None:
    ran = abi("debrief", "--plain", said="A\x1b[31mcme\x07\n", PYTHONIOENCODING="ascii")
    assert ran.code == 1
    assert "\x1b" not in abi("debrief", "list").out


def test_the_prompts_load_no_screens_and_no_checker(abi: Abi) -> None:
    ran = abi("debrief", "--plain", said="Acme\n", PYTHONPROFILEIMPORTTIME="1")
    assert "textual" not in ran.err
