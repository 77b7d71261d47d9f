"""Pasting an advert on a screen: what was found is shown before it is saved."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from abi_coach.domain.advert import Advert
from abi_coach.domain.errors import InputError
from abi_coach.domain.form import Field, Form, Kind, State
from abi_coach.domain.form_values import said
from abi_coach.domain.pay import Disclosed, PayPoint, PaySource

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from abi_coach.domain.advert import AdvertReading, SkillMatch

ADVERT_FORM: Final = Form(
    "advert",
    "An advert",
    (
        Field("text", "Text", "Paste the advert.", Kind.TEXT, required=True,
              hint="Known skills are looked for in it, and shown before anything is saved."),
        Field("wrong", "Wrong", "Which of these are wrong? Their numbers, or nothing.",
              hint="Only what is left is saved."),
        Field("company", "Company", "Whose advert is it?"),
        Field("role", "Role", "For which role, in a word?",
              hint="For example backend. With it, pay that is named is kept too."),
        Field("source", "Source", "Where did you find it?"),
    ),
)  # fmt: skip


def match_lines(matches: Sequence[SkillMatch]) -> tuple[str, ...]:
    """Each match with its number, whether must or nice, and the line that it stands in."""
    return tuple(
        f"{number:>2}  {'nice' if match.nice else 'must'}  {_name(match)}  line {match.line}: {match.text}"
        for number, match in enumerate(matches, 1)
    )


def match_line(matches: Sequence[SkillMatch]) -> str:
    """All matches in one line, for where there is little room."""
    told = (
        f"{number} {match.skill} ({'nice' if match.nice else 'must'}, line {match.line})"
        for number, match in enumerate(matches, 1)
    )
    return " · ".join(told)


def _name(match: SkillMatch) -> str:
    """The skill, and the words that stand for it where they are others."""
    return match.skill if match.words.lower() == match.skill else f"{match.skill} ({match.words})"


def left_out(typed: str, matches: Sequence[SkillMatch]) -> tuple[str, ...]:
    """The skills meant by numbers or names with commas or spaces between them. Raises InputError."""
    names = {str(number): match.skill for number, match in enumerate(matches, 1)}
    names |= {match.words.lower(): match.skill for match in matches} | {match.skill: match.skill for match in matches}
    whole = [part.strip().lower() for part in re.split(r"[,;\n]+", typed) if part.strip()]
    parts = [one for part in whole for one in ([part] if part in names else part.split())]
    unknown = [part for part in parts if part not in names]
    if unknown:
        message = f"“{unknown[0]}” is none of the matches. Write numbers from 1 to {len(matches)}, or nothing."
        raise InputError(message)
    return tuple(names[part] for part in parts)


def advert_of(state: State, reading: AdvertReading, today: date) -> Advert:
    """The advert as it is saved: skills, never the text."""
    kept = reading.without(left_out(said(state, "wrong"), reading.matches))
    return Advert(
        on=today,
        title=said(state, "title") or reading.title,
        company=said(state, "company"),
        role=said(state, "role"),
        must=tuple(match.skill for match in kept if not match.nice),
        nice=tuple(match.skill for match in kept if match.nice),
        source=said(state, "source"),
    )


def advert_point(state: State, reading: AdvertReading, today: date) -> PayPoint | None:
    """The pay that an advert names, for the ledger; None without pay, or without a role to file it under."""
    if reading.pay is None or not said(state, "role"):
        return None
    return PayPoint(
        on=today,
        source=PaySource.ADVERT,
        role=said(state, "role"),
        currency=reading.pay.currency,
        base_min=reading.pay.low,
        base_max=reading.pay.high,
        period=reading.pay.period,
        disclosed=Disclosed.ADVERT,
        trust=_IN_WRITING,
        company=said(state, "company"),
    )


_IN_WRITING: Final = 3
