"""One person, two machines: a month apart, then together again, and nothing depends on who came first."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING, Any

import pytest

from abi_coach.services.coach import Coach, open_coach
from tests.support.demo_year import demo_coach
from tests.support.diary import Diary
from tests.support.hand_clock import HandClock

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

DAY = 86_400


@pytest.fixture
def machines(tmp_path: Path, clock: HandClock) -> Iterator[tuple[Coach, Coach]]:
    """Two copies of the demo's home, each used for a month in its own way."""
    demo_coach(tmp_path / "laptop", clock).close()
    shutil.copytree(tmp_path / "laptop", tmp_path / "desktop")
    laptop, desktop = (open_coach(tmp_path / name, HandClock(clock())) for name in ("laptop", "desktop"))
    a_month(laptop, "conflict", "Two teams, one address book")
    a_month(desktop, "delivery", "Teaching the on-call rota")
    yield laptop, desktop
    laptop.close()
    desktop.close()


def a_month(coach: Coach, competency: str, title: str) -> None:
    """Practice, an interview with its debriefs, an advert, edits of what both machines have, a deletion."""
    clock = coach.clock
    assert isinstance(clock, HandClock)
    diary, journal = Diary(coach), coach.journal
    promise = next(journal.current("promise", state="open"))
    for day in range(10):
        clock.advance(3 * DAY)
        diary.answer(competency, 2 + day % 3, 0, question=f"common-behavioural-00{1 + day % 3}")
    diary.debrief(diary.interview(f"{competency} Ltd", 2), 2, {"too long": competency}, (f"calm, {competency}",))
    diary.advert(1, ("kubernetes",), (competency,))
    diary.level("kubernetes", "rusty" if competency == "conflict" else "strong")
    journal.write("promise", {**promise.value(), "then": f"think of {competency}"}, entry=promise.entry)
    story = next(row.entry for row in journal.rows("story") if row.title == title)
    journal.delete(story)
    journal.save_draft(journal.new_id(), "story", {"title": f"half of {competency}"})
    coach.plans.keep(coach.plans.make())


def everything(coach: Coach) -> list[Any]:
    """What a person sees and what lies underneath."""
    journal = coach.journal
    return [
        list(journal.revisions()),
        {kind: journal.rows(kind) for kind in journal.counts()},
        journal.rungs(),
        coach.career.skills.tally(),
        coach.plans.render(coach.plans.make()),
        coach.overviews.read(),
    ]


def test_a_month_apart_merges_to_the_same_both_ways(machines: tuple[Coach, Coach], tmp_path: Path) -> None:
    laptop, desktop = machines
    laptop.care.export(tmp_path / "laptop.jsonl")
    assert laptop.care.bring_in(desktop.home.journal).added >= 15
    assert desktop.care.bring_in(tmp_path / "laptop.jsonl").added >= 15
    assert everything(laptop) == everything(desktop)
    assert laptop.journal.check() == desktop.journal.check() == []


def test_merging_again_in_another_order_changes_nothing(
    machines: tuple[Coach, Coach], tmp_path: Path, clock: HandClock
) -> None:
    laptop, desktop = machines
    clock.advance(40 * DAY)
    first, second = (open_coach(tmp_path / name, clock) for name in ("first", "second"))
    for coach, order in ((first, (laptop, desktop, laptop)), (second, (desktop, laptop, desktop))):
        for other in order:
            coach.care.bring_in(other.home.root)
    assert everything(first) == everything(second)
    first.close()
    second.close()


def test_both_machines_keep_what_both_have_written(machines: tuple[Coach, Coach]) -> None:
    laptop, desktop = machines
    laptop.care.bring_in(desktop.home.journal)
    promise = next(laptop.journal.current("promise", state="open"))
    words = [revision.value()["then"] for revision in laptop.journal.history(promise.entry)]
    assert {"think of conflict", "think of delivery"} <= set(words)
    titles = {row.title for row in laptop.journal.rows("story")}
    assert titles.isdisjoint({"Two teams, one address book", "Teaching the on-call rota"})
