"""Export, import, backup, restore, doctor and forget as a person meets them, with files of every sort."""

from __future__ import annotations

import json
import os
import sqlite3
from typing import TYPE_CHECKING

import pytest

from abi_coach.domain.plain_text import strip_controls
from abi_coach.services.coach import open_coach
from tests.support.command_line import ROOT
from tests.support.demo_year import demo_coach

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.support.command_line import Ran
    from tests.support.hand_clock import HandClock

    Abi = Callable[..., Ran]

STEERING = "\x9b31m \u202e \u2066 \x85 \x7f é"


@pytest.fixture
def filled(home: Path, clock: HandClock) -> Path:
    """A home with a story whose title is full of what a terminal should not get."""
    coach = open_coach(home, clock, clock.monotonic)
    coach.journal.write("story", {"title": STEERING, "competencies": []})
    coach.close()
    return home


def test_an_export_on_a_terminal_steers_nothing_and_reads_back(abi_here: Abi, filled: Path) -> None:
    ran = abi_here("export")
    assert strip_controls(ran.out) == ran.out
    titles = [json.loads(line).get("body", {}).get("title") for line in ran.out.splitlines()]
    assert STEERING in titles
    assert filled.exists()


def test_json_documents_steer_nothing_and_read_back(abi_here: Abi, filled: Path) -> None:
    ran = abi_here("story", "list", "--json")
    assert strip_controls(ran.out) == ran.out
    assert [story["title"] for story in ran.json["stories"]] == [STEERING]
    assert filled.exists()


def test_out_and_in_again(abi_here: Abi, filled: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.jsonl"
    assert abi_here("export", "--out", str(out)).out.startswith("Wrote 1 revision to")
    ran = abi_here("--home", str(tmp_path / "other"), "import", str(out), "--json")
    assert (ran.code, ran.json) == (0, {"schema": "abi.import/1", "added": 1, "known": 0})
    assert "already" in abi_here("--home", str(tmp_path / "other"), "import", str(filled)).out


HALVES: dict[str, Callable[[str], str]] = {
    "cut short": lambda text: text[: len(text) // 2],
    "without its end": lambda text: "".join(text.splitlines(keepends=True)[:-1]),
    "not UTF-8": lambda text: text + "\udcff",
    "a number that overflows": lambda text: text.replace('"competencies":[]', '"competencies":[],"n":1e300'),
    "not of its kind": lambda text: text.replace('"competencies":[]', '"competencies":["kubernetes"]'),
    "deep": lambda text: "[" * 200_000 + text,
}


@pytest.mark.parametrize("half", HALVES)
def test_half_a_file_imports_nothing_and_says_which_line(
    abi_here: Abi, filled: Path, tmp_path: Path, half: str
) -> None:
    text = abi_here("export").out
    lines = [json.dumps({k: v for k, v in json.loads(line).items() if k != "checksum"}) for line in text.splitlines()]
    text = "\n".join(line.replace(": ", ":").replace(", ", ",") for line in lines) + "\n"
    (tmp_path / "half.jsonl").write_bytes(HALVES[half](text).encode(errors="surrogateescape"))
    ran = abi_here("--home", str(tmp_path / "other"), "import", str(tmp_path / "half.jsonl"))
    assert (ran.code, ran.out) == (1, "")
    assert "half.jsonl:" in ran.err
    assert abi_here("--home", str(tmp_path / "other"), "story", "list", "--json").json["stories"] == []
    assert filled.exists()


def test_what_cannot_be_imported_is_told(abi_here: Abi, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "empty").mkdir()
    for name in ("nowhere", "pipe", "empty"):
        ran = abi_here("import", str(tmp_path / name))
        assert (ran.code, ran.out) == (1, ""), name
        assert name in ran.err


@pytest.mark.parametrize("words", [["--redact"], ["--redact", "--out", "x.jsonl"], ["--out", "x.json"]])
def test_an_export_that_makes_no_sense_is_usage(abi_here: Abi, tmp_path: Path, words: list[str]) -> None:
    ran = abi_here("export", *(str(tmp_path / word) if word[0] == "x" else word for word in words))
    assert (ran.code, ran.out) == (2, "")
    assert list(tmp_path.glob("x*")) == []


def test_before_the_first_word_there_is_nothing_to_copy(abi_here: Abi, home: Path) -> None:
    assert "nothing to copy" in abi_here("backup").out
    assert abi_here("backup", "--json").json == {"schema": "abi.backup/1", "file": None}
    assert "no copies yet" in abi_here("restore").out
    assert not home.exists()


def test_back_to_a_copy(abi_here: Abi, filled: Path, clock: HandClock) -> None:
    copy = abi_here("backup", "--json").json["file"].rpartition("/")[2]
    coach = open_coach(filled, clock, clock.monotonic)
    coach.journal.write("story", {"title": "later"})
    coach.close()
    assert copy in abi_here("restore").out
    assert abi_here("restore", copy).code == 0
    assert len(abi_here("story", "list", "--json").json["stories"]) == 1


DAMAGES: dict[str, Callable[[bytes], bytes]] = {
    "emptied": lambda _: b"",
    "cut": lambda content: content[: len(content) // 2],
    "a bit flipped": lambda content: content.replace(b"competencies", b"competencier"),
    "another file": lambda _: b"no database at all" * 500,
}


@pytest.mark.parametrize("damage", DAMAGES)
def test_a_damaged_copy_is_not_restored(abi_here: Abi, filled: Path, damage: str) -> None:
    name = abi_here("backup", "--json").json["file"]
    before = abi_here("export").out
    with open(name, "rb") as stream:  # noqa: PTH123 - a name, as the command printed it
        content = stream.read()
    with open(name, "wb") as stream:  # noqa: PTH123 - the same
        stream.write(DAMAGES[damage](content))
    ran = abi_here("restore", name)
    assert (ran.code, ran.out) == (1, "")
    assert name.rpartition("/")[2] in ran.err
    assert abi_here("export").out == before
    assert filled.exists()


def test_a_newer_copy_and_one_that_is_not_there_are_refused(abi_here: Abi, filled: Path) -> None:
    name = abi_here("backup", "--json").json["file"]
    connection = sqlite3.connect(name)
    connection.execute("PRAGMA user_version = 99")
    connection.close()
    assert "newer" in abi_here("restore", name).err
    assert "journal-never.db" in abi_here("restore", "journal-never.db").err
    assert filled.exists()


def test_the_first_use_of_a_day_leaves_a_copy(abi_here: Abi, filled: Path) -> None:
    for _ in range(2):
        assert abi_here("next").code == 0
    assert [file.name[-9:] for file in (filled / "backups").iterdir()] == ["-daily.db"]


def test_a_home_that_cannot_be_copied_still_answers(abi_here: Abi, filled: Path) -> None:
    (filled / "backups").write_text("in the way")
    ran = abi_here("next")
    assert (ran.code, ran.err) == (0, "")


def test_the_doctor_ends_with_one_only_when_somebody_is_needed(abi_here: Abi, filled: Path) -> None:
    assert abi_here("backup").code == 0  # the story is as old as the hand-moved clock; only a new home needs no copy
    assert abi_here("doctor").code == 0
    filled.chmod(0o755)
    ran = abi_here("doctor", "--json")
    assert ran.code == 1
    assert [each["what"] for each in ran.json["findings"] if not each["is_well"]] == ["home"]
    filled.chmod(0o700)
    assert abi_here("doctor", "--rebuild").code == 0


def test_the_doctor_lists_every_mistake_of_the_settings_and_looks_at_all_the_rest(abi_here: Abi, filled: Path) -> None:
    assert abi_here("backup").code == 0
    (filled / "config.toml").write_text('[practice]\nprofle = "live"\n\n[colour]\n')
    ran = abi_here("doctor", "--json")
    assert (ran.code, ran.err) == (1, "")
    wrong = [each for each in ran.json["findings"] if not each["is_well"]]
    assert [each["what"] for each in wrong] == ["settings", "settings"]
    assert wrong[0]["seen"] == "config.toml:2: practice.profle: unknown field; did you mean “profile”?"
    assert wrong[1]["seen"].startswith("config.toml:4: colour: unknown field")
    assert all("our defaults" in each["advice"] for each in wrong)
    names = {each["what"] for each in ran.json["findings"]}
    assert names >= {"settings", "journal", "backup", "banks", "templates", "home", "space"}
    assert abi_here("next").code == 1  # nothing else runs on rules that the person did not mean


@pytest.mark.parametrize(
    ("written", "seen"),
    [
        (b"[practice\n", "config.toml:1:10: Expected ']'"),
        (b"\xff\xfe", "config.toml:1:1: is UTF-16, not UTF-8"),
        (b"[screen]\n", "config.toml can be used"),
        (None, "no config.toml, so every rule is our default"),
    ],
)
def test_the_doctor_says_how_the_settings_are(abi_here: Abi, filled: Path, written: bytes | None, seen: str) -> None:
    assert abi_here("backup").code == 0
    if written is not None:
        (filled / "config.toml").write_bytes(written)
    ran = abi_here("doctor")
    assert seen in ran.out
    assert ran.code == (1 if "!! " in ran.out else 0)


def test_the_doctor_looks_on_where_a_named_config_is_not_there(abi_here: Abi, filled: Path) -> None:
    ran = abi_here("doctor", "--config", str(filled / "nowhere.toml"))
    assert ran.code == 1
    assert "!!  settings: nowhere.toml:1:1: there is no such file" in ran.out
    assert "ok  journal:" in ran.out


def test_forgetting_asks_and_only_the_word_goes_on(abi: Abi, home: Path, clock: HandClock) -> None:
    demo_coach(home, clock).close()
    for said in ("", "yes\n"):
        ran = abi("forget", "--company", "Quayside Payments", said=said)
        assert (ran.code, "Nothing was deleted" in ran.err) == (1, True)
    ran = abi("forget", "--company", "Quayside Payments", said="forget\n")
    assert (ran.code, ran.out[:10]) == (0, "Forgotten:")
    assert "Quayside" not in abi("export").out
    assert "nothing of that" in abi("forget", "--company", "Quayside Payments", "--yes").out


@pytest.mark.parametrize("words", [[], ["--everything", "--person", "x"]])
def test_forgetting_wants_one_thing(abi_here: Abi, words: list[str]) -> None:
    assert abi_here("forget", *words).code == 2


def test_forgetting_everything_leaves_a_fresh_start(abi_here: Abi, filled: Path) -> None:
    abi_here("backup")
    assert abi_here("forget", "--everything", "--yes").code == 0
    assert list(filled.iterdir()) == []
    assert abi_here("doctor").code == 0


@pytest.mark.parametrize("place", ["chosen", "demo"])
def test_a_crash_is_noted_in_the_chosen_home_and_nowhere_in_a_demo(
    abi: Abi, home: Path, tmp_path: Path, place: str
) -> None:
    """The defect is a journal that cannot even be asked for its rows."""
    (tmp_path / "sitecustomize.py").write_text(
        "from abi_coach.services.overview import Overviews\nOverviews.read = lambda self: 1 / 0\n"
    )
    chosen = tmp_path / "chosen"
    words = ["--home", str(chosen), "next"] if place == "chosen" else ["--demo", "next"]
    ran = abi(*words, PYTHONPATH=os.pathsep.join((str(tmp_path), str(ROOT))))
    assert ran.code == 1
    assert "Traceback" not in ran.err
    assert (len(list(chosen.glob("crash-*.txt"))) == 1) == (place == "chosen")
    assert not home.exists()
