"""A kennisrugzak as a booklet to print: with the whole text of all it names, so that paper needs no links.

What it names is told where it is named first, and pointed at by its number after that. Whoever can be called
stands together at the back.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple
from urllib.parse import urljoin

from markupsafe import Markup

from generator import urls
from generator.catalogue.catalogue import Catalogue
from generator.formats import markdown
from generator.model.knowledge import Backpack, Example, Source, Tool
from generator.model.organisation import Offering, Organisation
from generator.model.parts import Checked
from generator.national.shown import NATIONAL_LINE
from generator.values import dates
from generator.values.fields import UNDATED
from generator.values.slugs import sort_key
from generator.views.knowledge.backpacks import Chapter, chapters
from generator.views.knowledge.items import professional_page, scales, source_lines
from generator.views.pieces import schema_org
from generator.views.pieces.facts import Fact, facts, freshness, hours_lines, labels, places, sentence
from generator.views.pieces.links import Context, Link, municipality_name, target_link
from generator.views.pieces.reach import contact_facts
from generator.views.pieces.wording import words

Numbers = Mapping[str, str]
"""The number of everything in the booklet: `4.2` is the second thing told in chapter four."""


class Told(NamedTuple):
    """A tool, an example or a network, told in full."""

    id: str
    number: str
    level: int
    """Of its heading: one below the half of the chapter it stands in, or below the chapter."""
    kind: str
    name: str
    summary: str
    texts: list[tuple[str | None, Markup]]
    facts: list[Fact]
    source: list[str]


class Pointer(NamedTuple):
    """Something that is told elsewhere in the booklet."""

    name: str
    summary: str
    number: str


class BookletPassage(NamedTuple):
    """One half of a chapter: its text, what is told here, and what is told elsewhere."""

    label: str
    text: Markup | None
    entries: list[Told]
    pointers: list[Pointer]


class BookletChapter(NamedTuple):
    """A numbered chapter."""

    id: str
    number: str
    heading: str
    passages: list[BookletPassage]


class WayIn(NamedTuple):
    """Somebody to turn to: an organisation, or one thing that it offers."""

    number: str
    name: str
    by: str | None
    summary: str
    begin: str | None
    facts: list[Fact]
    url: str
    fresh: str


class Origin(NamedTuple):
    """Where something in the booklet comes from, and when that was looked at."""

    name: str
    lines: list[str]


def booklet(catalogue: Catalogue, key: str) -> Context:
    """A whole kennisrugzak on paper."""
    t = words("booklet")
    municipality, id = key.split("/", 1)
    record = catalogue.backpacks[key].record
    name = municipality_name(catalogue, municipality)
    theme = catalogue.municipalities[municipality].record.theme
    made = [_unfolded(chapter, urls.backpack(municipality, id)) for chapter in chapters(record, name)]
    named = list(dict.fromkeys(id for chapter in made for half in chapter.halves for id in half.ids))
    numbers = _numbers(catalogue, made, named)
    printed = [_printed(catalogue, chapter, str(at), numbers) for at, chapter in enumerate(made, 1)]
    addresses = [_address(catalogue, id, numbers[id]) for id in _in_order(catalogue, named)]
    up = [
        Link(words("backpacks", "heading"), urls.backpacks(municipality)),
        Link(record.core_theme, urls.backpack(municipality, id)),
    ]
    url, title = urls.booklet(municipality, id), t["title"].format(theme=record.core_theme, name=name)
    node = schema_org.article(url, title, record.design_question, record.checked.date if record.checked else None)
    return professional_page(
        catalogue, municipality, title, record.design_question, url, t["label"], up, node, "noindex"
    ) | {
        "sheets": [urls.PROFESSIONAL_SHEET],
        "logo": theme.logo if theme else None,
        "label": words("backpack", "label").format(name=name),
        "theme": record.core_theme,
        "question": record.design_question,
        "facts": facts(
            Fact(words("backpack", "programme"), [record.programme] if record.programme else []),
            Fact(words("backpack", "year"), [str(record.year)] if record.year else []),
        ),
        "fresh": _fresh(catalogue, record.checked),
        "chapters": printed,
        "addresses": addresses,
        "addresses_text": _addresses_text(addresses),
        "addresses_number": str(len(printed) + 1),
        "sources": _origins(record, catalogue, named),
        "sources_number": str(len(printed) + (2 if addresses else 1)),
    }


def _numbers(catalogue: Catalogue, made: Sequence[Chapter], named: Sequence[str]) -> Numbers:
    numbers: dict[str, str] = {}
    for at, chapter in enumerate(made, 1):
        told = [id for half in chapter.halves for id in half.ids if _told(catalogue, id) and id not in numbers]
        numbers |= {id: f"{at}.{place}" for place, id in enumerate(dict.fromkeys(told), 1)}
    return numbers | {id: f"{len(made) + 1}.{place}" for place, id in enumerate(_in_order(catalogue, named), 1)}


def _unfolded(chapter: Chapter, own: str) -> Chapter:
    """A chapter whose links lead where they lead on the page it comes from."""
    halves = [half._replace(text=half.text and _from_root(half.text, own)) for half in chapter.halves]
    return chapter._replace(halves=halves)


def _told(catalogue: Catalogue, id: str) -> bool:
    return id in catalogue.tools or id in catalogue.examples or id in catalogue.networks


def _in_order(catalogue: Catalogue, named: Sequence[str]) -> list[str]:
    """Organisations by name, each followed by what it offers; the national line last, for who finds no way in."""
    people = [id for id in named if not _told(catalogue, id) and target_link(catalogue, id) and id != NATIONAL_LINE]

    def place(id: str) -> tuple[str, str]:
        owner = catalogue.organisations[id.split("/")[0]].record.name
        return sort_key(owner), sort_key(catalogue.offers[id].offering.name) if "/" in id else ""

    return sorted(people, key=place) + ([NATIONAL_LINE] if people and NATIONAL_LINE in catalogue.offers else [])


def _printed(catalogue: Catalogue, chapter: Chapter, number: str, numbers: Numbers) -> BookletChapter:
    seen: set[str] = set()

    def passage(label: str, text: Markup | None, ids: Sequence[str]) -> BookletPassage:
        here = [id for id in ids if _told(catalogue, id) and numbers[id].split(".")[0] == number and id not in seen]
        seen.update(here)
        elsewhere = [_pointer(catalogue, id, numbers[id]) for id in ids if id in numbers and id not in here]
        entries = [_entry(catalogue, id, numbers[id], 4 if label else 3) for id in here]
        return BookletPassage(label, text, entries, elsewhere)

    return BookletChapter(f"deel-{number}", number, chapter.heading, [passage(*half) for half in chapter.halves])


def _pointer(catalogue: Catalogue, id: str, number: str) -> Pointer:
    if id in catalogue.tools:
        tool = catalogue.tools[id].record
        return Pointer(tool.name, tool.summary, number)
    if id in catalogue.examples:
        example = catalogue.examples[id].record
        return Pointer(example.name, example.summary, number)
    if id in catalogue.networks:
        network = catalogue.networks[id].record
        return Pointer(network.name, network.summary or "", number)
    if "/" in id:
        offer = catalogue.offers[id]
        return Pointer(f"{offer.offering.name} ({offer.organisation.name})", offer.offering.summary, number)
    organisation = catalogue.organisations[id].record
    return Pointer(organisation.name, organisation.summary, number)


def _entry(catalogue: Catalogue, id: str, number: str, level: int) -> Told:
    at = f"deel-{number.replace('.', '-')}"
    if id in catalogue.tools:
        return _tool(catalogue, id, at, number, level)
    if id in catalogue.examples:
        return _example(catalogue, id, at, number, level)
    return _network(catalogue, id, at, number, level)


def _network(catalogue: Catalogue, id: str, at: str, number: str, level: int) -> Told:
    t, record = words("network"), catalogue.networks[id].record
    told = ((t["ambition"], record.ambition), (t["more"], record.description))
    return Told(
        at,
        number,
        level,
        t["label"],
        record.name,
        record.summary or "",
        [(heading, markdown.render(text, level + 1)) for heading, text in told if text],
        facts(
            Fact(t["members"], [catalogue.organisations[member.organisation].record.name for member in record.members]),
            Fact(t["since"], [dates.in_words(record.since)] if record.since else []),
            Fact(t["rhythm"], [record.rhythm] if record.rhythm else []),
            Fact(t["chair"], [record.chair] if record.chair else []),
        ),
        _source(None, record.checked),
    )


def _tool(catalogue: Catalogue, id: str, at: str, number: str, level: int) -> Told:
    record, t = catalogue.tools[id].record, words("tool")
    return Told(
        at,
        number,
        level,
        catalogue.vocabularies["tool_kinds"].label(record.kind) if record.kind else t["label"],
        record.name,
        record.summary,
        [(None, _from_root(markdown.render(record.body, level), urls.tool(id)))] if record.body else [],
        facts(
            Fact(t["duration"], [record.duration] if record.duration else []),
            Fact(t["group_size"], [record.group_size] if record.group_size else []),
            Fact(t["audience"], sentence(labels(catalogue, "audience", record.audience))),
            Fact(t["conditions"], sentence(labels(catalogue, "conditions", record.conditions))),
            Fact(t["scale"], scales(record.scale)),
        ),
        _source(record.source, record.checked),
    )


def _example(catalogue: Catalogue, id: str, at: str, number: str, level: int) -> Told:
    record, t = catalogue.examples[id].record, words("example")
    told = [(t[field], getattr(record, field)) for field in ("ambition", "done", "result", "lessons", "tip")]
    links = [(value, target_link(catalogue, value)) for value in record.participants]
    return Told(
        at,
        number,
        level,
        t["label"],
        record.name,
        record.summary,
        [
            (heading, _from_root(markdown.render(text, level + 1), urls.example(id)))
            for heading, text in [*told, (t["more"], record.body)]
            if text
        ],
        facts(
            Fact(t["place"], [record.place] if record.place else []),
            Fact(t["since"], [dates.in_words(record.since)] if record.since else []),
            Fact(t["participants"], [link.label if link else value for value, link in links]),
        ),
        _source(record.source, record.checked),
    )


def _from_root(made: Markup, own: str) -> Markup:
    """A text with its links to other pages (`../kijkglas/`), which are seen from its own address, from the root."""
    return Markup(_RELATIVE.sub(lambda found: f' href="{urljoin(f"/{own}", found[1])}"', str(made)))


_RELATIVE = re.compile(r' href="(\.\.?/[^"]*)"')


def _address(catalogue: Catalogue, id: str, number: str) -> WayIn:
    t = words("offer")
    record: Offering | Organisation
    if "/" in id:
        offer = catalogue.offers[id]
        record, by, begin, url = offer.offering, offer.organisation.name, offer.offering.first_step, urls.offering(id)
        addresses = offer.offering.places or offer.offering.postal
    else:
        record, by, url = catalogue.organisations[id].record, None, urls.organisation(id)
        addresses = (record.address,) if record.address else ()
        # Without a number of its own, the way in is the first step of something it offers.
        steps = (offering.first_step for offering in record.offerings if offering.first_step)
        begin = None if contact_facts(record) else next(steps, None)
    return WayIn(
        number,
        record.name,
        by,
        record.summary,
        begin,
        facts(
            *contact_facts(record),
            *(Fact(place.label, [*place.lines, *place.hours]) for place in places(addresses)),
            Fact(t["when"], hours_lines(record.opening_hours)),
        ),
        url,
        _fresh(catalogue, record.checked) or "",
    )


def _addresses_text(addresses: Sequence[WayIn]) -> str:
    """What can be found there, and of how many the site doesn't know how to reach them."""
    t, unknown = words("booklet"), sum(not address.facts for address in addresses)
    if not unknown:
        return str(t["addresses_text"])
    lacks = t["addresses_unknown_one" if unknown == 1 else "addresses_unknown"]
    return f"{t['addresses_text']} {lacks.format(n=unknown, all=len(addresses))}"


def _origins(record: Backpack, catalogue: Catalogue, named: Sequence[str]) -> list[Origin]:
    """The kennisrugzak's own source, then that of everything it tells."""
    found = [Origin(words("booklet", "itself"), _source(None, record.checked))]
    for id in named:
        if id in catalogue.networks:
            network = catalogue.networks[id].record
            found.append(Origin(network.name, _source(None, network.checked)))
        elif id in catalogue.tools or id in catalogue.examples:
            told: Tool | Example = (catalogue.tools.get(id) or catalogue.examples[id]).record
            found.append(Origin(told.name, _source(told.source, told.checked)))
    return [origin for origin in found if origin.lines]


def _source(source: Source | None, checked: Checked | None) -> list[str]:
    lines = source_lines(source)
    if checked is not None:
        when = "" if checked.date == UNDATED else f", {dates.in_words(checked.date)}"
        lines.append(words("booklet", "after").format(source=checked.source + when))
    return lines


def _fresh(catalogue: Catalogue, checked: Checked | None) -> str | None:
    return freshness(catalogue, checked).text if checked else None
