"""A folder of notes that any note program opens, whatever a person wrote into it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
import yaml
from markdown_it import MarkdownIt

from abi_coach.domain.errors import FileError
from abi_coach.services.coach import Coach, open_coach
from abi_coach.services.vault_notes import FOLDERS
from abi_coach.storage.kinds import MODELS
from tests.support.demo_year import demo_coach
from tests.support.hostile import HOSTILE

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.support.hand_clock import HandClock

IN_THE_INTERVIEW = {"hot_debrief", "cold_debrief", "outcome"}
ONLY_FOR_THE_PROGRAM = {"sitting", "follow_up", "question_mark", "document"}


@pytest.fixture
def coach(home: Path, clock: HandClock) -> Iterator[Coach]:
    """A coach on an empty home."""
    made = open_coach(home, clock, clock.monotonic)
    yield made
    made.close()


@pytest.fixture
def demo(home: Path, clock: HandClock) -> Iterator[Coach]:
    """A coach on the demo's year."""
    made = demo_coach(home, clock)
    yield made
    made.close()


def notes(folder: Path) -> dict[str, str]:
    return {str(path.relative_to(folder)): path.read_text() for path in sorted(folder.rglob("*.md"))}


def split(note: str) -> tuple[dict[str, object], str]:
    """A note's front matter as YAML reads it, and its Markdown."""
    _, front, body = note.split("---\n", 2)
    return yaml.safe_load(front), body


def test_every_kind_of_entry_has_a_note(demo: Coach) -> None:
    assert set(MODELS) - IN_THE_INTERVIEW - ONLY_FOR_THE_PROGRAM <= set(FOLDERS)
    written = demo.vault.write(demo.home.root / "vault")
    wanted = sum(count for kind, count in demo.journal.counts().items() if kind in FOLDERS)
    assert written.notes == wanted == len(notes(demo.home.root / "vault"))


def test_notes_say_what_they_are_and_have_one_heading(demo: Coach, tmp_path: Path) -> None:
    demo.vault.write(tmp_path / "vault")
    for name, note in notes(tmp_path / "vault").items():
        front, body = split(note)
        tokens = MarkdownIt("commonmark").parse(body)
        assert {"title", "date", "kind", "tags", "abi"} == set(front), name
        assert sum(token.type == "heading_open" and token.tag == "h1" for token in tokens) == 1, name
        assert "_" not in str(front["tags"])


def test_links_lead_to_notes(demo: Coach, tmp_path: Path) -> None:
    interview = demo.journal.rows("interview", state="closed")[0].entry
    demo.journal.write("story", {"title": "a"})
    demo.journal.write("fit", {**_fit(), "parent": interview})
    demo.vault.write(tmp_path / "vault")
    linked = [
        (name, token.attrs["href"])
        for name, note in notes(tmp_path / "vault").items()
        for line in MarkdownIt("commonmark").parse(split(note)[1])
        for token in line.children or ()
        if token.type == "link_open"
    ]
    assert all((tmp_path / "vault" / name).parent.joinpath(str(href)).resolve().exists() for name, href in linked)


def _fit() -> dict[str, object]:
    return {"on": "2026-11-01", "company": "Acme", "match": 1, "interest": 1, "step": 1}


@pytest.mark.parametrize("words", HOSTILE)
def test_hostile_words_stay_words(coach: Coach, tmp_path: Path, words: str) -> None:
    coach.journal.write("story", {"title": words, "action": words, "numbers": [words]})
    coach.vault.write(tmp_path / "vault")
    (note,) = notes(tmp_path / "vault").values()
    front, body = split(note)
    tokens = MarkdownIt("commonmark").parse(body)
    assert front["kind"] == "story"
    assert {token.type for token in tokens} <= {
        "heading_open", "heading_close", "paragraph_open", "paragraph_close", "inline",
        "bullet_list_open", "bullet_list_close", "list_item_open", "list_item_close",
    }  # fmt: skip
    assert {child.type for token in tokens for child in token.children or ()} <= {
        "text", "strong_open", "strong_close", "hardbreak", "softbreak", "text_special",
    }  # fmt: skip


@pytest.mark.parametrize("title", ["../../etc/passwd", "a/b\\c", "CON", "." * 50, "漢" * 300, "\x00\n", "-rf", ""])
def test_files_never_leave_their_folder(coach: Coach, tmp_path: Path, title: str) -> None:
    coach.journal.write("story", {"title": title})
    coach.vault.write(tmp_path / "vault")
    (name,) = notes(tmp_path / "vault")
    assert name.startswith("stories/2026-11-22-")
    assert len(name.encode()) < 120


def test_what_cannot_be_read_as_its_kind_is_told_as_it_is_kept(coach: Coach, tmp_path: Path) -> None:
    """An export is the way out, also for what a newer abi or a broken import wrote."""
    for kind in ("attempt", "interview", "plan", "story", "pay"):
        coach.journal.write(kind, {"words": "mine"})
    assert coach.vault.write(tmp_path / "vault").notes == 5
    assert all("mine" in note for note in notes(tmp_path / "vault").values())


def test_notes_that_somebody_edited_are_left_and_told(demo: Coach, tmp_path: Path) -> None:
    demo.vault.write(tmp_path / "vault")
    edited = next((tmp_path / "vault" / "stories").iterdir())
    edited.write_text("my own words")
    for _ in range(2):
        assert demo.vault.write(tmp_path / "vault").left == (edited,)
    assert edited.read_text() == "my own words"


def test_notes_of_what_is_gone_go_and_edited_ones_stay(demo: Coach, tmp_path: Path) -> None:
    demo.vault.write(tmp_path / "vault")
    edited, other = sorted((tmp_path / "vault" / "contacts").iterdir())[:2]
    edited.write_text("my own words")
    for row in demo.journal.rows("contact"):
        demo.journal.delete(row.entry)
    assert demo.vault.write(tmp_path / "vault").left == (edited,)
    assert edited.exists()
    assert not other.exists()


def test_a_redacted_folder_names_nobody(demo: Coach, tmp_path: Path) -> None:
    demo.vault.write(tmp_path / "vault", redact=True)
    told = "".join(f"{name} {note}" for name, note in notes(tmp_path / "vault").items()).lower()
    assert re.findall(r"\b(quayside|larchwood|ines|duarte|88,?000|69,?000)\b", told) == []
    assert not (tmp_path / "vault" / "journal.jsonl").exists()


def test_a_redacted_copy_never_lies_beside_the_journal(demo: Coach, tmp_path: Path) -> None:
    demo.vault.write(tmp_path / "vault")
    with pytest.raises(FileError, match=r"journal\.jsonl"):
        demo.vault.write(tmp_path / "vault", redact=True)


def test_a_file_or_the_home_is_no_folder_for_notes(demo: Coach, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    for folder in (tmp_path / "file", demo.home.root):
        with pytest.raises(FileError):
            demo.vault.write(folder)


def test_notes_are_for_this_person_only(demo: Coach, tmp_path: Path) -> None:
    demo.vault.write(tmp_path / "vault")
    assert {path.stat().st_mode & 0o077 for path in (tmp_path / "vault").rglob("*")} == {0}
