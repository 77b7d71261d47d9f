"""What can be measured about one answer. Nothing here is a grade; it is shown after the final rating, never scored.

Each meter can show its formula and the words that fired. Too little to measure says so. A language without word lists
gets only what needs none: times and counts.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from abi_coach.domain.answer_clock import clock_face
from abi_coach.domain.attempt import Mode
from abi_coach.domain.meter_words import METER_WORDS, MeterWords
from abi_coach.domain.section_review import sections_of
from abi_coach.domain.settings import Settings
from abi_coach.domain.value import Value, frozen

if TYPE_CHECKING:
    from collections.abc import Iterable

    from abi_coach.domain.attempt import Take
    from abi_coach.domain.kind import Kind
    from abi_coach.domain.settings import MeterRules

TOO_SHORT: Final = "too short to say"

_WORD: Final = re.compile(r"[^\W_]+(?:['’\-.,][^\W_]+)*")
_NUMBER: Final = re.compile(r"\d")


@frozen
class Fired(Value):
    """A word or phrase that was found, and where: `places` are word numbers, from 1."""

    words: str
    places: tuple[int, ...]

    @property
    def line(self) -> str:
        """The words and their places, e.g. `kind of (word 12, 40)`."""
        return f"{self.words} (word {', '.join(map(str, self.places))})"


@frozen
class Meter(Value):
    """One thing that was measured: its name, what to show, how it comes about, and what fired."""

    name: str
    shown: str
    formula: str
    fired: tuple[Fired, ...] = ()


def meters(take: Take, kind: Kind, settings: Settings | None = None, language: str = "en") -> tuple[Meter, ...]:
    """Every meter of a take, from the clock and then from its text, in a fixed order.

    `language` is a code such as `en`; an unknown one gives only counts. The gist of a spoken answer is no transcript,
    so its words are counted but nothing is estimated from them.
    """
    known = settings or Settings()
    return (*clock_meters(take, kind, known), *text_meters(take, known.meters, language))


def clock_meters(take: Take, kind: Kind, settings: Settings) -> tuple[Meter, ...]:
    """Seconds, overtime, section shares and the tally of "um", as the clock and the keys have them."""
    if take.seconds < (fewest := settings.meters.fewest_seconds):
        return (Meter("Length", TOO_SHORT, f"answers under {fewest} seconds are not measured"),)
    typed = " of typing" if take.mode is Mode.TYPED else ""
    told = [
        Meter("Length", clock_face(take.seconds) + typed, "the clock, from the first second to the last, pauses out")
    ]
    if take.times is not None:
        limit = clock_face(take.times.maximum)
        told.append(Meter("Overtime", clock_face(take.overtime_seconds), f"length − maximum ({limit}), at least 0:00"))
    how = "from your mark to the next mark, as a share of the length"
    sections = sections_of(take, kind, settings.sections)
    told += [Meter(f"· {section.name}", section.told, how) for section in sections]
    if take.fillers:
        told.append(Meter("Um, by hand", str(take.fillers), "how often you pressed u while speaking"))
    return tuple(told)


def text_meters(take: Take, rules: MeterRules, language: str) -> tuple[Meter, ...]:
    """What the typed or supplied text shows; () when there is none."""
    words = words_of(take.text)
    if not words:
        return ()
    counted = Meter("Words", str(len(words)), "words of the text")
    if len(words) < rules.fewest_words:
        return (counted, Meter("Text", TOO_SHORT, f"texts under {rules.fewest_words} words are not measured"))
    told = [counted]
    if take.mode is not Mode.GIST:
        told.append(speaking_time(len(words), rules.words_per_minute))
    lists = METER_WORDS.get(language.partition("-")[0].lower())
    return (*told, *(_word_meters(words, lists) if lists else ()))


def speaking_time(words: int, words_per_minute: int) -> Meter:
    """How long that many words take at the person's own pace; never at a pace computed from typing."""
    seconds = 60 * words / words_per_minute
    return Meter(
        "Spoken, about",
        clock_face(seconds),
        f"{words} words ÷ {words_per_minute} words a minute (your pace, in config.toml)",
    )


def words_of(text: str) -> tuple[str, ...]:
    """The words of a text in lower case, with plain apostrophes."""
    return tuple(word.lower().replace("’", "'") for word in _WORD.findall(text))


def fired(words: tuple[str, ...], entries: Iterable[str]) -> tuple[Fired, ...]:
    """Which entries (words or phrases) occur, and where, by the place of their first occurrence.

    A longer phrase takes its words: in "i think so", "i think" fires and a shorter entry inside it does not.
    """
    phrases = sorted((tuple(entry.split()) for entry in entries), key=lambda phrase: (-len(phrase), phrase))
    where_first: dict[str, list[int]] = {}
    for place, word in enumerate(words):
        where_first.setdefault(word, []).append(place)
    taken: set[int] = set()
    places: dict[str, list[int]] = {}
    for phrase in phrases:
        for start in where_first.get(phrase[0], ()):
            if words[start : start + len(phrase)] != phrase:
                continue
            span = range(start, start + len(phrase))
            if taken.isdisjoint(span):
                taken.update(span)
                places.setdefault(" ".join(phrase), []).append(start + 1)
    return tuple(Fired(name, tuple(where)) for name, where in sorted(places.items(), key=lambda one: one[1]))


def _word_meters(words: tuple[str, ...], lists: MeterWords) -> list[Meter]:
    i, we = fired(words, lists.i), fired(words, lists.we)
    hedges, fillers = fired(words, lists.hedges), fired(words, lists.fillers)
    results = fired(words, lists.results)
    digits = {word for word in words if _NUMBER.search(word)}
    numbers = fired(words, {*digits, *lists.numbers})
    return [
        Meter("I / we", f"{_count(i)} / {_count(we)}", "words that speak of you / of the team", (*i, *we)),
        Meter("Hedges", str(_count(hedges)), "words that take back what was said", hedges),
        Meter("Possible fillers", str(_count(fillers)), "words that often fill a gap; yours to judge", fillers),
        Meter("A number", "yes" if numbers else "no", "a digit or a number word", numbers),
        Meter("A result word", "yes" if results else "no", "a word that tells an outcome", results),
    ]


def _count(found: tuple[Fired, ...]) -> int:
    return sum(len(one.places) for one in found)
