"""`abi debrief --from`: what was taken is shown, the rest is asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.support.command_line import Ran

    Abi = Callable[..., Ran]

NOTE = "Company: Acme\nNerves: 2\n\n- Why us?\n- Design a queue\n"
REST = "backend\nt\nv\nnow\np\nhear how\n4\n1 n\n1\n2\nnone\nnone\n60\nrelieved\n\n"


@pytest.fixture
def note(tmp_path: Path) -> str:
    path = tmp_path / "note.md"
    path.write_text(NOTE, encoding="utf-8")
    return str(path)


def test_the_note_is_shown_with_lines_and_the_rest_is_asked(abi: Abi, note: str) -> None:
    ran = abi("debrief", "--from", note, "--plain", said=REST)
    assert (ran.code, ran.err) == (0, "")
    assert "line 4: question: Why us? (ends in a question mark)" in ran.out
    assert "Saved the hot debrief of Acme · technical" in ran.out
    listed = abi("debrief", "list", "--json").json["debriefs"][0]
    hot = abi("debrief", "show", listed["id"], "--json").json["hot"]
    assert (hot["origin"], [asked["line"] for asked in hot["questions"]]) == ("notes", [4, 5])


def test_a_pipe_becomes_a_draft_and_says_how_to_go_on(abi: Abi) -> None:
    ran = abi("debrief", "--from", "-", said=NOTE)
    assert (ran.code, ran.err) == (0, "")
    command = ran.out.split("`abi ")[1].split("`")[0]
    assert "Still missing: Stage" in ran.out
    again = abi(*command.split(), said="backend\n" + REST.partition("\n")[2])
    assert "Saved the hot debrief of Acme" in again.out


def test_json_only_describes(abi_here: Abi, note: str) -> None:
    ran = abi_here("debrief", "--from", note, "--json")
    assert ran.json["schema"] == "abi.notes/1"
    assert [one["line"] for one in ran.json["taken"] if one["what"] == "question"] == [4, 5]
    assert abi_here("debrief", "list", "--json").json["debriefs"] == []


def test_without_a_terminal_the_plain_form_is_named(abi: Abi, note: str) -> None:
    ran = abi("debrief", "--from", note)
    assert ran.code == 2
    assert "--plain" in ran.err


def test_a_file_that_is_no_text_is_told(abi_here: Abi, tmp_path: Path) -> None:
    (tmp_path / "x.md").write_bytes(b"\xff\x00")
    ran = abi_here("debrief", "--from", str(tmp_path / "x.md"), "--plain")
    assert ran.code == 1
    assert "x.md:1:1: is not UTF-8" in ran.err
