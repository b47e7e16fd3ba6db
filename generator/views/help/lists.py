"""Lists: help of a kind, help in a situation, and every organisation from A to Z."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import NamedTuple

from generator import urls
from generator.catalogue.asking import derived
from generator.catalogue.catalogue import Catalogue
from generator.catalogue.entries import Offer
from generator.model.organisation import Offering
from generator.model.vocabulary import Term
from generator.national.shown import YOUNG_SITUATION
from generator.texts.spoken import DUTCH, addressing, language
from generator.values.slugs import sort_key
from generator.views.help.offers import over_at
from generator.views.pieces import schema_org
from generator.views.pieces.brief import briefly
from generator.views.pieces.contact import counter, national_line
from generator.views.pieces.discreet import is_discreet
from generator.views.pieces.facts import family, spot
from generator.views.pieces.links import Context, Link, carry, home_link
from generator.views.pieces.options import Option
from generator.views.pieces.page import page
from generator.views.pieces.passing import made
from generator.views.pieces.wording import term_label, words

WHOLE = 250
"""As many cards are shown at once in a list by kind of help."""
FEW = 3
"""As many of each kind when there are more."""


class Group(NamedTuple):
    """Some offers under one heading. `url` is the page of that heading, if it has one of its own."""

    id: str
    label: str
    url: str | None
    offers: Sequence[Offer]
    more: Link | None = None
    """Where the rest of them stands, when a long list shows only the first few."""


FILTERS = {
    "help": "soort", "situations": "situatie", "audience": "voor", "where": "waar", "cost": "kosten",
    "languages": "taal", "accessibility": "toegang",
}  # fmt: skip
"""What the groups of filters are called in an address; also in `overrides/components/finder/wish.mjs`."""


class Letter(NamedTuple):
    """The names in the list from A to Z that begin with a letter, or with what is none."""

    sign: str
    id: str
    names: list[Named]


class Named(NamedTuple):
    """A name in the list from A to Z; `stands_for` is the name under which the organisation is known here."""

    name: str
    stands_for: str | None
    url: str
    summary: str
    offers: list[Entry]


class Entry(NamedTuple):
    """An offer in that list, and the moment from which it is over, if it says so."""

    label: str
    url: str
    until: str | None


def listing(catalogue: Catalogue, id: str, kind: str | None = None, situation: str | None = None) -> Context:
    """Help in a municipality: all of it by kind, or what fits one kind or one situation."""
    with addressing(young=situation == YOUNG_SITUATION):
        return _listing(catalogue, id, kind, situation)


def _listing(catalogue: Catalogue, id: str, kind: str | None, situation: str | None) -> Context:
    t = words("listing")
    name = catalogue.municipalities[id].record.name
    offers = catalogue.offers_in(id)
    help = catalogue.vocabularies["help"]
    related: list[Link] = []
    related_heading = t["kinds"]
    if situation:
        term = catalogue.vocabularies["situations"][situation]
        groups = _by_reach((offer for offer in offers if situation in offer.situations), name)
        url, label, lead = urls.situation(id, situation), term.label, term.explanation
        related = _links(id, catalogue.vocabularies["situations"], situation, urls.situation)
        related_heading = t["situations"]
    elif kind:
        term = help[kind]
        below = family(help, kind)
        groups = _by_kind(offers, id, below) if below else []
        groups += _by_reach((offer for offer in offers if kind in offer.help), name)
        url, label, lead = urls.help(id, kind), term.label, term.explanation
        beside = [other for other in help if other.parent == term.parent]
        related = _links(id, beside, kind, urls.help)
    else:
        groups = _by_kind(offers, id, family(help))
        loose = [offer for offer in offers if not offer.help]
        groups += [Group("overig", t["other"], None, loose)] if loose else []
        url, label = urls.help(id), ""
        lead = t["lead"].format(name=name)
    every = {offer.key: offer for group in groups for offer in group.offers}
    count, ends = len(every), sorted(until for offer in every.values() if (until := over_at(offer)))
    groups = _shortened(groups)
    title = t["title_in"].format(label=label, name=name) if label else t["title"].format(name=name)
    counted = t["count_one"] if count == 1 else t["count"].format(count=count)
    trail = [
        home_link(catalogue, id),
        *([Link(t["title"].format(name=name), urls.help(id))] if label else []),
    ]
    shown = dict.fromkeys(urls.offering(offer.key) for group in groups for offer in group.offers)
    node = schema_org.collection(url, title, lead or title, shown)
    description = lead or f"{title}: {counted}."
    return page(title, description, id, trail=trail, here=Link(label or title, url), node=node) | {
        "name": name,
        "heading": label or title,
        "lead": lead,
        "counted": counted if count else None,
        "groups": groups,
        "jump": len(groups) > 2,
        "leave": is_discreet(catalogue, (label,), [term for term in (kind, situation) if term]),
        "count": count,
        # What is over while the page lies there goes, and the number with it.
        "ends": " ".join(ends),
        "made": made(catalogue) if ends else None,
        "empty": t["empty"].format(name=name) if not count else None,
        "empty_later": t["empty"].format(name=name),
        "empty_next": t["empty_next"],
        "counter": counter(catalogue, id),
        "national": national_line(catalogue),
        "related": related,
        "related_heading": related_heading,
        "everything": Link(t["everything"].format(name=name), urls.help(id)) if label else None,
        "finder": None if label else finder(catalogue, id),
        "scripts": () if label else ("finder",),
        "find_url": urls.help(id),
    }


def a_to_z(catalogue: Catalogue, id: str) -> Context:
    """Every organisation that serves a municipality, by letter, other names included, with what it does."""
    t = words("a_z")
    name = catalogue.municipalities[id].record.name
    offers: dict[str, list[Offer]] = {}
    for offer in catalogue.offers_in(id):
        offers.setdefault(offer.organisation_id, []).append(offer)
    found: list[Named] = []
    for entry in catalogue.organisations_in(id):
        known = briefly(catalogue, entry.id)
        url = urls.organisation(entry.id) + carry(catalogue, known.area, id)
        own = [
            Entry(known.offers[offer.key], urls.offering(offer.key) + carry(catalogue, offer.area, id), over_at(offer))
            for offer in offers.get(entry.id, ())
        ]
        found.append(Named(known.name, None, url, known.summary, own))
        found += [Named(other, known.name, url, "", []) for other in known.others]
    found.sort(key=lambda entry: (sort_key(entry.name), entry.stands_for or ""))
    letters: dict[str, list[Named]] = {}
    for named in found:
        first = sort_key(named.name)[:1]
        letters.setdefault(first.upper() if "a" <= first <= "z" else "0–9", []).append(named)
    title, lead = t["title"].format(name=name), t["lead"].format(name=name)
    trail = [home_link(catalogue, id)]
    here = Link(t["heading"], urls.a_to_z(id))
    return page(title, lead, id, trail=trail, here=here, node=schema_org.collection(here.url, title, lead)) | {
        "lead": lead,
        "letters": [Letter(sign, f"letter-{sign[0].lower()}", names) for sign, names in letters.items()],
        "made": made(catalogue) if any(offer.until for named in found for offer in named.offers) else None,
        "empty": t["empty"].format(name=name) if not found else None,
        "counter": counter(catalogue, id),
    }


def finder(catalogue: Catalogue, id: str) -> Context:
    """The filters of the search: only what some offer here answers to, in the vocabularies' order."""
    t = words("finder", "groups")
    card = words("card")
    present = _present(catalogue, id)
    labels: dict[str, Iterable[tuple[str, str]]] = {
        "where": card["where"].items(),
        "cost": card["cost"].items(),
        **{
            group: [(term.id, term_label(group, term)) for term in catalogue.vocabularies[group]]
            for group in ("help", "situations", "audience", "languages", "accessibility")
        },
    }
    return {
        "municipality": id,
        "language": language() if language() != DUTCH else None,
        "name": catalogue.municipalities[id].record.name,
        "mapped": bool(present["spot"]),
        "conditions": bool(present["eligibility"]),
        "boundary": urls.map_data(id) if id in catalogue.boundaries else None,
        "groups": [
            {
                "id": group,
                "name": name,
                "label": t[group],
                "options": [Option(value, label) for value, label in labels[group] if value in present[group]],
            }
            for group, name in FILTERS.items()
            if present[group]
        ],
    }


@derived
def _present(catalogue: Catalogue, id: str) -> Mapping[str, Sequence[str]]:
    """What the offers of a municipality have of each thing that can be chosen; `spot` is a place on the map."""
    records = [offer.offering for offer in catalogue.offers_in(id)]
    found: dict[str, set[str]] = {
        "help": {value for record in records for value in record.help},
        "situations": {value for record in records for value in record.situations},
        "audience": {value for record in records for value in record.audience},
        "where": {value for record in records for value in record.where},
        "cost": {record.cost.kind for record in records if record.cost},
        # Nobody looks for who speaks Dutch.
        "languages": {value for record in records for value in record.languages} - {DUTCH},
        "accessibility": {value for record in records for value in record.accessibility},
        "eligibility": {"1" for record in records if record.eligibility},
        "spot": {"1" for record in records if _has_spot(record)},
    }
    return {group: sorted(values) for group, values in found.items()}


def _has_spot(record: Offering) -> bool:
    """Whether people go to a place that may be shown on a map."""
    return any(spot(place) is not None for place in record.places)


def _by_kind(offers: Iterable[Offer], municipality: str, kinds: Iterable[Term]) -> list[Group]:
    """Offers under their kinds of help; one that helps in two ways stands under both."""
    found: dict[str, list[Offer]] = {}
    for offer in offers:
        for kind in offer.help:
            found.setdefault(kind, []).append(offer)
    return [
        Group(kind.id, kind.label, urls.help(municipality, kind.id), found[kind.id])
        for kind in kinds
        if kind.id in found
    ]


def _shortened(groups: list[Group]) -> list[Group]:
    """A list that would be too long to load on a phone: of each kind with a page the nearest, with the way on."""
    if sum(len(group.offers) for group in groups) <= WHOLE:
        return groups
    t = words("listing")

    def short(group: Group) -> Group:
        if group.url is None or len(group.offers) <= FEW:
            return group
        label = t["all_of_kind"].format(count=len(group.offers), label=group.label)
        return group._replace(offers=group.offers[:FEW], more=Link(label, group.url))

    return [short(group) for group in groups]


def _by_reach(offers: Iterable[Offer], name: str) -> list[Group]:
    """What is near first, then what the whole country can turn to."""
    t = words("listing")
    near: list[Offer] = []
    far: list[Offer] = []
    for offer in offers:
        (far if offer.reach == "landelijk" else near).append(offer)
    groups = (
        Group("dichtbij", t["near"].format(name=name), None, near),
        Group("landelijk", t["national"], None, far),
    )
    return [group for group in groups if group.offers]


def _links(municipality: str, terms: Iterable[Term], but: str, address: Callable[[str, str], str]) -> list[Link]:
    return [Link(term.label, address(municipality, term.id)) for term in terms if term.id != but]
