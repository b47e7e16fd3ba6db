"""The pages that professionals read: few, and much linked to each other."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from generator import urls
from generator.catalogue.asking import Asked
from generator.catalogue.catalogue import Catalogue
from generator.pages.page import Page
from generator.views.knowledge import backpacks, booklet, comparison, examples, named, networks, tools, worksheets
from generator.views.pieces.links import only_place
from generator.views.rings import ring_map


def library(catalogue: Catalogue) -> Iterator[Page]:
    """Tools, examples, worksheets, networks and kennisrugzakken, and the lists of them."""
    only = catalogue.only_municipality
    for id, tool in catalogue.tools.unasked.items():
        yield Page(urls.tool(id), "tool", only, tools.tool, (id,), "offers", tool.file)
    for id, example in catalogue.examples.unasked.items():
        yield Page(urls.example(id), "example", only, examples.example, (id,), "offers", example.file)
    for id, worksheet in catalogue.worksheets.unasked.items():
        yield Page(urls.worksheet(id), "worksheet", only, worksheets.worksheet, (id,), "offers", worksheet.file)
    for id, network in catalogue.networks.unasked.items():
        place = only_place(catalogue, network.record.area)
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
