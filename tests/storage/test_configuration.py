"""config.toml: what may be changed, and how every mistake is told."""

from pathlib import Path

import pytest

from abi_coach.domain.errors import FileError
from abi_coach.domain.settings import Settings
from abi_coach.domain.timing import TimeFactor
from abi_coach.storage.configuration import read_settings


def told(tmp_path: Path, text: str) -> tuple[str, ...]:
    """The problems of a config."""
    (tmp_path / "config.toml").write_text(text, encoding="utf-8")
    with pytest.raises(FileError) as raised:
        read_settings(tmp_path / "config.toml")
    return raised.value.problems


def read(tmp_path: Path, text: str) -> Settings:
    """The settings of a config."""
    (tmp_path / "config.toml").write_text(text, encoding="utf-8")
    return read_settings(tmp_path / "config.toml")


def test_an_empty_config_changes_nothing(tmp_path: Path) -> None:
    assert read(tmp_path, "") == Settings()


def test_a_rule_of_thumb_can_be_changed(tmp_path: Path) -> None:
    settings = read(tmp_path, "[signals]\nwindow_days = 90\n[practice]\ntime_factor = '1.5'\n")
    assert settings.signals.window_days == 90
    assert settings.practice.time_factor is TimeFactor.HALF_MORE


def test_an_own_profile_is_named_by_its_section(tmp_path: Path) -> None:
    settings = read(tmp_path, "[practice]\nprofile = 'mine'\n[practice.profiles.mine]\nthink = 20\nanswers = [90]\n")
    assert settings.profiles["mine"].name == "mine"
    assert settings.profiles["mine"].answers == (90,)
    assert "live" in settings.profiles


def test_every_mistake_is_told_with_its_line_and_what_to_write(tmp_path: Path) -> None:
    problems = told(tmp_path, "[practice.profiles.mine]\nthink = -4\n[ladder]\nbox_dayz = [1]\n")
    assert problems == (
        (
            "config.toml:2: practice.profiles.mine.think: input should be greater than or equal to 0 (found -4);"
            " write a value of that kind"
        ),
        "config.toml:4: ladder.box_dayz: unknown field; did you mean “box_days”?",
    )


@pytest.mark.parametrize(
    ("text", "where"),
    [("[practice]\npreset = 'quik'\n", "“quick”"), ("[practice]\nprofile = 'lively'\n", "“live”")],
)
def test_a_name_that_is_nowhere_gets_the_nearest_one(tmp_path: Path, text: str, where: str) -> None:
    (problem,) = told(tmp_path, text)
    assert problem.startswith("config.toml:2: practice.")
    assert where in problem


def test_what_is_no_toml_is_told_with_line_and_column(tmp_path: Path) -> None:
    (problem,) = told(tmp_path, "[practice\n")
    assert problem.startswith("config.toml:1:10: ")
