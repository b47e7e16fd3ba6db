"""How to reach somebody: the one thing to press first, every way with its label, and where to report a mistake."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple
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
    t = words("card")
    found = []
    if record.whatsapp:
        found.append(Action(t["whatsapp"], phones.whatsapp(record.whatsapp)))
    if record.chat:
        found.append(Action(t["chat"], record.chat))
    return found


class Report(NamedTuple):
    """Where to say that something is wrong. The edition's own address, which pages know only when they are written
    down, goes before all this."""

    heading: str
    text: str
    label: str
    href: str
    inside: bool
    query: str
    """Subject and body of a mail, quoted, with `{page}` where the address of the page belongs."""
    url: str
    """The page, relative to the site's root."""
    desk: bool
    """Whether it is the desk's: who came from another municipality is better off with their own."""


def report(
    catalogue: Catalogue, area: Iterable[str], url: str, name: str, own: str | None = None, record: str = ""
) -> Report:
    """Where to say that something is wrong with a page: by mail to the organisation (`own`), else to the desk of a
    municipality of the area, by mail, by phone or on its site, else the page that explains how."""
    t = words("offer")
    action = Action(t["report_link"], mailto(own)) if own else _desk(catalogue, area)
    action = action or Action(t["report_link"], urls.REPORT, inside=True)
    query = _report_query().format(name=quote(name), record=quote(record or name), page="{page}")
    return Report(t["report"], t["report_text"], action.label, action.href, action.inside, query, url, not own)


def desk_report(catalogue: Catalogue, municipality: str) -> Action | None:
    """How to tell the desk of a municipality: by mail, else by phone, else on its site."""
    t = words("offer")
    contact = catalogue.municipalities[municipality].record.contact
    if contact is None:
        return None
    entry = catalogue.organisations.get(contact.organisation or "")
    behind = entry.record if entry else None
    name = behind.name if behind else catalogue.municipalities[municipality].record.name
    if email := contact.email or (behind.email if behind else None):
        return Action(t["report_link"], mailto(email))
    if numbers := contact.phones or (behind.phones if behind else ()):
        return Action(t["report_call"].format(name=name, number=numbers[0].number), call(numbers[0]).href)
    website = contact.website or (behind.website if behind else None)
    return Action(t["report_site"].format(name=name), website) if website else None


def _desk(catalogue: Catalogue, area: Iterable[str]) -> Action | None:
    """The desk of the one municipality, or of the first of several that has one: the visitor's own comes by script."""
    published = catalogue.published_in(tuple(area)) or tuple(catalogue.municipalities)
    return next((action for id in published if (action := desk_report(catalogue, id)) is not None), None)


@remembered
def _report_query() -> str:
    """Subject and body of the mail, quoted once, with places for the name, the record and the page."""
    t = words("offer")
    body = t["report_body"].replace("\n", "\r\n")
    return f"subject={quote(t['report_subject'], safe='{}')}&body={quote(body, safe='{}')}"


def contact_facts(record: Offering | Organisation | Activity, beside: Sequence[str] = ()) -> list[Fact]:
    """Every way to reach somebody, with its label; `beside` it stands when somebody is there."""
    t = words("offer")
    return facts(
        Fact(t["phone"], phone_lines(record.phones, beside)),
        Fact(t["whatsapp"], whatsapp_lines(record.whatsapp)),
        Fact(t["chat"], website_lines(record.chat)),
        Fact(t["email"], email_lines(record.email)),
        Fact(t["website"], website_lines(record.website)),
    )
