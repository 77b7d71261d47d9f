"""Small random journals of real kinds, for properties that must hold for anything a person may have written."""

from __future__ import annotations

from datetime import UTC, date, datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final

from hypothesis import strategies as st

from abi_coach.domain.advert import Advert
from abi_coach.domain.attempt import Attempt
from abi_coach.domain.contact import Contact
from abi_coach.domain.interview import Interview
from abi_coach.domain.pay import PayPoint
from abi_coach.domain.promise import Promise
from abi_coach.domain.reflection import Reflection
from abi_coach.domain.scorecard import Scorecard
from abi_coach.domain.skill_tally import OwnSkill
from abi_coach.domain.story import Story
from abi_coach.storage.values import to_plain

if TYPE_CHECKING:
    from abi_coach.services.coach import Coach

KINDS: Final[dict[str, type[Any]]] = {
    "advert": Advert,
    "attempt": Attempt,
    "contact": Contact,
    "interview": Interview,
    "pay": PayPoint,
    "promise": Promise,
    "reflection": Reflection,
    "scorecard": Scorecard,
    "skill_level": OwnSkill,
    "story": Story,
}

st.register_type_strategy(
    datetime,
    st.datetimes(datetime(2020, 1, 1), datetime(2030, 1, 1), timezones=st.just(UTC)),  # noqa: DTZ001 - hypothesis wants bounds without a zone
)
st.register_type_strategy(float, st.floats(0, 10_000))
st.register_type_strategy(int, st.integers(0, 100))
st.register_type_strategy(date, st.dates(date(2020, 1, 1), date(2030, 1, 1)))
st.register_type_strategy(Decimal, st.decimals(0, 10**9, places=2))

Step = tuple[str, str, dict[str, Any]]
"""What is done ("write", "draft", "edit" or "delete"), the kind, and the body."""


def _step(kind: str) -> st.SearchStrategy[Step]:
    done = st.sampled_from(["write", "write", "draft", "edit", "delete"])
    return st.tuples(done, st.just(kind), st.from_type(KINDS[kind]).map(to_plain))


STEPS: Final[st.SearchStrategy[list[Step]]] = st.lists(st.sampled_from(sorted(KINDS)).flatmap(_step), max_size=6)
"""What a person did, one after the other."""


def follow(coach: Coach, steps: list[Step]) -> None:
    """Do it: edits and deletions are of the newest entry of that kind, where there is one."""
    journal = coach.journal
    for done, kind, body in steps:
        rows = journal.rows(kind, limit=1)
        entry = rows[0].entry if rows and done != "write" else None
        if done == "delete" and entry:
            journal.delete(entry)
        else:
            journal.write(kind, body, entry=entry, draft=done == "draft")
