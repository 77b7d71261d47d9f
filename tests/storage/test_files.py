"""A file is whole or not there, private, and never anything but a file."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from abi_coach.domain.errors import FileError
from abi_coach.storage.files import read_regular, replacing, write_file

if TYPE_CHECKING:
    from pathlib import Path


def test_a_new_file_is_private_and_an_old_one_keeps_its_mode(tmp_path: Path) -> None:
    os.umask(0)
    (tmp_path / "old").touch(mode=0o640)
    for name in ("new", "old"):
        write_file(tmp_path / name, "Größe\n")
    assert read_regular(tmp_path / "old") == "Größe\n".encode()
    assert [(tmp_path / name).stat().st_mode & 0o777 for name in ("new", "old")] == [0o600, 0o640]


def test_a_write_that_fails_leaves_what_was_there(tmp_path: Path) -> None:
    write_file(tmp_path / "plan", "old")

    def write_half() -> None:
        with replacing(tmp_path / "plan") as stream:
            stream.write(b"half")
            raise RuntimeError

    with pytest.raises(RuntimeError):
        write_half()
    assert [(file.name, file.read_text()) for file in tmp_path.glob("*pl*")] == [("plan", "old")]


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "real").write_text("old")
    (tmp_path / "link").symlink_to(tmp_path / "real")
    write_file(tmp_path / "link", b"new")
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "real").read_text() == "new"


@pytest.mark.parametrize("name", ["folder", "pipe", "absent/file", "nul\0"])
def test_only_ordinary_files_are_written(tmp_path: Path, name: str) -> None:
    (tmp_path / "folder").mkdir()
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(FileError):
        write_file(tmp_path / name, "x")


@pytest.mark.parametrize("name", ["folder", "pipe", "absent", "nul\0", "large"])
def test_only_ordinary_files_of_a_fair_size_are_read(tmp_path: Path, name: str) -> None:
    (tmp_path / "folder").mkdir()
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "large").write_bytes(b"x" * 11)
    with pytest.raises(FileError):
        read_regular(tmp_path / name, most_bytes=10)
