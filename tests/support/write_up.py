"""A long first-person write-up of an interview, as people write them the same evening."""

from __future__ import annotations

from typing import Final

_OPENING: Final = """# Hiring manager interview, and what I make of it

Company: Northwind
Role: backend engineer

I slept badly and took the early train, so I was rather tired when I arrived. The building is an old mill by the
river, and the person at the desk knew my name. We sat in a small room with a round table. There were two of them, and
both had read my CV, which is more than I can say of the last place. I felt nervous for the first minutes and talked
too fast, but nobody seemed to mind.

They began with the usual. The manager asked me to walk through the last two years, and I kept it under three minutes
this time. Then came the first real one: "Tell me about a time when you had to undo a decision that you had made
yourself?" I told the story of the queue that we took out again. It went well, and I could see the second person
taking notes. Was it too long? I do not think so. I should have named the number of people who depended on it.

"""
_MIDDLE: Final = """The second person wanted to know how we decide what not to test. I have no good answer to that and
said so, and then I thought aloud for a while. Looking back I could have used the payment service as an example,
which is the one that everybody understands. He nodded, wrote something down and went on. What would I have written in
his place? Hard to say. He followed up: what would make you delete a test? I liked that one a lot and I nailed the
answer, because we had done just that in spring.

Then there was an exercise at the whiteboard. They gave me a service that reads orders from a partner and stores them,
and every night some orders came twice. Which questions would you ask before you touch the code? I asked about ids,
about retries, about the clock. I forgot to ask who notices the double orders, and that turned out to be the point.
The manager said that most people forget it. I was relieved that they laughed about it with me.

"""
_CLOSE: Final = """In the last part they asked why I want to leave. I had prepared that and it worked well, two
sentences and a stop. They also asked about pay, and I gave the range that we had talked about at home. It felt odd to
say it, but it was said.

Questions I asked them:
- How do you decide who is on call?
- What happened to the person who did this before?

They promised to write by Friday. On the way home I thought about the double orders again. I wish I had drawn the two
systems first. All in all a good conversation, and I would like to go back.

## What went well

- Short opening, no rambling
- Thinking aloud when I did not know

## What could have been better

- Drawing before talking
- Asking who is hurt by the fault
"""
_FILLER: Final = """The river was high and the meadow on the other side stood under water. I counted the windows of the
mill while I waited, lost count at forty, and started again. A man with a dog came by twice. The second time he said
good morning, and I said it back, and then we both looked at the water for a while without another word. Inside, the
stairs creaked on every step, and there were photographs of the weaving machines along the wall, each with a year and
the name of the person who had looked after it. I read every one of them. It is a good habit to arrive early, and it
is a better one to have something to look at when you do.

"""

WRITE_UP: Final = _OPENING + _FILLER * 5 + _MIDDLE + _FILLER * 6 + _CLOSE
"""About 2,000 words."""

ASKED: Final = (
    "to walk through the last two years",
    "Tell me about a time when you had to undo a decision",
    "how we decide what not to test",
    "what would make you delete a test",
    "Which questions would you ask before you touch the code",
    "why I want to leave",
    "about pay",
)
"""What was asked in it, by how each begins."""
