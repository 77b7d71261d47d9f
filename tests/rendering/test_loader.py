"""Where templates come from: the user's folder, then the shipped one, and nowhere else."""

import os
from pathlib import Path

import pytest

from abi_coach.domain.errors import NotFoundError, TemplateError
from abi_coach.rendering.loader import MAX_TEMPLATE_BYTES
from abi_coach.rendering.templates import Templates


@pytest.fixture
def own(tmp_path: Path) -> Path:
    folder = tmp_path / "own"
    folder.mkdir()
    return folder


@pytest.fixture
def shipped(tmp_path: Path) -> Path:
    folder = tmp_path / "shipped"
    folder.mkdir()
    (folder / "card.md.j2").write_text("shipped {% include 'part.md.j2' %}", encoding="utf-8")
    (folder / "part.md.j2").write_text("part", encoding="utf-8")
    return folder


def test_the_users_file_replaces_the_shipped_one_also_inside_it(own: Path, shipped: Path) -> None:
    (own / "part.md.j2").write_text("my part", encoding="utf-8")
    assert Templates([own, shipped]).render("card.md.j2") == "shipped my part"


def test_every_name_is_listed_once(own: Path, shipped: Path) -> None:
    (own / "card.md.j2").touch()
    (own / "mine.md.j2").touch()
    assert Templates([own, shipped]).names() == ["card.md.j2", "mine.md.j2", "part.md.j2"]


def test_a_missing_folder_is_an_empty_one(own: Path, shipped: Path) -> None:
    assert Templates([own / "absent", shipped]).render("part.md.j2") == "part"


@pytest.mark.parametrize("name", ["../secret", "/etc/hostname", "a/../../secret", "..\\secret", "c:secret", ""])
def test_a_name_that_leads_out_of_the_folders_is_refused(own: Path, name: str) -> None:
    (own.parent / "secret").write_text("secret", encoding="utf-8")
    (own / "page").write_text(f"\n{{% include {name!r} %}}", encoding="utf-8")
    with pytest.raises(TemplateError, match=r"page:2: .* is no name of a template"):
        Templates([own]).render("page")


def test_a_link_that_leads_out_of_the_folder_is_refused(own: Path) -> None:
    (own.parent / "secret").write_text("secret", encoding="utf-8")
    (own / "link").symlink_to(own.parent / "secret")
    with pytest.raises(TemplateError, match="leads out of the folder"):
        Templates([own]).render("link")


def test_a_link_inside_the_folder_is_followed(own: Path) -> None:
    (own / "real").write_text("text", encoding="utf-8")
    (own / "link").symlink_to("real")
    assert Templates([own]).render("link") == "text"


def test_a_pipe_is_refused_without_waiting(own: Path) -> None:
    os.mkfifo(own / "pipe")
    with pytest.raises(TemplateError, match=r"pipe:1: this is no regular file"):
        Templates([own]).render("pipe")


def test_a_link_to_itself_is_refused(own: Path) -> None:
    (own / "loop").symlink_to("loop")
    with pytest.raises(TemplateError, match=r"loop:1: "):
        Templates([own]).render("loop")


def test_a_folder_is_no_template(own: Path) -> None:
    (own / "sub").mkdir()
    with pytest.raises(TemplateError, match=r"sub:1: "):
        Templates([own]).render("sub")


def test_a_file_that_is_not_utf8_is_told_with_its_line(own: Path) -> None:
    (own / "page").write_bytes(b"fine\nna\xefve")
    with pytest.raises(TemplateError, match=r"page:2: this is not UTF-8"):
        Templates([own]).render("page")


def test_a_giant_file_is_refused(own: Path) -> None:
    (own / "page").write_bytes(b"x" * (MAX_TEMPLATE_BYTES + 1))
    with pytest.raises(TemplateError, match="KiB"):
        Templates([own]).render("page")


def test_an_edit_and_a_new_replacement_are_seen_at_once(own: Path, shipped: Path) -> None:
    templates = Templates([own, shipped])
    assert templates.render("part.md.j2") == "part"
    (own / "part.md.j2").write_text("mine", encoding="utf-8")
    assert templates.render("part.md.j2") == "mine"


def test_compiled_templates_are_kept_and_a_damaged_one_only_costs_time(shipped: Path, tmp_path: Path) -> None:
    cache = tmp_path / "cache" / "templates"
    assert Templates([shipped], cache).render("part.md.j2") == "part"
    (compiled,) = cache.iterdir()
    for damage in (b"", b"nonsense", compiled.read_bytes()[:-9], compiled.read_bytes()[:25] + b"\xff" * 40):
        compiled.write_bytes(damage)
        assert Templates([shipped], cache).render("part.md.j2") == "part"


def test_an_unknown_name_is_not_found(own: Path) -> None:
    with pytest.raises(NotFoundError):
        Templates([own]).render("absent.md.j2")
