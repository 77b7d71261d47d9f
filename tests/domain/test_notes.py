"""What is taken from notes and transcripts, from which line and by which rule; and what is not."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from abi_coach.domain.debrief import Origin
from abi_coach.domain.notes import MOST_QUESTIONS, ReadNotes, Rule, What
from abi_coach.domain.notes_reading import read_notes
from abi_coach.domain.plain_text import strip_controls
from tests.support.growth import QUADRATIC, growth
from tests.support.write_up import ASKED, WRITE_UP


def texts(read: ReadNotes, what: What = What.QUESTION) -> list[str]:
    return [one.text for one in read.of(what)]


def questions(text: str) -> list[str]:
    return texts(read_notes(text))


def flat(text: str) -> str:
    """Text as it reads whatever the line ends and edges of cells; quotation marks and emphasis do not count."""
    return " ".join(text.replace('"', "").replace("*", "").replace("|", " ").split())


def test_a_long_write_up_yields_its_questions_and_nothing_else() -> None:
    found = questions(WRITE_UP)
    assert len(WRITE_UP.split()) > 1900
    assert [text[: len(begins)] for text, begins in zip(found, ASKED, strict=True)] == list(ASKED)


def test_every_question_of_a_write_up_stands_on_its_line() -> None:
    lines = WRITE_UP.splitlines()
    for one in read_notes(WRITE_UP).of(What.QUESTION):
        assert one.text.split()[0] in lines[one.line - 1]


def test_a_write_up_tells_what_went_well_and_what_could_be_better() -> None:
    read = read_notes(WRITE_UP)
    assert "Thinking aloud when I did not know" in texts(read, What.WELL)
    assert "Drawing before talking" in texts(read, What.COULD)
    assert "I wish I had drawn the two systems first." in texts(read, What.COULD)
    assert texts(read, What.FEELING) == ["tired", "nervous", "relieved"]


@settings(max_examples=150)
@given(st.text(st.sampled_from("ab I?!.\n-#:>\"'*12Qwhytoldmeasked ") | st.characters(codec="utf-8"), max_size=300))
def test_nothing_is_ever_invented(text: str) -> None:
    whole = flat(read_notes_text(text))
    for one in read_notes(text).taken:
        assert flat(one.text).casefold() in whole.casefold()
        assert 1 <= one.line <= text.count("\n") + text.count("\r") + 1


def read_notes_text(text: str) -> str:
    """The words of a note without the marks that start lines."""
    lines = strip_controls(text.replace("\r", "\n")).split("\n")
    return " ".join(line.strip().lstrip(">").strip().replace("__", "").replace("`", "") for line in lines)


@pytest.mark.parametrize(
    ("note", "question", "rule"),
    [
        ("Why us?", "Why us?", Rule.MARK),
        ("- how do you test this", "how do you test this", Rule.ASKING),
        ("Walk me through your CV.", "Walk me through your CV.", Rule.ASKING),
        ("## Questions\n- the outage", "the outage", Rule.LISTED),
        ("Q3: the outage", "the outage", Rule.LABELLED),
        ("They asked about pay.", "about pay.", Rule.REPORTED),
        ("I was asked why I left.", "why I left.", Rule.REPORTED),
        ("She said “why us?” and smiled.", "why us?", Rule.MARK),
        ("Tell me about a time you\ndisagreed.", "Tell me about a time you disagreed.", Rule.ASKING),
    ],
)
def test_each_rule_finds_its_question(note: str, question: str, rule: Rule) -> None:
    assert [(one.text, one.rule) for one in read_notes(note).of(What.QUESTION)] == [(question, rule)]


@pytest.mark.parametrize(
    "note",
    [
        "Why did I say that?",
        "I asked them how the team works.",
        "## My questions\n- How is the team?",
        "Questions I asked:\n- How is the team?",
        "What I learned was a lot.",
        "See https://example.org/search?",
        "Right?",
        "I talked on. Was it too long?",
        "```\nwhat is this?\n```",
        "When I got there it rained.",
        "Can you hear me?",
    ],
)
def test_what_is_no_question_to_me_is_left(note: str) -> None:
    assert questions(note) == []


def test_another_language_yields_what_punctuation_proves() -> None:
    text = "Ich war nervös. Was ist ein Deadlock? Es lief gut.\n¿Por qué quiere cambiar?\n为什么要离开\uff1f 还好。"
    read = read_notes(text)
    assert texts(read) == ["Was ist ein Deadlock?", "¿Por qué quiere cambiar?", "为什么要离开\uff1f"]
    assert {one.what for one in read.taken} == {What.QUESTION}


def test_a_denial_is_no_success() -> None:
    assert texts(read_notes("I do not think that it went well."), What.WELL) == []
    assert texts(read_notes("It did not go well."), What.COULD) == ["It did not go well."]


def test_a_two_line_note_is_enough() -> None:
    read = read_notes("Why us\nthey asked what I earn")
    assert (read.origin, texts(read)) == (Origin.NOTES, ["what I earn"])


def test_facts_are_taken_by_name() -> None:
    read = read_notes("Company: Acme\n**Nerves:** 4/5\nInterviewer: Ada King, CTO")
    assert (read.fact("company"), read.fact("nerves"), read.fact("people")) == ("Acme", "4/5", "Ada King, CTO")


TALK = {
    "captions": """WEBVTT

1
00:01.000 --> 00:03.000
<v Ada King>Why us?</v>

2
00:04.000 --> 00:05.000
<v Me>Why not? I like it.</v>

3
00:06.000 --> 00:07.000
<v Ada King>Tell me about

00:07.000 --> 00:08.000
<v Ada King>your last project.
""",
    "name and time above": """Ada King   0:03
Why us?

Me   0:10
Why not? I like it.

Ada King   0:20
Tell me about your last project.

Me   0:40
Yes.
""",
    "stamp first": """[00:01:02] Interviewer: Why us?
[00:01:20] Candidate: Why not?
[00:02:02] Interviewer: Tell me about your last project.
""",
    "chat": """[10:02, 3/4/2026] Ada: Why us?
[10:03, 3/4/2026] Me: Why not?
[10:05, 3/4/2026] Ada: Tell me about your last project.
""",
    "meeting chat": """10:02:33 From Ada King to Everyone: Why us?
10:03:33 From Me to Everyone: Why not?
10:04:00 From Ada King to Everyone: Tell me about your last project.
""",
    "Q and A": """Q: Why us?
A: Why not?
Q: Tell me about your last project.
A: Well.
""",
}


@pytest.mark.parametrize("text", TALK.values(), ids=TALK)
def test_a_transcript_yields_the_interviewers_questions(text: str) -> None:
    read = read_notes(text)
    assert read.origin is Origin.TRANSCRIPT
    assert texts(read) == ["Why us?", "Tell me about your last project."]
    assert all(one.speaker for one in read.taken)


def test_captions_that_go_on_keep_the_line_they_began_on() -> None:
    assert [one.line for one in read_notes(TALK["captions"]).taken] == [5, 13]


def test_of_two_unknown_speakers_the_one_who_asks_is_the_interviewer() -> None:
    asked = "\n".join(f"Ada: Why {word}?\nBen: Because." for word in ("us", "now", "here"))
    assert questions(f"{asked}\nBen: Is it far?") == ["Why us?", "Why now?", "Why here?"]


def test_small_talk_is_no_interview_question() -> None:
    talk = "Ada: Hi Ben, can you hear me?\nMe: Yes.\nAda: How are you?\nMe: Fine.\nAda: Why us?\nMe: Hm."
    assert questions(talk) == ["Why us?"]


def test_notes_with_labels_are_no_transcript() -> None:
    note = "Company: Acme\nRole: backend\nGood: I listened\nBad: too long\nGood: I asked\nNotes: ok\nNotes: fine"
    read = read_notes(note)
    assert read.origin is Origin.NOTES
    assert texts(read, What.WELL) == ["I listened", "I asked"]


@pytest.mark.parametrize(
    "piece",
    ["a", "a\n", "- a\n", "? ", "what is it? ", "they asked about ", "a: b\n", "\n", '"abc ', "12:34 ", "# x\n"],
)
def test_noise_is_read_in_proportion_and_asks_no_more_than_can_be_answered(piece: str) -> None:
    noise = piece * (100_000 // len(piece))
    assert growth(read_notes, noise) < QUADRATIC / 2
    assert len(read_notes(noise * 4).of(What.QUESTION)) <= MOST_QUESTIONS
