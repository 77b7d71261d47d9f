"""Commands are found by moment, a slip of the finger is answered, the shell completes, the manual is true."""

from __future__ import annotations

import re
import shutil
import subprocess
from typing import TYPE_CHECKING, Final

import click
import pytest

from abi_coach.cli.abi import COMMANDS, abi
from abi_coach.cli.manual import manual_page
from abi_coach.cli.moments import MOMENTS
from tests.support.click_tree import commands

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.support.command_line import Ran

    Abi = Callable[..., Ran]

SHELLS: Final = ("bash", "zsh", "fish")


def test_every_command_has_its_moment_and_only_one() -> None:
    named = [name for _, names in MOMENTS.values() for name in names]
    assert set(COMMANDS) <= set(named)
    assert len(named) == len(set(named))


def test_help_names_every_command_of_a_moment_and_no_empty_moment(abi_here: Abi) -> None:
    whole = abi_here("help").out
    for moment, (title, names) in MOMENTS.items():
        ran = abi_here("help", moment)
        there = [name for name in names if name in COMMANDS]
        assert all(f"  abi {name} " in ran.out for name in there)
        assert (title in whole) == bool(there)
    assert abi_here("help", "never").code == 2


def test_help_has_a_json_document(abi_here: Abi) -> None:
    told = abi_here("help", "--json").json
    assert told["schema"] == "abi.help/1"
    assert {command["name"] for moment in told["moments"] for command in moment["commands"]} == set(COMMANDS)


def _groups() -> list[tuple[str, str]]:
    """Every group by its words, with the name of one of its subcommands."""
    return [
        (words, name)
        for words, command in commands()
        if isinstance(command, click.Group)
        for name in command.list_commands(click.Context(command))[-1:]
    ]


@pytest.mark.parametrize(("words", "name"), _groups())
def test_a_slip_of_the_finger_is_answered_at_every_level(abi_here: Abi, words: str, name: str) -> None:
    """A group whose default takes words reads a mistyped subcommand as such a word, and says what it looked for."""
    slip = name[:-1] + "zz" if len(name) > 3 else name + "zz"
    ran = abi_here(*words.split()[1:], slip)
    assert ran.code in {1, 2}
    assert ran.out == ""
    assert slip in ran.err
    if ran.code == 2:
        assert f"Did you mean {name}" in ran.err or name in ran.err


@pytest.mark.parametrize("shell", SHELLS)
def test_completion_scripts_are_there(abi_here: Abi, shell: str) -> None:
    ran = abi_here("completion", shell)
    assert (ran.code, ran.err) == (0, "")
    assert "_ABI_COMPLETE" in ran.out


@pytest.mark.parametrize("shell", SHELLS)
def test_the_shell_is_offered_every_command_also_the_newest(abi: Abi, shell: str) -> None:
    """What is asked when a person presses Tab after `abi `, with the commands as they are today."""
    asked = {"bash": "abi ", "zsh": "abi ", "fish": "abi "}[shell]
    ran = abi(_ABI_COMPLETE=f"{shell}_complete", COMP_WORDS=asked, COMP_CWORD="1" if shell != "fish" else "")
    offered = set(re.findall(r"[a-z]+", ran.out))
    assert set(COMMANDS) <= offered


def test_the_shell_is_offered_subcommands_and_options(abi: Abi) -> None:
    ran = abi(_ABI_COMPLETE="bash_complete", COMP_WORDS="abi bank ", COMP_CWORD="2")
    assert "plain,lint" in ran.out
    ran = abi(_ABI_COMPLETE="bash_complete", COMP_WORDS="abi export --", COMP_CWORD="2")
    assert "plain,--redact" in ran.out


@pytest.mark.skipif(shutil.which("bash") is None, reason="there is no bash here")
def test_bash_reads_its_script(abi_here: Abi) -> None:
    script = abi_here("completion", "bash").out
    assert subprocess.run(["bash", "-n"], input=script.encode(), check=False).returncode == 0


def test_the_manual_names_every_command_and_every_option() -> None:
    page = manual_page()
    assert [words for words, _ in commands() if words != "abi" and f"### {words}\n" not in page] == []
    options = {option.opts[0] for _, command in commands() for option in command.params if _is_own(option)}
    assert [name for name in options if name not in page] == []


def _is_own(parameter: click.Parameter) -> bool:
    return isinstance(parameter, click.Option) and not parameter.hidden


def test_the_manual_needs_no_home(abi_here: Abi) -> None:
    ran = abi_here("help", "--manual")
    assert (ran.code, ran.err, ran.out) == (0, "", manual_page())
    assert abi.name == "abi"
