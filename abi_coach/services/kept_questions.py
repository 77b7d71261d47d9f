"""Questions that were kept in a cold debrief join the person's own bank, and the debrief knows which they are."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from abi_coach.domain.bank_head import OWN
from abi_coach.domain.errors import FileError
from abi_coach.domain.kept_question import kept_questions
from abi_coach.services.entries import entry_about
from abi_coach.services.hot_debrief import HOT_KIND
from abi_coach.storage.own_bank import add_questions, open_own_bank
from abi_coach.storage.values import to_plain

if TYPE_CHECKING:
    from datetime import date

    from abi_coach.domain.debrief import ColdDebrief, HotDebrief
    from abi_coach.domain.interview import Interview
    from abi_coach.domain.question import Question
    from abi_coach.storage.journal import Journal

FILE: Final = f"{OWN}.yaml"


def keep_questions(
    journal: Journal, interview: Interview, debriefs: tuple[HotDebrief, ColdDebrief], today: date
) -> tuple[str, ...]:
    """Add what the cold debrief keeps to `question_banks/own.yaml`; the new ids.

    What is in the bank already is not added again. The hot debrief is linked to the bank's questions, so that those
    that landed badly come first in practice. Raises FileError; the file is then as it was.
    """
    hot, cold = debriefs
    if not cold.keep:
        return ()
    home = journal.home
    home.make(home.question_banks)
    bank = open_own_bank(home.question_banks / FILE)
    at = interview.ended_at or hot.ended_at
    kept = kept_questions(hot, cold, interview, at.astimezone().date() if at else today, bank.questions)
    known = {question.id for question in bank.questions}
    new = {question.id: question for question in kept.values() if question.id not in known}
    if new:
        add_questions(bank, tuple(new.values()))
    _link(journal, hot, kept)
    return tuple(new)


def kept_sentence(journal: Journal, interview: Interview, debriefs: tuple[HotDebrief, ColdDebrief], today: date) -> str:
    """Keep them, and say so in a sentence; a bank file that cannot be added to is told, the debrief stays saved."""
    try:
        new = keep_questions(journal, interview, debriefs, today)
    except FileError as error:
        return f" The questions could not be kept: {error}"
    return f" Kept in your own bank: {', '.join(new)}." if new else ""


def _link(journal: Journal, hot: HotDebrief, kept: dict[int, Question]) -> None:
    """A question that the person matched to another one before stays matched to that."""
    linked = tuple(
        replace(asked, question=kept[place].id) if place in kept and not asked.question else asked
        for place, asked in enumerate(hot.questions)
    )
    entry = entry_about(journal, HOT_KIND, hot.interview)
    if linked != hot.questions and entry is not None:
        journal.write(HOT_KIND, to_plain(replace(hot, questions=linked)), entry=entry)
