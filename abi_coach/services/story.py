"""Stories: kept, changed, retired, counted, told; and started from a CV."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING, Final

from abi_coach.domain.coverage import Coverage, cover
from abi_coach.domain.errors import InputError
from abi_coach.domain.experience import story_seeds
from abi_coach.domain.story import Story, Use
from abi_coach.domain.story_forms import STORY_FORM, check_competencies, story_of, story_state
from abi_coach.domain.story_text import changed_parts
from abi_coach.domain.value import Value, frozen
from abi_coach.services.entries import draft_body, draft_state, read_finished, read_value, value_of
from abi_coach.services.local_time import LOCAL
from abi_coach.services.open_form import Keeper, OpenForm
from abi_coach.storage.revision import Change
from abi_coach.storage.values import to_plain

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date
    from pathlib import Path

    from abi_coach.domain.clock import Clock
    from abi_coach.domain.competency import Competency
    from abi_coach.domain.form import State
    from abi_coach.domain.form_steps import Step
    from abi_coach.domain.settings import StoryRules
    from abi_coach.storage.journal import Journal

STORY: Final = "story"


@frozen
class Version(Value):
    """A story as it once was, when it was written (aware, UTC), and what differs from the version before."""

    at: datetime
    story: Story
    changed: tuple[str, ...]


@frozen
class Brought(Value):
    """What a CV brought: the entries of new stories, and the titles that were there already."""

    added: tuple[str, ...]
    known: tuple[str, ...]


class StoryForm(OpenForm):
    """The form of a story; it takes five competencies at most."""

    def answer(self, step: Step, given: object) -> None:
        """Take an answer. Raises InputError, whose message says what to write instead; the state is then as it was."""
        before = self.state
        super().answer(step, given)
        try:
            check_competencies(self.state.get("competencies", []))
        except InputError:
            self.state = before
            raise


class Stories:
    """Everything about the person's own stories."""

    def __init__(self, journal: Journal, clock: Clock, rules: StoryRules) -> None:
        self._journal = journal
        self._clock = clock
        self.rules = rules

    @property
    def today(self) -> date:
        """The day it is here."""
        return self._clock().astimezone(LOCAL).date()

    def add(self, story: Story) -> str:
        """Keep a new story; returns its entry id."""
        return self._journal.write(STORY, to_plain(story)).entry

    def save(self, entry: str, story: Story) -> None:
        """Keep the changed story; the version before stays in the history."""
        self._journal.write(STORY, to_plain(story), entry=entry)

    def get(self, entry: str) -> Story:
        """The story. Raises NotFoundError, InputError for one that is only a draft."""
        return read_value(self._journal, Story, STORY, entry)

    def resolve(self, beginning: str) -> str:
        """The story whose id begins so. Raises NotFoundError, or InputError when several do."""
        return self._journal.resolve(beginning, STORY)

    def short(self, entry: str) -> str:
        """The shortest beginning of the id that means no other entry."""
        return self._journal.shortest(entry)

    def kept(self, *, retired: bool = False) -> dict[str, Story]:
        """Stories by entry id, in the order of their titles; only retired ones if asked."""
        state = "retired" if retired else "kept"
        told = {one.entry: value_of(one, Story, STORY) for one in self._journal.current(STORY, state=state)}
        return dict(sorted(told.items(), key=lambda item: (item[1].title.casefold(), item[0])))

    def drafts(self) -> dict[str, str]:
        """Titles, by entry id, of stories whose form was left half-way, the newest first."""
        return {draft.entry: draft.value().get("title", "") for draft in self._journal.drafts(STORY)}

    def versions(self, entry: str) -> tuple[Version, ...]:
        """Every finished version of a story, the oldest first."""
        told: list[Version] = []
        for revision in self._journal.history(entry):
            if not revision.draft and not revision.is_deletion:
                story = value_of(revision, Story, STORY)
                told.append(Version(revision.at, story, changed_parts(told[-1].story, story) if told else ()))
        return tuple(told)

    def open_form(self, entry: str | None = None) -> OpenForm:
        """The form for a new story, or to change this one; goes on with its draft."""
        before = read_finished(self._journal, Story, STORY, entry) if entry else None
        entry = entry or self._journal.new_id()
        state = draft_state(self._journal.draft(entry), STORY)
        if state is None and before is not None:
            state = story_state(before)
        keeper = Keeper(
            keep=lambda state: self._keep(entry, state),
            finish=lambda state: self._finish(entry, state, before),
            resume=lambda: f"abi story edit {self.short(entry)} --plain",
        )
        return StoryForm(STORY_FORM, state or {}, keeper, self._clock, is_resumed=state is not None)

    def retire(self, entry: str, *, back: bool = False) -> Story:
        """Put a story away, or bring it `back`; nothing of it is lost."""
        story = replace(self.get(entry), retired=not back)
        self.save(entry, story)
        return story

    def coverage(self, weights: Mapping[Competency, float], *, retired: bool = False) -> Coverage:
        """What the stories cover for a role with these weights, today; or what the `retired` ones would."""
        kept = {entry: replace(story, retired=False) for entry, story in self.kept(retired=retired).items()}
        return cover(kept, weights, self.today, self.rules)

    def tell(self, entry: str, where: str, loop: str = "") -> Story:
        """Note that a story was told today: `where` is an attempt's or interview's entry id; once for each place."""
        story = self.get(entry)
        if all(use.where != where for use in story.uses):
            story = replace(story, uses=(*story.uses, Use(self.today, where, loop)))
            self.save(entry, story)
        return story

    def tell_in(self, entry: str, where: str) -> Story:
        """Note that a story was told in this interview (then also in its loop) or attempt, given by entry id."""
        revision = self._journal.get(where)
        told = revision.value() if revision and revision.kind == "interview" else {}
        return self.tell(entry, where, told.get("loop") or told.get("company", ""))

    def bring_in(self, path: Path) -> Brought:
        """Start stories from the work and projects of a JSON Resume file; all or nothing, and twice adds nothing.

        Raises FileError with every problem of the file.
        """
        from abi_coach.storage.resume import read_resume  # noqa: PLC0415 - only an import reads a CV

        titles = {story.title for story in (*self.kept().values(), *self.kept(retired=True).values())}
        seeds = story_seeds(read_resume(path))
        new = [seed for seed in seeds if seed.title not in titles]
        written = self._journal.write_many(Change(STORY, to_plain(seed)) for seed in new) if new else []
        known = tuple(seed.title for seed in seeds if seed.title in titles)
        return Brought(tuple(one.entry for one in written), known)

    def _keep(self, entry: str, state: State) -> None:
        self._journal.save_draft(entry, STORY, draft_body(STORY, state, title=state.get("title", "")))

    def _finish(self, entry: str, state: State, before: Story | None) -> str:
        story = story_of(state, before)
        self.save(entry, story)
        return f"Saved the story “{story.title}” ({self.short(entry)})."
