"""The demo's five interviews in three processes, and what was told of four of them. Nobody real, nowhere real."""

from __future__ import annotations

from typing import Final

from abi_coach.domain.competency import Competency
from abi_coach.domain.debrief import Cause, Fit, Improve, RememberedQuestion, Tag, WentWell
from abi_coach.domain.interview import Format, Intent, Interview, Person, Result, Stage
from abi_coach.domain.promise import PromiseCheck
from abi_coach.domain.value import Value, frozen


@frozen
class Booked(Value):
    """An interview some days from today, and the answer with the days that it took."""

    days: int
    interview: Interview
    result: Result | None = None
    waited_days: int = 0
    words: str = ""


@frozen
class Told(Value):
    """What was told of an interview right after and the next day. `redo` is a question's place, from 0.

    `checks` is what became of the promises that were open then, by the place where each was made: (debrief, improve).
    """

    questions: tuple[RememberedQuestion, ...]
    redo: int
    confidence: int
    nerves: int
    word: str
    said: str
    four_would: str
    well: tuple[WentWell, ...]
    improve: tuple[Improve, ...]
    fit: Fit
    them: str
    gaps: tuple[str, ...] = ()
    checks: tuple[tuple[tuple[int, int], PromiseCheck], ...] = ()


INTERVIEWS: Final = (
    Booked(-205, Interview(
        "Larchwood Energy", "backend", Stage.RECRUITER, Format.PHONE, people=(Person("Mina Okafor", "recruiter"),),
        source="a message from them", intent=Intent.MARKET_PULSE, loop="larchwood",
        wants="Learn what they pay for five years of backend work.", skills=("postgresql", "kubernetes")),
        Result.MOVED_ON, 3, "We would like you to meet the team."),
    Booked(-196, Interview(
        "Larchwood Energy", "backend", Stage.TECHNICAL, Format.VIDEO,
        people=(Person("Piet Langeveld", "staff engineer"),), intent=Intent.PRACTICE, loop="larchwood",
        wants="Explain one incident without losing the thread.", skills=("kubernetes", "observability")),
        Result.REJECTED, 6, "They chose somebody who has run clusters."),
    Booked(-88, Interview(
        "Quayside Payments", "backend", Stage.HIRING_MANAGER, Format.VIDEO,
        people=(Person("Ines Duarte", "engineering manager"),), source="a former colleague", intent=Intent.CULTURE,
        loop="quayside", wants="Find out how they decide what not to build.", skills=("idempotency", "messaging")),
        Result.MOVED_ON, 2, "Ines wants the others to meet you."),
    Booked(-79, Interview(
        "Quayside Payments", "backend", Stage.PANEL, Format.ON_SITE,
        people=(Person("Tom Abara", "principal engineer"), Person("Ines Duarte", "engineering manager")),
        intent=Intent.REAL_MOVE, loop="quayside", wants="Show judgement, not only code.",
        skills=("idempotency", "kubernetes")),
        Result.REJECTED, 7, "Strong on data; they missed how I handle disagreement."),
    Booked(9, Interview(
        "Fennmark Health", "backend", Stage.TECHNICAL, Format.VIDEO, people=(Person("Rosa Lind", "team lead"),),
        source="an advert", intent=Intent.REAL_MOVE, loop="fennmark",
        wants="Handle a question about disagreement better than last time.",
        competencies=(Competency.CONFLICT,), skills=("kubernetes", "privacy"))),
)  # fmt: skip

DEBRIEFS: Final = (
    Told(
        (RememberedQuestion("What are you looking for next?", 4),
         RememberedQuestion("What do you earn now?", 2, (Tag.SURPRISED,), item="motivation")),
        redo=1, confidence=70, nerves=2, word="curious",
        said="I named my present pay, then explained it for a minute.",
        four_would="Ask for their range, and then name the range that I want.",
        well=(WentWell("Asked for their range before the end.", "she told me at once", "ask it first"),
              WentWell("Kept it under fifteen minutes.", "she thanked me for it", "every first call")),
        improve=(Improve("Stumbled over the pay question.", Cause.RESEARCH, "motivation",
                         "they ask what I earn now", "give the range that I want, and stop talking"),),
        fit=Fit(2, 1, 2), them="Quick and friendly; no idea yet of the team."),
    Told(
        (RememberedQuestion("Tell me about an incident that you handled.", 4, item="problem_solving"),
         RememberedQuestion("How would you roll back a bad deployment on Kubernetes?", 1, (Tag.DIDNT_KNOW,),
                            item="kubernetes"),
         RememberedQuestion("When did you last disagree with your lead?", 2, (Tag.NO_STORY,), item="conflict")),
        redo=2, confidence=35, nerves=4, word="rattled",
        said="I said that we mostly agree, and then described our reviews.",
        four_would="Name one disagreement, what the other side was right about, and what we did.",
        well=(WentWell("Told the invoice story in two minutes.", "he asked how the key was chosen", "any incident"),
              WentWell("Said plainly that I had not run Kubernetes myself.", "he nodded and went on", "say it sooner")),
        improve=(Improve("Had no story about a disagreement.", Cause.STORY, "conflict",
                         "they ask about a disagreement", "say first what the other side was right about"),
                 Improve("Guessed about Kubernetes instead of saying how I would find out.", Cause.KNOWLEDGE,
                         "kubernetes")),
        fit=Fit(1, 1, 1), them="Careful engineers; the rota has heroes in it.", gaps=("kubernetes",),
        checks=(((0, 0), PromiseCheck.NO_CHANCE),)),
    Told(
        (RememberedQuestion("What did you decide against this year?", 4, item="decision_making"),
         RememberedQuestion("How do you know that you are done?", 3, (Tag.RAN_LONG,), item="delivery"),
         RememberedQuestion("What would you want to earn?", 4, item="motivation")),
        redo=1, confidence=75, nerves=2, word="warm",
        said="Four minutes on a release, with every step.",
        four_would="The switch, the two things I check, and when I stop looking.",
        well=(WentWell("The migration story fitted two questions.", "she came back to it", "decisions and dates"),
              WentWell("Named a range and stopped talking.", "she said that it fits", "keep it so")),
        improve=(Improve("Ran long on the second answer.", Cause.TIME, "delivery",
                         "I am past the situation", "say “so what I did was” and go on"),),
        fit=Fit(2, 2, 2), them="They stop projects in public, and are proud of it.",
        checks=(((0, 0), PromiseCheck.KEPT), ((1, 0), PromiseCheck.NO_CHANCE))),
    Told(
        (RememberedQuestion("Walk us through a system that you would build differently now.", 4, item="quality"),
         RememberedQuestion("Tell us about a conflict that you did not resolve.", 2, item="conflict"),
         RememberedQuestion("What happens when this message arrives twice?", 5, item="idempotency"),
         RememberedQuestion("How would you run this on a cluster?", 2, (Tag.DIDNT_KNOW,), item="kubernetes")),
        redo=1, confidence=55, nerves=3, word="tired",
        said="I told of the schema quarrel, and made him look stubborn.",
        four_would="Say what he was protecting, what I gave up, and what we measured in the end.",
        well=(WentWell("Drew the retry on the board before they asked.", "Tom took a photo", "draw early"),
              WentWell("Let a silence stand while I thought.", "nobody minded", "every hard question")),
        improve=(Improve("Made the other side of the conflict look foolish.", Cause.STORY, "conflict",
                         "I tell of a conflict", "name what the other person was protecting"),),
        fit=Fit(2, 2, 1), them="Kind and sharp; I would learn there.", gaps=("kubernetes",),
        checks=(((1, 0), PromiseCheck.PARTLY), ((2, 0), PromiseCheck.KEPT))),
)  # fmt: skip
"""In the order of the interviews; the last one is still to come."""
