"""Which files are read at all, and what is said of the others."""

import os
from pathlib import Path

import pytest

from abi_coach.domain.errors import FileError
from abi_coach.storage.bytes import MAX_BYTES, examine_harmless, examine_text, read_bytes, read_text


def told(path: Path, within: Path | None = None) -> str:
    text, problems = examine_text(path, within=within)
    assert text is None
    return "\n".join(map(str, problems))


def test_text_with_and_without_a_byte_order_mark_reads_the_same(tmp_path: Path) -> None:
    for name, start in (("plain", b""), ("marked", b"\xef\xbb\xbf")):
        (tmp_path / name).write_bytes(start + "a: é\r\n\tb\n".encode())
        assert read_text(tmp_path / name) == "a: é\r\n\tb\n"


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"ok\nna\xefve", "bank.yaml:2:3: is not UTF-8 (byte 0xEF)"),
        ("é\n".encode() * 2 + b"\xff", "bank.yaml:3:1: is not UTF-8 (byte 0xFF)"),
        ("a: b".encode("utf-16"), "is UTF-16"),
        ("a: b".encode("utf-16-be"), "is UTF-16"),
        ("a: b".encode("utf-16-le"), "is UTF-16"),
        ("a: b".encode("utf-32"), "is UTF-32"),
        (b"\xed\xa0\x80", "bank.yaml:1:1: is not UTF-8"),
        (b"a\nbc\x1b[31m", "bank.yaml:2:3: has an escape sequence (U+001B)"),
        (b"a\x00", "bank.yaml:1:2: has a control character (U+0000)"),
        ("\x85".encode(), "U+0085"),
        ("a\u202eb".encode(), "bank.yaml:1:2: has a control character (U+202E)"),
        (b"a\x07\nb\x07", "bank.yaml:2:2: has a control character (U+0007)"),
        (b"a\rb\r\nc\x07", "bank.yaml:3:2: has a control character (U+0007)"),
        (b"a\rb\r\nc\xff", "bank.yaml:3:2: is not UTF-8"),
        (b"\x07" * 1000, "bank.yaml:1:100: and 900 more control characters"),
    ],
)
def test_bytes_that_are_no_plain_text_are_told_with_their_place(tmp_path: Path, content: bytes, said: str) -> None:
    (tmp_path / "bank.yaml").write_bytes(content)
    assert said in told(tmp_path / "bank.yaml")


def test_a_harmless_text_has_a_mark_where_a_control_character_was(tmp_path: Path) -> None:
    (tmp_path / "bank.yaml").write_bytes(b"a\x1b\nb")
    text, problems = examine_harmless(tmp_path / "bank.yaml")
    assert (text, len(problems)) == ("a\ufffd\nb", 1)


def test_five_mebibytes_are_read_and_one_byte_more_is_not(tmp_path: Path) -> None:
    (tmp_path / "big").write_bytes(b"x" * MAX_BYTES)
    assert len(read_bytes(tmp_path / "big")) == MAX_BYTES
    (tmp_path / "big").write_bytes(b"x" * (MAX_BYTES + 1))
    assert "is bigger than 5 MiB" in told(tmp_path / "big")


def test_a_pipe_is_refused_without_waiting_for_its_other_end(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    assert "is not a regular file" in told(tmp_path / "pipe")


def test_a_device_and_a_folder_are_not_regular_files(tmp_path: Path) -> None:
    assert "is not a regular file" in told(Path("/dev/zero"))
    assert "not a regular file" in told(tmp_path)


def test_a_missing_file_and_a_link_to_itself_are_told(tmp_path: Path) -> None:
    (tmp_path / "loop").symlink_to("loop")
    assert "there is no such file" in told(tmp_path / "absent")
    assert "cannot be read" in told(tmp_path / "loop")


def test_a_link_may_lead_somewhere_inside_its_folder_only(tmp_path: Path) -> None:
    folder = tmp_path / "banks"
    folder.mkdir()
    (folder / "real").write_text("a", encoding="utf-8")
    (folder / "inside").symlink_to("real")
    (tmp_path / "secret").write_text("s", encoding="utf-8")
    (folder / "outside").symlink_to("../secret")
    assert read_text(folder / "inside", within=folder) == "a"
    assert "leads out of its folder" in told(folder / "outside", within=folder)
    assert "leads out of its folder" in told(folder / ".." / "secret", within=folder)


def test_a_folder_that_is_a_link_itself_is_fine(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "real" / "file").write_text("a", encoding="utf-8")
    (tmp_path / "link").symlink_to("real")
    assert read_text(tmp_path / "link" / "file", within=tmp_path / "link") == "a"


def test_reading_at_once_raises_with_every_reason(tmp_path: Path) -> None:
    (tmp_path / "note").write_bytes(b"\x07\n\x07")
    with pytest.raises(FileError) as caught:
        read_text(tmp_path / "note")
    assert len(caught.value.problems) == 2
