"""Ways from one page to another.

Addresses are relative to the site's root; templates put the way to the root before them.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from generator import urls
from generator.catalogue.asking import derived
from generator.catalogue.catalogue import Catalogue
from generator.texts.spoken import DUTCH, language, others, texts, young
from generator.values.fields import COUNTRYWIDE
from generator.values.slugs import sort_key
from generator.views.pieces.brief import briefly
from generator.views.pieces.wording import words

Context = dict[str, Any]

MANY = 8
"""More municipalities than these nobody reads as a sentence."""


class Link(NamedTuple):
    """A page of the site, by an address relative to its root."""

    label: str
    url: str


class Translated(NamedTuple):
    """The same page in another language."""

    code: str
    label: str
    url: str


def shared(catalogue: Catalogue, area: Iterable[str]) -> bool:
    """Whether a page for this area serves more than one municipality of this edition."""
    municipalities = catalogue.municipalities
    if len(municipalities) < 2:
        return False
    places = set(area)
    return COUNTRYWIDE in places or len(places & municipalities.keys()) > 1


def carry(catalogue: Catalogue, area: Iterable[str], municipality: str | None) -> str:
    """What a link to a page that serves several municipalities takes along: where the visitor came from."""
    return f"?gemeente={municipality}" if municipality and shared(catalogue, area) else ""


def stay(catalogue: Catalogue, link: Link, municipality: str | None) -> Link:
    """The same link, taking along where the visitor came from, when it leads to a page of no one municipality."""
    if municipality is None or catalogue.only_municipality or urls.first_word(link.url) not in shared_words(catalogue):
        return link
    return link._replace(url=f"{link.url}?gemeente={municipality}")


@derived
def shared_words(catalogue: Catalogue) -> list[str]:
    """The first words of all pages that are of no one municipality, an edition's own prose included."""
    return sorted(urls.SHARED | {urls.first_word(url) for url in catalogue.prose if url})


def only_place(catalogue: Catalogue, area: Iterable[str]) -> str | None:
    """The one municipality of this edition that a page for this area belongs to, if it is one."""
    if catalogue.only_municipality:
        return catalogue.only_municipality
    found = [id for id in dict.fromkeys(area) if id in catalogue.municipalities]
    return found[0] if len(found) == 1 and COUNTRYWIDE not in area else None


def organisation_link(catalogue: Catalogue, id: str, municipality: str | None = None) -> Link:
    """The page of an organisation, as seen from a municipality."""
    known = briefly(catalogue, id)
    return Link(known.name, urls.organisation(id) + carry(catalogue, known.area, municipality))


def network_link(catalogue: Catalogue, id: str, municipality: str | None = None) -> Link:
    """The page of a network, as seen from a municipality."""
    record = catalogue.networks[id].record
    return Link(record.name, urls.network(id) + carry(catalogue, record.area, municipality))


def by_name(links: Iterable[Link]) -> list[Link]:
    """Links in the order in which people look for a name."""
    return sorted(links, key=lambda link: sort_key(link.label))


def target_link(catalogue: Catalogue, path: str, municipality: str | None = None) -> Link | None:
    """The page of `organisation` or `organisation/offering`; None when there is none by that name."""
    if "/" not in path:
        return organisation_link(catalogue, path, municipality) if path in catalogue.organisations else None
    offer = catalogue.offers.get(path)
    if offer is None:
        return None
    url = urls.offering(path) + carry(catalogue, offer.area, municipality)
    owner = briefly(catalogue, offer.organisation_id)
    return Link(f"{owner.offers[path]} ({owner.name})", url)


def municipality_name(catalogue: Catalogue, id: str) -> str:
    """The name of a municipality, whether this edition publishes it or not."""
    return catalogue.country[id].name if id in catalogue.country else catalogue.municipalities[id].record.name


def home_link(catalogue: Catalogue, municipality: str | None) -> Link:
    """The first step of every trail: the municipality's home, else the site's."""
    if municipality:
        return Link(municipality_name(catalogue, municipality), urls.municipality(municipality))
    return Link(words("site", "home"), urls.HOME)


def languages(municipality: str) -> list[Translated]:
    """Where a municipality helps to find help in the languages that are not spoken now."""
    codes = [code for code in (DUTCH, *others()) if code != language()]
    addresses = {DUTCH: urls.municipality(municipality)} | {code: urls.finding(municipality, code) for code in others()}
    return [Translated(code, texts(code)["interface"]["language"]["find"], addresses[code]) for code in codes]


def written(catalogue: Catalogue, *links: Link) -> list[Link]:
    """The links to prose that the edition has."""
    return [link for link in links if link.url in catalogue.prose]


def locality(catalogue: Catalogue, area: Sequence[str]) -> Context | None:
    """For a page that several municipalities share: which of them, so that a visitor finds the way back."""
    if not shared(catalogue, area):
        return None
    t = words("locality")
    if COUNTRYWIDE in area:
        choose = Link(t["choose"], urls.HOME)
        return {"text": t["country"], "places": [], "choose": choose, "many": None, "young": young()}
    places = [home_link(catalogue, id) for id in catalogue.published_in(area)]
    many = t["many"].format(count=len(places)) if len(places) > MANY else None
    return {"text": t["text"], "places": places, "choose": None, "many": many, "young": young()}
