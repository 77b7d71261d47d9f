"""The words by which notes are read. English; every repetition is bounded, so no text can make a search slow."""

from __future__ import annotations

import re
from typing import Final


def _any(*words: str) -> str:
    return f"(?:{'|'.join(words)})"


def _pattern(*parts: str) -> re.Pattern[str]:
    return re.compile("".join(parts), re.IGNORECASE | re.DOTALL)


OPENING: Final = "\"\u201c\u201d\u00ab\u2018'"
CLOSING: Final = "\"\u201d\u00bb\u2019'"
_APOSTROPHE: Final = "['\u2019]"
_VERY: Final = r"(?:(?:so|very|really|pretty|quite|rather|a bit|a little|still|also|just) ){0,2}"

ASKING: Final = _pattern(
    "(?:", _any("so", "and", "ok(?:ay)?", "now", "great", "thanks", "alright", "well", "then", "cool", "good"),
    "[, ]{1,2}){0,3}(?:(?:could|can|would|will) you (?:please )?)?",
    _any(
        "(?:tell|walk|talk|take) (?:me|us) ",
        "give (?:me|us) an? (?:example|idea|time)",
        r"describe (?:a|an|the|your|how|what|one)\b",
        r"explain (?:how|why|what|the|a|an|to|your)\b",
        r"(?:imagine|suppose)\b",
        r"(?:design|implement|write|sketch|draw|estimate) (?:a|an|the|how)\b",
        r"(?:sell|convince|teach) me\b",
    ),
)  # fmt: skip
"""Stems that ask without a question mark."""

QUESTION_WORD: Final = _pattern(
    "(?:",
    _any("what", "why", "how", "when", "where", "which", "who"),
    "(?:", _APOSTROPHE, "(?:s|re)| ",
    _any("do", "does", "did", "is", "are", "was", "were", "would", "will", "can", "could", "should", "have", "has",
         "had", "to", "us", "this", "our", "many", "much", "often", "long", "kind", "sort", "type"),
    r"\b)|(?:do|did|have|are|were|can|could|would|will) you\b)",
)  # fmt: skip
"""A whole item that begins so is a question without its mark."""

Q_LABEL: Final = _pattern(r"(?:q(?:uestion)?\s?\d{0,3}|they|interviewer|recruiter)\s?[:.)–-]\s{1,4}(.+)")

REPORTED: Final = re.compile(
    r"\b(?:(?:[Tt]hey|[Ss]?[Hh]e|[Ss]ome(?:one|body)|(?:[Tt]he|[Mm]y|[Oo]ur|[Oo]ne|[Aa]nother) [\w -]{2,30}?"
    r"|[A-Z][\w\u2019'-]{1,30})"
    r"(?: (?:then|also|first|next|even|later|just))? (?:ask(?:ed|s)?|wanted to know"
    r"|followed up(?: with)?|(?:was|were) curious)"
    r"|(?:I|[Ww]e) (?:was|were|got) (?:then |also |first )?asked|asked(?= (?:me|us)\b)"
    r"|(?:[Tt]he|[Aa]nother|[Ff]irst|[Nn]ext|[Ll]ast|[Oo]ne)(?: \w{2,12})? question was)"
    r"(?: (?:me|us))?(?: again)?[:,]? [\"\u201c\u201d\u2018\u2019']?"
    r"(?P<asked>(?:about|why|how|what|whether|if|when|where|which|who|to|for|tell|describe|walk|explain|do|did|have"
    r"|are|can|could|would|Why|How|What|When|Where|Which|Who|Tell|Describe|Walk|Explain|Do|Did|Have|Are|Can|Could"
    r"|Would)\b.{1,300})",
    re.DOTALL,
)
I_ASKED: Final = re.compile(
    r"\b(?:I|[Ww]e) (?:then |also |first |finally )?asked\b(?! (?:me|to)\b)|\b[Mm]y questions?\b"
)
MY_THOUGHT: Final = re.compile(r"\b(?:I|I['\u2019](?:m|d|ve|ll)|my|mine|myself)\b")
IT_THOUGHT: Final = _pattern(
    _any("was", "were", "is", "did", "does", "should", "would", "could", "had"), r" (?:it|that|this|they|he|she)\b"
)
"""In running text such a question is one to oneself."""

QUOTED: Final = re.compile(rf"[{OPENING}]\s?([^{OPENING[:4]}]{{4,300}}?[?\u061f\uff1f])[{CLOSING}]")
SMALL_TALK: Final = _pattern(
    r"^(?:(?:(?:hi|hello|hey)(?: \w{1,20})?|so|ok(?:ay)?|well|great|yes|yeah|thanks|sorry)[ ,.!]{1,3}){0,3}",
    _any(
        "(?:can|could) you (?:all )?(?:hear|see)",
        f"how(?: are|{_APOSTROPHE}re) you",
        f"how{_APOSTROPHE}s it going",
        "shall we", "are you there", "you know",
        "does that (?:make sense|help|answer)",
        "is that (?:ok|okay|clear|right|fine)",
        "(?:do you have )?any (?:other )?questions",
        r"(?:and )?you\?",
        "sorry", "right", "ok(?:ay)?", "yes", "no", "really", "ready", "hm{1,4}", "huh", r"what\?",
    ),
    r"(?!\w)[^?]{0,40}\?{0,4}$",
)  # fmt: skip

FACT: Final = re.compile(
    r"\s{0,8}(?:[-*]\s)?(?:\*\*|__)?([A-Za-z][A-Za-z ]{2,14}?)(?:\*\*|__)?\s?:(?:\*\*|__)?\s{1,4}(\S.{0,199})$"
)
NAMED: Final = re.compile(r"[A-Z][a-z]{1,14}:\s")
"""A line that begins so begins something new."""

GOOD: Final = _pattern(
    _any("good", "well", "went well", "what (?:went well|worked)", "plus(?:es)?", "positives?", "highlights?"),
    r"\s?:\s{1,4}(.+)",
)
BAD: Final = _pattern(
    _any(r"bad", r"could (?:have|be) \w{1,20}", "to improve", "improve", "better", "deltas?", "minus(?:es)?",
         "negatives?", "next time"),
    r"\s?:\s{1,4}(.+)",
)  # fmt: skip

MINE: Final = _pattern(
    r"\b", _any("my questions", "i asked", "questions? (?:i|for (?:them|the company|the team))", "to ask"), r"\b"
)
ASKED: Final = _pattern(r"\bquestions?\b|\bthey asked\b|\bwas asked\b")
WELL: Final = _pattern(
    r"\b",
    _any("went (?:really |very )?well", "what worked", "worked well", "positives?", "strengths", "highlights",
         "plus(?:es)?", "good"),
    r"\b",
)  # fmt: skip
COULD: Final = _pattern(
    r"\b",
    _any("(?:could|should) have", "could be", "to improve", "improvements?", "do better", "differently",
         "go(?:ne)? (?:so )?well", "went (?:badly|wrong|less)", "weaknesses", "negatives?", "minus(?:es)?", "deltas?",
         "next time", "bad", "lessons?"),
    r"\b",
)  # fmt: skip

NEGATED: Final = _pattern(r"\b(?:not|nothing|never|hardly|nor|less)\b|n", _APOSTROPHE, r"t\b")
SAID_WELL: Final = _pattern(
    r"\b",
    _any(f"went {_VERY}(?:well|smoothly)", f"worked {_VERY}well", "I (?:really )?nailed", "I did well",
         f"I (?:was|am|felt) {_VERY}(?:happy|pleased|proud|satisfied) (?:with|of|about|that)"),
    r"\b",
)  # fmt: skip
SAID_COULD: Final = _pattern(
    r"\b",
    _any("I (?:could|should|might) have", f"I (?:could|should){_APOSTROPHE}ve", "I wish I", "next time I",
         "I (?:forgot|blanked|froze|rambled|struggled|stumbled|missed)",
         f"(?:did not|didn{_APOSTROPHE}t) go (?:(?:so|too|very|that) )?well", "went (?:badly|wrong|poorly)"),
    r"\b",
)  # fmt: skip
_FEELINGS: Final = (
    "nervous", "calm", "tired", "relieved", "anxious", "confident", "excited", "drained", "happy", "sad", "frustrated",
    "hopeful", "flat", "energi[sz]ed", "confused", "embarrassed", "proud", "comfortable", "uneasy", "stressed",
    "disappointed", "exhausted", "relaxed", "tense", "annoyed", "optimistic", "shaky", "unsure", "angry",
    "overwhelmed", "content", "rushed",
)  # fmt: skip
FELT: Final = _pattern(
    r"(?:\bI (?:felt|feel|was feeling|am feeling|was|am)|\bI", _APOSTROPHE, "m|^felt|^feeling) ", _VERY,
    f"({'|'.join(_FEELINGS)})\\b",
)  # fmt: skip
ROUND: Final = _pattern(
    r"(?:(?:round|stage|interview|session|call|part)\s?#?\d{1,2}\b|.{0,40}\b",
    _any("phone screen", "screening", "recruiter", "hiring manager", "technical", "coding", "system design", "panel",
         "case (?:study|interview)", "on-?site", "final (?:round|interview)", "culture (?:fit|interview)",
         "behaviou?ral"),
    r"\b)",
)  # fmt: skip
