"""A bank out of a file: every problem told with place and advice, and what is right kept."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from abi_coach.domain.competency import Competency
from abi_coach.domain.kind import Area, Jurisdiction, Kind, Level
from abi_coach.domain.question import Anchors, Question, ReverseQuestion, TimeOverride
from abi_coach.storage.bank_reader import ReadBank, read_bank, read_bank_text

HEAD = "format: 1\nid: mine\ntitle: Mine\nquestions:\n"
FIELDS = {
    "id": "q1",
    "prompt": "'What happened?'",
    "kind": "technical",
    "competency": "quality",
    "difficulty": "2",
    "levels": "[mid, senior]",
    "really_asking": "Whether it was theirs.",
    "anchors": "{1: one, 3: three, 5: five}",
}
REVERSE = {
    "id": "r1",
    "prompt": "What is normal here?",
    "kind": "reverse",
    "levels": "[mid]",
    "dimension": "workload",
    "good_sign": "a number",
    "warning_sign": "a joke",
    "follow_up": "And last month?",
}


def question(**changes: str | None) -> str:
    """Write a good question with some fields changed; None takes a field away."""
    base = REVERSE if changes.get("kind") == "reverse" else FIELDS
    fields = {name: value for name, value in {**base, **changes}.items() if value is not None}
    return "  - " + "\n    ".join(f"{name}: {value}" for name, value in fields.items()) + "\n"


def read(*questions: str, head: str = HEAD) -> ReadBank:
    return read_bank_text(head + "".join(questions), "b.yaml")


def only(*questions: str) -> Question | ReverseQuestion:
    done = read(*questions)
    assert done.problems == ()
    assert done.bank is not None
    return done.bank.questions[0]


def test_a_question_comes_with_all_its_fields() -> None:
    asked = only(
        question(
            secondary="delivery",
            skills="[sql]",
            parts="[a, b]",
            probes="[p, q]",
            traps="[t]",
            time="{target: 90}",
        )
    )
    assert isinstance(asked, Question)
    assert (asked.kind, asked.competency, asked.secondary) == (Kind.TECHNICAL, Competency.QUALITY, Competency.DELIVERY)
    assert asked.levels == (Level.MID, Level.SENIOR)
    assert asked.anchors == Anchors("one", "three", "five")
    assert asked.time == TimeOverride(None, 90)
    assert (asked.skills, asked.parts, asked.probes, asked.traps) == (("sql",), ("a", "b"), ("p", "q"), ("t",))


def test_each_special_kind_has_its_own_fields() -> None:
    curveball = only(question(kind="curveball", area="composure"))
    sensitive = only(question(kind="sensitive", jurisdiction="[uk]", routes="{answer: a, bridge: b, decline: c}"))
    assert isinstance(curveball, Question)
    assert isinstance(sensitive, Question)
    assert curveball.area is Area.COMPOSURE
    assert sensitive.jurisdiction == (Jurisdiction.UK,)
    assert isinstance(only(question(kind="reverse")), ReverseQuestion)


def test_the_head_of_a_bank_is_read() -> None:
    head = "format: 1\nid: b\ntitle: B\naliases: [x-y]\nweights: {quality: 1.5}\nskills: {sql: [mysql]}\n"
    done = read(head=head + "questions: []\n")
    assert done.problems == ()
    assert done.bank is not None
    assert done.bank.head.weights == {Competency.QUALITY: 1.5}
    assert done.bank.head.skills == {"sql": ("mysql",)}


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"time": "{target: -5}"}, "[0].time.target: must be greater than 0 (found -5); write whole seconds, e.g. 90"),
        ({"time": "{target: 0}"}, "must be greater than 0 (found 0)"),
        ({"time": "{target: 1:30}"}, "must be a whole number (found “1:30”); write whole seconds, e.g. 90"),
        ({"time": "{target: 2:15}"}, "write whole seconds, e.g. 135"),
        ({"time": "{target: 90.5}"}, "must be a whole number (found “90.5”)"),
        ({"time": "{target: 1e3}"}, "must be a whole number (found “1e3”)"),
        ({"time": "{target: 0x10}"}, "must be a whole number (found “0x10”)"),
        ({"time": "{target: 0o7}"}, "must be a whole number (found “0o7”)"),
        ({"time": "{target: 010}"}, "must be a whole number (found “010”)"),
        ({"time": "{target: 1_000}"}, "must be a whole number (found “1_000”)"),
        ({"time": "{target: ٣}"}, "must be a whole number"),
        ({"time": "{target: }"}, "must be a whole number (found nothing)"),
        ({"time": "{target: 9999999999999999999}"}, "must be a whole number"),
        ({"time": "{target: 9999999}"}, "must be at most 1,000,000"),
        ({"time": "{target: 90, max: 60}"}, "questions[0].time.max: must be at least the target, 90 (found 60)"),
        ({"time": "{goal: 90}"}, "questions[0].time.goal: unknown field"),
        ({"time": "90"}, "questions[0].time: must be a mapping of fields"),
        ({"really_asking": "no"}, 'write "no" in quotes'),
        ({"really_asking": "Null"}, 'write "Null" in quotes'),
        ({"really_asking": "1:30"}, "questions[0].really_asking: 1:30 without quotes means something else"),
        ({"id": "12:30:45"}, 'write "12:30:45" in quotes'),
        ({"really_asking": "~"}, 'write "~" in quotes'),
        ({"really_asking": ""}, "questions[0].really_asking: must not be empty"),
        ({"really_asking": "' '"}, "must not be empty"),
        ({"really_asking": "x" * 5001}, "must be at most 5,000 characters"),
        ({"really_asking": "[a]"}, "must be text (found a list)"),
        ({"promt": "x"}, "questions[0].promt: unknown field; did you mean prompt?"),
        ({"prompt": None}, "questions[0].prompt: is missing"),
        ({"anchors": None}, "questions[0].anchors: is missing"),
        ({"competency": "qualty"}, "“qualty” is not a competency; did you mean quality?"),
        ({"competency": "cooking"}, "“cooking” is not a competency; write one of communication, influence"),
        ({"secondary": "quality"}, "questions[0].secondary: is the competency itself"),
        ({"competency": "role_expertise"}, "questions[0].skills: role_expertise needs at least one skill"),
        ({"difficulty": "4"}, "“4” is not a difficulty; write one of 1, 2, 3"),
        ({"levels": "[]"}, "must have at least 1 items (found 0)"),
        ({"levels": "mid"}, "must be a list (found “mid”)"),
        ({"levels": "[mid, boss]"}, "questions[0].levels[1]: “boss” is not a level"),
        ({"levels": "[mid, mid]"}, "names something twice"),
        ({"anchors": "{1: a, 5: c}"}, "questions[0].anchors.3: is missing"),
        ({"anchors": "{1: a, 2: b, 3: c, 5: d}"}, "questions[0].anchors.2: unknown field"),
        ({"parts": "[a]"}, "must have 2 to 4 items (found 1)"),
        ({"probes": "[a, b, c, d, e]"}, "must have 0 to 4 items (found 5)"),
        ({"area": "composure"}, "questions[0].area: belongs to curveball questions only"),
        ({"story_hint": "x"}, "belongs to behavioural questions only"),
        ({"routes": "{answer: a, bridge: b, decline: c}"}, "belongs to sensitive questions only"),
        ({"jurisdiction": "[uk]"}, "belongs to sensitive questions only"),
        ({"dimension": "pay"}, "belongs to reverse questions only"),
        ({"kind": "curveball"}, "questions[0].area: is missing"),
        ({"kind": "sensitive"}, "questions[0].routes: is missing"),
        ({"kind": "sensitive"}, "questions[0].jurisdiction: is missing"),
        ({"kind": "reverse", "competency": "quality"}, "belongs to questions that the interviewer asks"),
        ({"kind": "reverse", "good_sign": None}, "questions[0].good_sign: is missing"),
        ({"kind": "tecnical"}, "did you mean technical?"),
        ({"kind": None}, "questions[0].kind: is missing"),
        ({"asked_on": "yesterday"}, "is no date; write year-month-day"),
        ({"id": "two words"}, "must hold no space"),
        ({"prompt": "&a 'P?'"}, "is an anchor"),
        ({"prompt": "*a"}, "is an alias"),
        ({"prompt": '"\\e[2J"'}, "has a control character"),
        ({"kind": "technical\n    kind: case"}, "“kind” is here twice"),
    ],
)  # fmt: skip
def test_a_bad_question_is_named_and_skipped_and_the_next_is_kept(changes: dict[str, str | None], said: str) -> None:
    done = read(question(**changes), question(id="good"))
    assert any(said in str(problem) for problem in done.problems), [str(problem) for problem in done.problems]
    assert all(str(problem).startswith("b.yaml:") for problem in done.problems)
    assert done.skipped == 1
    assert done.bank is not None
    assert [kept.id for kept in done.bank.questions] == ["good"]


def test_every_problem_of_a_file_is_told_at_once() -> None:
    done = read(question(difficulty="9", levels="[x]", colour="red"), question(id="q2", prompt=None))
    assert len(done.problems) == 4
    assert done.skipped == 2


def test_an_id_that_comes_twice_is_named_with_both_lines_and_the_first_kept() -> None:
    done = read(question(), question(prompt="Another?"))
    assert done.bank is not None
    assert [kept.prompt for kept in done.bank.questions] == ["What happened?"]
    assert "on lines 5 and 13" in str(done.problems[0])
    assert done.lines == {"q1": 5}


def test_text_is_literal_whatever_it_looks_like() -> None:
    asked = only(question(prompt="'[b]x[/b] [@click=app.quit] {{ y }} <i>'"))
    assert asked.prompt == "[b]x[/b] [@click=app.quit] {{ y }} <i>"


def test_a_folded_prompt_is_one_line() -> None:
    assert only(question(prompt=">\n      What\n      happened?\n")).prompt == "What happened?"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("format: 2\nid: x\ntitle: X\nquestions: []\n", "format: “2” is not a format that this abi knows"),
        ("format: 1\ntitle: X\nquestions: []\n", "id: is missing"),
        ("- a\n", "the file is a list"),
        ("", "the file is empty"),
    ],
)
def test_a_file_that_is_no_bank_gives_none_and_says_why(text: str, said: str) -> None:
    done = read_bank_text(text, "b.yaml")
    assert done.bank is None
    assert any(said in str(problem) for problem in done.problems)


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("weights: {cooking: 2}", "weights.cooking: is no competency"),
        ("weights: {quality: no}", "weights.quality: must be a number"),
        ("weights: {quality: 0}", "must be greater than 0"),
        ("skills: {sql: }", "skills.sql: must be a list (found nothing)"),
        ("colour: red", "colour: unknown field"),
        ("aliases: x", "aliases: must be a list"),
    ],
)
def test_something_wrong_in_the_head_is_told_and_the_questions_stay(line: str, said: str) -> None:
    done = read(question(), head=f"{line}\n{HEAD}")
    assert said in str(done.problems[0])
    assert done.bank is not None
    assert len(done.bank.questions) == 1


def test_a_problem_after_the_questions_spares_the_last_of_them() -> None:
    done = read(question(), "title: again\n")
    assert done.skipped == 0
    assert "“title” is here twice" in str(done.problems[0])


def test_a_file_that_cannot_be_read_is_told_like_the_rest(tmp_path: Path) -> None:
    (tmp_path / "b.yaml").write_bytes(b"\xff")
    done = read_bank(tmp_path / "b.yaml", tmp_path)
    assert done.bank is None
    assert "is not UTF-8" in str(done.problems[0])


def test_a_control_character_costs_its_own_question_only(tmp_path: Path) -> None:
    bad = question(id="bad", prompt="'What\x1b[2J happened?'", difficulty="9")
    (tmp_path / "b.yaml").write_text(HEAD + question(id="one") + bad + question(id="two"), encoding="utf-8")
    done = read_bank(tmp_path / "b.yaml", tmp_path)
    assert done.bank is not None
    assert ([kept.id for kept in done.bank.questions], done.skipped) == (["one", "two"], 1)
    assert [(problem.line, problem.column) for problem in done.problems] == [(14, 18), (17, 17)]


VALUES = st.sampled_from(
    ["x", "no", "1:30", "-5", "90", "[a, b]", "[]", "{}", "{a: b}", "''", "", "~", "*a", "&a x", "!!int 1", "quality",
     "mid",
     "[mid]", "reverse", "sensitive", "{1: a, 3: b, 5: c}", "{target: 5, max: 1}", "'[b]'", "[[]]", "{1: {}}", "| \n"]
)  # fmt: skip


@given(st.dictionaries(st.sampled_from([*FIELDS, *REVERSE, "time", "area", "z"]), VALUES, max_size=9))
@settings(max_examples=400)
def test_a_question_is_either_kept_or_skipped_with_a_reason(changes: dict[str, str]) -> None:
    done = read_bank_text(HEAD + question(**changes), "b.yaml")
    kept = 0 if done.bank is None else len(done.bank.questions)
    assert kept == 1 or done.problems
    assert kept + done.skipped <= 1
