"""config.toml: what contradicts itself, and names that are misspelt, told with line and remedy."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from abi_coach.domain.errors import FileError
from abi_coach.domain.kind import Kind
from abi_coach.domain.timing import SECTIONS
from abi_coach.storage.configuration import read_settings

if TYPE_CHECKING:
    from pathlib import Path

TOO_MUCH = "the shares come to 110 % (clarify 20, frame 30, solve 45, check 15)"
HAVE_SECTIONS = sorted(kind for kind in Kind if SECTIONS[kind])


def told(tmp_path: Path, text: str) -> tuple[str, ...]:
    """The problems of a config; none when it can be used."""
    (tmp_path / "config.toml").write_text(text, encoding="utf-8")
    try:
        read_settings(tmp_path / "config.toml")
    except FileError as error:
        return error.problems
    return ()


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("[practice.caps]\nlesson = 6\n", "2: practice.caps.lesson: cannot be 6; write 5 or less"),
        ("[practice]\ncaps = [3]\n",
         "2: practice.caps: cannot be [3]; write a section in square brackets, with its keys below"),
        ("[practice.caps]\nlesson = 0\n", "2: practice.caps.lesson: cannot be 0; write 1 or more"),
        ("[practice.caps]\nleson = 3\n", "2: practice.caps.leson: unknown name; did you mean “lesson”?"),
        ("[practice.sections.cases]\nframe = 3\n",
         "1: practice.sections.cases: unknown name; did you mean “case”?"),
        ("[practice.sections.case]\nfrmae = 20\n",
         "2: practice.sections.case.frmae: unknown section; did you mean “frame”?"),
        ("[practice.sections.case]\nintro = 20\n",
         "2: practice.sections.case.intro: unknown section; known are clarify, frame, solve, check"),
        ("[practice.sections.case]\nframe = 0\n", "2: practice.sections.case.frame: cannot be 0; write 1 or more"),
        ("[practice.sections.reverse]\nask = 100\n",
         "1: practice.sections.reverse: such an answer has no sections; leave this out"),
        ("\n[practice.sections.case]  # mine\nframe = 30\n",
         f"2: practice.sections.case: {TOO_MUCH}; write shares that come to 100"),
        ("[stories]\nover_usd = 2\n", "2: stories.over_usd: unknown field; did you mean “over_used”?"),
        ("[stories]\nper_family = -1\n", "2: stories.per_family: cannot be -1; write 0 or more"),
        ("[stories]\ntarget = 13\n", "2: stories.target: cannot be 13; write 12 (prune_above) or less"),
        ("[meters]\nquick_seconds = 8\n", "2: meters.quick_seconds: cannot be 8; write 7 (slow_seconds) or less"),
    ],
)  # fmt: skip
def test_what_cannot_be_is_told_with_its_line_and_what_to_write(tmp_path: Path, text: str, problem: str) -> None:
    assert told(tmp_path, text) == (f"config.toml:{problem}",)


def test_every_contradiction_is_told_at_once(tmp_path: Path) -> None:
    text = "[practice]\npreset = 'quik'\n[practice.times.case]\ntarget = 9\n[stories]\ntarget = 99\n"
    assert [problem.split(": ")[1] for problem in told(tmp_path, text)] == [
        "practice.preset", "practice.times.case", "stories.target",
    ]  # fmt: skip


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.sampled_from(HAVE_SECTIONS), st.data())
def test_shares_are_taken_exactly_when_they_come_to_a_hundred(tmp_path: Path, kind: Kind, data: st.DataObject) -> None:
    shares = {section.name: data.draw(st.integers(15, 60)) for section in SECTIONS[kind]}
    lines = "".join(f'"{name}" = {share}\n' for name, share in shares.items())
    assert (told(tmp_path, f"[practice.sections.{kind}]\n{lines}") == ()) is (sum(shares.values()) == 100)


@pytest.mark.parametrize("kind", HAVE_SECTIONS)
def test_two_shares_may_be_moved_and_the_others_left_out(tmp_path: Path, kind: Kind) -> None:
    first, *_, last = SECTIONS[kind]
    more, less = f'"{first.name}" = {first.share + 4}\n', f'"{last.name}" = {last.share - 4}\n'
    assert told(tmp_path, f"[practice.sections.{kind}]\n{more}{less}") == ()
