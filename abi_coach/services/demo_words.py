"""The invented engineer's stories, told in their words. Nobody real, nowhere real."""

from __future__ import annotations

from typing import Final

from abi_coach.domain.competency import Competency
from abi_coach.domain.story import Story

STORIES: Final[tuple[tuple[int, Story], ...]] = (
    (-340, Story(
        "The invoice job that ran twice",
        situation="Two hundred customers got the same invoice twice on a Friday.",
        task="I was on call and had to stop it and find the cause.",
        action="I paused the queue, compared the retry times with the duplicates, and wrote a key into each job.",
        result="No duplicate in the eleven months since; support closed 180 tickets with one reply.",
        lesson="I now ask what happens the second time before I ask what happens the first.",
        competencies=(Competency.PROBLEM_SOLVING, Competency.OWNERSHIP),
        skills=("idempotency", "messaging"), numbers=("200 customers", "11 months"),
        versions={30: "Two hundred customers were billed twice. I paused the queue, found the retry, and gave each "
                      "job a key. It has not happened again in eleven months."})),
    (-320, Story(
        "The report nobody read",
        situation="We rebuilt a weekly report that took two people a day.",
        task="I was to make it faster.",
        action="I sat with three readers first; two had never opened it. I proposed to send one number instead.",
        result="We deleted 4,000 lines, and the third reader got her number every morning.",
        lesson="I talk to a reader before I open the editor.",
        competencies=(Competency.CUSTOMER_FOCUS, Competency.COMMUNICATION), numbers=("4,000 lines",))),
    (-290, Story(
        "The migration that I put off",
        situation="A database change was planned for the last week before a sale.",
        task="I led it and had promised the date.",
        action="I listed what could not be undone, moved those steps to January, and did the rest behind a switch.",
        result="The sale ran without an incident; the rest went live on 9 January, as I had said in November.",
        lesson="A date moved early is a plan; moved late it is an excuse.",
        competencies=(Competency.DELIVERY, Competency.DECISION_MAKING),
        skills=("postgresql", "schema-migration"), numbers=("9 January",))),
    (-255, Story(
        "Teaching the on-call rota",
        situation="Only two of seven dared to take the pager.",
        task="Nobody had asked me; I wanted my weekends back.",
        action="I broke staging on purpose every second Wednesday and let others mend it while I kept quiet.",
        result="After three months all seven were on the rota; the time to first action fell from 19 to 6 minutes.",
        lesson="Keeping quiet was the hard part.",
        competencies=(Competency.LEADERSHIP, Competency.LEARNING),
        skills=("observability",), numbers=("19 to 6 minutes",))),
    (-210, Story(
        "The cache that I argued against",
        situation="The team wanted a cache in front of a slow page.",
        task="I thought it would hide the cause.",
        action="I asked for two days, showed the plan of the slow query, and brought a fix that was four lines long.",
        result="The page went from 3.1 s to 180 ms, and there is still no cache to empty.",
        lesson="A measurement persuades faster than an opinion.",
        competencies=(Competency.INFLUENCE, Competency.QUALITY),
        skills=("query-tuning",), numbers=("3.1 s to 180 ms",))),
    (-175, Story(
        "Saying that the numbers were wrong",
        situation="A board slide used figures from my service, and they counted test accounts.",
        task="The meeting was in two hours and the figures looked good.",
        action="I called the author, sent the corrected figure with how I had got it, and offered to explain it there.",
        result="The slide went in with a third less growth; I was asked to check the next ones beforehand.",
        lesson="I would call sooner: I had wondered about it for a day.",
        competencies=(Competency.INTEGRITY,), numbers=("a third less",))),
    (-100, Story(
        "Two teams, one address book",
        situation="Two teams each kept customer addresses, and they disagreed.",
        task="I owned one of them.",
        action="I offered to give mine up, wrote the import for the other team, and stayed on their chat for a month.",
        result="One source since June; returned parcels fell from 2.4 to 0.9 %.",
        lesson="Giving mine up first ended the discussion.",
        competencies=(Competency.COLLABORATION,), skills=("api-design",), numbers=("2.4 to 0.9 %",))),
    (-60, Story(
        "The front end in a fortnight",
        situation="The only person who knew our front end left.",
        task="I had written two pages of it in my life.",
        action="I kept a list of what I did not understand, asked one of those questions a day, and shipped small "
               "things.",
        result="I shipped the checkout fix in the second week; the list is now our introduction for newcomers.",
        lesson="A written list of what I do not know calms me.",
        competencies=(Competency.ADAPTABILITY, Competency.LEARNING), numbers=("second week",))),
    (-16, Story(
        "The schema that we could not agree on",
        situation="A colleague and I wanted two different shapes for the same orders table.",
        task="We had argued for a week, and both of us owned services that read it.",
        competencies=(Competency.CONFLICT,), skills=("data-modelling",))),
)  # fmt: skip
"""Days from today, and the story. The last one is not finished: that is what the plan is about."""

CHANGES: Final = (
    "Say the number first.",
    "Name who disagreed, and why they had a point.",
    "Cut the background to two sentences.",
    "End on what I do differently now.",
    "Say what I ruled out.",
    "Answer first, then explain.",
)
"""What was noted to change after an answer."""
