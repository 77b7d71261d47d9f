"""The checked tree: places kept, text literal, and everything that YAML could surprise with refused."""

import gc

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from abi_coach.domain.problem import Problem
from abi_coach.storage.tree import read_tree
from abi_coach.storage.tree_builder import MAX_NODES
from abi_coach.storage.tree_nodes import Finished, Mapping, Node, Path, Refused, Report, Scalar, Sequence, path_text

PIECES = st.sampled_from(
    ["a", "b: ", ": ", "- ", "\n", "  ", "[", "]", "{", "}", ",", "&x ", "*x", "!!int ", "<<: ", "? ", "'", '"',
     "|", ">", "#", "---\n", "...\n", "%", "\\", "\\x1b", "~", "no", "1:30", "\t", "é", "\ufeff", "\u2028",
     "questions:\n  - id: a\n"]
)  # fmt: skip


def plain(node: Node) -> object:
    """Take the places away."""
    if isinstance(node, Scalar):
        return node.text
    if isinstance(node, Sequence):
        return [plain(item) for item in node.items]
    if isinstance(node, Mapping):
        return {name: plain(value) for name, (_, value) in node.entries.items()}
    return None


def read(text: str) -> tuple[object, list[str]]:
    tree, report = read_tree(text, "f")
    return None if tree is None else plain(tree), [str(problem) for problem in report.told()]


def test_every_scalar_is_the_text_that_was_written() -> None:
    text = "a: no\nb: 1:30\nc: 0x10\nd: ~\ne: 2026-11-22\nf: '[b]x[/b]'\ng: 1e3\n"
    values = {"a": "no", "b": "1:30", "c": "0x10", "d": "~", "e": "2026-11-22", "f": "[b]x[/b]", "g": "1e3"}
    assert read(text) == (values, [])


def test_nodes_know_their_places() -> None:
    tree, _ = read_tree("a:\n  - b\n  - {c: d}\n", "f")
    assert tree is not None
    place, items = tree.entries["a"]
    assert isinstance(items, Sequence)
    assert isinstance(items.items[1], Mapping)
    assert (place.line, items.items[0].mark.line, items.items[0].mark.column) == (0, 1, 4)
    assert items.items[1].entries["c"][1].mark.column == 8


@pytest.mark.parametrize(
    ("text", "left", "said"),
    [
        ("a: &x 1", {"a": "1"}, "f:1:4: a: &x is an anchor"),
        (f"a: &{'x' * 99} 1", {"a": "1"}, f"f:1:4: a: &{'x' * 60} is an anchor"),
        ("a: &x [1]", {"a": ["1"]}, "f:1:4: a: &x is an anchor"),
        ("a: *x\nb: 1", {"a": None, "b": "1"}, "f:1:4: a: *x is an alias"),
        ("a: [1, *x]", {"a": ["1", None]}, "f:1:8: a[1]: *x is an alias"),
        ("*x : 1\nb: 2", {"b": "2"}, "f:1:1: *x is an alias"),
        ("<<: {b: 1}\na: 2", {"a": "2"}, "f:1:1: “<<” merges"),
        ("a: !!int 1", {"a": "1"}, "f:1:4: a: “tag:yaml.org,2002:int” is a tag"),
        ("a: !!python/object:os.system {}", {"a": {}}, "is a tag"),
        ("a: {b: 1,\n b: 2}", {"a": {"b": "1"}}, "f:2:2: a: “b” is here twice, first on line 1"),
        ("a: 1\na: {b: [c]}\nd: 2", {"a": "1", "d": "2"}, "f:2:1: “a” is here twice, first on line 1"),
        ("? [a]\n: b\nc: d", {"c": "d"}, "a list or mapping as a name"),
        ("? {a: b}\n: [c]\nc: d", {"c": "d"}, "a list or mapping as a name"),
        ("'': a\nb: c", {"b": "c"}, "a field without a name"),
        ('a: "x\\e[31m"', {"a": "x\x1b[31m"}, "f:1:4: a: has a control character, written as an escape (U+001B)"),
        ('"a\\0": 1', {"a\0": "1"}, "has a control character"),
    ],
)
def test_what_is_refused_is_told_with_its_place_and_the_rest_is_read(text: str, left: object, said: str) -> None:
    values, problems = read(text)
    assert values == left
    assert len(problems) == 1
    assert said in problems[0]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "f:1:1: the file is empty"),
        ("# only a comment\n", "the file is empty"),
        ("---\n", "the file is empty"),
        ("- a\n", "f:1:1: the file is a list"),
        ("words", "f:1:1: the file is a single text"),
        ("a: 1\n---\nb: 2\n", "f:2:1: another document follows"),
        ("a: 1\n...\nb\n", "another document follows"),
        ("# c\n%YAML 1.1\n---\na: 1", "f:2:1: a line that starts with % is a YAML directive"),
        ("a: [1", "f:1:4: a bracket is opened here and never closed"),
        ("a: 'x", "f:1:4: a quotation mark is opened here"),
        ("a:\n\tb: 1", "f:2:1: a tab or a mark"),
        ("a: b: c", "f:1:5: a “: ” stands where no field can start"),
        ("a: 1\n  b: 2", "f:2:4: a “: ” stands where no field can start"),
        ("a:\n  - b\n c: d", "f:3:2: this "),
        ("a: \ufffe", "f:1:4: a character that text cannot hold"),
        ("[" * 100_000, "nested more than 12 levels"),
        ("- " * 100_000, "nested more than 12 levels"),
        ("{a: " * 100_000, "nested more than 12 levels"),
        ("x: [" + "a," * (MAX_NODES + 1) + "]", "more than 200,000 values"),
        ("x: [" + "[]," * (MAX_NODES + 1) + "]", "more than 200,000 values"),
        ("x: [" + "a," * 1_000_000 + "]", "more than 200,000 values"),
    ],
    ids=lambda value: repr(value)[:30],
)
def test_a_file_without_a_usable_tree_says_why(text: str, said: str) -> None:
    values, problems = read(text)
    assert values is None
    assert any(said in problem for problem in problems), problems


def test_twelve_levels_are_fine_and_thirteen_are_not() -> None:
    assert read("a: " + "[" * 11 + "]" * 11)[1] == []
    assert "nested more than 12" in read("a: " + "[" * 12 + "]" * 12)[1][0]


def test_a_file_may_start_and_end_like_a_document() -> None:
    assert read("---\na: 1\n...\n# the end\n") == ({"a": "1"}, [])


def test_a_file_of_directives_takes_no_time() -> None:
    text = "".join(f"%TAG !{number}! x\n" for number in range(200_000))
    assert "directive" in read(text)[1][0]


def test_thousands_of_problems_are_all_told() -> None:
    problems = read("a: [" + "*x, " * 3000 + "]")[1]
    assert len(problems) == 3000
    assert problems[-1].startswith("f:1:12001: a[2999]: *x is an alias")


def test_the_garbage_collector_is_left_as_it_was() -> None:
    read("a: [")
    assert gc.isenabled()


@given(st.lists(PIECES, max_size=25).map("".join))
@settings(max_examples=400)
def test_no_text_makes_it_fail(text: str) -> None:
    values, problems = read(text)
    assert values is not None or problems
    assert all(problem.startswith("f:") and "\n" not in problem for problem in problems)


@given(st.recursive(st.text(st.characters(exclude_categories=("Cc", "Cs", "Cn", "Co")), max_size=9),
                    lambda inner: st.lists(inner, max_size=3), max_leaves=8))  # fmt: skip
@settings(max_examples=200)
def test_quoted_text_comes_back_as_it_was(value: object) -> None:
    def write(part: object) -> str:
        if isinstance(part, list):
            return f"[{', '.join(map(write, part))}]"
        return "'" + str(part).replace("'", "''") + "'"

    if any(mark in str(value) for mark in "\u2028\u2029\u200e\u200f\u061c\ufeff"):
        return
    assert read(f"a: {write(value)}") == ({"a": value}, [])


def test_a_problem_is_one_line_that_says_what_to_write() -> None:
    report = Report("backend.yaml")
    path = ((((None, "questions"), 3), "time"), "target")
    what, write = "must be greater than 0 (found -5)", "write whole seconds, e.g. 90"
    place = Scalar("-5", read_tree("a: 1", "f")[0].entries["a"][0], "").mark  # type: ignore[union-attr]  # it has one
    report.add(place, path, what, write)
    assert str(report.told()[0]) == (
        "backend.yaml:1:1: questions[3].time.target: must be greater than 0 (found -5); write whole seconds, e.g. 90"
    )


def test_a_problem_with_hostile_names_stays_one_harmless_line() -> None:
    problem = Problem("a\n\x1b[31m.yaml", 1, 1, path_text((None, "x\ny")), "what")
    assert str(problem) == "a [31m.yaml:1:1: “x y”: what"


def test_a_refused_node_keeps_its_place() -> None:
    tree, _ = read_tree("a: 1\nb: *x", "f")
    assert tree is not None
    node = tree.entries["b"][1]
    assert isinstance(node, Refused)
    assert node.mark.line == 1


def test_each_mapping_in_a_list_of_a_field_can_be_finished_as_soon_as_it_is_complete() -> None:
    """A big bank's questions are made one by one, so that its tree is never there as a whole."""
    told = []

    def finish(node: Mapping, path: Path) -> Finished:
        told.append((path_text(path), sorted(node.entries)))
        return Finished(node.mark, len(told))

    text = "head: {a: 1}\nlist:\n  - b: {c: [{d: 1}]}\n  - word\n  - e: 2\n  - {<<: {f: 1}, g: 3}\nlist:\n  - h: 4\n"
    tree, report = read_tree(text, "f", finish)
    assert told == [("list[0]", ["b"]), ("list[2]", ["e"]), ("list[3]", ["g"])]
    assert tree is not None
    items = tree.entries["list"][1]
    assert isinstance(items, Sequence)
    assert [item.value for item in items.items if isinstance(item, Finished)] == [1, 2, 3]
    assert [problem.line for problem in report.problems] == [6, 7], "the second of two of one name is left out"
