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
"""With how many of the latest prompts that share a rarer word, for each such word, a prompt is compared."""
MOST_COMPARED_OF_MANY: Final = 6
"""The same where there are thousands, and twice that in all: only questions made from a form share that much."""
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
    met = _Meetings(MOST_COMPARED if len(prompts) <= MANY else MOST_COMPARED_OF_MANY)
    found = []
    for place, words in enumerate(tokens):
        others = [one for one in met.meet(place, words, _telling(words, spread)) if ids[one] != ids[place]]
        if others:
            best, ratio = likeness(texts[place], [texts[one] for one in others])
            if ratio >= ALIKE:
                found.append(NearDuplicate(place, others[best], round(ratio)))
    return found


class _Meetings:
    """Which earlier prompts have a rarer word of this one, or rarer words that this one has."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._with: defaultdict[str, list[int]] = defaultdict(list)
        self._telling: defaultdict[str, list[int]] = defaultdict(list)

    def meet(self, place: int, words: Sequence[str], telling: Sequence[str]) -> list[int]:
        """Those prompts, the earliest first; this one is one of them for the later ones."""
        met = {one for word in telling for one in self._with[word][-self._most :]}
        met.update(one for word in words if word in self._telling for one in self._telling[word][-self._most :])
        for word in words:
            self._with[word].append(place)
        for word in telling:
            self._telling[word].append(place)
        return sorted(met) if self._most == MOST_COMPARED else sorted(met)[-2 * self._most :]


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
