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
from generator.model.organisation import Cost
from generator.model.parts import Address, Checked, OpeningHours, PhoneLine
from generator.model.vocabulary import Term
from generator.texts.spoken import remembered
from generator.values import dates, phones, prices
from generator.values.fields import COUNTRYWIDE, UNDATED
from generator.views.pieces import hours as opening
from generator.views.pieces.links import (
    Link,
)
from generator.views.pieces.wording import words


class Fact(NamedTuple):
    """One row of a list of facts: a label with lines of text, or pages to go on to."""

    label: str
    lines: Sequence[str] = ()
    links: Sequence[Link] = ()


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


def facts(*rows: Fact | None) -> list[Fact]:
    """The rows that say something."""
    return [row for row in rows if row is not None and (row.lines or row.links)]


def call(phone: PhoneLine) -> Action:
    """The button that rings a number."""
    return Action(words("card", "call").format(number=phone.number), phones.uri(phone.number))


def mailto(email: str, query: str = "") -> str:
    """The address that opens a mail; a `query` fills in its subject and text."""
    return f"mailto:{quote(email, safe='@+')}" + (f"?{query}" if query else "")


def phone_lines(lines: Iterable[PhoneLine]) -> list[Markup]:
    """Every number as a link, with what it is for and when it answers."""
    return [_phone_line(phone.number, phone.label, tuple(opening.lines(phone.hours))) for phone in lines]


# Offers share the numbers and addresses of their organisation, so most of these were made before.
@remembered
def _phone_line(number: str, label: str | None, reachable: tuple[str, ...]) -> Markup:
    before = f"{escape(label)}: " if label else ""
    link = f'<a class="number" href="{phones.uri(number)}">{escape(number)}</a>'
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


def address_lines(address: Address | None) -> list[str]:
    """Street and place; of an address that is not public the place alone."""
    if address is None:
        return []
    if not address.public:
        return [address.place or "", words("offer", "not_public")] if address.place else []
    street = f"{address.street or ''} {address.number or ''}".strip()
    town = f"{address.postcode or ''} {address.place or ''}".strip()
    return [line for line in (street, town) if line]


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
    return [opening.joined(values)] if values else []


def sentence(values: Sequence[str]) -> list[str]:
    """Several words as the one line of a fact: only the first with a capital."""
    return listed([*values[:1], *(value[:1].lower() + value[1:] for value in values[1:])])


def area_words(catalogue: Catalogue, area: Sequence[str]) -> str:
    """`Stein, Beek en Sittard-Geleen`, or the whole country."""
    if COUNTRYWIDE in area:
        return str(words("offer", "country"))
    return opening.joined([catalogue.country[id].name for id in area])


def freshness(catalogue: Catalogue, checked: Checked) -> Freshness:
    """How sure we are of a record, in one sentence: never more than its source allows."""
    t = words("checked")
    if checked.date == UNDATED:
        return Freshness(t["undated"], checked.source, True, t["undated"])
    if catalogue.stale(checked.date):
        said = t["stale"].format(date=dates.in_words(checked.date))
        return Freshness(said, checked.source, True, said)
    said = t["fresh_by" if checked.by else "fresh"].format(when=opening.at(checked.date), by=checked.by)
    return Freshness(said, checked.source, False, t["fresh"].format(when=opening.at(checked.date[:7])))


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
    if address is None or not address.public or address.lat is None or address.lon is None:
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
