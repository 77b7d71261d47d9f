"""What is forgotten is gone from every file, older versions too, and nothing else is."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from abi_coach.domain.errors import InputError, NotFoundError
from abi_coach.services.coach import Coach, open_coach
from abi_coach.storage.exchange import export_lines
from tests.support.demo_year import demo_coach

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.support.hand_clock import HandClock


@pytest.fixture
def coach(tmp_path: Path, clock: HandClock) -> Iterator[Coach]:
    """A coach on the demo's year, with a backup."""
    made = demo_coach(tmp_path / "demo", clock)
    made.care.back_up()
    yield made
    made.close()


def everything(coach: Coach) -> str:
    return "".join(export_lines(coach.journal.revisions()))


def files(coach: Coach) -> bytes:
    """The bytes of the journal and of every copy."""
    return b"".join(path.read_bytes() for path in (coach.home.journal, *coach.care.backups()))


def test_a_company_goes_with_all_that_belongs_to_it(coach: Coach) -> None:
    found = coach.forgetting.company("quayside payments")
    assert coach.forgetting.forget(found) == ()
    assert "Quayside" not in everything(coach)
    assert b"Quayside" not in files(coach)
    assert coach.journal.check() == []
    assert {row.title.split(" · ")[0] for row in coach.journal.rows("interview")} == {
        "Larchwood Energy",
        "Fennmark Health",
    }


def test_nothing_else_changes(coach: Coach) -> None:
    before = {line for line in everything(coach).splitlines() if "sitting" in line or '"kind":"story"' in line}
    coach.forgetting.forget(coach.forgetting.company("Quayside Payments"))
    assert before <= set(everything(coach).splitlines())


def test_an_interview_goes_with_debriefs_promises_outcome_and_the_plans_that_quote_it(coach: Coach) -> None:
    row = next(row for row in coach.journal.rows("interview") if "panel" in row.title)
    found = coach.forgetting.interview(row.entry)
    kinds = {told.partition(":")[0] for told in found.told}
    assert {"interview", "hot debrief", "cold debrief", "promise", "outcome", "plan"} <= kinds
    coach.forgetting.forget(found)
    assert row.entry not in everything(coach)
    assert "foolish" not in everything(coach)
    assert b"foolish" not in files(coach)
    assert len(coach.journal.rows("interview")) == 4


def test_a_promise_that_was_asked_about_elsewhere_stays_without_that_answer(coach: Coach) -> None:
    """Its debrief goes; the promise was made with another interview."""
    row = next(row for row in coach.journal.rows("interview") if "panel" in row.title)
    kept = next(one for one in coach.journal.current("promise") if one.value()["then"].startswith("say first"))
    coach.forgetting.forget(coach.forgetting.interview(row.entry))
    left = coach.journal.get(kept.entry)
    assert left is not None
    assert [each["check"] for each in left.value()["checks"]] == ["no_chance"]


def test_a_person_leaves_every_version_of_everything_and_the_rest_of_it_stays(coach: Coach) -> None:
    journal = coach.journal
    entry = journal.write("story", {"title": "With Ines Duarte", "action": "one"}).entry
    journal.write("story", {"title": "With ines duarte", "action": "two"}, entry=entry)
    journal.save_draft(entry, "story", {"title": "Ines Duarte again"})
    coach.forgetting.forget(coach.forgetting.person("Ines Duarte"))
    history = journal.history(entry)
    assert [one.value()["title"] for one in history] == ["With somebody", "With somebody", "somebody again"]
    assert [one.draft for one in history] == [False, False, True]
    assert "ines duarte" not in everything(coach).lower()
    assert b"ines duarte" not in files(coach).lower()
    assert "Ines Duarte" not in {row.title for row in journal.rows("contact")}
    assert journal.check() == []


def test_a_first_name_that_stays_is_told(coach: Coach) -> None:
    coach.journal.write("story", {"title": "Ines and the queue"})
    assert coach.forgetting.person("Ines Duarte").also == ("Ines",)
    assert coach.forgetting.person("Tom Abara").also == ("Tom",), "the cold debrief says that Tom took a photo"


def test_forgetting_on_two_machines_gives_the_same(coach: Coach, tmp_path: Path, clock: HandClock) -> None:
    other = open_coach(tmp_path / "other", clock, clock.monotonic)
    other.care.bring_in(coach.home.journal)
    for each in (coach, other):
        each.forgetting.forget(each.forgetting.person("Ines Duarte"))
    assert everything(other) == everything(coach)
    assert other.care.bring_in(coach.home.journal).added == 0
    other.close()


def test_a_backup_gets_nothing_that_it_did_not_have(coach: Coach, tmp_path: Path, clock: HandClock) -> None:
    new = coach.journal.write("story", {"title": "With Ines Duarte"}).entry
    coach.forgetting.forget(coach.forgetting.person("Ines Duarte"))
    copy = open_coach(tmp_path / "copy", clock, clock.monotonic)
    copy.care.restore(coach.care.backups()[0])
    assert copy.journal.get(new) is None
    assert coach.journal.get(new) is not None
    copy.close()


def test_documents_that_hold_the_name_are_told(coach: Coach) -> None:
    plan = coach.plans.make()
    path = coach.plans.default_path(plan)
    coach.plans.write(plan, path, coach.plans.render(plan))
    assert coach.forgetting.company("Fennmark Health").documents == (path,)
    assert coach.forgetting.company("Brackwater Games").documents == ()


def test_what_is_not_there_is_nothing_to_forget(coach: Coach) -> None:
    assert coach.forgetting.company("Nowhere").is_empty
    assert coach.forgetting.person("Zed Nemo").is_empty
    with pytest.raises(NotFoundError):
        coach.forgetting.interview("ffffffff")
    for ask in (coach.forgetting.company, coach.forgetting.person):
        with pytest.raises(InputError):
            ask("  ")


def test_everything_is_everything_but_what_is_not_abis(coach: Coach) -> None:
    home = coach.home
    home.make(home.question_banks, home.plans)
    (home.question_banks / "mine.yaml").write_text("bank: mine")
    (home.plans / "plan.md").write_text("mine")
    home.config.write_text("")
    coach.forgetting.everything()
    assert sorted(path.name for path in home.root.iterdir()) == ["config.toml", "question_banks"]
    coach.journal.write("story", {"title": "again"})
    assert len(list(coach.journal.revisions())) == 1
