"""Ten thousand hostile texts and more in every place of every template, read by every reader of Markdown there is.

`python -m benchmarks.hostile_texts [TEXTS] [SEED]`. cmark and pandoc are asked where they are installed: they must see
the same headings, lists, tables and words as the reader of the tests.
"""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from collections import Counter
from itertools import islice
from random import Random
from typing import TYPE_CHECKING, Any

from tests.support.hostile_texts import Slots, expected, hostile_lists, read, squeezed
from tests.support.template_examples import examples, render

if TYPE_CHECKING:
    from collections.abc import Iterator

TEXTS = 10_000
_ASK_OTHERS_EVERY = 20


def main(texts: int = TEXTS, seed: int = 0) -> int:
    """Try them all; the number of documents that came out wrong."""
    wrong = 0
    for each in examples():
        for template in each.templates:
            slots = Slots(each.value)
            rounds = -(-texts // len(slots))
            bad = sum(1 for _ in _wrong(template, each.name, slots, islice(_lists(template, seed, slots), rounds)))
            print(f"{template:28} {rounds * len(slots):7} texts in {len(slots):3} places, {bad} documents wrong")
            wrong += bad
    return wrong


def _lists(template: str, seed: int, slots: Slots) -> Iterator[list[str]]:
    return hostile_lists(Random(f"{template} {seed}"), len(slots))  # noqa: S311 - repeatable


def _wrong(template: str, name: str, slots: Slots, lists: Iterator[list[str]]) -> Iterator[list[str]]:
    document = render(template, name, slots.value)
    marked, others = read(document), _others(document)
    for number, texts in enumerate(lists):
        document = render(template, name, slots.filled(texts))
        asks = number % _ASK_OTHERS_EVERY == 0
        is_same = squeezed(read(document)) == squeezed(expected(marked, texts))
        if not is_same or (asks and _others(document) != others):
            yield texts


def _others(document: str) -> dict[str, Counter[str]]:
    """What other readers see: how many of each kind of structure."""
    seen = {}
    if cmark := shutil.which("cmark"):
        html = _run([cmark], document)
        seen["cmark"] = Counter(re.findall(r"<(?!br|/)(\w+)", html))
    if pandoc := shutil.which("pandoc"):
        tree = json.loads(_run([pandoc, "-f", "gfm", "-t", "json"], document))
        seen["pandoc"] = Counter(_kinds(tree["blocks"]))
    return seen


def _kinds(node: Any) -> Iterator[str]:  # noqa: ANN401 - pandoc's own tree
    if isinstance(node, dict):
        if node.get("t") not in {None, "Str", "Space", "SoftBreak", "LineBreak"}:
            yield node["t"]
        for item in node.values():
            yield from _kinds(item)
    elif isinstance(node, list):
        for item in node:
            yield from _kinds(item)


def _run(command: list[str], document: str) -> str:
    return subprocess.run(command, input=document, capture_output=True, text=True, encoding="utf-8", check=True).stdout


if __name__ == "__main__":
    sys.exit(min(1, main(*map(int, sys.argv[1:]))))
