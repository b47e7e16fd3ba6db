"""The pages of one municipality, and the home of all."""

from __future__ import annotations

from collections.abc import Iterator

from generator import urls
from generator.catalogue.catalogue import Catalogue
from generator.pages.agenda import agenda
from generator.pages.page import Page
from generator.texts.spoken import others
from generator.views.around import kept
from generator.views.coverage import tables
from generator.views.help import finding, lists
from generator.views.help import municipality as places
from generator.views.route import steps
from generator.views.route.questions import route


def municipality(catalogue: Catalogue, id: str) -> Iterator[Page]:
    """Everything that a municipality has to itself."""
    file = catalogue.municipalities.unasked[id].file
    yield Page(urls.help(id), "listing", id, lists.listing, (id,), "lists", file)
    for term in catalogue.vocabularies["help"]:
        yield Page(urls.help(id, term.id), "listing", id, lists.listing, (id, term.id), "lists", file)
    for term in catalogue.vocabularies["situations"]:
        yield Page(urls.situation(id, term.id), "listing", id, lists.listing, (id, "", term.id), "lists", file)
    yield from _route(id, file)
    yield Page(urls.coverage(id), "coverage", id, tables.coverage, (id,), "overviews", file)
    yield Page(urls.not_kept(id), "not-kept", id, kept.not_kept, (id,), "lists", file, False)
    for language in others():
        url = urls.finding(id, language)
        yield Page(url, "finding", id, finding.finding, (id,), "lists", file, language=language)
    yield agenda(id, file)
    yield Page(urls.a_to_z(id), "a-z", id, lists.a_to_z, (id,), "lists", file)
    yield Page(urls.municipality(id), "municipality", id, places.municipality, (id,), "municipalities", file)


def _route(id: str, file: str) -> Iterator[Page]:
    """The guided route: questions that know no offers, and a page for every pair of answers."""
    for who in route().who:
        for what in route().what:
            url, words = urls.route(id, who, what), (id, who, what)
            yield Page(url, "route-offers", id, steps.route_when, words, "lists", file, False)
        yield Page(urls.route(id, who), "route", id, steps.route_what, (id, who), "overviews", file, False)
    yield Page(urls.route(id), "route", id, steps.route_who, (id,), "entrances", file)


def home(catalogue: Catalogue) -> Iterator[Page]:
    """What stands at the root, and what a visitor keeps."""
    only, file = catalogue.only_municipality, "mkdocs.yml"
    if only:
        yield Page(urls.HOME, "municipality", only, places.municipality, (only,), "home", file)
    else:
        yield Page(urls.HOME, "home", None, places.home, (), "home", file)
    yield Page(urls.KEPT, "rugzak", only, kept.kept, (), "lists", file, False)
