"""Plans as documents: complete, the same byte for byte, safe to hand on, and never written over unasked."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

import pytest
import yaml

from abi_coach.domain.competency import Competency
from abi_coach.domain.errors import FileError, InputError, NotFoundError, TemplateError
from abi_coach.domain.interview import Person
from abi_coach.domain.kind import Kind
from abi_coach.domain.pay import PayPoint, PaySource
from abi_coach.domain.reflection import Reflection
from abi_coach.services.coach import Coach, open_coach
from abi_coach.services.plan import Layout, PlanOrder
from tests.support.diary import Diary, worked_example

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.support.hand_clock import HandClock

TEMPLATES = ("improvement_plan", "one_page", "mentor")
BACKEND = PlanOrder(role="backend")
WHOLE = Layout()


@pytest.fixture
def coach(home: Path, clock: HandClock) -> Iterator[Coach]:
    coach = open_coach(home, clock, clock.monotonic)
    yield coach
    coach.close()


@pytest.fixture
def told(coach: Coach) -> Coach:
    worked_example(coach)
    return coach


def rendered(coach: Coach, layout: Layout = WHOLE) -> str:
    return coach.plans.render(coach.plans.make(BACKEND), layout)


@pytest.mark.parametrize("template", TEMPLATES)
def test_every_template_renders_an_empty_journal_without_claims(coach: Coach, template: str) -> None:
    text = rendered(coach, Layout(template))
    assert text.startswith("# ")
    assert "of 100" not in text
    assert "\n\n\n" not in text


@pytest.mark.parametrize("template", TEMPLATES)
def test_every_template_renders_three_actions_with_their_sessions(told: Coach, template: str) -> None:
    text = rendered(told, Layout(template))
    assert text.count("first on 2") == 3
    assert "5 sessions of 25 minutes, every 2 days, first on 24 November 2026" in text
    assert "\n\n\n" not in text


def test_the_sections_come_in_the_promised_order(told: Coach) -> None:
    heads = [line for line in rendered(told).splitlines() if line.startswith("## ")]
    assert heads == [
        "## What is working",
        "## What to do next",
        "## Practice schedule",
        "## Follow-ups",
        "## Not known yet",
        "## Does it work?",
    ]


def test_all_that_is_not_known_takes_few_lines(told: Coach) -> None:
    unknown = rendered(told).partition("## Not known yet")[2].partition("## Does it work?")[0]
    (line,) = (line for line in unknown.splitlines() if line.startswith("- "))
    missing = [one.label for one in told.plans.make(BACKEND).unknown if one.label]
    assert all(f"{label} " in line for label in missing)


def test_a_person_for_whom_all_goes_well_is_not_told_to_answer_three_questions(coach: Coach) -> None:
    diary = Diary(coach)
    for competency in set(Competency) - {Competency.ROLE_EXPERTISE}:
        diary.answers(competency.value, [5] * 6, [1, 2, 3, 4, 5, 6])
        diary.story(f"Here {competency}", competency.value)
        diary.story(f"There {competency}", competency.value)
    for template in TEMPLATES:
        assert "at the moment" in (text := rendered(coach, Layout(template)))
        assert "hree questions" not in text
        assert "first measure" not in text


def test_on_the_day_of_an_interview_nothing_is_put_before_it(told: Coach) -> None:
    Diary(told).interview("Today Ltd", -0.05)
    text = rendered(told)
    assert "today. Nothing new before it: `abi card` has what helps now." in text
    assert "| 22 November 2026 |" not in text


def test_the_evening_before_an_interview_one_thing_is_enough(told: Coach) -> None:
    Diary(told).interview("Soon Ltd", -1)
    text = rendered(told)
    assert "tomorrow. One of the things below is enough for today" in text
    assert "go on the next day" not in text


def test_what_the_market_asks_for_is_dated_evidence(coach: Coach) -> None:
    diary = Diary(coach)
    for age in (3, 9):
        diary.advert(age, ("kubernetes",))
        diary.answer("role_expertise", 3, age, skills=("kubernetes",), kind=Kind.TECHNICAL)
    told = next(
        one for one in coach.plans.values(coach.plans.make(BACKEND))["priorities"] if one["item"] == "kubernetes"
    )
    asked = [line["on"].day for line in told["evidence"] if "asked for in an advert" in line["facts"]]
    assert asked == [19, 13]


def test_a_mentor_reads_reasons_without_the_points(told: Coach) -> None:
    text = rendered(told, Layout("mentor"))
    assert "Together" not in text
    assert "I noted: “I asked about the goal.”" in text
    assert "one question about Conflict, " in text


def test_the_same_journal_day_and_settings_give_the_same_bytes(
    told: Coach, clock: HandClock, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = rendered(told)
    clock.advance(3600)
    monkeypatch.setenv("LANG", "de_DE.UTF-8")
    again = open_coach(home, clock, clock.monotonic)
    assert rendered(again) == first
    again.close()


def test_reasons_that_add_up_to_more_than_a_hundred_say_what_they_come_to(coach: Coach) -> None:
    diary = Diary(coach)
    diary.answers("quality", [1, 1, 1], [1, 2, 3], [5, 5, 5])
    diary.story("On call", "delivery")
    assert "(54.4)" in rendered(coach)
    assert "Together 110.7, counted as 100.0 of 100" in rendered(coach)


def test_thin_data_gives_a_short_honest_plan(coach: Coach) -> None:
    Diary(coach).answer("quality", 4, 0)
    text = rendered(coach)
    assert "One session: here is your baseline." in text
    assert "- Quality: 4.0 of 5 (one answer)" in text
    assert "Does it work?" not in text
    assert "little evidence so far" in text
    assert len(text.splitlines()) < 70


def test_charts_are_ascii_when_asked(told: Coach) -> None:
    text = rendered(told, Layout(ascii_charts=True))
    assert "`###############.....`" in text
    assert "█" not in text


def test_redacting_hides_companies_people_and_amounts(told: Coach) -> None:
    diary = Diary(told)
    entry = diary.interview("Initech", 2, people=(Person("Ada King"),))
    diary.debrief(entry, 2, {"Ada at Initech heard me ask for 80k": "conflict"})
    shown, hidden = rendered(told), rendered(told, Layout(redact=True))
    for word in ("Northwind", "Initech", "Ada at", "80k"):
        assert word in shown
        assert word not in hidden


def test_redacting_hides_who_was_named_outside_interviews_and_the_pay_that_is_kept(told: Coach) -> None:
    diary, today = Diary(told), told.clock().date()
    told.career.reflections.add(Reflection(today, "x", person="Grete Hopper"))
    told.career.pay.add(PayPoint(today, PaySource.OWN, "backend", "EUR", Decimal(81500), Decimal(81500)))
    diary.debrief(diary.interview("Initech", 2), 2, {"Told hopper that I have 81 500 now": "conflict"})
    assert "81 500" in rendered(told)
    hidden = rendered(told, Layout(redact=True))
    assert "81 500" not in hidden
    assert "hopper" not in hidden


@pytest.mark.parametrize("name", ["mentor", "./mentor", "mentor.md.j2", ".//mentor.md.j2"])
def test_the_mentors_sheet_hides_names_by_whatever_name_it_is_asked_for(told: Coach, name: str) -> None:
    diary = Diary(told)
    diary.debrief(diary.interview("Initech", 2), 2, {}, ("Said what Northwind builds.",))
    assert "Northwind builds" in rendered(told)
    assert "I noted: “Said what \\[hidden\\] builds.”" in rendered(told, Layout(name))


@pytest.mark.parametrize("named", ["mentr", "zzz", "debrief_", "noted"])
def test_an_unknown_template_is_answered_with_those_that_a_plan_can_have(told: Coach, home: Path, named: str) -> None:
    (home / "templates").mkdir()
    (home / "templates" / "mine.j2").write_text("mine", encoding="utf-8")
    with pytest.raises(NotFoundError) as error:
        rendered(told, Layout(named))
    assert error.value.nearest
    assert set(error.value.nearest) <= {"improvement_plan", "mentor", "mine.j2", "one_page"}
    assert rendered(told, Layout("mine.j2")) == "mine"


def test_of_every_shipped_template_it_is_known_what_it_is_about(coach: Coach) -> None:
    """One that is not would be offered for everything, as if it were the person's own."""
    with pytest.raises(NotFoundError) as error:
        coach.documents.render("zzz")
    assert error.value.nearest == ()


@pytest.mark.parametrize("name", ["journal.db", "config.toml", "backups/journal-1.db", "link.md"])
def test_a_document_never_replaces_what_abi_itself_needs(told: Coach, home: Path, name: str) -> None:
    (home / "backups").mkdir(exist_ok=True)
    (home / "link.md").symlink_to("journal.db")
    before = (home / "journal.db").read_bytes()
    made = told.plans.make(BACKEND)
    with pytest.raises(FileError, match="abi needs"):
        told.plans.write(made, home / name, "text", replace=True)
    assert (home / "journal.db").read_bytes() == before


def test_a_sentence_about_somebody_hides_the_names_in_it_only(told: Coach) -> None:
    diary, today = Diary(told), told.clock().date()
    told.career.reflections.add(Reflection(today, "x", person="Wrote to Grete after the talk"))
    diary.debrief(diary.interview("Initech", 2), 2, {"Wrote to grete too late": "conflict"})
    assert "Wrote to \\[hidden\\] too late" in rendered(told, Layout(redact=True))


def test_the_mentors_sheet_leaves_out_what_fell_short_on_single_answers(told: Coach) -> None:
    assert "no example" in rendered(told)
    text = rendered(told, Layout("mentor"))
    assert "no example" not in text
    assert "My next interview is on 4 December 2026." in text


def test_front_matter_is_yaml_whatever_was_typed(coach: Coach) -> None:
    Diary(coach).interview('--- "x": [y]\n# Acme\\', -3)
    text = rendered(coach, Layout(front_matter=True))
    head = yaml.safe_load(text.split("\n---\n")[0])
    assert head["interview"] == '--- "x": [y] # Acme\\ · panel'
    assert str(head["date"]) == "2026-11-22"
    assert text.split("\n---\n\n", 1)[1] == rendered(coach)


def test_a_template_of_ones_own_replaces_the_shipped_one(told: Coach) -> None:
    told.home.make(told.home.templates)
    (told.home.templates / "improvement_plan.md.j2").write_text("{{ plan.priorities[0].label }}: {{ ascii_charts }}\n")
    assert rendered(told) == "Conflict: no\n"


@pytest.mark.parametrize(
    ("source", "said"),
    [
        ("\n{{ plan.nothing }}", ":2: "),
        ("{% for a in range(9999) %}{% for b in range(9999) %}.{% endfor %}{% endfor %}", "never end"),
        ("{% include '../config.toml' %}", "templates come only from"),
        ("{% for a in range(9999) %}{{ 'a' * 9999 }}{% endfor %}", "longer than"),
    ],
)
def test_a_broken_template_is_told_and_writes_nothing(told: Coach, tmp_path: Path, source: str, said: str) -> None:
    told.home.make(told.home.templates)
    (told.home.templates / "mine.md.j2").write_text(source)
    plan = told.plans.make()
    with pytest.raises(TemplateError, match=said):
        told.plans.write(plan, tmp_path / "plan.md", told.plans.render(plan, Layout("mine")))
    assert not (tmp_path / "plan.md").exists()


def test_an_edited_plan_is_kept_until_a_yes(told: Coach, tmp_path: Path) -> None:
    plan, path = told.plans.make(), tmp_path / "plan.md"
    told.plans.write(plan, path, told.plans.render(plan))
    told.plans.write(plan, path, told.plans.render(plan, Layout("one_page")))
    path.write_text(path.read_text() + "\nmy note\n")
    with pytest.raises(InputError, match="--replace"):
        told.plans.write(plan, path, told.plans.render(plan))
    assert path.read_text().endswith("my note\n")
    told.plans.write(plan, path, told.plans.render(plan), replace=True)
    assert "my note" not in path.read_text()


def test_a_file_that_is_not_ours_is_left_alone(told: Coach, tmp_path: Path) -> None:
    (tmp_path / "README.md").write_text("mine")
    with pytest.raises(InputError, match="--replace"):
        told.plans.write(told.plans.make(), tmp_path / "README.md", "text")


def test_places_that_cannot_be_written_are_told(told: Coach, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    told.home.plans.write_text("not a folder")
    plan = told.plans.make()
    for path in (tmp_path, tmp_path / "file" / "plan.md", tmp_path / "no" / "plan.md", tmp_path / ("x" * 300)):
        with pytest.raises(FileError):
            told.plans.write(plan, path, "text")
    with pytest.raises(FileError):
        told.plans.default_path(plan)
