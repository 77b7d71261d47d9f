"""Questions that ask the same in nearly the same words.

Comparing every pair of 10,000 prompts would take minutes. Two prompts that are 90 % alike share nearly all of their
words, so also some of the rarer ones: only prompts that meet in those are compared.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

ALIKE: Final = 90
"""Token-set ratio, 0 to 100, from which two prompts count as the same question."""
TELLING_SHARE: Final = 0.2
"""The rarer words of a prompt that hold this share of its letters: a prompt 90 % like it has one of them at least."""
MOST_COMPARED: Final = 40
"""With how many of the latest prompts that share a rarer word each is compared."""
MOST_COMPARED_OF_MANY: Final = 6
"""The same where there are thousands: only questions made from a form share their rarer words that often."""
MANY: Final = 2_000

Likeness = Callable[[str, Sequence[str]], tuple[int, float]]
"""Takes a text and others; hands back which of them is most like it and by how much (0 to 100)."""

_WORD: Final = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class NearDuplicate:
    """The prompt at `later` asks what the one at `earlier` asks; places in what was given, `ratio` 90 to 100."""

    later: int
    earlier: int
    ratio: int


def near_duplicates(prompts: Sequence[str], ids: Sequence[str], likeness: Likeness) -> list[NearDuplicate]:
    """Each prompt's most alike earlier one, where there is one; the same id is the same question and no duplicate."""
    tokens = [sorted(set(_WORD.findall(prompt.lower()))) for prompt in prompts]
    spread = Counter(word for words in tokens for word in words)
    texts = [" ".join(words) for words in tokens]
    holders: defaultdict[str, list[int]] = defaultdict(list)
    seekers: defaultdict[str, list[int]] = defaultdict(list)
    most = MOST_COMPARED if len(prompts) <= MANY else MOST_COMPARED_OF_MANY
    found = []
    for place, words in enumerate(tokens):
        telling = _telling(words, spread)
        met = {one for word in telling for one in holders[word][-most:]}
        met.update(one for word in words for one in seekers.get(word, ())[-most:])
        others = sorted(one for one in met if ids[one] != ids[place])
        if others:
            best, ratio = likeness(texts[place], [texts[one] for one in others])
            if ratio >= ALIKE:
                found.append(NearDuplicate(place, others[best], round(ratio)))
        for word in words:
            holders[word].append(place)
        for word in telling:
            seekers[word].append(place)
    return found


def _telling(words: Sequence[str], spread: Counter[str]) -> list[str]:
    """The rarest words, until they hold the share of the letters that two alike prompts cannot differ in."""
    enough = TELLING_SHARE * sum(map(len, words))
    telling, letters = [], 0
    for word in sorted(words, key=lambda word: (spread[word], word)):
        telling.append(word)
        letters += len(word)
        if letters > enough:
            break
    return telling
