"""The pages that professionals read: few, and much linked to each other."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import partial

from generator import urls
from generator.catalogue.asking import Asked
from generator.catalogue.catalogue import Catalogue
from generator.model import kinds
from generator.pages.page import Context, Page
from generator.views.knowledge import backpacks, booklet, comparison, examples, named, networks, tools, worksheets
from generator.views.knowledge.plain import plain
from generator.views.pieces.links import only_place
from generator.views.rings import ring_map

_VIEWS: Mapping[str, Callable[..., Context]] = {
    "tool": tools.tool,
    "example": examples.example,
    "worksheet": worksheets.worksheet,
}
"""The kinds with a view of their own. Others are shown as they are, by the fragment that is named after them."""

_PLANNED_APART = frozenset({"organisation", "municipality", "network", "backpack"})
"""The kinds of which a page is more than its record."""


def library(catalogue: Catalogue) -> Iterator[Page]:
    """Tools, examples, worksheets, networks and kennisrugzakken, and the lists of them."""
    only = catalogue.only_municipality
    for kind, address in kinds.with_pages():
        if kind.id not in _PLANNED_APART:
            view, words = (_VIEWS[kind.id], ()) if kind.id in _VIEWS else (plain, (kind.id,))
            for id, entry in catalogue.of(kind.id).unasked.items():
                yield Page(address(id), kind.id, only, view, (*words, id), "offers", entry.file)
    for id, network in catalogue.networks.unasked.items():
        place = only_place(catalogue, network.facts.area)
        yield Page(urls.network(id), "network", place, networks.network, (id,), "offers", network.file)
    yield Page(urls.TOOLS, "tools", only, tools.tools, (), "lists", urls.TOOLS)
    yield Page(urls.EXAMPLES, "examples", only, examples.examples, (), "lists", urls.EXAMPLES)
    yield Page(urls.WORKSHEETS, "worksheets", only, worksheets.worksheets, (), "lists", urls.WORKSHEETS)
    for key, backpack in catalogue.backpacks.unasked.items():
        place, id = key.split("/")
        if place in catalogue.municipalities.unasked:
            url, paper = urls.backpack(place, id), urls.booklet(place, id)
            yield Page(url, "backpack", place, backpacks.backpack, (key,), "organisations", backpack.file)
            yield Page(paper, "booklet", place, booklet.booklet, (key,), "offers", backpack.file, lasting=False)
    yield Page(urls.COMPARISON, "comparison", only, comparison.comparison, (), "lists", urls.COMPARISON)
    for id in catalogue.municipalities.unasked:
        url = urls.backpacks(id)
        yield Page(url, "backpacks", id, backpacks.backpacks, (id,), "lists", url)


def ring_maps(catalogue: Catalogue) -> Iterator[Page]:
    """Who works with whom, in every municipality."""
    for id in catalogue.municipalities.unasked:
        url = urls.ring_map(id)
        yield Page(url, "rings", id, ring_map.ring_map, (id,), "lists", url)


def sources(catalogue: Catalogue, addresses: Asked[Page]) -> Iterator[Page]:
    """Everything that the sources name, with where it works: as far as it is among `addresses` when it is made."""
    view = partial(named.sources, known=addresses)
    yield Page(urls.SOURCES, "sources", catalogue.only_municipality, view, (), "overviews", urls.SOURCES)
