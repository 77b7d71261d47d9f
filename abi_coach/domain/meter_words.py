"""The words that the meters look for, by language. Data only: to add a language, add an entry to `METER_WORDS`.

Lower case; a phrase is words with spaces between them. "Possible" fillers are words that often fill, and often do not:
the meter shows where they stand, and the person decides.
"""

from __future__ import annotations

from typing import Final

from abi_coach.domain.value import Value, frozen


@frozen
class MeterWords(Value):
    """Word lists of one language; `numbers` are number words, counted as a number beside digits."""

    i: frozenset[str]
    we: frozenset[str]
    hedges: frozenset[str]
    fillers: frozenset[str]
    results: frozenset[str]
    numbers: frozenset[str]


def _words(text: str) -> frozenset[str]:
    """Entries with commas or line ends between them."""
    return frozenset(entry for line in text.splitlines() for part in line.split(",") if (entry := part.strip()))


METER_WORDS: Final[dict[str, MeterWords]] = {
    "en": MeterWords(
        i=_words("i, i'm, i've, i'd, i'll, me, my, mine, myself"),
        we=_words("we, we're, we've, we'd, we'll, us, our, ours, ourselves"),
        hedges=_words(
            """
            maybe, perhaps, probably, possibly, somewhat, fairly, hopefully, presumably, roughly, apparently
            i think, i guess, i suppose, i believe, i feel like, i would say, i'd say, i'm not sure, i am not sure
            kind of, sort of, a bit, a little, more or less, in a way, to some extent, it seems, it might, it may be
            could be, might be, may have, might have, tried to, i was involved in, helped with, was part of
            """
        ),
        fillers=_words(
            """
            um, uh, er, erm, hmm, like, basically, actually, literally, honestly, obviously, anyway, right, okay, so
            well, just, really, you know, i mean, you see, and stuff, and things, or something, or whatever
            at the end of the day, to be honest, if you will, as such
            """
        ),
        results=_words(
            """
            result, results, resulted, outcome, outcomes, therefore, consequently, in the end, as a result, led to
            reduced, cut, halved, lowered, shortened, saved, removed, fixed, prevented, avoided, stopped
            increased, raised, doubled, tripled, grew, improved, gained, won, earned, sped up
            delivered, shipped, launched, released, finished, completed, achieved, reached, signed, adopted
            dropped, fell, rose, went from, went up, went down, today it, since then, still in use, still runs
            """
        ),
        numbers=_words(
            """
            two, three, four, five, six, seven, eight, nine, ten, eleven, twelve, thirteen, fourteen, fifteen, sixteen
            seventeen, eighteen, nineteen, twenty, thirty, forty, fifty, sixty, seventy, eighty, ninety, hundred
            thousand, million, billion, percent, per cent, half, third, quarter, twice, dozen, double, zero
            """
        ),
    ),
}
