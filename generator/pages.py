"""Every page of the site, planned: its address, what makes it, and a fingerprint of all it is made from.

Planning is cheap and making is not, so a page carries a function instead of a context: a build calls it only
when the fingerprint differs from last time's. Two pages on one address is a Problem.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache, partial
from itertools import chain
from typing import Any

from generator import dates, sayings, search, urls, views
from generator.cache import digest
from generator.catalogue import Catalogue, Entry, Offer
from generator.facts import references
from generator.fields import COUNTRYWIDE, UNDATED
from generator.problems import Finding, Problem, problem
from generator.route import route
from generator.texts import DUTCH, others, speaking

Context = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Page:
    """A page made from records. `order`: what is linked to is written before what links to it."""

    url: str
    template: str
    municipality: str | None
    """In whose shell it stands; None for pages of several municipalities."""
    view: Callable[[], Context]
    fingerprint: str
    order: int
    file: str
    """The record it is made from, for messages."""
    lasting: bool = True
    """Whether it is worth finding: no redirect, nothing that is over."""
    language: str = DUTCH


@dataclass(frozen=True, slots=True)
class DataFile:
    """A file that pages load, at a path in the site, with a fingerprint of all it is made from."""

    path: str
    make: Callable[[], bytes]
    fingerprint: str


@dataclass(frozen=True, slots=True)
class Plan:
    """All pages by address, the files they load, and what is wrong with their addresses."""

    pages: Mapping[str, Page]
    files: tuple[DataFile, ...]
    problems: tuple[Problem, ...]


def plan(catalogue: Catalogue, base: str, taken: Mapping[str, str]) -> Plan:
    """Plan the site. `base` names everything all pages share; `taken` are the addresses of prose, with their files."""
    pages: dict[str, Page] = {}
    problems: list[Problem] = []
    prints = _Fingerprints(catalogue, base)
    for page in chain(_all(catalogue, prints), _renamed_municipalities(catalogue, prints, pages)):
        holder = pages[page.url].file if page.url in pages else taken.get(page.url)
        if holder is None:
            pages[page.url] = page
        elif page.template != "redirect" or holder != page.file:
            finding = Finding("address-taken", (), {"url": page.url, "other": holder})
            problems.append(problem(page.file, 1, 1, finding))
    return Plan(pages, tuple(_files(catalogue, prints)), tuple(problems))


def _files(catalogue: Catalogue, prints: _Fingerprints) -> Iterator[DataFile]:
    """What scripts load: the words that all municipalities share, the records of each, what makes a shared page local,
    and what the map adds."""
    vocabularies = digest(prints.base, *(vocabulary.digest for vocabulary in catalogue.vocabularies.values()))
    yield DataFile(urls.WORDS, partial(_words, catalogue), vocabularies)
    yield DataFile(urls.RELATED, _related, prints.base)
    for language in others():
        yield DataFile(urls.sayings(language), partial(_spoken, language), prints.base)
    records: tuple[Mapping[str, Entry[Any]], ...] = (catalogue.tools, catalogue.examples, catalogue.backpacks)
    shown = digest(*(prints.entry(entry) for entries in records for entry in entries.values()))
    for id in catalogue.municipalities:
        offers = prints.offers(catalogue.offers_in(id))
        served = digest(*map(prints.entry, catalogue.organisations_in(id)))
        print_ = prints.of(offers, served, shown, str(catalogue.today.year))
        everything = cache(partial(search.found, catalogue, id))  # put in order when a file of it has to be made
        yield DataFile(urls.search_index(id), partial(_index, everything), print_)
        for number in range(search.parts(catalogue, id)):
            yield DataFile(urls.search_part(id, number), partial(_part, everything, number), print_)
            for language in others():
                part = partial(_part, everything, number, language)
                yield DataFile(urls.search_part(id, number, language), part, print_)
        yield DataFile(urls.local(id), partial(_local, catalogue, id), prints.of("local"))
        if id in catalogue.boundaries:
            shape = digest(prints.base, json.dumps(catalogue.boundaries[id]))
            yield DataFile(urls.map_data(id), partial(_outline, catalogue, id), shape)


def _words(catalogue: Catalogue) -> bytes:
    return search.as_json(sayings.vocabulary(catalogue))


def _related() -> bytes:
    return search.as_json(sayings.related())


def _local(catalogue: Catalogue, municipality: str) -> bytes:
    return search.as_json(views.local_json(catalogue, municipality))


def _outline(catalogue: Catalogue, municipality: str) -> bytes:
    return search.as_json(views.map_json(catalogue, municipality))


def _index(everything: Callable[[], search.Found]) -> bytes:
    return search.as_json(search.index(everything()))


def _part(everything: Callable[[], search.Found], number: int, language: str = DUTCH) -> bytes:
    with speaking(language):
        return search.as_json(search.part(everything(), number))


def _spoken(language: str) -> bytes:
    with speaking(language):
        return search.as_json(sayings.spoken())


class _Fingerprints:
    """What pages depend on, named by digests. A day changes one only where it makes a record stale or over."""

    def __init__(self, catalogue: Catalogue, base: str) -> None:
        self.catalogue = catalogue
        self.base = base
        self._entries: dict[str, str] = {}
        self._offers: dict[str, str] = {}
        organisations = catalogue.organisations
        contacts = [entry.record.contact for entry in catalogue.municipalities.values()]
        everywhere = {
            *(entry.id for entry in organisations.values() if COUNTRYWIDE in entry.facts["area"]),
            *(contact.organisation for contact in contacts if contact and contact.organisation),
            *views.ALWAYS_SHOWN,
        }
        self.shared = digest(
            base,
            str(urls.REPORT in catalogue.prose),
            *(vocabulary.digest for vocabulary in catalogue.vocabularies.values()),
            *(f"{entry.id}:{entry.digest}" for entry in catalogue.municipalities.values()),
            *(f"{id}:{digest(json.dumps(shape))}" for id, shape in catalogue.boundaries.items()),
            *(self.named(id) for id in sorted(everywhere)),
        )

    def entry(self, entry: Entry[Any]) -> str:
        """A record with whether each of its checks is out of date."""
        known = self._entries.get(entry.digest)
        if known is None:
            today = self.catalogue.today
            checks = entry.facts["checks"]
            stale = ("s" if when != UNDATED and dates.is_stale(when, today) else "." for _, when in checks)
            keys = (f"{entry.id}/{offering['id']}" for offering in entry.facts.get("offerings", ()))
            offers = (self.catalogue.offers[key] for key in keys)
            current = (_when(offer, today) for offer in offers)
            known = self._entries[entry.digest] = f"{entry.digest} {''.join(stale)} {''.join(current)}"
        return known

    def named(self, id: str) -> str:
        """What a page shows that names an organisation, whether there is one by that name or not."""
        found = self.catalogue.organisations.get(id)
        return self.entry(found) if found else f"{id}?"

    def offers(self, offers: Iterable[Offer]) -> str:
        return digest("\n".join(map(self._offer, offers)))

    def _offer(self, offer: Offer) -> str:
        known = self._offers.get(offer.key)
        if known is None:
            known = self._offers[offer.key] = f"{offer.key}:{self.entry(offer.entry)}"
        return known

    def of(self, *parts: str) -> str:
        return digest(f"{self.shared} {' '.join(parts)}")


def _all(catalogue: Catalogue, prints: _Fingerprints) -> Iterator[Page]:
    yield from _organisations(catalogue, prints)
    yield from _library(catalogue, prints)
    for id in catalogue.municipalities:
        yield from _municipality(catalogue, prints, id)
    yield from _home(catalogue, prints)
    yield from _redirects(catalogue, prints)


def _when(offer: Offer, today: date) -> str:
    """Whether an offer is for now, for later or for before, as a letter."""
    return "n" if offer.current(today) else "b" if offer.begun(today) else "l"


def _organisations(catalogue: Catalogue, prints: _Fingerprints) -> Iterator[Page]:
    organisations = catalogue.organisations
    for entry in organisations.values():
        beside = [
            *catalogue.referrers.get(entry.id, ()),
            *dict.fromkeys(path.split("/")[0] for path in entry.facts["refers_to"]),
        ]
        networks = [catalogue.networks[id].digest for id in catalogue.networks_of.get(entry.id, ())]
        around = digest(*(prints.named(id) for id in beside), *networks)
        offers = catalogue.offers_of(entry.id)
        print_ = prints.of(prints.entry(entry), around)
        for offer in offers:
            yield Page(
                urls.offering(offer.key),
                "offering",
                views.only_place(catalogue, offer.area),
                partial(views.offering, catalogue, offer.key),
                print_,
                1,
                entry.file,
                offer.current(catalogue.today),
            )
        yield Page(
            urls.organisation(entry.id),
            "organisation",
            views.only_place(catalogue, entry.facts["area"]),
            partial(views.organisation, catalogue, entry.id),
            print_,
            2,
            entry.file,
            entry.facts["status"] != "ended",
        )


def _library(catalogue: Catalogue, prints: _Fingerprints) -> Iterator[Page]:
    """Tools, examples, networks and kennisrugzakken: few, and much linked to each other."""
    records: list[Entry[Any]] = [*catalogue.tools.values(), *catalogue.examples.values(), *catalogue.networks.values()]
    named = [member.organisation for network in catalogue.networks.values() for member in network.record.members]
    named += [name for network in catalogue.networks.values() for name in network.record.core_group]
    named += [name for example in catalogue.examples.values() for name in example.record.participants]
    named += [value for backpack in catalogue.backpacks.values() for _, value, _ in references(backpack.facts)]
    records += catalogue.backpacks.values()
    print_ = prints.of(*map(prints.entry, records), *(prints.named(name.split("/")[0]) for name in named))
    only = catalogue.only_municipality
    for id, tool in catalogue.tools.items():
        yield Page(urls.tool(id), "tool", only, partial(views.tool, catalogue, id), print_, 1, tool.file)
    for id, example in catalogue.examples.items():
        yield Page(urls.example(id), "example", only, partial(views.example, catalogue, id), print_, 1, example.file)
    for id, network in catalogue.networks.items():
        shell = views.only_place(catalogue, network.record.area)
        yield Page(urls.network(id), "network", shell, partial(views.network, catalogue, id), print_, 1, network.file)
    yield Page(urls.TOOLS, "tools", only, partial(views.tools, catalogue), print_, 3, urls.TOOLS)
    yield Page(urls.EXAMPLES, "examples", only, partial(views.examples, catalogue), print_, 3, urls.EXAMPLES)
    for key, backpack in catalogue.backpacks.items():
        municipality, id = key.split("/")
        if municipality in catalogue.municipalities:
            view = partial(views.backpack, catalogue, key)
            yield Page(urls.backpack(municipality, id), "backpack", municipality, view, print_, 2, backpack.file)
    for municipality in catalogue.municipalities:
        view = partial(views.backpacks, catalogue, municipality)
        yield Page(
            urls.backpacks(municipality),
            "backpacks",
            municipality,
            view,
            print_,
            3,
            urls.backpacks(municipality),
        )


def _municipality(catalogue: Catalogue, prints: _Fingerprints, id: str) -> Iterator[Page]:
    file = catalogue.municipalities[id].file
    offers = catalogue.offers_in(id)
    organisations = digest(*(prints.entry(entry) for entry in catalogue.organisations_in(id)))
    help, situations = catalogue.vocabularies["help"], catalogue.vocabularies["situations"]

    def listing(url: str, chosen: Iterable[Offer], **filter: str) -> Page:
        view = partial(views.listing, catalogue, id, **filter)
        return Page(url, "listing", id, view, prints.of(prints.offers(chosen)), 3, file)

    yield listing(urls.help(id), offers)
    for term in help:
        under = help.descendants(term.id)
        yield listing(urls.help(id, term.id), (o for o in offers if not under.isdisjoint(o.help)), kind=term.id)
    for term in situations:
        chosen = (o for o in offers if term.id in o.situations)
        yield listing(urls.situation(id, term.id), chosen, situation=term.id)
    yield from _route(catalogue, prints, id)
    yield Page(
        urls.not_kept(id), "not-kept", id, partial(views.not_kept, catalogue, id), prints.of("not kept"), 3, file, False
    )
    for language in others():
        view = partial(views.finding, catalogue, id)
        print_ = prints.of("finding", prints.offers(offers))
        yield Page(urls.finding(id, language), "finding", id, view, print_, 3, file, language=language)
    everything = prints.of(prints.offers(offers), organisations)
    yield Page(urls.a_to_z(id), "a-z", id, partial(views.a_to_z, catalogue, id), everything, 3, file)
    yield Page(
        urls.municipality(id), "municipality", id, partial(views.municipality, catalogue, id), everything, 6, file
    )


def _route(catalogue: Catalogue, prints: _Fingerprints, id: str) -> Iterator[Page]:
    """The guided route: questions that know no offers, and a page for every pair of answers."""
    file = catalogue.municipalities[id].file
    asked, chosen = prints.of("route"), prints.of("route", prints.offers(catalogue.offers_in(id)))
    for who in route().who:
        for what in route().what:
            view = partial(views.route_when, catalogue, id, who, what)
            yield Page(urls.route(id, who, what), "route-offers", id, view, chosen, 3, file, False)
        view = partial(views.route_what, catalogue, id, who)
        yield Page(urls.route(id, who), "route", id, view, asked, 4, file, False)
    yield Page(urls.route(id), "route", id, partial(views.route_who, catalogue, id), asked, 5, file)


def _home(catalogue: Catalogue, prints: _Fingerprints) -> Iterator[Page]:
    only = catalogue.only_municipality
    if only:
        view, template = partial(views.municipality, catalogue, only), "municipality"
        print_ = prints.of(prints.offers(catalogue.offers_in(only)), "home")
    else:
        view, template, print_ = partial(views.home, catalogue), "home", prints.of("home")
    yield Page(urls.HOME, template, only, view, print_, 7, "mkdocs.yml")
    yield Page(urls.KEPT, "rugzak", only, partial(views.kept, catalogue), prints.of("kept"), 3, "mkdocs.yml", False)


def _redirects(catalogue: Catalogue, prints: _Fingerprints) -> Iterator[Page]:
    """What a record was called before still leads to it."""
    for old, new, file in _renamed(catalogue):
        view = partial(views.redirect, catalogue, new)
        yield Page(old, "redirect", catalogue.only_municipality, view, prints.of(old, new), 8, file, False)


def _renamed_municipalities(catalogue: Catalogue, prints: _Fingerprints, pages: Mapping[str, Page]) -> Iterator[Page]:
    """Every address of a municipality that had another id, under that id."""
    for id, entry in catalogue.municipalities.items():
        for former in entry.facts["formerly"]:
            for url in [url for url in pages if url.startswith(f"{id}/")]:
                old = former + url.removeprefix(id)
                view = partial(views.redirect, catalogue, url)
                yield Page(
                    old, "redirect", catalogue.only_municipality, view, prints.of(old, url), 8, entry.file, False
                )


def _renamed(catalogue: Catalogue) -> Iterator[tuple[str, str, str]]:
    """(old address, new address, file) for every former id."""
    for entry in catalogue.organisations.values():
        formerly = entry.facts["formerly"]
        for former in formerly:
            yield urls.organisation(former), urls.organisation(entry.id), entry.file
        for offering in entry.facts["offerings"]:
            key = f"{entry.id}/{offering['id']}"
            before = [f"{former}/{id}" for former in formerly for id in (offering["id"], *offering["formerly"])]
            before += [f"{entry.id}/{id}" for id in offering["formerly"]]
            yield from ((urls.offering(old), urls.offering(key), entry.file) for old in before)
    libraries: tuple[tuple[Mapping[str, Entry[Any]], Callable[[str], str]], ...] = (
        (catalogue.tools, urls.tool),
        (catalogue.examples, urls.example),
        (catalogue.networks, urls.network),
    )
    for records, address in libraries:
        for id, record in records.items():
            for former in record.facts["formerly"]:
                yield address(former), address(id), record.file
    for key, backpack in catalogue.backpacks.items():
        municipality, id = key.split("/")
        for former in backpack.facts["formerly"]:
            yield urls.backpack(municipality, former), urls.backpack(municipality, id), backpack.file
