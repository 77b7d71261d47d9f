"""Stories through the coach: kept, changed with their history, retired, told, started from a CV."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from abi_coach.domain.competency import Competency
from abi_coach.domain.errors import InputError, NotFoundError
from abi_coach.domain.form_answers import name_of
from abi_coach.domain.interview import Interview
from abi_coach.domain.story import Story
from abi_coach.services.coach import Coach, open_coach

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from abi_coach.services.open_form import OpenForm
    from tests.support.hand_clock import HandClock


@pytest.fixture
def coach(home: Path, clock: HandClock) -> Iterator[Coach]:
    coach = open_coach(home, clock, clock.monotonic)
    yield coach
    coach.close()


def told(form: OpenForm, **answers: object) -> str:
    steps = {name_of(step): step for step in form.steps}
    for name, given in answers.items():
        form.answer(steps[name], given)
    return form.finish()


def test_a_story_is_told_by_its_form_and_read_back(coach: Coach) -> None:
    assert told(
        coach.stories.open_form(), title="Move", action="I…", result="4 min", competencies="quality", version_30="short"
    ).startswith("Saved the story “Move”")
    [story] = coach.stories.kept().values()
    assert (story.is_usable, story.versions, story.competencies) == (True, {30: "short"}, (Competency.QUALITY,))


def test_a_sixth_competency_is_refused_and_the_five_stay(coach: Coach) -> None:
    form = coach.stories.open_form()
    step = next(step for step in form.steps if name_of(step) == "competencies")
    form.answer(step, "1,2,3,4,5")
    with pytest.raises(InputError):
        form.answer(step, "1,2,3,4,5,6")
    assert len(form.state["competencies"]) == 5


def test_every_version_is_kept_with_what_it_changed(coach: Coach, clock: HandClock) -> None:
    entry = coach.stories.add(Story("Move", action="We…"))
    clock.advance(3600)
    told(coach.stories.open_form(entry), action="I…", lesson="Ask first")
    first, second = coach.stories.versions(entry)
    assert (first.story.action, second.story.action) == ("We…", "I…")
    assert (first.changed, second.changed) == ((), ("action", "lesson"))


def test_a_form_left_half_way_is_a_draft_that_goes_on(coach: Coach) -> None:
    form = coach.stories.open_form()
    form.answer(form.steps[0], "Move")
    form.save()
    [(entry, title)] = coach.stories.drafts().items()
    assert (title, coach.stories.kept()) == ("Move", {})
    assert coach.stories.open_form(entry).state["title"] == "Move"


def test_a_retired_story_is_out_of_sight_and_comes_back(coach: Coach) -> None:
    entry = coach.stories.add(Story("Move"))
    coach.stories.retire(entry)
    assert (coach.stories.kept(), list(coach.stories.kept(retired=True))) == ({}, [entry])
    coach.stories.retire(entry, back=True)
    assert list(coach.stories.kept()) == [entry]


def test_telling_counts_once_for_each_place_and_the_same_story_twice_in_a_loop_is_flagged(coach: Coach) -> None:
    entry = coach.stories.add(Story("Move"))
    places = [coach.interviews.add(Interview("Acme", "backend", loop="acme-2026")) for _ in range(2)]
    for place in (*places, places[0]):
        coach.stories.tell_in(entry, place)
    assert len(coach.stories.get(entry).uses) == 2
    assert [(one.loop, one.times) for one in coach.stories.coverage({}).repeats] == [("acme-2026", 2)]


def test_a_cv_starts_stories_and_twice_adds_nothing(coach: Coach, tmp_path: Path) -> None:
    file = tmp_path / "resume.json"
    file.write_text(json.dumps({"work": [{"name": "Acme", "position": "Engineer"}], "projects": [{"name": "Loom"}]}))
    assert len(coach.stories.bring_in(file).added) == 2
    again = coach.stories.bring_in(file)
    assert (again.added, again.known) == ((), ("Engineer, Acme", "Loom"))


def test_an_unknown_story_is_not_found(coach: Coach) -> None:
    with pytest.raises(NotFoundError):
        coach.stories.get("nothing")
