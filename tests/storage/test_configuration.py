"""config.toml: what may be changed, and how every mistake is told."""

from dataclasses import replace
from pathlib import Path

import pytest

from abi_coach.domain.errors import FileError
from abi_coach.domain.kind import Kind
from abi_coach.domain.settings import Settings
from abi_coach.domain.timing import KIND_TIMES, TimeFactor
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
        "config.toml:2: practice.profiles.mine.think: cannot be -4; write 0 or more",
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


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("[practice.profiles.me]\nthnik = 5\n", "2: practice.profiles.me.thnik: unknown field; did you mean “think”?"),
        ("[profiles.mine]\nthink = 5\n", "1: profiles: unknown field; did you mean “practice.profiles”?"),
        ("[practice.times.case]\ntarget = -3\n", "2: practice.times.case.target: cannot be -3; write a number above 0"),
        ("[practice.profiles.a]\nanswers = 9\n",
         "2: practice.profiles.a.answers: cannot be 9; write a list, such as [90]"),
        ("[practice.presets.a]\nname = 'a'\n", "1: practice.presets.a.parts: is missing; write it below its section"),
        ("[practice]\nprofile = 3\n", "2: practice.profile: cannot be 3; write it in quotes"),
    ],
)  # fmt: skip
def test_a_mistake_says_what_stands_there_and_what_to_write(tmp_path: Path, text: str, problem: str) -> None:
    assert told(tmp_path, text) == (f"config.toml:{problem}",)


def test_a_preset_with_an_unknown_profile_is_told_with_the_line_of_the_profile(tmp_path: Path) -> None:
    (problem,) = told(tmp_path, "[practice.presets.mine]\nparts = [2]\nprofile = 'lively'\n")
    assert problem == "config.toml:3: practice.presets.mine.profile: there is no “lively”; did you mean “live”?"


def test_a_time_factor_may_be_a_number(tmp_path: Path) -> None:
    assert read(tmp_path, "[practice]\ntime_factor = 1.25\n").practice.time_factor is TimeFactor.QUARTER_MORE


def test_the_times_of_a_kind_can_be_changed_one_by_one(tmp_path: Path) -> None:
    settings = read(tmp_path, "[practice.times.behavioural]\ntarget = 90\n")
    assert settings.kind_times[Kind.BEHAVIOURAL] == replace(KIND_TIMES[Kind.BEHAVIOURAL], target=90)
    assert settings.kind_times[Kind.CASE] == KIND_TIMES[Kind.CASE]


def test_a_target_outside_its_limits_is_told(tmp_path: Path) -> None:
    (problem,) = told(tmp_path, "[practice.times.behavioural]\ntarget = 300\n")
    assert problem.startswith("config.toml:1: practice.times.behavioural: the target (300) must lie between")


def test_what_is_no_toml_is_told_with_line_and_column(tmp_path: Path) -> None:
    (problem,) = told(tmp_path, "[practice\n")
    assert problem.startswith("config.toml:1:10: ")
