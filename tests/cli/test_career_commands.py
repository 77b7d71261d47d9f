"""`abi fit`, `scorecard`, `contact` and `reflect` as a person or a script uses them."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.support.command_line import Ran

    Abi = Callable[..., Ran]

PASSED = ("fit", "add", "--company", "Beta", "--match", "1", "--interest", "1", "--step", "1", "--reason", "dull")


def test_a_decision_says_how_it_comes_about_and_is_looked_back_on(abi_here: Abi) -> None:
    assert abi_here(*PASSED).out.startswith(
        "Decline kindly, and keep the contact. Beta: match 1 + interest 1 + step 1 = 3 of 6, and it takes 4"
    )
    [told] = abi_here("fit", "list", "--passed", "--json").json["fits"]
    assert (told["verdict"], told["reason"]) == ("decline", "dull")
    assert abi_here("fit", "look-back", told["id"], "--taken", "no", "--right", "wrong", "--lesson", "ask").code == 0
    assert "In hindsight wrong: ask." in abi_here("fit", "show", told["id"]).out
    assert abi_here("fit").out.endswith("Turned down one; looked back on one: one wrong.\n")


def test_a_decision_is_compared_with_todays_job(abi_here: Abi) -> None:
    abi_here("scorecard", "baseline", "--rate", "pay=3", "--pay", "80k EUR", "--role", "backend")
    abi_here("scorecard", "add", "Beta", "--rate", "pay=5")
    abi_here("market", "add", "90k EUR", "--role", "backend", "--source", "offer", "--company", "Beta")
    abi_here(*PASSED)
    entry = abi_here("fit", "--json").json["fits"][0]["id"]
    compared = abi_here("fit", "show", entry, "--json").json["comparison"]
    assert "Better than today: pay 5 for 3." in compared
    assert compared[-1] == "In all 10,000 EUR a year more than today."


def test_a_scorecard_is_told_by_options_and_says_what_to_ask(abi_here: Abi) -> None:
    told = ("--rate", "manager=4 asked", "--rate", "pay ? matters-most", "--evidence", "manager=named three people")
    ran = abi_here("scorecard", "add", "Acme", *told)
    assert (ran.code, ran.out.startswith("Saved the scorecard of Acme: 4.0 on 7 % coverage (")) == (0, True)
    card = abi_here("scorecard", "show", "acme", "--json").json
    assert (card["marks"][0]["evidence"], card["marks"][1]["weight"]) == ("named three people", 3)
    assert card["ask"][0]["dimension"] == "pay"
    assert len(card["ask"]) == 3
    assert "4  Manager (asked): named three people" in abi_here("scorecard", "show", "Acme").out


def test_companies_stand_side_by_side_with_todays_job_first(abi_here: Abi) -> None:
    abi_here("scorecard", "baseline", "--rate", "team=4")
    abi_here("scorecard", "add", "Acme", "--rate", "team=2", "--rate", "pay=5 deal-breaker")
    lines = abi_here("scorecard", "compare").out.splitlines()
    assert lines[0].split("  ")[-1].strip() == "Acme"
    assert next(line.split()[1:] for line in lines if line.startswith("Team")) == ["4", "2"]
    assert abi_here("scorecard", "compare", "--csv").out.startswith("dimension,Today's job,Acme\r\n")


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("scorecard", "add", "Acme", "--rate", "manager=9"), "no rating"),
        (("scorecard", "add", "Acme", "--rate", "boss=4"), "names no dimension"),
        (("scorecard", "show", "Nobody"), "Nobody"),
        (("scorecard", "show", "baseline"), "`abi scorecard baseline` asks"),
        (("scorecard", "baseline", "--role", "backend"), "only asked together"),
        (("fit", "add", "--company", "Acme"), "Still missing: Match, Interest, Step"),
        (("fit", "add", "--company", "Acme", "--match", "3"), "none of the answers"),
        (("fit", "show", "zzz"), "zzz"),
        (("contact", "add", "--name", "Ada", "--keep-warm", "99"), "from 0 to 60"),
        (("reflect", "show", "zzz"), "zzz"),
    ],
)
def test_what_cannot_be_used_is_told_with_what_to_write(abi_here: Abi, words: tuple[str, ...], says: str) -> None:
    ran = abi_here(*words)
    assert (ran.code, ran.out) == (1, "")
    assert says in ran.err


def test_a_contact_is_kept_touched_put_away_and_brought_back(abi_here: Abi) -> None:
    abi_here("contact", "add", "--name", "Ada", "--met-on", "2020-01-05", "--keep-warm", "3", "--topic", "deploys")
    [ada] = abi_here("contact", "list", "--due", "--json").json["contacts"]
    assert (ada["next_touch"], ada["due"]) == ("2020-04-05", True)
    assert abi_here("contact", "touch", ada["id"], "--note", "coffee").code == 0
    assert abi_here("contact", "list", "--due", "--json").json["contacts"] == []
    assert "coffee" in abi_here("contact", "show", ada["id"]).out
    assert abi_here("contact", "retire", ada["id"]).code == 0
    assert abi_here("contact", "--json").json["contacts"] == []
    assert abi_here("contact", "retire", ada["id"], "--back").out.endswith("is back.\n")


def test_the_end_of_the_input_keeps_a_draft_that_add_goes_on_with(abi_here: Abi) -> None:
    stopped = abi_here("fit", "add", "--plain", said="Acme\nbackend\n")
    assert (stopped.code, "abi fit add --plain" in stopped.err) == (1, True)
    ended = abi_here("fit", "add", "--plain", said="2\n2\n2\n\n\n\n")
    assert (ended.code, "Take it. Acme · backend" in ended.out) == (0, True)


def test_a_reflection_is_told_with_the_evidence_beside_it_and_rendered(abi_here: Abi, tmp_path: Path) -> None:
    abi_here("contact", "add", "--name", "Ada King", "--company", "Acme")
    ran = abi_here("reflect", "--plain", said="I led at Acme\nconflict\n\n\n\n\n4\n3\ne\nspeak\nAda\nBeta\n")
    assert (ran.code, "· No interview in these six months" in ran.out) == (0, True)
    assert "I led at Acme" in abi_here("reflect", "show").out
    hidden = abi_here("reflect", "show", "--redact", "--out", str(tmp_path / "reflection.md"))
    assert hidden.code == 0
    text = (tmp_path / "reflection.md").read_text()
    assert not any(name in text for name in ("Acme", "Ada"))
    prompts = {one["key"]: one for one in abi_here("reflect", "--json").json["prompts"]}
    assert prompts["goal"]["last"] == "speak"


def test_without_a_terminal_a_form_names_the_command_to_use(abi_here: Abi) -> None:
    for words in (("fit", "add"), ("contact", "add"), ("scorecard", "baseline"), ("market", "add"), ("reflect",)):
        ran = abi_here(*words)
        assert (ran.code, "--plain" in ran.err) == (2, True), words


def test_no_word_of_the_persons_steers_the_terminal(abi_here: Abi) -> None:
    abi_here("contact", "add", "--name", "A\x1b[31mda", "--topic", "x\u202ey")
    for words in (("contact",), ("contact", "--json"), ("contact", "list", "--csv")):
        assert not any(letter in abi_here(*words).out for letter in "\x1b\u202e")
    assert json.loads(abi_here("contact", "--json").out)["contacts"][0]["name"] == "A[31mda"
