"""The coverage of stories: families, weighed competencies, over-use, pruning, repeats in a loop."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from abi_coach.domain.competency import Competency, Family
from abi_coach.domain.coverage import Coverage, cover
from abi_coach.domain.settings import StoryRules
from abi_coach.domain.story import Story, Use

TODAY = date(2026, 11, 22)
CORE = {Competency.QUALITY: 1.5, Competency.DELIVERY: 1.0}


def whole(title: str, *competencies: Competency, uses: tuple[Use, ...] = ()) -> Story:
    return Story(title, action="I…", result="It…", competencies=competencies, uses=uses)


def covered(*stories: Story) -> Coverage:
    return cover({str(number): story for number, story in enumerate(stories)}, CORE, TODAY, StoryRules())


STORIES = st.builds(
    Story,
    st.text(min_size=1, max_size=5),
    action=st.sampled_from(("", "I…")),
    result=st.just("It…"),
    competencies=st.lists(st.sampled_from(Competency), max_size=5, unique=True).map(tuple),
    uses=st.lists(
        st.builds(Use, st.integers(0, 200).map(lambda days: TODAY - timedelta(days=days)), st.just("x")), max_size=5
    ).map(tuple),
    retired=st.booleans(),
)
SHELVES = st.dictionaries(st.text(min_size=1, max_size=4), STORIES, max_size=15)


def test_rule_eight_stories_in_all_one_for_each_family() -> None:
    told = covered(*(whole(f"s{number}", family.competencies[0]) for number, family in enumerate(Family)))
    assert (told.usable, told.missing) == (6, 2)
    assert [need.missing for need in told.families] == [0] * 6


def test_rule_two_stories_for_each_competency_that_the_role_weighs_one_and_a_half() -> None:
    told = covered(whole("a", Competency.QUALITY))
    assert [(need.item, need.has, need.wants) for need in told.competencies] == [(Competency.QUALITY, 1, 2)]
    assert "Wanted for: quality (1 more)." in told.advice


def test_rule_used_three_times_in_a_quarter_is_over_used() -> None:
    uses = tuple(Use(TODAY - timedelta(days=days), str(days)) for days in (1, 2, 3))
    assert [row.title for row in covered(whole("a", Competency.QUALITY, uses=uses)).over_used] == ["a"]


def test_rule_above_twelve_prune() -> None:
    assert not covered(*(Story(f"s{number}") for number in range(12))).should_prune
    assert covered(*(Story(f"s{number}") for number in range(13))).should_prune


RULES = st.builds(
    StoryRules, st.integers(1, 12), st.integers(1, 15), st.integers(1, 5), st.integers(0, 4), st.integers(0, 4)
)


@given(SHELVES, RULES)
def test_targets_of_ones_own_take_the_place_of_ours(shelf: dict[str, Story], rules: StoryRules) -> None:
    told = cover(shelf, CORE, TODAY, rules)
    assert told.missing == max(0, rules.target - told.usable)
    assert told.should_prune is (len(told.rows) > rules.prune_above)
    assert {need.wants for need in told.families} == {rules.per_family}
    assert {need.wants for need in told.competencies} == {rules.per_core_competency}
    assert all(row.over_used is (row.told_in_quarter >= rules.over_used) for row in told.rows)


def test_the_advice_names_the_targets_of_ones_own() -> None:
    stories = {str(number): whole(f"s{number}", Competency.QUALITY) for number in range(3)}
    assert "3 of 4 stories are ready to tell." in cover(stories, CORE, TODAY, StoryRules(target=4)).advice
    pruned = cover(stories, CORE, TODAY, StoryRules(target=1, prune_above=2)).advice
    assert "3 stories are many to remember: prune to 2 or fewer." in pruned


def test_rule_the_same_story_twice_in_one_loop_is_flagged() -> None:
    uses = (Use(TODAY, "a", "Acme"), Use(TODAY, "b", "Acme"), Use(TODAY, "c", "Apex"), Use(TODAY, "d"), Use(TODAY, "e"))
    repeats = covered(whole("Move", Competency.QUALITY, uses=uses)).repeats
    assert [(one.title, one.loop, one.times) for one in repeats] == [("Move", "Acme", 2)]


def test_a_story_that_is_not_told_to_its_end_covers_nothing_and_says_what_it_needs() -> None:
    told = covered(Story("Seed", situation="…", competencies=(Competency.QUALITY,)))
    assert (told.usable, told.competencies[0].has) == (0, 0)
    assert "“Seed” can be told once it has an action and a result." in told.advice


@given(SHELVES, st.randoms(use_true_random=False))
def test_the_order_of_the_stories_changes_nothing(shelf: dict[str, Story], random: object) -> None:
    mixed = dict(random.sample(list(shelf.items()), len(shelf)))  # type: ignore[attr-defined] # hypothesis' Random
    assert cover(mixed, CORE, TODAY, StoryRules()) == cover(shelf, CORE, TODAY, StoryRules())


@given(SHELVES)
def test_the_matrix_has_a_row_for_each_story_that_is_kept_and_counts_the_usable_ones(shelf: dict[str, Story]) -> None:
    told = cover(shelf, CORE, TODAY, StoryRules())
    assert {row.entry for row in told.rows} == {entry for entry, story in shelf.items() if not story.retired}
    usable = [story for story in shelf.values() if story.is_usable]
    assert told.usable == len(usable)
    for need in told.families:
        assert need.has == sum(need.item in story.families for story in usable)


@given(SHELVES, STORIES.filter(lambda story: story.is_usable))
def test_one_more_usable_story_never_makes_more_gaps(shelf: dict[str, Story], story: Story) -> None:
    before, after = (cover(one, CORE, TODAY, StoryRules()) for one in (shelf, {**shelf, "another": story}))
    assert after.missing <= before.missing
    pairs = zip((*before.families, *before.competencies), (*after.families, *after.competencies), strict=True)
    assert all(new.missing <= old.missing for old, new in pairs)
