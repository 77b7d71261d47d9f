"""The catalogue: quick when it can be, right always, and never in the way."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from abi_coach.storage import catalogue_filling
from abi_coach.storage.catalogue import Catalogue
from abi_coach.storage.catalogue_rows import Narrowing
from tests.support.command_line import ROOT, run_python
from tests.support.own_banks import PROMPT, write_bank

if TYPE_CHECKING:
    from pathlib import Path

Open = Callable[[], Catalogue]


@pytest.fixture
def shipped(tmp_path: Path) -> Path:
    """A folder with one bank of two questions."""
    write_bank(tmp_path / "shipped", "sail", {"sail-1": PROMPT, "sail-2": "Describe a harbour you were glad to leave."})
    return tmp_path / "shipped"


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """The person's folder, empty."""
    (tmp_path / "own").mkdir()
    return tmp_path / "own"


@pytest.fixture
def cache(tmp_path: Path) -> Path:
    """Where the cache file goes."""
    return tmp_path / "cache" / "catalogue.db"


@pytest.fixture
def opened(cache: Path, shipped: Path, own: Path) -> Open:
    """Opens the catalogue again."""
    return lambda: Catalogue(cache, shipped, own)


def prompts(catalogue: Catalogue) -> dict[str, str]:
    """Every question that works."""
    return {row.id: row.prompt for row in catalogue.rows()}


def test_what_was_read_once_is_not_read_again(opened: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    first = prompts(opened())
    monkeypatch.setattr(catalogue_filling, "refill", lambda *_: pytest.fail("nothing changed"))
    assert prompts(opened()) == first


def test_a_changed_file_and_a_vanished_one_are_noticed(opened: Open, shipped: Path, own: Path) -> None:
    extra = write_bank(own, "extra", {"extra-1": "Think of a storm you saw coming."})
    assert "extra-1" in prompts(opened())
    extra.unlink()
    write_bank(shipped, "sail", {"sail-1": "Describe a calm."})
    assert prompts(opened()) == {"sail-1": "Describe a calm."}


def test_a_file_of_the_same_size_and_time_in_its_place_is_noticed(opened: Open, shipped: Path) -> None:
    path = shipped / "sail.yaml"
    before = path.stat()
    opened()
    other = write_bank(
        shipped.parent, "other", {"sail-1": PROMPT.replace("weather", "theatre"), "sail-2": "D"}, bank="sail"
    )
    other.write_text(path.read_text(encoding="utf-8").replace("weather", "theatre"), encoding="utf-8")
    os.utime(other, ns=(before.st_atime_ns, before.st_mtime_ns))
    other.replace(path)
    assert path.stat().st_size == before.st_size
    assert "theatre" in prompts(opened())["sail-1"]


@pytest.mark.parametrize("damage", [b"", b"not a database at all" * 500, b"SQLite format 3\0" + b"\xff" * 8000])
def test_a_damaged_cache_file_costs_one_slow_start(damage: bytes, opened: Open, cache: Path) -> None:
    catalogue = opened()
    whole = prompts(catalogue)
    catalogue.close()
    cache.write_bytes(damage)
    assert prompts(opened()) == whole
    assert prompts(opened()) == whole


def test_pages_damaged_in_the_middle_are_noticed_when_they_are_read(opened: Open, cache: Path, shipped: Path) -> None:
    write_bank(shipped, "more", {f"more-{number}": f"Describe storm {number}." for number in range(200)})
    catalogue = opened()
    whole = prompts(catalogue)
    catalogue.close()
    content = bytearray(cache.read_bytes())
    content[3 * 4096 :] = b"\xa5" * (len(content) - 3 * 4096)
    cache.write_bytes(content)
    assert prompts(opened()) == whole


def test_a_cache_file_of_another_version_is_made_anew(opened: Open, cache: Path) -> None:
    opened().close()
    with sqlite3.connect(cache) as connection:
        connection.execute("UPDATE stamp SET text = '0/0'")
    assert len(prompts(opened())) == 2


def test_a_cache_file_that_another_abi_holds_is_done_without(
    opened: Open, cache: Path, own: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened().close()
    monkeypatch.setattr("abi_coach.storage.catalogue_file.WAIT_SECONDS", 0)
    holder = sqlite3.connect(cache, isolation_level=None)
    holder.execute("BEGIN IMMEDIATE")
    write_bank(own, "new", {"new-1": "Describe a reef."})
    assert "new-1" in prompts(opened())
    holder.execute("ROLLBACK")
    holder.close()
    assert "new-1" in prompts(opened())


def test_without_a_place_for_the_cache_it_works_in_memory(shipped: Path, own: Path, tmp_path: Path) -> None:
    (tmp_path / "blocked").write_text("a file where a folder should be", encoding="utf-8")
    assert len(prompts(Catalogue(tmp_path / "blocked" / "c.db", shipped, own))) == 2
    assert len(prompts(Catalogue(None, shipped, own))) == 2


def test_two_that_start_at_once_see_the_same(opened: Open, own: Path) -> None:
    write_bank(own, "new", {f"new-{number}": f"Describe reef {number}." for number in range(50)})
    with ThreadPoolExecutor(4) as pool:
        seen = [future.result() for future in [pool.submit(lambda: prompts(opened())) for _ in range(4)]]
    assert seen[0].keys() >= {"sail-1", "new-49"}
    assert all(each == seen[0] for each in seen)


def test_a_link_out_of_the_folder_is_refused_and_hides_nothing(opened: Open, own: Path, tmp_path: Path) -> None:
    outside = write_bank(tmp_path / "elsewhere", "out", {"out-1": "Describe a cave."})
    (own / "out.yaml").symlink_to(outside)
    write_bank(own, "good", {"good-1": "Describe a beach."})
    catalogue = opened()
    assert prompts(catalogue).keys() == {"sail-1", "sail-2", "good-1"}
    assert any("leads out of its folder" in problem for bank in catalogue.banks() for problem in bank.problems)


def test_a_link_inside_the_folder_is_followed_and_its_target_watched(opened: Open, own: Path) -> None:
    write_bank(own / "drafts", "real", {"real-1": "Describe a beach."})
    (own / "link.yaml").symlink_to(own / "drafts" / "real.yaml")
    assert "real-1" in prompts(opened())
    write_bank(own / "drafts", "real", {"real-1": "Describe a bay."})
    assert prompts(opened())["real-1"] == "Describe a bay."


def test_a_broken_own_bank_does_not_hide_the_shipped_one(opened: Open, own: Path) -> None:
    path = write_bank(own, "sail", {"sail-1": PROMPT})
    path.write_text(path.read_text(encoding="utf-8").replace("behavioural", "behavourial"), encoding="utf-8")
    catalogue = opened()
    assert prompts(catalogue).keys() == {"sail-1", "sail-2"}
    assert [(bank.questions, bank.skipped, bank.works) for bank in catalogue.banks() if bank.own] == [(0, 1, False)]


def test_an_own_bank_replaces_the_shipped_one_whole(opened: Open, own: Path) -> None:
    write_bank(own, "mine", {"sail-9": "Describe a keel."}, bank="sail")
    assert prompts(opened()) == {"sail-9": "Describe a keel."}


def test_an_own_question_stands_where_the_shipped_one_stood(opened: Open, own: Path) -> None:
    write_bank(own, "mine", {"sail-1": "Describe a keel."})
    catalogue = opened()
    assert {row.id: row.prompt for row in catalogue.rows(["sail"])}["sail-1"] == "Describe a keel."
    assert [row.id for row in catalogue.rows(["mine"])] == ["sail-1"]
    assert [each.id for each in catalogue.replacements()] == ["sail-1"]


def test_ids_that_files_of_one_folder_share_are_told_and_the_first_is_asked(opened: Open, own: Path) -> None:
    write_bank(own, "a", {"same": "Describe a rope."})
    write_bank(own, "b", {"same": "Describe a knot.", "other": "Describe a sail."})
    catalogue = opened()
    assert prompts(catalogue)["same"] == "Describe a rope."
    assert [clash.split(":")[0] for clash in catalogue.clashes()] == ["b.yaml"]
    assert "“same” is in a.yaml:7 too" in catalogue.clashes()[0]


def test_a_bank_id_that_two_files_share_is_told(opened: Open, own: Path) -> None:
    write_bank(own, "a", {"a-1": "Describe a rope."}, bank="twin")
    write_bank(own, "b", {"b-1": "Describe a knot."}, bank="twin")
    catalogue = opened()
    assert "b-1" not in prompts(catalogue)
    assert ["only that file is used" in clash for clash in catalogue.clashes()] == [True]


def test_a_name_that_is_not_utf_8_is_no_obstacle(opened: Open, own: Path) -> None:
    path = write_bank(own, "good", {"good-1": "Describe a beach."})
    try:
        path.rename(own / os.fsdecode(b"gr\xfcn.yaml"))
    except OSError:
        pytest.skip("this file system takes UTF-8 only")
    assert "good-1" in prompts(opened())


def test_narrowing_knows_every_filter(opened: Open) -> None:
    catalogue = opened()
    fitting = Narrowing("sail", "behavioural", "delivery", "sailing", "mid", 2)
    assert [row.id for row in catalogue.narrowed(fitting, 9)] == ["sail-1", "sail-2"]
    for miss in (Narrowing(bank="x"), Narrowing(kind="case"), Narrowing(skill="sail"), Narrowing(difficulty=1)):
        assert catalogue.narrowed(miss, 9) == []


def test_the_skills_are_those_of_questions_that_work(opened: Open, own: Path) -> None:
    """A bank's own vocabulary may name more; what its questions ask for counts."""
    write_bank(own, "extra", {"extra-1": "Think of a storm you saw coming."}, skill="weather")
    catalogue = opened()
    assert sorted(catalogue.skills()) == ["sailing", "weather"]
    assert list(catalogue.skills(["extra"])) == ["weather"]


def test_what_searches_find_by_keeps_pace_with_changed_files(opened: Open, cache: Path, own: Path) -> None:
    """The search index holds no text of its own, so a word that is gone must be taken out with the words it came by."""
    for prompt in ("Describe a keel.", "Describe a mast.", "Describe a keel again."):
        write_bank(own, "mine", {"mine-1": prompt})
        catalogue = opened()
        assert [row.id for row in catalogue.matching(prompt.split()[2].strip("."), Narrowing(), 9)] == ["mine-1"]
        assert catalogue.has_words("mast") is ("mast" in prompt)
        catalogue.close()
    with closing(sqlite3.connect(cache)) as connection:
        connection.execute("INSERT INTO words (words, rank) VALUES ('integrity-check', 1)")  # raises where they differ


def test_a_warm_start_loads_no_yaml() -> None:
    ask = (
        "import sys; from abi_coach.services.coach import open_coach; c = open_coach(); "
        "print(len(c.library.rows()), 'yaml' in sys.modules)"
    )
    cold, warm = (run_python("-c", ask).out.split() for _ in range(2))
    assert (cold[1], warm[1]) == ("True", "False")
    assert cold[0] == warm[0]
    assert ROOT.exists()


@pytest.mark.parametrize("table", ["question", "file", "words", "spelling"])
def test_a_cache_file_that_breaks_while_it_is_open_is_made_up_for(table: str, opened: Open, cache: Path) -> None:
    catalogue = opened()
    with sqlite3.connect(cache) as connection:
        connection.execute(f"DROP TABLE {table}")
    assert len(prompts(catalogue)) == 2
    assert [row.id for row in catalogue.matching('"harbour"*', Narrowing(), 9)] == ["sail-2"]
    assert "harbour" in catalogue.spellings()
    assert len(prompts(opened())) == 2


def test_of_many_problems_the_first_are_kept_and_the_rest_counted(opened: Open, own: Path) -> None:
    text = "format: 1\nid: wreck\ntitle: Wreck\nquestions:\n" + "  - 1\n" * 50
    (own / "wreck.yaml").write_text(text, encoding="utf-8")
    *kept, last = opened().banks()[-1].problems
    assert (len(kept), last) == (20, "wreck.yaml:24:5: and 30 more problems; `abi bank lint` tells them all")
