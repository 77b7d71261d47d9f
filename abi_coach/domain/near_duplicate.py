"""Questions that ask the same in nearly the same words.

Comparing every pair of 10,000 prompts would take minutes. Two prompts that are 90 % alike share nearly all of their
words, so also some of the rarer ones: only prompts that meet in those are compared.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict, deque
from collections.abc import Callable, Sequence
from functools import partial
from itertools import chain
from operator import itemgetter
from typing import Final, NamedTuple

from abi_coach.domain.value import Value, frozen

ALIKE: Final = 90
"""Token-set ratio, 0 to 100, from which two prompts count as the same question."""
TELLING_SHARE: Final = 0.2
"""The rarer words of a prompt that hold this share of its letters: a prompt 90 % like it has one of them at least."""
MOST_COMPARED: Final = 40
"""With how many of the latest prompts that share a rarer word, for each such word, a prompt is compared."""
MOST_COMPARED_OF_MANY: Final = 6
"""The same where there are thousands, and twice that in all: only questions made from a form share that much."""
MANY: Final = 2_000
MOST_FOUND: Final = 100
"""So many of one file are found where there are thousands; its others are not compared. Nobody would read them all."""

Likeness = Callable[[str, str], float]
"""How alike two texts are, 0 to 100; 0 also for whatever is less than `ALIKE`."""

_WORD: Final = re.compile(r"\w+")
_ratio: Final = itemgetter(0)


@frozen
class NearDuplicate(Value):
    """The prompt at `later` asks what the one at `earlier` asks; places in what was given, `ratio` 90 to 100."""

    later: int
    earlier: int
    ratio: int


class Compared(NamedTuple):
    """What was found, and from which prompt on, a file of a big bank at a time, the rest of a file was not compared."""

    found: list[NearDuplicate]
    left_from: list[int]


def near_duplicates(prompts: Sequence[str], ids: Sequence[str], files: Sequence[str], likeness: Likeness) -> Compared:
    """Each prompt's most alike earlier one, where there is one; the same id is the same question and no duplicate.

    `files` tells the file of each. Of thousands of prompts, at most `MOST_FOUND` of each file are found.
    """
    tokens = [sorted(set(_WORD.findall(prompt.lower()))) for prompt in prompts]
    spread = Counter(chain.from_iterable(tokens))
    telling = [_telling(words, spread) for words in tokens]
    ever_telling = frozenset(chain.from_iterable(telling))
    texts = [" ".join(words) for words in tokens]
    met = _Meetings(MOST_COMPARED if len(prompts) <= MANY else MOST_COMPARED_OF_MANY)
    in_file = Counter[str]()
    found, left_from = [], dict[str, int]()
    for place, words in enumerate(tokens):
        wanted = list(filter(ever_telling.__contains__, words))
        if len(prompts) <= MANY or in_file[files[place]] < MOST_FOUND:
            others = [one for one in met.before(wanted, telling[place]) if ids[one] != ids[place]]
            if alike := _alike(others, texts, place, likeness):
                found.append(NearDuplicate(place, *alike))
                in_file[files[place]] += 1
        else:
            left_from.setdefault(files[place], place)
        met.add(place, wanted, telling[place])
    return Compared(found, list(left_from.values()))


def _alike(others: Sequence[int], texts: Sequence[str], place: int, likeness: Likeness) -> tuple[int, int] | None:
    """The most alike of a few; of thousands, the latest that is alike. Its place, and the ratio."""
    text = texts[place]
    ratios = ((likeness(text, texts[one]), -one) for one in reversed(others))
    ratio, one = max(ratios, default=(0, 0)) if len(texts) <= MANY else next(filter(_ratio, ratios), (0, 0))
    return (-one, round(ratio)) if ratio else None


class _Meetings:
    """Which earlier prompts have a rarer word of this one, or rarer words that this one has."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._with: defaultdict[str, deque[int]] = defaultdict(partial(deque[int], maxlen=most))
        self._telling: defaultdict[str, deque[int]] = defaultdict(partial(deque[int], maxlen=most))

    def before(self, words: Sequence[str], telling: Sequence[str]) -> list[int]:
        """Those prompts, the earliest first. Of this one's words, those that are telling for some prompt are enough."""
        met: set[int] = set()
        for word in telling:
            met.update(self._with[word])
        for word in words:
            met.update(self._telling[word])
        return sorted(met) if self._most == MOST_COMPARED else sorted(met)[-2 * self._most :]

    def add(self, place: int, words: Sequence[str], telling: Sequence[str]) -> None:
        """Let later ones meet this prompt."""
        for word in telling:
            self._telling[word].append(place)
        for word in words:
            self._with[word].append(place)


def _telling(words: Sequence[str], spread: Counter[str]) -> list[str]:
    """The rarest words, until they hold the share of the letters that two alike prompts cannot differ in."""
    enough = TELLING_SHARE * sum(map(len, words))
    telling, letters = [], 0
    for word in sorted(words, key=spread.__getitem__):  # those that are as rare stay in the order of letters
        telling.append(word)
        letters += len(word)
        if letters > enough:
            break
    return telling
