"""The last plan as Home needs it: what came after it, and which of its actions has its day."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING, Any, Final

from abi_coach.domain.competency import COMPETENCY_IDS, Competency
from abi_coach.domain.facts import Named

if TYPE_CHECKING:
    from abi_coach.storage.journal_glance import JournalGlance
    from abi_coach.storage.journal_rows import EntryRow
    from abi_coach.storage.journal_told import DueAction

_GIVES_UP: Final = timedelta(days=14)  # the next plan offers again what was left; until then it is worth no reproach


def planned(journal: JournalGlance, plan: EntryRow, today: date, *, most: int) -> dict[str, Any]:
    """The plan's facts; `since` is the instant after which evidence is new to it. No more than `most` are counted."""
    on = plan.at.date()
    since = _known_until(on, journal.kept_at(plan.entry))
    new = sum(journal.first_told(kind, since, most) for kind in ("hot_debrief", "cold_debrief"))
    found: dict[str, Any] = {"last_plan_on": on, "new_debriefs": new, "since": since}
    due = journal.due_actions(plan.entry, today - _GIVES_UP, today)
    waiting = next((action for action in due if not _is_settled(journal, action, today)), None)
    if waiting is not None:
        item, kind, deed, day, *_ = waiting
        found |= {
            "action": Named(plan.entry, deed.rstrip(".")),
            "action_on": date.fromisoformat(day),
            "action_item": item,
            "action_is_skill": item not in COMPETENCY_IDS,
            "action_type": kind,
        }
    return found


def _known_until(on: date, kept_at: datetime | None) -> datetime:
    """What was told by then, the plan knew: the moment it was kept, or the end of its day, if that was before."""
    end = datetime.combine(on + timedelta(days=1), time()).astimezone(UTC)
    return end if kept_at is None else min(kept_at, end)


def _is_settled(journal: JournalGlance, action: DueAction, today: date) -> bool:
    """Whether something was done for it on its day or since, or the evidence reaches its targets already."""
    if _is_taken_up(journal, action):
        return True
    from abi_coach.services.action_glance import is_met  # noqa: PLC0415 - few days are the day of an action

    return is_met(journal, action, today)


def _is_taken_up(journal: JournalGlance, action: DueAction) -> bool:
    item, kind, _, day, *_ = action
    since = datetime.combine(date.fromisoformat(day), time()).astimezone()
    if kind == "build":
        return bool(journal.rows("story", since=since, limit=1))
    # An answer about a skill is kept under the craft of the role; which skill it is, no column tells.
    competency = item if item in COMPETENCY_IDS else Competency.ROLE_EXPERTISE.value
    return bool(journal.rows("attempt", since=since, competency=competency, state="rated", limit=1))
