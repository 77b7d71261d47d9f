"""`abi story`: your stories, ready to tell."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import click

from abi_coach.cli.given_path import GivenPath
from abi_coach.cli.group import CoachCommand, CoachGroup
from abi_coach.cli.guessed_role import tell_guess
from abi_coach.cli.invocation import INVOCATION, Invocation
from abi_coach.cli.output import say, say_json
from abi_coach.cli.story_values import coverage_values, matrix_lines, story_values
from abi_coach.domain.form_answers import name_of
from abi_coach.domain.story_text import story_lines, untold

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from abi_coach.domain.settings import StoryRules
    from abi_coach.services.open_form import OpenForm
    from abi_coach.services.story import Version

_OPTIONS: Final = (
    ("--title", "title", "What you call it.", False),
    ("--situation", "situation", "Where and when it was, and what was at stake.", False),
    ("--task", "task", "What was yours to do.", False),
    ("--action", "action", "What you did.", False),
    ("--result", "result", "What came of it.", False),
    ("--lesson", "lesson", "What you do differently now.", False),
    ("--competency", "competencies", "What it is evidence for. May be repeated, five at most.", True),
    ("--number", "numbers", "A number that belongs to it. May be repeated.", True),
    ("--skill", "skills", "A skill that it shows. May be repeated.", True),
    ("--in-30", "version_30", "The story in 30 seconds.", False),
    ("--in-60", "version_60", "The story in 60 seconds.", False),
    ("--in-90", "version_90", "The story in 90 seconds.", False),
)


def _told(command: Callable[..., None]) -> Callable[..., None]:
    for flag, name, words, several in reversed(_OPTIONS):
        command = click.option(flag, name, multiple=several, help=words)(command)
    return command


@click.group(cls=CoachGroup, default="list", short_help="Your stories, ready to tell.")
def story() -> None:
    """Look after your stories: eight are enough for most interviews."""


@story.command("list", cls=CoachCommand)
@click.option("--retired", is_flag=True, help="List the stories that you put away.")
@INVOCATION
def list_stories(invocation: Invocation, *, retired: bool) -> None:
    """List your stories, and what each still needs."""
    stories = invocation.coach.stories
    kept = stories.kept(retired=retired)
    if invocation.json:
        values = {entry: story_values(entry, one, stories.today, stories.rules) for entry, one in kept.items()}
        told = [each | {"short": stories.short(entry)} for entry, each in values.items()]
        say_json("abi.stories/1", {"stories": told})
        return
    for entry, one in kept.items():
        needs = untold(one)
        state = f"needs {', '.join(needs)}" if needs else ", ".join(each.label for each in one.competencies)
        over = "  over-used" if one.is_over_used(stories.today, stories.rules.over_used) else ""
        say(f"{stories.short(entry)}  {one.title}  ({state}){over}")
    for entry, title in {} if retired else stories.drafts().items():
        short = stories.short(entry)
        say(f"{short}  {title or 'draft'}: go on with `abi story edit {short} --plain`")
    if not kept:
        say("No story is retired." if retired else "No story yet. Tell one with `abi story add --plain`.")


@story.command(cls=CoachCommand)
@_told
@INVOCATION
def add(invocation: Invocation, /, **told: Any) -> None:  # noqa: ANN401 - the options of the form's fields
    """Keep a new story, told by options; without any, it is asked for."""
    _fill(invocation, invocation.coach.stories.open_form(), told, "abi story add --plain")


@story.command(cls=CoachCommand)
@click.argument("story_id", metavar="STORY")
@_told
@INVOCATION
def edit(invocation: Invocation, /, story_id: str, **told: Any) -> None:  # noqa: ANN401 - the options of the fields
    """Change STORY; the version before stays in its history."""
    stories = invocation.coach.stories
    entry = stories.resolve(story_id)
    _fill(invocation, stories.open_form(entry), told, f"abi story edit {stories.short(entry)} --plain")


@story.command(cls=CoachCommand)
@click.argument("story_id", metavar="STORY")
@click.option("--versions", is_flag=True, help="Show every version, the oldest first.")
@INVOCATION
def show(invocation: Invocation, story_id: str, *, versions: bool) -> None:
    """Show STORY as it is told now, or every version of it."""
    stories = invocation.coach.stories
    entry = stories.resolve(story_id)
    told = stories.versions(entry) if versions else ()
    kept = stories.get(entry)
    if invocation.json:
        past = {"versions": [_version_values(entry, one, stories.rules) for one in told]} if versions else {}
        say_json("abi.story/1", story_values(entry, kept, stories.today, stories.rules) | past)
        return
    for one in told[:-1]:
        say(f"As it was on {one.at.astimezone():%Y-%m-%d %H:%M}:")
        for label, text in (("Title", one.story.title), *story_lines(one.story)):
            say(f"  {label}: {text}")
    say(kept.title)
    for label, text in story_lines(kept):
        say(f"{label}: {text}")
    if needs := untold(kept):
        say(f"It still needs {', '.join(needs)}.")


@story.command(cls=CoachCommand)
@click.argument("story_id", metavar="STORY")
@click.option("--back", is_flag=True, help="Bring a retired story back.")
@INVOCATION
def retire(invocation: Invocation, story_id: str, *, back: bool) -> None:
    """Put STORY away; nothing of it is lost, and --back brings it back."""
    stories = invocation.coach.stories
    entry = stories.resolve(story_id)
    title = stories.retire(entry, back=back).title
    short = stories.short(entry)
    say(f"“{title}” ({short}) is back." if back else f"Retired “{title}” ({short}). --back brings it back.")


@story.command(cls=CoachCommand)
@click.argument("story_id", metavar="STORY")
@click.argument("where", metavar="INTERVIEW|ATTEMPT")
@INVOCATION
def told(invocation: Invocation, story_id: str, where: str) -> None:
    """Note that STORY was told in an interview or a practice attempt."""
    coach = invocation.coach
    entry = coach.stories.resolve(story_id)
    title = coach.stories.tell_in(entry, coach.journal.resolve(where)).title
    say(f"Noted: “{title}” was told there.")
    for repeat in coach.stories.coverage({}).repeats:
        if repeat.entry == entry:
            say(f"That makes {repeat.times} times in the loop “{repeat.loop}”.")


@story.command(cls=CoachCommand)
@click.option("--role", default="", help="Whose weights, e.g. backend; otherwise your usual role.")
@INVOCATION
def coverage(invocation: Invocation, *, role: str) -> None:
    """Show which families and competencies your stories cover, and what is missing."""
    coach = invocation.coach
    match = coach.library.match(role or coach.settings.practice.role or "common")
    if role:
        tell_guess(match)
    covered = coach.stories.coverage(coach.library.head(match.bank).weights)
    if invocation.json:
        say_json("abi.story.coverage/1", {"role": match.bank, **coverage_values(covered)})
        return
    for line in matrix_lines(covered):
        say(line)
    for line in covered.advice:
        say(line)


@story.command("import", cls=CoachCommand)
@click.argument("file", metavar="RESUME.json", type=GivenPath())
@INVOCATION
def import_resume(invocation: Invocation, file: Path) -> None:
    """Start stories from the work and projects of a JSON Resume file: its facts only, the telling is yours."""
    stories = invocation.coach.stories
    brought = stories.bring_in(file)
    for entry in brought.added:
        say(f"{stories.short(entry)}  {stories.get(entry).title}")
    known = f" {len(brought.known)} were there already." if brought.known else ""
    started = "1 story" if len(brought.added) == 1 else f"{len(brought.added)} stories"
    say(f"Started {started}.{known} Tell what you did with `abi story edit ID --plain`.")


def _fill(invocation: Invocation, form: OpenForm, given: dict[str, Any], instead: str) -> None:
    """Take the options; without any, ask. What is not told and not required stays untold."""
    said = {name: value for name, value in given.items() if value}
    steps = {name_of(step): step for step in form.steps}
    for name, value in said.items():
        form.answer(steps[name], value)
    if said:
        say(form.finish())
        return
    if not invocation.plain:
        invocation.need_terminal(instead)
    from abi_coach.cli.plain_form import fill_in  # noqa: PLC0415 - only prompts need it

    fill_in(form)


def _version_values(entry: str, version: Version, rules: StoryRules) -> dict[str, Any]:
    values = story_values(entry, version.story, version.at.date(), rules)
    return {"at": version.at.isoformat(), "changed": list(version.changed), **values}
