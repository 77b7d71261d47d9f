"""The career layer through the coach: told, joined, compared, looked back on."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from abi_coach.domain.contact import Contact, Touch
from abi_coach.domain.errors import InputError, NotFoundError
from abi_coach.domain.interview import Interview, InterviewState
from abi_coach.domain.kind import Dimension
from abi_coach.domain.pay import PaySource
from abi_coach.domain.pulse import Pulse
from abi_coach.domain.reflection import Reflection
from abi_coach.domain.scorecard import Mark, Scorecard
from abi_coach.domain.skill_level import SkillLevel
from abi_coach.domain.story import Story
from abi_coach.services.coach import Coach, open_coach
from abi_coach.services.plan_evidence import Gatherer
from tests.support.career import ADVERT, TODAY, pay_point, told
from tests.support.diary import Diary

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from abi_coach.services.career import Career
    from tests.support.hand_clock import HandClock


@pytest.fixture
def coach(home: Path, clock: HandClock) -> Iterator[Coach]:
    coach = open_coach(home, clock, clock.monotonic)
    yield coach
    coach.close()


@pytest.fixture
def career(coach: Coach) -> Career:
    return coach.career


def test_an_advert_is_read_and_its_skills_count_in_tally_and_plan(coach: Coach, career: Career) -> None:
    reading = career.adverts.read(ADVERT)
    career.adverts.save_reading(reading, {"wrong": "2"})
    career.skills.set_level("k8s", SkillLevel.MISSING)
    line = career.skills.tally()[0]
    assert line.sentence == "kubernetes: asked in 1 of 1, you said missing"
    gatherer = Gatherer(coach.journal, coach.settings, TODAY, lambda: coach.library.skill_names)
    demand = {item.item: item.demand for item in gatherer.gather("backend", {}).items if item.demand}
    assert demand["kubernetes"].lack == 1.0
    assert set(demand) == {"kubernetes", "infrastructure-as-code"}


def test_a_plan_puts_on_no_skill_that_no_question_asks_for(coach: Coach, career: Career) -> None:
    career.adverts.save_reading(career.adverts.read("- Python, Terraform"), {})
    Diary(coach).interview("Acme", 3, skills=("cobol",))
    Diary(coach).answer("quality", 3, 181, skills=("python",))
    assert {line.skill for line in career.skills.tally()} == {"cobol", "python", "infrastructure-as-code"}
    named = str(coach.plans.make())
    assert "infrastructure-as-code" in named
    assert "python" not in named
    assert "cobol" not in named


def test_a_skill_in_any_spelling_is_one_skill_with_its_newest_level(coach: Coach, career: Career) -> None:
    career.skills.set_level("k8s", SkillLevel.MISSING)
    career.skills.set_level("Kubernetes", SkillLevel.RUSTY)
    assert career.skills.levels() == {"kubernetes": SkillLevel.RUSTY}
    assert len(coach.journal.rows("skill_level")) == 1
    with pytest.raises(InputError):
        career.skills.set_level("…", SkillLevel.RUSTY)


def test_interviews_count_in_the_tally_but_cancelled_ones_do_not(coach: Coach, career: Career) -> None:
    coach.interviews.add(Interview("Acme", "backend", skills=("k8s",), ended_at=coach.clock()))
    coach.interviews.add(Interview("Beta", "backend", skills=("k8s",), state=InterviewState.CANCELLED))
    [line] = career.skills.tally()
    assert (line.skill, line.asked, line.records) == ("kubernetes", 1, 1)


def test_an_advert_is_pasted_into_a_form_that_shows_what_it_found(career: Career) -> None:
    form = career.adverts.open_form()
    form.answer(form.steps[0], ADVERT)
    assert form.header[0].startswith(" 1  must  kubernetes  line 4")
    with pytest.raises(InputError, match="1 to 3"):
        form.answer(form.steps[1], "7")
    assert "2 must, 1 nice" in told(form, company="Acme")


def test_pay_is_told_checked_as_it_is_typed_and_changed(career: Career) -> None:
    form = career.pay.open_form()
    with pytest.raises(InputError, match="85k–95k EUR"):
        told(form, pay="DOE")
    assert "85,000–95,000 EUR a year" in told(form, pay="85k–95k EUR", role="backend", source="r", bonus="10%")
    [(entry, point)] = career.pay.all().items()
    assert (int(point.bonus), point.currency) == (9000, "EUR")
    told(career.pay.open_form(entry), bonus="5k", level="senior")
    assert [(int(one.bonus), one.level) for one in career.pay.all().values()] == [(5000, "senior")]


def test_the_currency_of_a_base_cannot_be_changed_under_its_bonus(career: Career) -> None:
    form = career.pay.open_form()
    with pytest.raises(InputError, match="never mixed"):
        told(form, pay="80k EUR", bonus="8000 EUR", role="backend", source="a") and told(form, pay="80k USD")
    assert form.state["pay"] == "80k EUR"


def test_a_form_left_half_way_is_gone_on_with_unless_a_fresh_one_is_asked_for(career: Career) -> None:
    form = career.contacts.open_form()
    form.answer(form.steps[0], "Ada")
    form.save()
    assert career.contacts.open_form().state == {"name": "Ada"}
    assert career.contacts.open_form(fresh=True).state == {}
    assert career.contacts.kept() == {}


def test_the_baseline_is_one_scorecard_and_ones_own_pay(career: Career) -> None:
    form = career.scorecards.open_baseline()
    told(form, rated__pay="3 h", pay="80k EUR", role="backend")
    baseline, own = career.scorecards.baseline(), career.pay.own()
    assert baseline is not None
    assert own is not None
    assert (baseline.marks, own.source) == ((Mark(Dimension.PAY, 3, 2),), PaySource.OWN)
    told(career.scorecards.open_baseline(), rated__team="5")
    assert (len(career.scorecards.all()), len(career.pay.all())) == (1, 1)
    told(career.scorecards.open_baseline(), pay="84k EUR")
    assert len(career.pay.all()) == 2


def test_a_company_has_one_scorecard_however_it_is_spelt(career: Career) -> None:
    told(career.scorecards.open_form(company="Acme"), rated__manager="4 asked")
    told(career.scorecards.open_form(company="ACME"), rated__team="2")
    [card] = career.scorecards.companies().values()
    assert [mark.rating for mark in card.marks] == [4, 2]


def test_three_questions_ask_what_is_unknown_and_weighs_most(career: Career) -> None:
    marks = (Mark(Dimension.PAY, None, 3), Mark(Dimension.TEAM, None, 2), Mark(Dimension.RESPECT, 4))
    career.scorecards.add(Scorecard(TODAY, "Acme", marks))
    asks = career.scorecards.questions_for("acme")
    assert [ask.dimension for ask in asks] == [Dimension.PAY, Dimension.TEAM, Dimension.MANAGER]
    assert {ask.prompt for ask in asks}.isdisjoint(ask.prompt for ask in career.scorecards.questions_for("acme", 1))
    assert len(career.scorecards.questions_for("Nobody")) == 3


def test_take_or_pass_stands_beside_todays_job(career: Career) -> None:
    career.scorecards.add(Scorecard(TODAY, "", (Mark(Dimension.PAY, 3), Mark(Dimension.TEAM, 4))))
    career.scorecards.add(
        Scorecard(TODAY, "Acme", (Mark(Dimension.PAY, 5), Mark(Dimension.TEAM, 2, deal_breaker=True)))
    )
    career.pay.add(pay_point(80_000, source=PaySource.OWN))
    career.pay.add(pay_point(90_000, source=PaySource.OFFER, company="Acme"))
    form = career.fit.open_form()
    form.answer(form.steps[0], "Acme")
    shown = "\n".join(form.header)
    for words in ("Better than today: pay 5 for 3.", "Worse than today: team 2 for 4.", "A deal-breaker: team."):
        assert words in shown
    assert "In all 10,000 EUR a year more than today." in shown


def test_pay_in_another_currency_is_never_subtracted(career: Career) -> None:
    career.pay.add(pay_point(80_000, source=PaySource.OWN))
    career.pay.add(pay_point(90_000, company="Acme", currency="USD"))
    assert career.fit.comparison("Acme")[-1] == "Other currency or period, so the two are not compared."


def test_a_decision_is_looked_back_on_with_its_reason(career: Career, clock: HandClock) -> None:
    told(career.fit.open_form(), company="Acme", match="1", interest="1", step="1", reason="too small")
    clock.advance(timedelta(days=91).total_seconds())
    [(entry, check)] = career.fit.waiting().items()
    form = career.fit.open_look_back(entry)
    assert "Your reason: too small" in form.header
    told(form, taken="n", right="r")
    assert career.fit.waiting() == {}
    assert career.fit.get(entry).reason == check.reason


def test_who_is_due_first_stands_on_top_and_a_touch_moves_them_down(career: Career) -> None:
    late = career.contacts.add(Contact("Ada", touches=(Touch(TODAY - timedelta(days=200)),)))
    career.contacts.add(Contact("Bob", touches=(Touch(TODAY - timedelta(days=100)),)))
    assert [one.name for one in career.contacts.kept().values()] == ["Ada", "Bob"]
    assert list(career.contacts.due()) == [late]
    career.contacts.touch(late, "coffee")
    assert [one.name for one in career.contacts.kept().values()] == ["Bob", "Ada"]
    career.contacts.retire(late)
    assert list(career.contacts.kept(retired=True)) == [late]


def test_the_pulse_says_what_is_on_record_and_gathers_trends(career: Career) -> None:
    career.adverts.save_reading(career.adverts.read(ADVERT), {})
    form = career.pulses.open_form()
    assert "one advert or interview on record" in form.form.field("adverts").hint
    told(form, adverts="10", trends="AI review\nplatform teams", projects="uv")
    assert [one.text for one in career.pulses.trends()] == ["AI review", "platform teams"]
    assert career.pulses.last() == Pulse(TODAY, 10, trends=("AI review", "platform teams"), projects=("uv",))


def test_the_reflection_has_evidence_and_the_last_answer_beside_each_question(coach: Coach, career: Career) -> None:
    coach.stories.add(Story("Moved billing"))
    career.skills.set_level("k8s", SkillLevel.STRONG)
    career.reflections.add(Reflection(TODAY - timedelta(days=180), "nothing yet", goal="speak at a meetup"))
    prompts = {prompt.key: prompt for prompt in career.reflections.prompts()}
    assert "One story told or retold: Moved billing" in prompts["can_show"].evidence
    assert "You said of your skills: kubernetes strong" in prompts["can_show"].evidence
    assert prompts["goal"].last == "speak at a meetup"
    assert "Last time: nothing yet" in career.reflections.open_form().form.field("can_show").hint


def test_a_rendered_reflection_hides_everybody_when_asked_to(career: Career) -> None:
    career.contacts.add(Contact("Ada King", company="Acme", touches=(Touch(TODAY),)))
    entry = career.reflections.add(Reflection(TODAY, "# I told Ada at Acme", goal="earn 90k EUR"))
    open_text, hidden = career.reflections.render(entry), career.reflections.render(entry, redact=True)
    assert "\\# I told Ada at Acme" in open_text
    assert not any(word in hidden for word in ("Ada", "Acme", "90k"))


def test_what_is_not_there_is_not_found(career: Career) -> None:
    with pytest.raises(NotFoundError):
        career.scorecards.card("Nobody")
    with pytest.raises(InputError, match="abi scorecard baseline"):
        career.scorecards.card("baseline")


def test_every_kind_survives_a_rebuild_and_an_export(coach: Coach, career: Career) -> None:
    career.pay.add(pay_point(80_000))
    career.adverts.save_reading(career.adverts.read(ADVERT), {})
    career.contacts.add(Contact("Ada", touches=(Touch(TODAY),)))
    before = {kind: coach.journal.rows(kind) for kind in ("pay", "advert", "contact")}
    coach.journal.rebuild()
    assert {kind: coach.journal.rows(kind) for kind in before} == before
    assert coach.journal.check() == []
