"""What pages for professionals share: records as others refer to them, ways into a list, where something comes from."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from generator import urls
from generator.catalogue.catalogue import Catalogue
from generator.formats import markdown
from generator.model.kinds import KINDS, Kind
from generator.model.knowledge import Backpack, Example, Source, Tool
from generator.model.vocabulary import Term
from generator.model.worksheet import Worksheet
from generator.texts.spoken import addressing
from generator.values.fields import COUNTRYWIDE, UNDATED
from generator.views.pieces import schema_org
from generator.views.pieces.facts import Fact, Freshness, checked_facts, freshness, labels, website_lines
from generator.views.pieces.hours import at
from generator.views.pieces.links import Context, Link, home_link, municipality_name, network_link, target_link
from generator.views.pieces.page import page
from generator.views.pieces.reach import Report, report
from generator.views.pieces.when import capital
from generator.views.pieces.wording import words


class Item(NamedTuple):
    """A record as others refer to it."""

    kind: str
    name: str
    url: str
    summary: str
    chips: Sequence[str] = ()
    scales: Sequence[str] = ()
    id: str = ""
    terms: Sequence[str] = ()
    """What it is chosen by in a list, such as `conditie:relatie`."""


class Index(NamedTuple):
    """One way into a list: a term, what it means, and what is found under it."""

    label: str
    explanation: str | None
    links: list[Link]


def professional_page(
    catalogue: Catalogue,
    municipality: str | None,
    title: str,
    description: str,
    url: str,
    crumb: str,
    between: list[Link],
    node: schema_org.Node,
    robots: str | None = None,
) -> Context:
    """What every page for professionals has: its titles, the way to it, and itself as data."""
    place = municipality or catalogue.only_municipality
    trail = [home_link(catalogue, place), *between]
    described = markdown.plain(description, 160)
    return page(title, described, place, trail=trail, here=Link(crumb, url), node=node, robots=robots)


def article_of(url: str, name: str, summary: str, record: Tool | Example) -> schema_org.Node:
    """A tool or example as data that machines read."""
    source = record.source
    more: schema_org.Node = {}
    if source and source.organisation:
        more["creator"] = {"@type": "Organization", "name": source.organisation}
    if source and source.url:
        more["isBasedOn"] = source.url
    return schema_org.article(url, name, summary, record.checked.date if record.checked else None, **more)


def item_of(catalogue: Catalogue, id: str, municipality: str) -> Item | None:
    """Whatever record an id stands for."""
    if id in catalogue.tools:
        return tool_item(catalogue, id, catalogue.tools[id].record)
    if id in catalogue.examples:
        return example_item(catalogue, id, catalogue.examples[id].record)
    if id in catalogue.networks:
        name, url = network_link(catalogue, id, municipality)
        return Item(words("network", "label"), name, url, catalogue.networks[id].record.summary or "")
    link = target_link(catalogue, id, municipality)
    if link is None:
        kinds = (kind for kind in KINDS.values() if kind.spoken_of and id in catalogue.of(kind.id))
        return next((item_of_kind(kind, id, catalogue.of(kind.id)[id].record) for kind in kinds), None)
    if "/" in id:
        offer = catalogue.offers[id]
        return Item(offer.organisation.name, offer.offering.name, link.url, offer.offering.summary)
    record = catalogue.organisations[id].record
    kind = catalogue.vocabularies["party_kinds"].label(record.kind) if record.kind else ""
    return Item(kind, record.name, link.url, record.summary)


def item_of_kind(kind: Kind, key: str, record: Any) -> Item:
    """A record as others refer to it, by what its kind calls title and summary."""
    address = kind.address(key) if kind.address else ""
    return Item(capital(kind.called), getattr(record, kind.title), address, getattr(record, kind.summary) or "")


def tool_item(catalogue: Catalogue, id: str, record: Tool) -> Item:
    """A tool, with its kind."""
    kind = catalogue.vocabularies["tool_kinds"].label(record.kind) if record.kind else words("tool", "label")
    return Item(kind, record.name, urls.tool(id), record.summary, chips(catalogue, record), levels(record))


def example_item(catalogue: Catalogue, id: str, record: Example) -> Item:
    """An example, with where it is from."""
    place = record.place or (municipality_name(catalogue, record.municipality) if record.municipality else None)
    kind = words("example", "label")
    return Item(
        f"{kind} · {place}" if place else kind,
        record.name,
        urls.example(id),
        record.summary,
        chips(catalogue, record),
        levels(record),
    )


def levels(record: Tool | Example | Worksheet) -> list[str]:
    """The levels on which it works, as small labels."""
    return [words("scale")[level] for level in record.scale]


def chips(catalogue: Catalogue, record: Tool | Example | Worksheet) -> list[str]:
    """The conditions that it strengthens, as small labels."""
    return labels(catalogue, "conditions", record.conditions)


def scales(scale: Iterable[str]) -> list[str]:
    """Every level with what it means."""
    names, explained = words("scale"), words("scale_explained")
    return [f"{names[level].capitalize()}: {explained[level][:1].lower()}{explained[level][1:]}" for level in scale]


def municipality_fact(catalogue: Catalogue, label: str, id: str | None) -> Fact | None:
    """The municipality that something is of, with the way to it if this edition has it."""
    if id is None:
        return None
    name = municipality_name(catalogue, id)
    if id in catalogue.municipalities:
        return Fact(label, links=[Link(name, urls.municipality(id))])
    return Fact(label, [name])


def source_lines(source: Source | None) -> list[str]:
    """Where it comes from, with the way there."""
    if source is None:
        return []
    t = words("tool")
    lines: list[str] = []
    if source.organisation:
        lines.append(t["source_of"].format(organisation=source.organisation))
    lines += website_lines(source.url)
    if source.year:
        lines.append(t["source_year"].format(year=source.year))
    if source.seen:
        seen = t["source_seen"].format(when=at(source.seen)) if source.seen != UNDATED else None
        lines.append(seen or t["source_seen_undated"])
    return lines


def reported(catalogue: Catalogue, url: str, name: str, municipality: str | None) -> Report:
    """Where to say that something is wrong with a page of knowledge: to the desk of its municipality, if it has one."""
    with addressing(young=True):  # who reads these is addressed with `je`
        return report(catalogue, [municipality or COUNTRYWIDE], url, name)


def checked(catalogue: Catalogue, record: Backpack | Tool | Example | Worksheet) -> Context:
    """How sure we are of a record, with what is behind that."""
    fresh: Freshness | None = freshness(catalogue, record.checked) if record.checked else None
    return {"fresh": fresh, "about": checked_facts(record.checked)}


def index_of(
    vocabulary: Iterable[Term],
    records: Mapping[str, Tool] | Mapping[str, Example] | Mapping[str, Worksheet],
    terms_of: Callable[..., Sequence[str]],
    address: Callable[[str], str],
) -> list[Index]:
    """Everything by the terms that it has, for the terms that something has."""
    made = []
    for term in vocabulary:
        links = [Link(record.name, address(id)) for id, record in records.items() if term.id in terms_of(record)]
        if links:
            made.append(Index(term.label, term.explanation, links))
    return made


def by_scale(
    records: Mapping[str, Tool] | Mapping[str, Example] | Mapping[str, Worksheet], address: Callable[[str], str]
) -> list[Index]:
    """Everything by the levels on which it works."""
    names, explained = words("scale"), words("scale_explained")
    made = []
    for scale, name in names.items():
        links = [Link(record.name, address(id)) for id, record in records.items() if scale in record.scale]
        if links:
            made.append(Index(name.capitalize(), explained[scale], links))
    return made
