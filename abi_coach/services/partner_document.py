"""What stands on a partner's sheet, and what is left out of it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Final

from abi_coach.domain.interview import Interview
from abi_coach.domain.interview_forms import INTENTS
from abi_coach.domain.partner import SCHEMA, Included, PartnerSheet
from abi_coach.domain.redaction import Redactor
from abi_coach.services.card_company import CardCompany
from abi_coach.services.entries import read_value
from abi_coach.services.hidden_names import hidden_sums
from abi_coach.services.interview import INTERVIEW
from abi_coach.services.redacting import NameRedactor, names_to_hide

if TYPE_CHECKING:
    from abi_coach.domain.debrief import HotDebrief
    from abi_coach.storage.journal import Journal

_HOW: Final = (
    "Write your ratings (1 to 5) before you hear the candidate's own. Fill in the empty texts, save the file, and give "
    "it back. Nothing here goes into a review; the candidate decides what is shared."
)


def sheet_values(journal: Journal, entry: str, sheet: PartnerSheet, hot: HotDebrief) -> dict[str, Any]:
    """What the template and the JSON file get: nothing that was not included by name."""
    told = read_value(journal, Interview, INTERVIEW, sheet.parent)
    shown = [told.company, told.loop] if Included.COMPANY in sheet.included else []
    met = hot.people or told.people
    shown += [person.name for person in met] if Included.PEOPLE in sheet.included else []
    names = list(names_to_hide(journal, shown))
    redactor = Redactor(names, hidden_sums(journal))
    values: dict[str, Any] = redactor.data(
        {
            "made_on": sheet.made_on,
            "about": _about(told, hot, sheet.included),
            "questions": [asked.text for asked in hot.questions],
            "rate": [{"answer": place + 1, "question": hot.questions[place].text} for place in sheet.places],
        }
    )
    if Included.PAY in sheet.included:
        pay = CardCompany(journal, sheet.parent, told).pay()
        values["about"]["pay"] = "; ".join(NameRedactor(names).data(list(pay)))
    return {"id": entry, **values}


def _about(told: Interview, hot: HotDebrief, included: tuple[Included, ...]) -> dict[str, str]:
    """What the partner needs to know, and what was included by name."""
    intents = {choice.value: choice.label for choice in INTENTS}
    told_them = [f"{whose} {what}" for whose, what in (("I:", hot.promised_them), ("they:", hot.promised_me)) if what]
    by = f"an answer by {told.answer_by}" if told.answer_by else ""
    extra = {
        Included.COMPANY: told.company,
        Included.PEOPLE: "; ".join(", ".join(filter(None, (one.name, one.role))) for one in hot.people or told.people),
        Included.INTENT: intents.get(told.intent or "", ""),
        Included.WANTS: told.wants,
        Included.NEXT_STEP: "; ".join(filter(None, (hot.promised_me, by))),
        Included.PROMISES: "; ".join(told_them),
    }
    usual = {
        "role": told.role,
        "stage": told.stage.value.replace("_", " "),
        "format": told.format.value.replace("_", " "),
    }
    named = {one.value.replace("_", " "): extra[one] for one in included if extra.get(one)}
    return {name: text for name, text in {**usual, **named}.items() if text}


def sheet_json(values: dict[str, Any]) -> str:
    """The JSON file, with blanks to fill in."""
    document = {
        "schema": SCHEMA,
        "how": _HOW,
        "sheet": values["id"],
        "made_on": values["made_on"].isoformat(),
        "about": values["about"],
        "questions": values["questions"],
        "rate": [{**one, "rating": None} for one in values["rate"]],
        "partner": "",
        "plus": {"heard": "", "wonder": ""},
        "change": {"heard": "", "wonder": ""},
        "agreed": {"if": "", "then": "", "on": "", "check": ""},
        "need": "",
    }
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"
