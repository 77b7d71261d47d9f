"""`abi contact`: people met along the way, and when to be in touch again."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import click

from abi_coach.cli.csv_output import say_csv
from abi_coach.cli.filling import fill, form_options
from abi_coach.cli.group import CoachCommand, CoachGroup
from abi_coach.cli.invocation import INVOCATION, Invocation
from abi_coach.cli.output import say, say_json
from abi_coach.domain.when import parse_day
from abi_coach.services.contact import next_touch_text
from abi_coach.services.local_time import local_now

if TYPE_CHECKING:
    from datetime import date

    from abi_coach.domain.contact import Contact

COLUMNS: Final = (
    "id", "name", "company", "topic", "met", "give", "ask", "keep_warm_months", "last_touch", "next_touch", "due",
    "retired",
)  # fmt: skip
_OPTIONS: Final = (
    ("--name", "name", "Who it is."),
    ("--met", "met", "Where you met."),
    ("--met-on", "met_on", "When you were last in touch; today without it."),
    ("--company", "company", "Where they work."),
    ("--topic", "topic", "What you talk about."),
    ("--give", "give", "What you can do for them."),
    ("--ask", "ask", "What you would ask them."),
    ("--keep-warm", "keep_warm", "Months until you would be in touch again; 0 for no reminder."),
)


@click.group(cls=CoachGroup, default="list")
def contact() -> None:
    """Keep people warm: who, where met, what about, when next."""


@contact.command(cls=CoachCommand)
@form_options(_OPTIONS)
@INVOCATION
def add(invocation: Invocation, /, **told: Any) -> None:  # noqa: ANN401 - the options of the form's fields
    """Keep somebody you met, told by options; without any, it is asked for."""
    is_told = any(value is not None for value in told.values())
    fill(invocation, invocation.coach.career.contacts.open_form(fresh=is_told), told, "abi contact add --plain")


@contact.command(cls=CoachCommand)
@click.argument("contact_id", metavar="ID")
@form_options(_OPTIONS)
@INVOCATION
def edit(invocation: Invocation, /, contact_id: str, **told: Any) -> None:  # noqa: ANN401 - the options of the fields
    """Change a contact; the old state is kept in the journal's history."""
    contacts = invocation.coach.career.contacts
    entry = contacts.resolve(contact_id)
    fill(invocation, contacts.open_form(entry), told, f"abi contact edit {contacts.short(entry)} --plain")


@contact.command("list", cls=CoachCommand)
@click.option("--due", is_flag=True, help="Only whom to be in touch with now.")
@click.option("--retired", is_flag=True, help="Only those that were put away.")
@click.option("--csv", "as_csv", is_flag=True, help="As a table for a spreadsheet.")
@INVOCATION
def list_contacts(invocation: Invocation, *, due: bool, retired: bool, as_csv: bool) -> None:
    """List contacts, who is due first on top."""
    contacts = invocation.coach.career.contacts
    told = contacts.due() if due else contacts.kept(retired=retired)
    rows = [contact_values(entry, one, contacts.today) for entry, one in told.items()]
    if invocation.json:
        say_json("abi.contacts/1", {"contacts": rows})
    elif as_csv:
        say_csv(COLUMNS, rows)
    else:
        for entry, one in told.items():
            now = "due now" if one.is_due(contacts.today) else ""
            say("  ".join(filter(None, (contacts.short(entry), one.sentence, next_touch_text(one), now))))
        if not told:
            say("Nobody here. Keep somebody you met with `abi contact add --plain`.")


@contact.command(cls=CoachCommand)
@click.argument("contact_id", metavar="ID")
@INVOCATION
def show(invocation: Invocation, *, contact_id: str) -> None:
    """Show everything kept about a contact, every touch included."""
    contacts = invocation.coach.career.contacts
    entry = contacts.resolve(contact_id)
    one = contacts.get(entry)
    touches = [{"on": touch.on.isoformat(), "note": touch.note} for touch in one.touches]
    if invocation.json:
        say_json("abi.contact/1", {**contact_values(entry, one, contacts.today), "touches": touches})
        return
    say(one.name)
    for name, text in (("Company", one.company), ("Met", one.met), ("Topic", one.topic), ("Give", one.give)):
        if text:
            say(f"{name}: {text}")
    if one.ask:
        say(f"Ask: {one.ask}")
    for touch in touches:
        say(f"{touch['on']}  {touch['note']}".rstrip())
    say("Put away; `abi contact retire --back` brings it back." if one.retired else next_touch_text(one))


@contact.command(cls=CoachCommand)
@click.argument("contact_id", metavar="ID")
@click.option("--note", default="", help="What it was about.")
@click.option("--on", "on", help="The day; today without it.")
@INVOCATION
def touch(invocation: Invocation, *, contact_id: str, note: str, on: str | None) -> None:
    """Note that you were in touch; the next reminder counts from then."""
    contacts = invocation.coach.career.contacts
    entry = contacts.resolve(contact_id)
    day = parse_day(on, local_now(invocation.coach.clock), past=True) if on else None
    one = contacts.touch(entry, note, day)
    say(f"In touch with {one.name} ({contacts.short(entry)}). {next_touch_text(one)}")


@contact.command(cls=CoachCommand)
@click.argument("contact_id", metavar="ID")
@click.option("--back", is_flag=True, help="Bring somebody back.")
@INVOCATION
def retire(invocation: Invocation, *, contact_id: str, back: bool) -> None:
    """Put a contact away; nothing of it is lost, and --back brings it back."""
    contacts = invocation.coach.career.contacts
    entry = contacts.resolve(contact_id)
    name, short = contacts.retire(entry, back=back).name, contacts.short(entry)
    say(f"{name} ({short}) is back." if back else f"Put {name} ({short}) away. --back brings them back.")


def contact_values(entry: str, one: Contact, today: date) -> dict[str, Any]:
    """A contact as plain data."""
    return {
        "id": entry,
        **{name: getattr(one, name) for name in ("name", "company", "topic", "met", "give", "ask")},
        "keep_warm_months": one.keep_warm_months,
        "last_touch": one.last_touch.isoformat() if one.last_touch else None,
        "next_touch": one.next_touch.isoformat() if one.next_touch else None,
        "due": one.is_due(today),
        "retired": one.retired,
    }
