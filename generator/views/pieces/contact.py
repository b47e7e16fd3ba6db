"""Whom to ring: the counter of a municipality, the national line, and the numbers that can't wait."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from markupsafe import Markup, escape

from generator import urls
from generator.catalogue.asking import derived
from generator.catalogue.catalogue import Catalogue
from generator.model.organisation import Organisation
from generator.model.parts import PhoneLine
from generator.national.shown import ACUTE, NATIONAL_LINE, OUT_OF_HOURS_DOCTOR
from generator.texts.spoken import DUTCH, language
from generator.values import phones
from generator.views.pieces.facts import Action, answers, call, email_lines, mailto, phone_lines, website_lines
from generator.views.pieces.links import carry
from generator.views.pieces.wording import words


class Line(NamedTuple):
    """A number with the sentence that leads to it."""

    text: str
    action: Action


class Counter(NamedTuple):
    """How to speak to somebody now: the municipality's own counter and, where that falls short, the country's."""

    heading: str
    text: str
    action: Action | None
    """The counter's own way in: to ring, else to mail, else to read."""
    lines: Sequence[Markup]
    """Whatever other ways in it has."""
    national: Line | None
    """The national line: beside a counter without a number, and where there is no counter."""


class Acute(NamedTuple):
    """One thing that can't wait, with whom to ring. Without a number `advice` says what does work."""

    id: str
    text: str
    short: str
    name: str
    number: str | None
    href: str | None
    website: str | None
    advice: str | None
    more: Sequence[Markup]
    """Other numbers of the municipality's own huisartsenpost; those of national lines stand on their pages."""

    @property
    def local(self) -> bool:
        """Whether a municipality may have one of its own."""
        return self.id == OUT_OF_HOURS_DOCTOR


@derived
def national_line(catalogue: Catalogue) -> Line | None:
    """The national line, if this edition has it with a number."""
    offer = catalogue.offers.get(NATIONAL_LINE)
    if offer is None or not catalogue.current(offer) or not offer.offering.phones:
        return None
    return Line(words("counter", "national").format(name=offer.offering.name), call(offer.offering.phones[0]))


@derived
def counter(catalogue: Catalogue, municipality: str) -> Counter:
    """The counter of a municipality, or what works when it has none."""
    t = words("counter")
    record = catalogue.municipalities[municipality].record
    contact = record.contact
    heading = t["heading"]
    national = national_line(catalogue)
    if contact is None:
        return Counter(heading, "", None, (), national)
    entry = catalogue.organisations.get(contact.organisation or "")
    behind = entry.record if entry else None
    name = behind.name if behind else record.name
    form = t["text"] if behind else t["text_municipality"]
    numbers = contact.phones or _phones(behind)
    email = contact.email or (behind.email if behind else None)
    website = contact.website or (behind.website if behind else None)
    text = form.format(name=name)
    if numbers:
        first = numbers[0]
        lines = [*_about(first), *phone_lines(numbers[1:]), *email_lines(email), *website_lines(website)]
        return Counter(heading, text, call(first), lines, None)
    # What a record says is Dutch: in another language a sentence of our own says enough.
    way_in = _way_in(behind) if language() == DUTCH else None
    text += " " + (way_in or t["no_phone"].format(name=name))
    if email:
        return Counter(heading, text, Action(t["mail"].format(name=name), mailto(email)),
                       website_lines(website), national)  # fmt: skip
    if website:
        return Counter(heading, text, Action(t["website"].format(name=name), website), (), national)
    if entry:
        url = urls.organisation(entry.id) + carry(catalogue, entry.facts.area, municipality)
        return Counter(heading, text, Action(t["read"].format(name=name), url, inside=True), (), national)
    return Counter(heading, text, None, (), national)


def ask(catalogue: Catalogue, organisation: str, municipality: str | None) -> list[Line]:
    """Whom to ask whether what an organisation says still holds: the municipality's counter, and the national line.
    Nobody about acute help: another number there would be read as the one to ring."""
    made: list[Line] = []
    if organisation in ACUTE:
        return made
    contact = catalogue.municipalities[municipality].record.contact if municipality else None
    if municipality and contact:
        entry = catalogue.organisations.get(contact.organisation or "")
        own = counter(catalogue, municipality)
        if own.action:
            name = entry.record.name if entry else catalogue.municipalities[municipality].record.name
            # Without a number the button says what does work; it names the counter itself.
            made.append(Line("" if own.national else f"{name}:", own.action))
    national = national_line(catalogue)
    if national:
        made.append(Line(words("checked", "national"), national.action))
    return made


def acute(catalogue: Catalogue, municipality: str | None) -> list[Acute]:
    """Whom to ring when it can't wait; what an edition lacks is left out, never made up."""
    return _acute(catalogue, municipality or "")


@derived
def _acute(catalogue: Catalogue, municipality: str) -> list[Acute]:
    t = words("acute")
    made = []
    for id in ACUTE:
        entry = catalogue.organisations.get(id)
        record = entry.record if entry else None
        if record is None and id != OUT_OF_HOURS_DOCTOR:
            continue
        name, numbers, website = t["short"][id], _phones(record), record.website if record else None
        more: Sequence[Markup] = ()
        if record and id != OUT_OF_HOURS_DOCTOR:
            name = record.name
        if id == OUT_OF_HOURS_DOCTOR and municipality:
            urgent = catalogue.municipalities[municipality].record.urgent
            if urgent:
                name, numbers, website = urgent.name, urgent.phones or numbers, urgent.website or website
                more = [*_about(numbers[0]), *phone_lines(numbers[1:])] if numbers else ()
        made.append(
            Acute(
                id,
                t["text"][id],
                t["short"][id],
                name,
                numbers[0].number if numbers else None,
                phones.uri(numbers[0].number) if numbers else None,
                website,
                None if numbers else t["gp"],
                more,
            )
        )
    return made


def _phones(record: Organisation | None) -> tuple[PhoneLine, ...]:
    if record is None:
        return ()
    own = (offering.phones for offering in record.offerings if offering.status == "active")
    return record.phones or next((numbers for numbers in own if numbers), ())


def _about(phone: PhoneLine) -> list[Markup]:
    """What the number on the button is for and when it answers."""
    hours = answers(phone)
    said = [phone.label] if phone.label else []
    said += [f"{words('counter', 'hours')} {'; '.join(hours)}"] if hours else []
    return [escape(f"{'. '.join(said)}.")] if said else []


def _way_in(record: Organisation | None) -> str | None:
    """What does work when nobody can be rung: the first step its record names."""
    steps = (offering.first_step for offering in record.offerings) if record else ()
    return next((step for step in steps if step), None)
