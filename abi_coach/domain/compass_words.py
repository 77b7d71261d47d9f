"""The words by which the curveball compass finds its bearing. Data only; a rule of thumb that anyone can read.

Lower case, commas between entries; `*` at the end of a word stands for any ending.
"""

from __future__ import annotations

from typing import Final

from abi_coach.domain.competency import Competency
from abi_coach.domain.kind import Area

AREA_WORDS: Final[dict[Area, str]] = {
    Area.REASONING: """
        how many, how much, estimate*, guess*, puzzle*, riddle*, probability, calculate*, solve*, figure out
        design a, work out, why are, how would you count, logic*, weigh*, explain how, cheapest
    """,
    Area.SELF_KNOWLEDGE: """
        weakness*, strength*, fail*, mistake*, regret*, feedback, describe yourself, would you change
        about yourself, three words, your friends, your boss say, colleagues say, worst, proud*, bad at, overrated
        animal, superhero, superpower*, autobiograph*, learn* from, growth
    """,
    Area.PERSPECTIVE: """
        explain*, teach*, child, grandmother, grandparent*, five-year-old, year-old, layperson, non-technical
        sell me, pitch*, persuade*, disagree*, other side, somebody else, someone who, point of view, in their shoes
        describe a colour, convince*
    """,
    Area.COMPOSURE: """
        stress*, pressure*, panic*, angry, difficult, hostile, suddenly, what if, chaos, crisis, deadline*, lift
        elevator*, stuck, stranded, desert, island, zombie*, wrong, interrupt*, silent, silence, right now, handle*
        never get this job, not hire you
    """,
    Area.CURIOSITY: """
        book*, read, reading, hobby, hobbies, film*, movie*, podcast*, dinner*, historical, invent*, future, dream*
        passion*, free time, weekend, lottery, million, favourite, favorite, excite*, motivat*, why this, wonder*
        time machine, travel*
    """,
    Area.JUDGEMENT: """
        right thing, ethic*, moral*, lie, lied, lying, honest*, steal*, secret*, report*, rule*, break the, policy
        unfair, boss asks, boss asked, asked you to, cheat*, competitor*, confidential*, law*, legal, conscience
        refuse*, trust*
    """,
}

COMPETENCY_WORDS: Final[dict[Competency, str]] = {
    Competency.COMMUNICATION: """
        explain*, present*, audience, listen*, write, writing, misunderst*, clear*, message, tell me in
    """,
    Competency.INFLUENCE: """
        convince*, persuade*, influenc*, negotiat*, buy-in, pitch*, sell me, say no, push back, change someone
    """,
    Competency.COLLABORATION: """
        team*, together, colleague*, partner*, cooperat*, collaborat*, remote, work with, peers
    """,
    Competency.CONFLICT: """
        conflict*, disagree*, argu*, difficult person, difficult colleague, tension*, clash*, angry, get along
    """,
    Competency.PROBLEM_SOLVING: """
        problem*, solve*, estimate*, how many, root cause, debug*, figure out, puzzle*, analys*, investigat*
    """,
    Competency.DECISION_MAKING: """
        decision*, decide*, choose, chose, choice*, trade-off*, option*, dilemma, without enough, risk*
    """,
    Competency.QUALITY: """
        quality, detail*, standard*, careful*, test*, bug*, accura*, perfect*, good enough, safety
    """,
    Competency.DELIVERY: """
        deadline*, deliver*, late, finish*, plan, plans, planned, planning, priorit*, project*, on time
        schedule*, busy, too much
    """,
    Competency.OWNERSHIP: """
        initiative, ownership, responsib*, own, owned, owner, without being asked, nobody asked
        blame*, accountab*, proud*
    """,
    Competency.ADAPTABILITY: """
        chang*, adapt*, ambigu*, uncertain*, pressure*, stress*, unexpected*, suddenly, setback*, what if
    """,
    Competency.LEARNING: """
        learn*, fail*, mistake*, feedback, weakness*, improve*, taught*, new skill, regret*, grow*
    """,
    Competency.LEADERSHIP: """
        lead*, led, manage*, mentor*, coach*, delegat*, boss, vision, motivate others, in charge, hire*, fire
    """,
    Competency.INTEGRITY: """
        ethic*, honest*, moral*, lie, lying, right thing, secret*, cheat*, rule*, confidential*, trust*
    """,
    Competency.CUSTOMER_FOCUS: """
        customer*, user*, client*, complain*, patient*, need*, service, satisf*, product
    """,
    Competency.MOTIVATION: """
        why this, why us, why do you want, motivat*, passion*, dream*, five years, leave, leaving, why now, salary
        goal*, hobby, hobbies, excite*, book*, favourite, favorite
    """,
    Competency.ROLE_EXPERTISE: """
        technolog*, tool*, stack, code, coding, system*, technical, design*, architect*, framework*, language*
        data*
    """,
}
