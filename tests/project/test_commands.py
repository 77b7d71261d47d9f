"""Every command says what it does, stands in the README, and takes the global options."""

from __future__ import annotations

from typing import Final

import click

from tests.support.click_tree import commands
from tests.support.command_line import ROOT, run_abi_here

README: Final = (ROOT / "README.md").read_text(encoding="utf-8")


def test_every_command_is_in_the_readme() -> None:
    """A group's default needs no row of its own: `abi practice start` is `abi practice`."""
    defaults = {f"{words} {getattr(command, 'default', None)}" for words, command in commands()}
    assert [words for words, _ in commands() if words not in defaults and f"`{words}" not in README] == []


def test_every_command_that_the_readme_names_exists() -> None:
    known = {words for words, _ in commands()}
    rows = [row.split("|")[1] for row in README.splitlines() if row.startswith("| `abi")]
    named = [part.strip(" `") for row in rows for part in row.split("·")]
    assert named
    assert [name for name in named if words_of(name) not in known] == []


def words_of(name: str) -> str:
    """The words before the first argument or option: `abi bank show` of `abi bank show BANK`."""
    words = name.replace("[", " [").split()
    return " ".join(
        word for index, word in enumerate(words) if all(w.islower() and w[0] != "-" for w in words[: index + 1])
    )


def test_every_command_has_help_that_is_a_sentence() -> None:
    shy = [
        words
        for words, command in commands()
        if not (command.help or "").strip().partition("\n")[0].endswith((".", ":"))
    ]
    assert shy == []


def test_every_option_has_help() -> None:
    silent = [
        f"{words} {option.opts[0]}"
        for words, command in commands()
        for option in command.params
        if isinstance(option, click.Option) and not option.hidden and not option.help
    ]
    assert silent == []


def test_every_command_prints_its_help() -> None:
    for words, _ in commands():
        ran = run_abi_here(*words.split()[1:], "--help")
        assert (ran.code, ran.err) == (0, ""), words
        assert words in ran.out


def test_every_command_takes_the_global_options() -> None:
    wanted = {"--home", "--json", "--plain", "--config"}
    lacking = [
        words
        for words, command in commands()
        if not wanted <= {opt for option in command.params for opt in option.opts}
    ]
    assert lacking == []
