"""Transcripts: who said what, on which line. Text exports of the usual meeting tools, chats, and WebVTT.

A speaker is recognised by a label that comes again and again; a note with one “Company: …” line is no transcript.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, Final

from abi_coach.domain.value import Value, frozen

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

LEAST_TURNS: Final = 3
LEAST_SHARE: Final = 0.25
"""So many turns, and this share of all lines with words, make a transcript (rule of thumb)."""

MOST_SPEAKERS: Final = 12

_GAP: Final = r"[ \t]{0,8}"
_NAME: Final = r"(?P<name>[^\W\d_](?:[\w.’'() &/-]{0,48}[\w.)])?)"
_TIME: Final = r"(?:\d{1,2}:)?\d{1,2}:\d{2}(?:[.,]\d{1,3})?(?:\s?[AaPp]\.?[Mm]\.?)?"
_DATE: Final = r"(?:\d{1,4}[./-]\d{1,2}[./-]\d{2,4},?[ \t]{1,4})?"
_DATE_AFTER: Final = r"(?:,[ \t]{1,4}\d{1,4}[./-]\d{1,2}[./-]\d{2,4})?"
_STAMP: Final = rf"[\[(]?{_DATE}{_TIME}{_DATE_AFTER}(?:{_GAP}(?:-->|[-–]){_GAP}{_TIME})?[\])]?"
_BOLD: Final = r"(?:\*\*|__)?"
_SHAPES: Final = tuple(
    re.compile(pattern)
    for pattern in (
        rf"{_GAP}{_STAMP}[ \t]{{1,8}}From[ \t]{{1,8}}{_NAME}[ \t]{{1,8}}to[ \t]{{1,8}}[^:]{{1,60}}:\s?(?P<text>.*)$",
        rf"{_GAP}(?:{_STAMP}{_GAP}[-–]?{_GAP})?{_BOLD}{_NAME}{_BOLD}{_GAP}(?:{_STAMP}{_GAP})?:{_BOLD}(?:\s(?P<text>.*))?$",
        rf"{_GAP}{_NAME}{_GAP}[\[(]{_DATE}{_TIME}[\])]:?\s?(?P<text>.*)$",
        rf"{_GAP}{_NAME}[ \t]{{1,20}}{_STAMP}{_GAP}(?P<text>)$",
    )
)
_NO_SPEAKER: Final = re.compile(
    r"^(?:company|employer|role|position|job|stage|round\s?\d*|date|when|time|ended|format|notes?|summary|remark|ps"
    r"|good|bad|well|went well|what (?:went|worked) .*|could .*|to improve|improve|better|next time|feelings?|felt|mood"
    r"|in a word|nerves|nervous|confidence|questions?|people|with|present|prep\w*|outcome|result|http|https)$",
    re.IGNORECASE,
)
"""Words that stand before a colon in notes and are nobody's name."""

_ONLY_STAMP: Final = re.compile(rf"{_GAP}(?:\d{{1,6}}[ \t]{{1,4}})?{_STAMP}{_GAP}$")
_CUE_TIME: Final = re.compile(rf"{_GAP}{_TIME}[ \t]{{1,8}}-->[ \t]{{1,8}}{_TIME}")
_VOICE: Final = re.compile(r"<v(?:\.[\w.]{1,40})?\s+([^>]{1,60})>")
_TAG: Final = re.compile(r"<[^<>]{0,100}>")
_LONGEST_LINE: Final = 5_000
_SKIPPED: Final = ("NOTE", "STYLE", "REGION")

_THEM: Final = re.compile(
    r"\b(?:interviewers?\d?|recruiter|hiring|manager|panel\w*|host|them|q)\b", re.IGNORECASE
)  # fmt: skip
_ME: Final = re.compile(r"^(?:me|i|myself|you|candidate|interviewee|applicant|a)$", re.IGNORECASE)


@frozen
class Turn(Value):
    """What somebody said without being interrupted: the lines with their numbers, from 1."""

    speaker: str
    lines: tuple[tuple[int, str], ...]


@frozen
class Transcript(Value):
    """All turns; `asked_by` are the speakers whose questions count, and `me` the one whose never do."""

    turns: tuple[Turn, ...]
    asked_by: frozenset[str]


def read_transcript(lines: Sequence[str]) -> Transcript | None:
    """The transcript; None for a text that is none."""
    is_captions = bool(lines) and lines[0].lstrip("\ufeff").startswith("WEBVTT")
    turns = tuple(_merged(_caption_lines(lines) if is_captions else _labelled_lines(lines)))
    named = Counter(turn.speaker for turn in turns if turn.speaker)
    if is_captions or _is_conversation(turns, named, sum(bool(line.strip()) for line in lines)):
        return Transcript(turns, _interviewers(turns))
    return None


def _is_conversation(turns: Sequence[Turn], named: Counter[str], filled: int) -> bool:
    labels = sum(named.values())
    comes_again = sum(1 for count in named.values() if count > 1)
    is_pair = set(map(str.casefold, named)) <= {"q", "a"} and len(named) > 1
    enough = labels >= LEAST_TURNS and (comes_again >= 1 or is_pair) and 2 <= len(named) <= MOST_SPEAKERS  # noqa: PLR2004 - two who talk
    told = sum(len(turn.lines) for turn in turns if turn.speaker)
    return enough and labels >= LEAST_SHARE * (filled - told + labels)


def _interviewers(turns: Sequence[Turn]) -> frozenset[str]:
    """Those whose label says so; else everybody but me; else the one of two who asks at least twice as often."""
    speakers = dict.fromkeys(turn.speaker for turn in turns)
    if named := frozenset(one for one in speakers if _THEM.search(one) and not _ME.match(one)):
        return named
    if any(_ME.match(one) for one in speakers):
        return frozenset(one for one in speakers if not _ME.match(one))
    asked = Counter(dict.fromkeys(speakers, 0))
    for turn in turns:
        asked[turn.speaker] += sum(text.count("?") for _, text in turn.lines)
    most = asked.most_common(2)
    is_clear = len(speakers) == 2 and most[0][1] >= 2 * max(most[1][1], 1)  # noqa: PLR2004 - two who talk
    return frozenset({most[0][0]}) if is_clear else frozenset(speakers)


def _labelled_lines(lines: Sequence[str]) -> Iterator[tuple[str, int, str]]:
    """Each line with who says it: the last label before it holds until the next one."""
    speaker = ""
    for number, whole in enumerate(lines, start=1):
        line = whole[:_LONGEST_LINE]
        if not line.strip() or _ONLY_STAMP.match(line):
            continue
        found = next((match for shape in _SHAPES if (match := shape.match(line))), None)
        if found is None or _NO_SPEAKER.match(found["name"].strip()):
            yield speaker, number, line
            continue
        speaker = found["name"].strip()
        yield speaker, number, found["text"] or ""


def _caption_lines(lines: Sequence[str]) -> Iterator[tuple[str, int, str]]:
    """The words of WebVTT cues; a voice tag or a label names the speaker."""
    speaker, in_cue = "", False
    for number, whole in enumerate(lines, start=1):
        line = whole[:_LONGEST_LINE]
        if _CUE_TIME.match(line):
            in_cue = True
        elif not line.strip() or line.startswith(_SKIPPED):
            in_cue = False
        elif in_cue:
            voice = _VOICE.search(line)
            words = _TAG.sub("", line)
            label = None if voice else _SHAPES[1].match(words)
            speaker = voice[1].strip() if voice else label["name"].strip() if label else speaker
            yield speaker, number, (label["text"] or "") if label else words


def _merged(said: Iterator[tuple[str, int, str]]) -> Iterator[Turn]:
    """Lines of one speaker in a row as one turn; the same line again, as captions repeat it, once."""
    speaker, gathered = "", list[tuple[int, str]]()
    for name, number, text in said:
        if name != speaker and gathered:
            yield Turn(speaker, tuple(gathered))
            gathered = []
        speaker = name
        if text.strip() and (not gathered or gathered[-1][1].strip() != text.strip()):
            gathered.append((number, text))
    if gathered:
        yield Turn(speaker, tuple(gathered))
