"""How to reach somebody: the one thing to press first, every way with its label, and where to report a mistake."""

from __future__ import annotations

from urllib.parse import quote

from generator import urls
from generator.catalogue.catalogue import Catalogue
from generator.model.activity import Activity
from generator.model.organisation import Offering, Organisation
from generator.texts.spoken import remembered
from generator.values import phones
from generator.views.pieces.facts import (
    Action,
    Fact,
    call,
    email_lines,
    facts,
    mailto,
    phone_lines,
    website_lines,
    whatsapp_lines,
)
from generator.views.pieces.wording import words


def first_action(record: Offering | Organisation | Activity) -> Action | None:
    """The one thing to press: ring, else write in a chat, else mail, else the website. None when none of these is
    known."""
    t = words("card")
    if record.phones:
        return call(record.phones[0])
    if chats := chat_actions(record):
        return chats[0]
    if record.email:
        return Action(t["mail"], mailto(record.email))
    return Action(t["site"], record.website) if record.website else None


def chat_actions(record: Offering | Organisation | Activity) -> list[Action]:
    """The buttons that begin a chat. Nothing is asked of whoever runs it before somebody presses one."""
    if isinstance(record, Activity):
        return []
    t = words("card")
    found = []
    if record.whatsapp:
        found.append(Action(t["whatsapp"], phones.whatsapp(record.whatsapp)))
    if record.chat:
        found.append(Action(t["chat"], record.chat))
    return found


def report(catalogue: Catalogue, place: str | None, record: str, name: str) -> Action | None:
    """Where to say that something is wrong: a mail to the counter, else the page that explains how, if there is."""
    t = words("offer")
    contact = catalogue.municipalities[place].record.contact if place else None
    email = contact.email if contact else None
    if email:
        query = _report_query().format(name=quote(name), record=record)
        return Action(t["report_link"], mailto(email, query))
    return Action(t["report_link"], urls.REPORT, inside=True) if urls.REPORT in catalogue.prose else None


@remembered
def _report_query() -> str:
    """Subject and body of the mail, quoted once, with places for the name and the record."""
    t = words("offer")
    body = t["report_body"].replace("\n", "\r\n")
    return f"subject={quote(t['report_subject'], safe='{}')}&body={quote(body, safe='{}')}"


def contact_facts(record: Offering | Organisation | Activity) -> list[Fact]:
    """Every way to reach somebody, with its label."""
    t = words("offer")
    return facts(
        Fact(t["phone"], phone_lines(record.phones)),
        *_chat_facts(record),
        Fact(t["email"], email_lines(record.email)),
        Fact(t["website"], website_lines(record.website)),
    )


def _chat_facts(record: Offering | Organisation | Activity) -> list[Fact]:
    if isinstance(record, Activity):
        return []
    t = words("offer")
    return [
        Fact(t["whatsapp"], whatsapp_lines(record.whatsapp)),
        Fact(t["chat"], website_lines(record.chat)),
    ]
