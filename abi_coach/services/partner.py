"""A debrief with a partner: a sheet goes out without names, ratings come back, and both views are compared."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

from abi_coach.domain.errors import InputError, NotFoundError
from abi_coach.domain.partner import (
    Comparison,
    Included,
    PartnerAnswers,
    PartnerSheet,
    PeerRating,
    compare,
    peer_ratings,
    places_to_rate,
)
from abi_coach.domain.promise import Promise
from abi_coach.domain.value import Value, frozen
from abi_coach.services.entries import read_value, value_of
from abi_coach.services.local_time import local_now
from abi_coach.services.partner_document import sheet_json, sheet_values
from abi_coach.storage.files import make_private_folder
from abi_coach.storage.partner_reader import read_partner
from abi_coach.storage.revision import Change
from abi_coach.storage.values import to_plain

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from abi_coach.domain.debrief import HotDebrief
    from abi_coach.services.parts import Parts

SHEET: Final = "partner_sheet"
PEER_RATING: Final = "peer_rating"
TEMPLATE: Final = "partner_sheet"


@frozen
class Exported(Value):
    """The two files of a sheet, and the fields that it leaves out."""

    markdown: Path
    json: Path
    left_out: tuple[Included, ...]


class Partners:
    """Everything about debriefs with a partner."""

    def __init__(self, coach: Parts) -> None:
        self._coach = coach
        self._journal = coach.journal

    def export(
        self, interview: str, folder: Path | None = None, include: Sequence[Included] = (), *, over: bool = False
    ) -> Exported:
        """Write the Markdown sheet and the JSON file of an interview (its entry id).

        Raises InputError while its hot debrief is not finished, or for a file that was filled in since, unless `over`.
        """
        hot = self._hot(interview)
        entry, sheet = self._sheet(interview, hot, tuple(include))
        values = sheet_values(self._journal, entry, sheet, hot)
        place = self._folder(folder)
        name = f"partner-{self._journal.shortest(interview)}"
        files = Exported(
            place / f"{name}.md", place / f"{name}.json", tuple(one for one in Included if one not in include)
        )
        documents = self._coach.documents
        documents.write(files.markdown, documents.render(TEMPLATE, sheet=values), replace=over)
        documents.write(files.json, sheet_json(values), replace=over)
        return files

    def bring_in(self, path: Path) -> Comparison:
        """Read a sheet that was filled in, keep the ratings, and compare; twice is as good as once.

        Raises FileError with every problem of the file, NotFoundError for a sheet that was not exported here.
        """
        answers = read_partner(path)
        entry = self._known(answers.sheet)
        sheet = read_value(self._journal, PartnerSheet, SHEET, entry)
        answers = replace(answers, sheet=entry)
        hot = self._hot(sheet.parent)
        today = local_now(self._coach.clock).date()
        changes = [Change(SHEET, to_plain(replace(sheet, answers=answers)), entry)]
        changes += self._ratings(peer_ratings(hot, sheet, answers, today))
        changes += self._promise(entry, answers, today)
        self._journal.write_many(changes)
        return compare(hot, self._coach.debriefs.cold(sheet.parent), sheet, answers)

    def ratings(self) -> tuple[PeerRating, ...]:
        """Every rating by a partner, oldest first; own less theirs joins calibration."""
        kept = self._journal.current(PEER_RATING, newest_first=False)
        return tuple(value_of(one, PeerRating, PEER_RATING) for one in kept)

    def gaps(self) -> tuple[int, ...]:
        """Own rating less the partner's, oldest first, where there are both."""
        return tuple(gap for one in self.ratings() if (gap := one.gap) is not None)

    def _hot(self, interview: str) -> HotDebrief:
        hot = self._coach.debriefs.hot(interview)
        if hot is None:
            short = self._journal.shortest(interview)
            message = f"A partner looks at what you remembered. Debrief it first: `abi debrief {short} --hot`."
            raise InputError(message)
        return hot

    def _sheet(self, interview: str, hot: HotDebrief, include: tuple[Included, ...]) -> tuple[str, PartnerSheet]:
        """One sheet for each interview; what came back stays with it."""
        row = next(iter(self._journal.rows(SHEET, parent=interview, limit=1)), None)
        before = read_value(self._journal, PartnerSheet, SHEET, row.entry) if row else None
        made_on = local_now(self._coach.clock).date()
        title = self._coach.debriefs.interview(interview).stage.value
        sheet = PartnerSheet(
            interview, title, made_on, places_to_rate(hot), include, before.answers if before else None
        )
        if before is not None and row is not None and replace(before, made_on=made_on) == sheet:
            return row.entry, before
        return self._journal.write(SHEET, to_plain(sheet), entry=row.entry if row else None).entry, sheet

    def _folder(self, folder: Path | None) -> Path:
        if folder is None:
            home = self._coach.home
            home.make(home.debriefs)
            return home.debriefs
        make_private_folder(folder)
        return folder

    def _known(self, sheet: str) -> str:
        try:
            return self._journal.resolve(sheet, SHEET)
        except NotFoundError:
            message = f"The sheet {sheet} was not exported from this home. Use the home of the one who exported it."
            raise InputError(message) from None

    def _ratings(self, told: tuple[PeerRating, ...]) -> Iterator[Change]:
        """A rating that came before is replaced: the same sheet brought in again doubles nothing."""
        kept = {
            (one.value().get("sheet"), one.value().get("place")): one.entry
            for one in self._journal.current(PEER_RATING)
        }
        for rating in told:
            yield Change(PEER_RATING, to_plain(rating), kept.get((rating.sheet, rating.place)))

    def _promise(self, sheet: str, answers: PartnerAnswers, today: date) -> Iterator[Change]:
        """What was agreed becomes a promise like any other, once."""
        agreed = answers.agreed
        if not (agreed.if_ and agreed.then):
            return
        promise = Promise(agreed.if_, agreed.then, "", today, sheet)
        made = {value_of(one, Promise, "promise").sentence for one in self._journal.current("promise", parent=sheet)}
        if promise.sentence not in made:
            yield Change("promise", to_plain(promise))
