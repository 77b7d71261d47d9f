"""The skill that a sitting is about: by any of its spellings, and what to do where no question is about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from abi_coach.domain.errors import InputError, NotFoundError
from abi_coach.domain.skill_name import meant_skill, skill_slug

if TYPE_CHECKING:
    from abi_coach.services.library import Library


def known_skills(library: Library) -> dict[str, str]:
    """Every spelling of every skill, and the slug it stands for; those that only questions name included."""
    return {**{skill: skill for skill in sorted(library.skills())}, **library.skill_names}


def asked_skill(library: Library, asked: str | None) -> str | None:
    """A skill by any of its spellings. Raises InputError, with the nearest, for one that nobody knows."""
    if asked is None:
        return None
    known, slug = known_skills(library), skill_slug(asked)
    if slug in known:
        return known[slug]
    if near := meant_skill(asked, known):
        what = "skill"
        raise NotFoundError(what, asked, [near])
    message = f"No bank knows a skill “{asked}”. Try another word, or leave the skill out."
    raise InputError(message)


def told_nothing_fits(library: Library, bank: str, skill: str | None) -> str:
    """Why a set is empty, and what to do instead."""
    if skill is None or skill in library.skills(library.reach(bank)):
        return "No question fits all of that. Leave out a filter, or see `abi bank list`."
    having = {row.bank for row in library.rows() if skill in row.skills.split()}
    roles = sorted(head.title for name, head in library.heads.items() if name in having)
    if not roles:
        return f"No bank asks about {skill} yet. Leave the skill out, or write a question of your own: `abi bank new`."
    return f"No question about {skill} for “{library.head(bank).title}”. Roles that have some: {', '.join(roles)}."
