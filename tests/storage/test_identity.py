"""Ids are uuid7, sort by time, and only ever grow."""

from __future__ import annotations

import uuid
from datetime import timedelta
from typing import TYPE_CHECKING

from abi_coach.storage.identity import Identities, is_identity

if TYPE_CHECKING:
    from tests.support.hand_clock import HandClock


def test_an_id_is_a_uuid7_of_its_time(clock: HandClock) -> None:
    made = uuid.UUID(Identities(clock).new())
    assert (made.version, made.variant) == (7, uuid.RFC_4122)
    assert made.int >> 80 == int(clock().timestamp() * 1000)


def test_ids_grow_also_when_the_clock_stands_or_is_set_back(clock: HandClock) -> None:
    identities = Identities(clock)
    made = [identities.new() for _ in range(100)]
    clock.set_to(clock() - timedelta(days=1))
    made.append(identities.new())
    assert made == sorted(set(made))


def test_ids_grow_when_a_millisecond_is_used_up(clock: HandClock) -> None:
    identities = Identities(clock, randomness=lambda count: b"\xff" * count)
    made = [identities.new() for _ in range(3)]
    assert made == sorted(set(made))
    assert all(map(is_identity, made))


def test_other_words_are_no_ids() -> None:
    other = str(uuid.UUID("01890000-0000-4000-8000-000000000000"))
    assert not any(map(is_identity, ("", "x", other, other.upper(), other + "\n")))
