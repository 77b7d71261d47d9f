"""Where the shipped banks and templates are found."""

from pathlib import Path

import pytest

import abi_coach
from abi_coach.storage.bundled import bundled


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A package folder of our own, with a folder of templates beside it."""
    folder = tmp_path / "site" / "abi_coach"
    folder.mkdir(parents=True)
    (folder.parent / "templates").mkdir()
    monkeypatch.setattr(abi_coach, "__path__", [str(folder)])
    return folder


def test_an_installed_package_uses_what_is_inside_it(package: Path) -> None:
    (package / "bundled" / "templates").mkdir(parents=True)
    (package.parent / "pyproject.toml").touch()
    assert bundled("templates") == package / "bundled" / "templates"


def test_a_checkout_uses_what_lies_beside_the_package(package: Path) -> None:
    (package.parent / "pyproject.toml").touch()
    assert bundled("templates") == package.parent / "templates"


def test_a_folder_beside_an_installed_package_is_not_ours(package: Path) -> None:
    with pytest.raises(FileNotFoundError, match="incomplete"):
        bundled("templates")
    assert package.is_dir()
