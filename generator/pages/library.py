"""The pages that professionals read: few, and much linked to each other."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from functools import partial
from typing import Any

from generator import urls
from generator.catalogue.catalogue import Catalogue
from generator.catalogue.entries import Entry
from generator.pages.fingerprints import Fingerprints
from generator.pages.page import Page
from generator.views.agenda import coming
from generator.views.knowledge import backpacks, booklet, comparison, examples, tools, worksheets
from generator.views.knowledge import named as named_view
from generator.views.knowledge import networks as networks_view
from generator.views.knowledge.documents import address, documents
from generator.views.pieces import links
from generator.views.rings import ring_map


def library(catalogue: Catalogue, prints: Fingerprints) -> Iterator[Page]:
    """Tools, examples, worksheets, networks and kennisrugzakken: few, and much linked to each other."""
    records: list[Entry[Any]] = [*catalogue.tools.values(), *catalogue.examples.values(), *catalogue.networks.values()]
    records += catalogue.worksheets.values()
    named = [member.organisation for network in catalogue.networks.values() for member in network.record.members]
    named += [name for network in catalogue.networks.values() for name in network.record.core_group]
    named += [name for example in catalogue.examples.values() for name in example.record.participants]
    named += [value for backpack in catalogue.backpacks.values() for _, value, _ in backpack.facts.named()]
    records += catalogue.backpacks.values()
    print_ = prints.of(*map(prints.entry, records), *(prints.named(name.split("/")[0]) for name in named))
    only = catalogue.only_municipality
    for id, tool in catalogue.tools.items():
        yield Page(urls.tool(id), "tool", only, partial(tools.tool, catalogue, id), print_, 1, tool.file)
    for id, example in catalogue.examples.items():
        yield Page(urls.example(id), "example", only, partial(examples.example, catalogue, id), print_, 1, example.file)
    for id, worksheet in catalogue.worksheets.items():
        view = partial(worksheets.worksheet, catalogue, id)
        yield Page(urls.worksheet(id), "worksheet", only, view, print_, 1, worksheet.file)
    for id, network in catalogue.networks.items():
        shell = links.only_place(catalogue, network.record.area)
        dated = prints.of(print_, coming.network_agenda_print(catalogue, id))
        yield Page(
            urls.network(id), "network", shell, partial(networks_view.network, catalogue, id), dated, 1, network.file
        )
    yield Page(urls.TOOLS, "tools", only, partial(tools.tools, catalogue), print_, 3, urls.TOOLS)
    yield Page(urls.EXAMPLES, "examples", only, partial(examples.examples, catalogue), print_, 3, urls.EXAMPLES)
    yield Page(
        urls.WORKSHEETS, "worksheets", only, partial(worksheets.worksheets, catalogue), print_, 3, urls.WORKSHEETS
    )
    for key, backpack in catalogue.backpacks.items():
        municipality, id = key.split("/")
        if municipality in catalogue.municipalities:
            # What its text may name without listing it: all that the municipality has.
            told = prints.of(print_, prints.names(municipality))
            view = partial(backpacks.backpack, catalogue, key)
            yield Page(urls.backpack(municipality, id), "backpack", municipality, view, told, 2, backpack.file)
            view = partial(booklet.booklet, catalogue, key)
            url = urls.booklet(municipality, id)
            yield Page(url, "booklet", municipality, view, print_, 1, backpack.file, lasting=False)
    yield Page(
        urls.COMPARISON, "comparison", only, partial(comparison.comparison, catalogue), print_, 3, urls.COMPARISON
    )
    for municipality in catalogue.municipalities:
        view = partial(backpacks.backpacks, catalogue, municipality)
        yield Page(
            urls.backpacks(municipality),
            "backpacks",
            municipality,
            view,
            print_,
            3,
            urls.backpacks(municipality),
        )


def ring_maps(catalogue: Catalogue, prints: Fingerprints) -> Iterator[Page]:
    """Who works with whom, in every municipality."""
    networks = prints.of(*map(prints.entry, catalogue.networks.values()))
    for id in catalogue.municipalities:
        named = ring_map.parties(catalogue, id)
        referred = {id for one in named for id in catalogue.organisations[one].facts.refers_people_to()}
        print_ = prints.of(networks, *map(prints.named, named), *map(prints.named, sorted(referred)))
        url = urls.ring_map(id)
        yield Page(url, "rings", id, partial(ring_map.ring_map, catalogue, id), print_, 3, url)


def sources(catalogue: Catalogue, prints: Fingerprints, known: Collection[str]) -> Iterator[Page]:
    """Everything that the sources name, with where it works: planned when all other pages are `known`."""
    named = {at for document in documents() for item in document.items for at in item.at}
    found = [f"{at} {address(at, catalogue.municipalities, known)}" for at in sorted(named)]
    view = partial(named_view.sources, catalogue, frozenset(known))
    print_ = prints.of("sources", *found)
    yield Page(urls.SOURCES, "sources", catalogue.only_municipality, view, print_, 4, urls.SOURCES)
