"""Stories that grow from a CV hold its facts and nothing else."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from abi_coach.domain.experience import Experience, story_seed, story_seeds

WORK = Experience(
    "Acme", "Engineer", "2019-04", "2021-03", "Payments team.", ("Cut deploys from 40 to 4 min", "Led it"), ("Go",)
)


def test_a_job_becomes_a_story_to_be_told() -> None:
    seed = story_seed(WORK)
    assert seed.title == "Engineer, Acme"
    assert seed.situation.splitlines() == [
        "Engineer, Acme, 2019-04 – 2021-03",
        "Payments team.",
        "- Cut deploys from 40 to 4 min",
        "- Led it",
    ]
    assert (seed.numbers, seed.skills) == (("Cut deploys from 40 to 4 min",), ("go",))


def test_action_and_result_are_never_invented() -> None:
    seed = story_seed(WORK)
    assert (seed.action, seed.result, seed.lesson, seed.competencies, seed.is_usable) == ("", "", "", (), False)


def test_the_same_title_twice_is_told_apart_by_period_or_number() -> None:
    later = Experience("Acme", "Engineer", "2022-01")
    titles = [seed.title for seed in story_seeds([WORK, later, later])]
    assert titles == ["Engineer, Acme (2019-04 – 2021-03)", "Engineer, Acme (2022-01)", "Engineer, Acme (2022-01) (2)"]


WORDS = st.text(st.sampled_from("ab1 Ü-"), max_size=8)


@given(st.builds(Experience, WORDS.filter(str.strip), WORDS, WORDS, WORDS, WORDS, st.lists(WORDS).map(tuple)))
def test_every_word_of_a_seed_comes_from_the_cv(experience: Experience) -> None:
    parts = [*(getattr(experience, name) for name in ("name", "role", "started", "ended", "summary")), "– -"]
    given_words = [word for part in (*parts, *experience.highlights) for word in part.split()]
    told = story_seed(experience).situation.replace(",", " ").split()
    assert set(told) <= set(given_words)
