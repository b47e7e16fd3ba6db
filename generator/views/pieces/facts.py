"""What several kinds of page share: links, facts, phone numbers, addresses, and how sure we are.

Addresses within the site are relative to its root; templates put the way to the root before them.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple
from urllib.parse import quote

from markupsafe import Markup, escape

from generator.catalogue.catalogue import Catalogue
from generator.catalogue.entries import Vocabulary
from generator.model.hours import OpeningHours
from generator.model.organisation import Cost
from generator.model.parts import Address, Checked, Location, PhoneLine
from generator.model.vocabulary import Term
from generator.texts.listing import joined
from generator.texts.spoken import remembered
from generator.values import countries, dates, phones, prices
from generator.values.fields import COUNTRYWIDE, UNDATED
from generator.values.slugs import sort_key
from generator.views.pieces import hours as opening
from generator.views.pieces.links import MANY, Link
from generator.views.pieces.wording import words


class Fact(NamedTuple):
    """One row of a list of facts: a label with lines of text, or pages to go on to."""

    label: str
    lines: Sequence[str] = ()
    links: Sequence[Link] = ()
    until: str | None = None
    """The moment from which it is no longer so, if there is one."""


class Action(NamedTuple):
    """What to press to begin. `inside` tells an address within the site from a whole one."""

    label: str
    href: str
    inside: bool = False


class Freshness(NamedTuple):
    """How sure we are: the sentence that says so, and whether it asks for caution."""

    text: str
    source: str
    stale: bool
    short: str
    """The same for a card: to the month, without who did it."""
    checked: str | None = None
    """When it was held against its source, as long as that is not too long ago: a browser knows when it becomes so."""


def facts(*rows: Fact | None) -> list[Fact]:
    """The rows that say something."""
    return [row for row in rows if row is not None and (row.lines or row.links)]


def call(phone: PhoneLine) -> Action:
    """The button that rings a number."""
    return Action(words("card", "call").format(number=phone.number), phones.uri(phone.number))


def mailto(email: str, query: str = "") -> str:
    """The address that opens a mail; a `query` fills in its subject and text."""
    return f"mailto:{quote(email, safe='@+')}" + (f"?{query}" if query else "")


def phone_lines(lines: Iterable[PhoneLine], beside: Sequence[str] = ()) -> list[Markup]:
    """Every number as a link, with what it is for and when it answers, unless what stands `beside` it says so."""
    return [_phone_line(phone.number, phone.label, answers(phone, beside)) for phone in lines]


def answers(phone: PhoneLine, beside: Sequence[str] = ()) -> tuple[str, ...]:
    """When a number answers. That it does day and night is said once: not where its label says it, or what stands
    `beside` it."""
    lines, said = opening.lines(phone.hours), " ".join((phone.label or "", *beside)).casefold()
    always = phone.hours is not None and phone.hours.always
    return tuple(line for line in lines if not (always and line.casefold() in said))


# Offers share the numbers and addresses of their organisation, so most of these were made before.
@remembered
def _phone_line(number: str, label: str | None, reachable: tuple[str, ...]) -> Markup:
    before = f"{escape(label)}: " if label else ""
    link = f'<a class="number" href="{phones.uri(number)}">{escape(number)}</a>'
    if (country := phones.country(number)) not in (countries.HOME, None):
        link += f" ({escape(countries.name(country))})"
    when = words("offer", "reachable").format(hours="; ".join(reachable)) if reachable else ""
    after = f' <span class="by">{escape(when)}</span>' if when else ""
    return Markup(before + link + after)


@lru_cache(maxsize=4096)
def email_lines(email: str | None) -> tuple[Markup, ...]:
    """A mail address as a link that can break before its @ on a narrow screen."""
    if not email:
        return ()
    shown = str(escape(email)).replace("@", "<wbr>@")
    return (Markup(f'<a href="{escape(mailto(email))}">{shown}</a>'),)


@lru_cache(maxsize=4096)
def website_lines(website: str | None) -> tuple[Markup, ...]:
    """A site as a link that shows where it leads."""
    if not website:
        return ()
    shown = website.split("://", 1)[-1].removeprefix("www.").rstrip("/")
    # Nobody reads a long path; on paper, where it is needed, the style writes it out.
    whole = len(shown) <= 45
    mark = ' class="out"' if whole else ""
    name = shown if whole else shown.split("/")[0]
    return (Markup(f'<a{mark} rel="noopener" href="{escape(website)}">{escape(name)}</a>'),)


@lru_cache(maxsize=4096)
def whatsapp_lines(number: str | None) -> tuple[Markup, ...]:
    """A number as a link that begins a chat on WhatsApp."""
    if not number:
        return ()
    return (Markup(f'<a class="number" rel="noopener" href="{phones.whatsapp(number)}">{escape(number)}</a>'),)


def address_lines(address: Address | None) -> list[str]:
    """Street and place, and the country where that is another; of an address that is not public no street."""
    if address is None:
        return []
    country = abroad_name(address.country)
    if not address.public:
        place = f"{address.place} ({country})" if country else address.place
        return [place or "", words("offer", "not_public")] if address.place else []
    street = f"{address.street or ''} {address.number or ''}".strip()
    town = f"{address.postcode or ''} {address.place or ''}".strip()
    return [line for line in (street, town, country) if line]


def abroad_name(country: str | None) -> str:
    """The name of a country that is not the Netherlands."""
    return countries.name(country) if country and country != countries.HOME else ""


def address_label(address: Address | None) -> str:
    """What stands before the lines of an address: where people go, or where they write to."""
    return str(words("offer", "postal" if address and address.po_box is not None else "place"))


def town(address: Address | None) -> str | None:
    """The place that people go to, if there is one."""
    return address.place if address is not None and address.po_box is None else None


class Place(NamedTuple):
    """Somewhere to go to: its label, where that is, and when it is there, if that is not the same everywhere."""

    label: str
    lines: Sequence[str]
    hours: Sequence[str]


def places(addresses: Sequence[Address]) -> list[Place]:
    """Where people go. Of several places each is called by its name or its town."""
    made = []
    for address in addresses:
        hours = hours_lines(address.opening_hours) if isinstance(address, Location) else []
        name = (isinstance(address, Location) and address.name) or (address.place if len(addresses) > 1 else None)
        lines = address_lines(address)
        if lines or hours:
            made.append(Place(name or address_label(address), lines, hours))
    return made


def hours_lines(hours: OpeningHours | None) -> list[str]:
    """Opening hours, a sentence a line."""
    return [line[:1].upper() + line[1:] for line in opening.lines(hours)]


def labels(catalogue: Catalogue, vocabulary: str, ids: Iterable[str]) -> list[str]:
    """What people read for some terms of a vocabulary."""
    terms = catalogue.vocabularies[vocabulary]
    return [terms.label(id) for id in ids]


@lru_cache(maxsize=1024)
def family(vocabulary: Vocabulary, parent: str | None = None) -> tuple[Term, ...]:
    """Everything under a term, or all there is: each term followed by what stands under it."""
    direct = (term for term in vocabulary if term.parent == parent)
    return tuple(one for term in direct for one in (term, *family(vocabulary, term.id)))


def listed(values: Sequence[str]) -> list[str]:
    """Several names as the one line of a fact."""
    return [joined(values)] if values else []


def sentence(values: Sequence[str]) -> list[str]:
    """Several words as the one line of a fact: only the first with a capital."""
    return listed([*values[:1], *(value[:1].lower() + value[1:] for value in values[1:])])


class AreaWords(NamedTuple):
    """For whom something is: a sentence, and the names that it leaves out."""

    said: str
    rest: Sequence[str] = ()

    def __str__(self) -> str:
        return self.said


def area_words(catalogue: Catalogue, area: Sequence[str]) -> AreaWords:
    """`Stein, Beek en Sittard-Geleen`, how many there are when they are many, or the whole country."""
    t = words("offer")
    if COUNTRYWIDE in area or _is_whole(catalogue, area):
        return AreaWords(str(t["country"]))
    # The edition's own come first: a reader looks for those.
    own = set(catalogue.published_in(area))
    names = [catalogue.country[id].name for id in sorted(area, key=lambda id: id not in own)]
    if len(names) <= MANY:
        return AreaWords(joined(names))
    first, rest = names[:FEW], sorted(names[FEW:], key=sort_key)
    return AreaWords(t["area_many"].format(count=len(names), names=joined(first)), rest)


def _is_whole(catalogue: Catalogue, area: Sequence[str]) -> bool:
    """Whether an area names every municipality there is, one by one."""
    if len(area) < MANY:
        return False
    invented = {id for id, entry in catalogue.municipalities.items() if entry.record.fictional}
    return set(catalogue.country) - invented <= set(area)


FEW = 3
"""As many are named of many."""


def freshness(catalogue: Catalogue, checked: Checked) -> Freshness:
    """How sure we are of a record, in one sentence: never more than its source allows."""
    t = words("checked")
    if checked.date == UNDATED:
        return Freshness(t["undated"], checked.source, True, t["undated"])
    if catalogue.stale(checked.date):
        said = t["stale"].format(date=dates.in_words(checked.date))
        return Freshness(said, checked.source, True, said)
    said = t["fresh_by" if checked.by else "fresh"].format(when=opening.at(checked.date), by=checked.by)
    return Freshness(said, checked.source, False, t["fresh"].format(when=opening.at(checked.date[:7])), checked.date)


def checked_facts(checked: Checked | None) -> list[Fact]:
    """Date, checker and source in full, for who wants to know."""
    if checked is None:
        return []
    t = words("offer")
    when = dates.in_words(checked.date) if checked.date != UNDATED else UNDATED
    return facts(
        Fact(t["checked_label"], [when]),
        Fact(t["by_label"], [checked.by] if checked.by else []),
        Fact(words("checked", "source"), [checked.source]),
    )


def spot(address: Address | None) -> tuple[float, float] | None:
    """Where an address is, in degrees to about ten metres; None when that is not known or not public."""
    if (
        address is None
        or not address.public
        or address.lat is None
        or address.lon is None
        or address.po_box is not None
    ):
        return None
    return round(float(address.lat), 4), round(float(address.lon), 4)


SHORT_NOTE = 40
"""Signs: a longer note about a price stands on the page and not on a card."""


def price(cost: Cost) -> str | None:
    """An amount as it is written in Dutch, with what it is for: `€ 0,30 per kilometer`, `€ 3,50 tot € 7,50 per rit`."""
    said = _amount(cost)
    return f"{said} {words('card', 'per')[cost.per]}" if said and cost.per else said


def priced(cost: Cost) -> str:
    """What a card says of the costs: never an amount without what it is for, be that the unit or a short note."""
    kind, said = str(words("card", "cost")[cost.kind]), price(cost)
    if said and not cost.per:
        said = _noted(said, cost.note)
    if not said or cost.kind == "gratis":
        return kind
    return f"{kind}: {said}" if cost.kind == "inkomensafhankelijk" else said


def _noted(said: str, note: str | None) -> str | None:
    if not note or len(note) > SHORT_NOTE:
        return None
    return f"{said} {note}" if note.startswith(("per ", "voor ")) else f"{said}, {note}"


def costs(cost: Cost | None) -> list[str]:
    """What something costs, with how that works."""
    if cost is None:
        return []
    kind, said = words("card", "cost")[cost.kind], price(cost)
    if not said and cost.per:
        said = words("card", "per")[cost.per]
    return [f"{kind}: {said}" if said else kind, *([cost.note] if cost.note else [])]


@remembered
def _written(amount: str) -> str:
    t, parsed = words("card"), prices.parsed(amount)
    assert parsed is not None
    low, high = (None if end is None else euros(end) for end in parsed)
    if low == high:
        return low or ""
    return str(t["amount_both" if low and high else "amount_from" if low else "amount_to"].format(low=low, high=high))


def _amount(cost: Cost) -> str | None:
    return _written(cost.amount) if cost.amount else None


def euros(amount: Decimal) -> str:
    """`€ 12,50`, `€ 1.250`, and `€ 40` when it is whole."""
    form = ",.0f" if amount == amount.to_integral_value() else ",.2f"
    return f"€ {amount:{form}}".translate(_DUTCH)


_DUTCH = str.maketrans(",.", ".,")
"""Points for thousands, a comma for cents."""
