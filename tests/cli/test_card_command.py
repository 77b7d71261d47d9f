"""`abi card`, `abi interview follow-ups|done|calendar`, `abi debrief show|partner` as people and scripts use them."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from icalendar import Calendar

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.support.command_line import Ran

    Abi = Callable[..., Ran]

TOLD = (
    "Acme\nbackend\nt\nv\n-30h\np\nhear how they deploy\nTell me about an outage\nWhy us?\n\n4\n1 n\n1\n2\nnone\n"
    "an answer\nfri\n60\n2\nrelieved\nAda King, staff engineer\n"
)


def booked(abi: Abi, *more: str) -> None:
    ran = abi("interview", "add", "--company", "Acme", "--role", "backend", "--at", "+3d 10:00", *more)
    assert ran.code == 0


def debriefed(abi: Abi) -> str:
    ran = abi("debrief", "--plain", said=TOLD)
    assert (ran.code, ran.err) == (0, ""), ran.out
    return str(abi("debrief", "list", "--json").json["debriefs"][0]["short"])


@pytest.mark.parametrize("words", [("card",), ("interview", "follow-ups"), ("interview", "calendar")])
def test_an_empty_home_is_no_mistake(abi_here: Abi, words: tuple[str, ...], home: Path) -> None:
    for more in ((), ("--json",), ("--redact",)):
        ran = abi_here(*words, *more)
        assert (ran.code, ran.err) == (0, "")
        assert ran.out
    assert not (home / "journal.db").exists()


def test_a_card_in_a_pipe_is_markdown_and_plain_is_for_reading(abi: Abi) -> None:
    booked(abi, "--wants", "why they left - really?")
    assert "why they left \\- really?" in abi("card").out
    assert "why they left - really?" in abi("card", "--plain").out
    lines = abi("card").out.splitlines()
    assert len(lines) <= 40
    assert max(map(len, lines)) <= 80


def test_a_card_as_json_has_everything_in_full(abi_here: Abi) -> None:
    booked(abi_here, "--wants", "x" * 300)
    document = abi_here("card", "--json").json
    assert document["schema"] == "abi.card/1"
    assert document["card"]["wants"] == "x" * 300
    assert "Acme" not in json.dumps(abi_here("card", "--json", "--redact").json)


def test_an_unknown_interview_is_told(abi_here: Abi) -> None:
    ran = abi_here("card", "0000")
    assert ran.code == 1
    assert "no interview" in ran.err


def test_follow_ups_are_listed_and_done(abi_here: Abi) -> None:
    debriefed(abi_here)
    rows = abi_here("interview", "follow-ups", "--json").json["follow_ups"]
    thanks = next(row for row in rows if row["what"] == "thanks")
    assert thanks["due"]
    assert abi_here("interview", "done", thanks["short"]).out.startswith("Done: thanks for Acme")
    assert "thanks" not in abi_here("interview", "follow-ups").out
    assert abi_here("interview", "done", thanks["short"]).code == 1
    assert "Acme" not in abi_here("interview", "follow-ups", "--redact").out


def test_the_calendar_file_is_read_by_others_and_written_again(abi_here: Abi, tmp_path: Path) -> None:
    booked(abi_here, "--person", "Ada King, CTO")
    path = tmp_path / "interviews.ics"
    for _ in range(2):
        ran = abi_here("interview", "calendar", "--out", str(path))
        assert (ran.code, ran.err) == (0, "")
    events = Calendar.from_ical(path.read_bytes()).walk("VEVENT")
    assert len(events) == len({str(event["UID"]) for event in events}) == 1
    assert "Acme" not in abi_here("interview", "calendar", "--redact").out


def test_somebody_elses_file_is_not_written_over(abi_here: Abi, tmp_path: Path) -> None:
    booked(abi_here)
    path = tmp_path / "mine.ics"
    path.write_text("mine", encoding="utf-8")
    assert abi_here("interview", "calendar", "--out", str(path)).code == 1
    assert path.read_text(encoding="utf-8") == "mine"
    assert abi_here("interview", "calendar", "--out", str(path), "--replace").code == 0


def test_a_debrief_is_shown_as_a_document(abi_here: Abi, tmp_path: Path) -> None:
    entry = debriefed(abi_here)
    assert abi_here("debrief", "show", entry, "--markdown").out.startswith("# Acme · technical")
    assert "Acme" not in abi_here("debrief", "show", entry, "--redact").out
    assert "Acme" not in abi_here("debrief", "show", entry, "--redact", "--json").out
    out = tmp_path / "debrief.md"
    assert abi_here("debrief", "show", entry, "--out", str(out)).code == 0
    assert out.read_text(encoding="utf-8").startswith("# Acme")


def test_a_partners_sheet_goes_out_and_comes_back(abi_here: Abi, tmp_path: Path) -> None:
    entry = debriefed(abi_here)
    out = abi_here("debrief", "partner", "export", entry, "--out", str(tmp_path / "out"), "--json").json
    document = json.loads((tmp_path / "out").joinpath(out["json"]).read_text(encoding="utf-8"))
    document["rate"][0]["rating"] = 2
    filled = tmp_path / "filled.json"
    filled.write_text(json.dumps(document), encoding="utf-8")
    ran = abi_here("debrief", "partner", "import", str(filled))
    assert ran.code == 0
    assert "you 4, they 2: you are kinder by 2: Tell me about an outage" in ran.out


def test_a_partners_file_that_is_none_is_told_with_its_line(abi_here: Abi, tmp_path: Path) -> None:
    (tmp_path / "x.json").write_text('{"schema": "no"}', encoding="utf-8")
    ran = abi_here("debrief", "partner", "import", str(tmp_path / "x.json"))
    assert ran.code == 1
    assert "x.json:1:12" in ran.err
