"""The bank that somebody starts their own from: valid as it stands, and explained line by line."""

from __future__ import annotations

import json
import unicodedata
from typing import TYPE_CHECKING, Final, NamedTuple

from abi_coach.domain.errors import InputError
from abi_coach.domain.plain_text import strip_controls
from abi_coach.domain.role import slug_of
from abi_coach.storage.bank_schema import bank_schema
from abi_coach.storage.files import write_file

if TYPE_CHECKING:
    from pathlib import Path

    from abi_coach.services.library import Library
    from abi_coach.storage.home import Home

SCHEMA_NAME: Final = "bank.schema.json"
"""Written beside a new bank, so that an editor checks and completes it without a network."""

_LONGEST_ID: Final = 60
_LONGEST_TITLE: Final = 200
_PLAIN: Final = str.maketrans({"ø": "o", "æ": "ae", "œ": "oe", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "\u0131": "i"})
"""Letters that do not come apart into a plain one and its mark."""
_APOSTROPHES: Final = "'’"

_STARTER: Final = """\
# yaml-language-server: $schema=bank.schema.json
# A question bank for abi. `abi bank lint` checks it; docs/question-banks.md tells more.
format: 1
id: "{slug}"
title: {title}
summary: {summary}
# Job titles that lead here, besides the id.
aliases: {aliases}
# What matters more (1.5) or less (0.8) for this role; 1 where it is not named.
weights: {{role_expertise: 1.5}}
# Banks to draw from besides.
includes: [common]
# Skills and the other names that they go by.
skills:
  {slug}-craft: []

questions:
  # An id never changes, also when you mend the text: your answers hang on it.
  - id: {slug}-behavioural-001
    # One thing, in words that you could say aloud: at most 35, and one question mark.
    prompt: "Tell me about a time when you noticed that a piece of your work was going wrong before anybody else did."
    # The same in two to four steps, for whoever would rather have it so.
    parts:
      - "What was the work, and what did you notice?"
      - "What did you do about it?"
      - "How did it end?"
    # opener, behavioural, situational, technical, case, motivation, curveball, sensitive or reverse
    kind: behavioural
    competency: ownership
    secondary: quality
    skills: []
    # 1 expected, 2 a choice or trade-off, 3 failure, conflict, ambiguity or wide scope
    difficulty: 2
    # entry (own task), mid (team), senior (several teams), lead (organisation)
    levels: [entry, mid, senior]
    really_asking: "Do you look at your own work with a stranger's eyes, and act on what you see?"
    # What one can see or hear in an answer rated 1, 3 and 5, so that two people would rate it alike.
    anchors:
      1: "Says that careful people make no mistakes, and names no occasion."
      3: "Names one occasion, what gave the mistake away, and how it was put right in time."
      5: "Adds who was told and when, what a delay would have cost, and the check that has caught the like since."
    # What an interviewer asks next: one for evidence, one for the candidate's own part.
    probes:
      - "What exactly did you see that others had not?"
      - "Which part of the repair was yours alone?"
    # Mistakes that people really make here.
    traps:
      - "Telling a mistake of somebody else's"
    # Helps to choose a story, and never supplies one (behavioural questions only).
    story_hint: "Pick one where you raised your hand before you had to."

  - id: {slug}-technical-001
    prompt: "How would you decide that a piece of work in your trade is good enough to hand over?"
    parts:
      - "What would you look at?"
      - "What would make you hold it back?"
    kind: technical
    # role_expertise needs at least one skill.
    competency: role_expertise
    skills: [{slug}-craft]
    difficulty: 2
    levels: [mid, senior]
    # Whole seconds, and only where the kind's usual times do not fit.
    time: {{think: 15, target: 100, max: 160}}
    really_asking: "Have you a standard of your own, and do you know what it costs?"
    anchors:
      1: "Leaves it to whoever checks the work afterwards."
      3: "Names two or three checks of the trade and says what each of them would catch."
      5: "Weighs what a fault would cost against the time that is left, says what may stay rough, and who has to agree."
    probes:
      - "When did you last hold something back, and what happened?"
      - "Who would disagree with your standard, and why?"
    traps:
      - "Reciting a checklist that any beginner has"
"""


class Started(NamedTuple):
    """The new bank: its file, its id, and the title of the shipped bank that it replaces, or nothing."""

    path: Path
    bank: str
    replaces: str


def start_bank(home: Home, library: Library, role: str, out: Path | None = None) -> Started:
    """Write a starter for a role into `out`, or into the home's banks, with the schema beside it.

    Raises InputError for a role without letters and for a file that is there already, FileError.
    """
    title = " ".join(strip_controls(role).split())[:_LONGEST_TITLE].strip()
    slug = _plain_slug(title)
    if not slug:
        message = f"“{title}” gives no name for a bank. Use plain letters, for example: abi bank new nurse"
        raise InputError(message)
    path = (home.question_banks / f"{slug}.yaml") if out is None else out / f"{slug}.yaml" if out.is_dir() else out
    if path.exists():
        message = f"{path} is there already. Edit it, or name another file with --out."
        raise InputError(message)
    if out is None:
        home.make(home.question_banks)
    shipped = next((shelf.head.title for shelf in library.shelves if shelf.head.id == slug), "")
    write_file(path, _starter(slug, title))
    write_file(path.with_name(SCHEMA_NAME), schema_text())
    return Started(path, slug, shipped)


def _plain_slug(title: str) -> str:
    """A name for the file and the ids, of plain letters: `Ship's mate` → `ships-mate`; empty where there are others."""
    apart = unicodedata.normalize("NFKD", title.casefold()).translate(_PLAIN)
    kept = (char for char in apart if not unicodedata.combining(char) and char not in _APOSTROPHES)
    slug = slug_of("".join(kept))
    return slug[:_LONGEST_ID].strip("-") if slug.isascii() else ""


def _starter(slug: str, title: str) -> str:
    # With an alias where the title's own words are not the id, so that the bank is found by them, too.
    words = {"title": title, "summary": f"For {title}.", "aliases": [] if slug_of(title) == slug else [title]}
    written = {name: json.dumps(value, ensure_ascii=False) for name, value in words.items()}
    return _STARTER.format(slug=slug, **written)


def schema_text() -> str:
    """The JSON Schema of banks, as a document."""
    return json.dumps(bank_schema(), indent=2, ensure_ascii=False) + "\n"
