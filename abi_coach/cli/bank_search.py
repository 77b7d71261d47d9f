"""`abi bank search`: find questions by words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from abi_coach.cli.group import CoachCommand
from abi_coach.cli.invocation import INVOCATION, Invocation
from abi_coach.cli.output import say, say_json, tell
from abi_coach.domain.competency import Competency
from abi_coach.domain.kind import Kind, Level
from abi_coach.domain.skill_name import skill_slug

if TYPE_CHECKING:
    from abi_coach.services.library import Library


@click.command("search", cls=CoachCommand)
@click.argument("words", nargs=-1)
@click.option("--role", help="Only this role's bank, e.g. backend or “Senior Backend Developer”.")
@click.option("--kind", type=click.Choice([kind.value for kind in Kind]), help="Only this kind of question.")
@click.option("--competency", type=click.Choice([one.value for one in Competency]), help="Only this competency.")
@click.option("--skill", help="Only questions with this skill, by any of its names.")
@click.option("--level", type=click.Choice([level.value for level in Level]), help="Only this level.")
@click.option("--difficulty", type=click.IntRange(1, 3), help="1 expected, 2 a trade-off, 3 hard.")
@click.option("--limit", type=click.IntRange(1, 10_000), default=50, show_default=True, help="At most so many.")
@INVOCATION
def search(invocation: Invocation, words: tuple[str, ...], limit: int, **options: Any) -> None:  # noqa: ANN401 - one per option above
    """Find questions that hold all WORDS, or words that begin so; misspelt ones are taken as meant."""
    from abi_coach.services.question_search import Wanted, search_questions  # noqa: PLC0415 - on use

    library = invocation.coach.library
    asked = options.pop("role")
    match = library.match(asked) if asked else None
    options["skill"] = _skill(library, options["skill"])
    found = search_questions(library, Wanted(" ".join(words), match.bank if match else None, limit=limit, **options))
    if invocation.json:
        role = match and {"bank": match.bank, "asked": match.asked, "exact": match.exact, "others": match.others}
        meant = [{"word": word, "meant": list(known)} for word, known in found.meant]
        rows = [row._asdict() for row in found.rows]
        told = {"has_all": found.has_all, "has_more": found.has_more}
        say_json("abi.bank.search/1", {"words": list(words), "role": role, "meant": meant, **told, "questions": rows})
        return
    if match and not match.exact:
        others = f" Others near it: {', '.join(match.others)}." if match.others else ""
        tell(f"Nothing is called “{match.asked}”; looking in “{match.bank}”.{others}")
    for note in found.notes if found.rows else ():
        tell(note)
    for row in found.rows:
        say(f"{row.id:<36} {row.prompt}")
    if found.has_more:
        tell(f"These are the first {limit}; --limit shows more.")
    if not found.rows:
        tell("No question fits. Try fewer words, or a filter less.")


def _skill(library: Library, asked: str | None) -> str | None:
    """A skill as banks write it, whichever of its names was given; one that questions write so stays as it is."""
    named, slug, known = (asked or "").strip(), skill_slug(asked or ""), library.skill_names
    written = named.lower()
    if slug in known and slug != written and written in library.skills():
        return written
    return known.get(named) or known.get(slug) or (slug if " " in named else named.lower()) or None
