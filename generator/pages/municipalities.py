"""The pages of one municipality, and the home of all."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial

from generator import urls
from generator.cache.digests import digest
from generator.catalogue.catalogue import Catalogue
from generator.catalogue.entries import Offer
from generator.pages.agenda import agenda
from generator.pages.fingerprints import Fingerprints
from generator.pages.page import Page
from generator.texts.spoken import others
from generator.views.agenda import coming
from generator.views.around import kept
from generator.views.coverage import tables
from generator.views.help import finding, lists
from generator.views.help import municipality as municipality_view
from generator.views.route import steps
from generator.views.route.questions import route


def municipality(catalogue: Catalogue, prints: Fingerprints, id: str) -> Iterator[Page]:
    file = catalogue.municipalities[id].file
    offers = catalogue.offers_in(id)
    organisations = digest(*(prints.entry(entry) for entry in catalogue.organisations_in(id)))
    help, situations = catalogue.vocabularies["help"], catalogue.vocabularies["situations"]

    def listing(url: str, chosen: Iterable[Offer], **filter: str) -> Page:
        view = partial(lists.listing, catalogue, id, **filter)
        return Page(url, "listing", id, view, prints.of(prints.offers(chosen)), 3, file)

    yield listing(urls.help(id), offers)
    for term in help:
        under = help.descendants(term.id)
        yield listing(urls.help(id, term.id), (o for o in offers if not under.isdisjoint(o.help)), kind=term.id)
    for term in situations:
        chosen = (o for o in offers if term.id in o.situations)
        yield listing(urls.situation(id, term.id), chosen, situation=term.id)
    yield from _route(catalogue, prints, id)
    yield Page(urls.coverage(id), "coverage", id, partial(tables.coverage, catalogue, id), prints.coverage(id), 4, file)
    yield Page(
        urls.not_kept(id),
        "not-kept",
        id,
        partial(kept.not_kept, catalogue, id),
        prints.of("not kept"),
        3,
        file,
        False,
    )
    for language in others():
        view = partial(finding.finding, catalogue, id)
        print_ = prints.of("finding", prints.offers(offers))
        yield Page(urls.finding(id, language), "finding", id, view, print_, 3, file, language=language)
    yield agenda(catalogue, prints, id)
    everything = prints.of(prints.offers(offers), organisations, str(coming.has_own_agenda(catalogue, id)))
    yield Page(urls.a_to_z(id), "a-z", id, partial(lists.a_to_z, catalogue, id), everything, 3, file)
    yield Page(
        urls.municipality(id),
        "municipality",
        id,
        partial(municipality_view.municipality, catalogue, id),
        everything,
        6,
        file,
    )


def _route(catalogue: Catalogue, prints: Fingerprints, id: str) -> Iterator[Page]:
    """The guided route: questions that know no offers, and a page for every pair of answers."""
    file = catalogue.municipalities[id].file
    asked, chosen = prints.of("route"), prints.of("route", prints.offers(catalogue.offers_in(id)))
    for who in route().who:
        for what in route().what:
            view = partial(steps.route_when, catalogue, id, who, what)
            yield Page(urls.route(id, who, what), "route-offers", id, view, chosen, 3, file, False)
        view = partial(steps.route_what, catalogue, id, who)
        yield Page(urls.route(id, who), "route", id, view, asked, 4, file, False)
    yield Page(urls.route(id), "route", id, partial(steps.route_who, catalogue, id), asked, 5, file)


def home(catalogue: Catalogue, prints: Fingerprints) -> Iterator[Page]:
    only = catalogue.only_municipality
    if only:
        view, template = partial(municipality_view.municipality, catalogue, only), "municipality"
        print_ = prints.of(
            prints.offers(catalogue.offers_in(only)), "home", str(coming.has_own_agenda(catalogue, only))
        )
    else:
        view, template, print_ = partial(municipality_view.home, catalogue), "home", prints.of("home")
    yield Page(urls.HOME, template, only, view, print_, 7, "mkdocs.yml")
    yield Page(urls.KEPT, "rugzak", only, partial(kept.kept, catalogue), prints.of("kept"), 3, "mkdocs.yml", False)
