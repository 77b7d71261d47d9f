"""Where the home is, and what cannot be one."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

import abi_coach
from abi_coach.domain.errors import HomeError
from abi_coach.storage.home import Home, open_home


def test_the_option_wins_over_the_environment_and_nothing_is_made(tmp_path: Path) -> None:
    environ = {"ABI_HOME": str(tmp_path / "b")}
    assert open_home(tmp_path / "a", environ).root == tmp_path / "a"
    assert open_home(None, environ).root == tmp_path / "b"
    assert not (tmp_path / "b").exists()


def test_without_either_it_is_the_platforms_folder() -> None:
    assert open_home(None, {"ABI_HOME": " "}).root.parts[-1] == "abi-coach"


def test_a_relative_home_does_not_move_with_the_working_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert open_home(Path("x/../y"), {}).root == tmp_path / "y"


def test_a_relative_home_in_a_folder_that_is_gone_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "gone").mkdir()
    monkeypatch.chdir(tmp_path / "gone")
    (tmp_path / "gone").rmdir()
    with pytest.raises(HomeError, match="Write the whole path"):
        open_home(Path("x"), {})


def test_folders_are_made_private_whatever_the_umask(tmp_path: Path) -> None:
    os.umask(0)
    home = Home(tmp_path / "deep" / "home")
    home.make(home.plans)
    home.make(home.plans)
    assert {place.stat().st_mode & 0o777 for place in (home.root.parent, home.root, home.plans)} == {0o700}


@pytest.mark.parametrize("place", ["file", "file/below", "nul\0", "x" * 300 + "/y"])
def test_a_place_that_cannot_hold_a_home_is_refused(tmp_path: Path, place: str) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(HomeError, match="--home"):
        open_home(tmp_path / place, {}).make()


@pytest.mark.parametrize("inside", ["", "storage/home", "../home", "../question_banks"])
def test_the_programs_own_folder_is_refused(inside: str) -> None:
    package = Path(abi_coach.__file__).parent
    with pytest.raises(HomeError, match="program's own"):
        open_home(package / inside, {})


def test_a_link_into_the_program_is_seen_through(tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(Path(abi_coach.__file__).parent)
    with pytest.raises(HomeError):
        open_home(tmp_path / "link" / "home", {})


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="nothing is forbidden to root")
def test_a_home_without_permission_is_refused(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    with pytest.raises(HomeError):
        open_home(tmp_path / "home", {})
