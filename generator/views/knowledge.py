"""What professionals read: kennisrugzakken, tools and practice examples."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import NamedTuple

from markupsafe import Markup

from generator import dates, markdown, structured, urls
from generator.catalogue import Catalogue
from generator.fields import UNDATED
from generator.model import Backpack, Example, Source, Term, Tool
from generator.slugs import sort_key
from generator.views.hours import at
from generator.views.parts import (
    Context,
    Fact,
    Freshness,
    Link,
    checked_facts,
    facts,
    freshness,
    home_link,
    labels,
    municipality_name,
    network_link,
    sentence,
    target_link,
    website_lines,
)
from generator.views.wording import words


class Item(NamedTuple):
    """A record as others refer to it."""

    kind: str
    name: str
    url: str
    summary: str
    chips: Sequence[str] = ()
    scales: Sequence[str] = ()


class Passage(NamedTuple):
    """One half of a backpack's section, local or national: its text with the records that belong to it."""

    label: str
    text: Markup | None
    records: list[Item]


class Section(NamedTuple):
    """One section of a backpack."""

    id: str
    heading: str
    passages: list[Passage]


class Index(NamedTuple):
    """One way into a list: a term, what it means, and what is found under it."""

    label: str
    explanation: str | None
    links: list[Link]


def backpacks(catalogue: Catalogue, municipality: str) -> Context:
    """The kennisrugzakken of a municipality."""
    t = words("backpacks")
    name = catalogue.municipalities[municipality].record.name
    lead = t["lead"].format(name=name)
    url = urls.backpacks(municipality)
    found = [
        {
            "theme": entry.record.core_theme,
            "question": entry.record.design_question,
            "url": urls.backpack(*key.split("/", 1)),
            "year": entry.record.year,
        }
        for key, entry in catalogue.backpacks.items()
        if key.split("/")[0] == municipality
    ]
    return _page(
        catalogue, municipality, t["title"].format(name=name), lead, url, t["heading"], [],
        structured.collection(url, t["title"].format(name=name), lead, (str(b["url"]) for b in found)),
    ) | {
        "lead": lead,
        "backpacks": found,
        "empty": t["empty"].format(name=name) if not found else None,
        "onward": [
            Link(words("coverage", "link").format(name=name), urls.coverage(municipality)),
            Link(words("site", "tools"), urls.TOOLS),
            Link(words("site", "examples"), urls.EXAMPLES),
        ],
    }  # fmt: skip


def backpack(catalogue: Catalogue, key: str) -> Context:
    """One kennisrugzak: its theme and question, and what is known, local and national apart."""
    t = words("backpack")
    municipality, id = key.split("/", 1)
    record = catalogue.backpacks[key].record
    name = municipality_name(catalogue, municipality)
    url = urls.backpack(municipality, id)
    title = t["title"].format(theme=record.core_theme, name=name)
    up = Link(words("backpacks", "heading"), urls.backpacks(municipality))
    article = structured.article(
        url,
        record.core_theme,
        record.design_question,
        record.checked.date if record.checked else None,
        contentLocation={"@type": "AdministrativeArea", "name": name},
    )
    return _page(catalogue, municipality, title, record.design_question, url, record.core_theme, [up], article) | {
        "label": t["label"].format(name=name),
        "theme": record.core_theme,
        "question": record.design_question,
        "sections": _sections(catalogue, record, name),
        "facts": facts(
            Fact(t["programme"], [record.programme] if record.programme else []),
            Fact(t["year"], [str(record.year)] if record.year else []),
        ),
        **_checked(catalogue, record),
    }


def tools(catalogue: Catalogue) -> Context:
    """All tools: by kind, by the condition they strengthen, by the level they work on."""
    t = words("tools")
    vocabulary = catalogue.vocabularies["tool_kinds"]
    found = {
        # The heading above it already tells the kind; where a local one belongs, nothing else does.
        id: _tool_item(catalogue, id, entry.record)._replace(kind=_home_of(catalogue, entry.record))
        for id, entry in catalogue.tools.items()
    }
    records = {id: entry.record for id, entry in catalogue.tools.items()}
    groups = [(term, [found[id] for id, record in records.items() if record.kind == term.id]) for term in vocabulary]
    shown = [Group(term.id, term.label, term.explanation, items) for term, items in groups if items]
    loose = [found[id] for id, record in records.items() if record.kind is None]
    if loose:
        shown.append(Group("overig", t["other"], None, loose))
    return _library(catalogue, "tools", urls.TOOLS, shown) | {
        "by_condition": _index(catalogue.vocabularies["conditions"], records, lambda r: r.conditions, urls.tool),
        "by_scale": _by_scale(records, urls.tool),
    }


def tool(catalogue: Catalogue, id: str) -> Context:
    """One tool: what to do with it, for whom, how long it takes, and where it comes from."""
    t = words("tool")
    record = catalogue.tools[id].record
    url = urls.tool(id)
    up = Link(words("tools", "heading"), urls.TOOLS)
    return _page(
        catalogue, None, record.name, record.summary, url, record.name, [up],
        _article(url, record.name, record.summary, record),
    ) | {
        "label": catalogue.vocabularies["tool_kinds"].label(record.kind) if record.kind else t["label"],
        "name": record.name,
        "summary": record.summary,
        "chips": _chips(catalogue, record),
        "scales": _levels(record),
        "facts": facts(
            Fact(t["duration"], [record.duration] if record.duration else []),
            Fact(t["group_size"], [record.group_size] if record.group_size else []),
            Fact(t["audience"], sentence(labels(catalogue, "audience", record.audience))),
            Fact(t["conditions"], sentence(labels(catalogue, "conditions", record.conditions))),
            Fact(t["scale"], _scales(record.scale)),
            Fact(t["kind"], _kind(catalogue, record)),
            Fact(t["scope"], [words("scope")[record.scope]]),
            _municipality(catalogue, t["municipality"], record.municipality),
            # Worksheets have no page yet; until then their name tells what to ask for.
            Fact(t["worksheet"], [record.worksheet.replace("-", " ").capitalize()] if record.worksheet else []),
            Fact(t["used_in"], links=_used_in(catalogue, id)),
        ),
        "body": markdown.render(record.body, 1) if record.body else None,
        "source": _source(record.source),
        **_checked(catalogue, record),
    }  # fmt: skip


def examples(catalogue: Catalogue) -> Context:
    """All practice examples: near ones first, and by theme and condition."""
    t = words("examples")
    records = {id: entry.record for id, entry in catalogue.examples.items()}
    near: dict[str, list[Item]] = {}
    far = []
    for id, record in records.items():
        item = _example_item(catalogue, id, record)
        if record.scope == "lokaal" and record.municipality:
            near.setdefault(municipality_name(catalogue, record.municipality), []).append(item)
        else:
            far.append(item)
    shown = [
        Group(f"in-{number}", t["local"].format(name=name), None, near[name])
        for number, name in enumerate(sorted(near, key=sort_key), start=1)
    ]
    if far:
        shown.append(Group("landelijk", t["national"], None, far))
    conditions = catalogue.vocabularies["conditions"]
    return _library(catalogue, "examples", urls.EXAMPLES, shown) | {
        "by_theme": _index(catalogue.vocabularies["themes"], records, lambda r: r.themes, urls.example),
        "by_condition": _index(conditions, records, lambda r: r.conditions, urls.example),
        "by_scale": _by_scale(records, urls.example),
    }


def example(catalogue: Catalogue, id: str) -> Context:
    """One practice example: what people wanted, did, got and learned."""
    t = words("example")
    record = catalogue.examples[id].record
    url = urls.example(id)
    up = Link(words("examples", "heading"), urls.EXAMPLES)
    told = ((name, getattr(record, name)) for name in ("ambition", "done", "result", "lessons"))
    participants = [(value, target_link(catalogue, value)) for value in record.participants]
    return _page(
        catalogue, None, record.name, record.summary, url, record.name, [up],
        _article(url, record.name, record.summary, record),
    ) | {
        "label": t["label"],
        "name": record.name,
        "summary": record.summary,
        "chips": _chips(catalogue, record),
        "scales": _levels(record),
        "story": [(t[name], markdown.render(told_text)) for name, told_text in told if told_text],
        "tip": markdown.render(record.tip) if record.tip else None,
        "body": markdown.render(record.body) if record.body else None,
        "facts": facts(
            Fact(t["place"], [record.place] if record.place else []),
            _municipality(catalogue, t["municipality"], record.municipality),
            Fact(t["since"], [dates.in_words(record.since)] if record.since else []),
            Fact(
                t["participants"],
                [value for value, link in participants if link is None],
                [link for _, link in participants if link is not None],
            ),
            Fact(t["themes"], sentence(labels(catalogue, "themes", record.themes))),
            Fact(t["conditions"], sentence(labels(catalogue, "conditions", record.conditions))),
            Fact(t["scale"], _scales(record.scale)),
            Fact(words("tool", "scope"), [words("scope")[record.scope]]),
            Fact(words("tool", "used_in"), links=_used_in(catalogue, id)),
        ),
        "source": _source(record.source),
        **_checked(catalogue, record),
    }  # fmt: skip


class Group(NamedTuple):
    """Some tools or examples under one heading."""

    id: str
    label: str
    explanation: str | None
    items: list[Item]


def _page(
    catalogue: Catalogue,
    municipality: str | None,
    title: str,
    description: str,
    url: str,
    crumb: str,
    between: list[Link],
    node: structured.Node,
) -> Context:
    trail = [home_link(catalogue, municipality or catalogue.only_municipality), *between]
    return {
        "title": title,
        "description": markdown.plain(description, 160),
        "trail": trail,
        "canonical": None,
        "robots": None,
        "json_ld": [node, structured.breadcrumbs(trail, (crumb, url))],
        "municipality": municipality or catalogue.only_municipality,
    }


def _library(catalogue: Catalogue, kind: str, url: str, groups: list[Group]) -> Context:
    t = words(kind)
    parts = [item.url for group in groups for item in group.items]
    node = structured.collection(url, t["title"], t["lead"], parts)
    return _page(catalogue, None, t["title"], t["lead"], url, t["heading"], [], node) | {
        "heading": t["heading"],
        "lead": t["lead"],
        "groups": groups,
        "empty": t["empty"] if not groups else None,
    }


def _article(url: str, name: str, summary: str, record: Tool | Example) -> structured.Node:
    source = record.source
    more: structured.Node = {}
    if source and source.organisation:
        more["creator"] = {"@type": "Organization", "name": source.organisation}
    if source and source.url:
        more["isBasedOn"] = source.url
    return structured.article(url, name, summary, record.checked.date if record.checked else None, **more)


def _sections(catalogue: Catalogue, record: Backpack, name: str) -> list[Section]:
    """The form's own order, whatever order the text has; headings that the form lacks come last."""
    t = words("backpack")
    texts = dict(markdown.sections(record.body or ""))
    if before := texts.pop("", None):
        # What stands above the first heading introduces the rest.
        introduction = Backpack.SECTIONS["introduction"]
        texts[introduction] = Markup("\n").join(filter(None, (before, texts.get(introduction))))

    def passage(label: str, section: str, ids: Iterable[str]) -> Passage:
        made = texts.get(Backpack.SECTIONS[section])
        return Passage(label, made, [item for id in ids if (item := _item(catalogue, id, record.municipality))])

    here, country = t["local"].format(name=name), t["national"]
    local, national = record.local, record.national
    sections = [
        Section("inleiding", t["introduction"], [passage("", "introduction", ())]),
        Section("nu", t["situation"], [passage("", "situation", local.situation)]),
        Section(
            "bekend",
            t["known"],
            [passage(here, "local_known", local.known), passage(country, "national_known", national.known)],
        ),
        Section(
            "tools",
            t["tools"],
            [passage(here, "local_tools", local.tools), passage(country, "national_tools", national.tools)],
        ),
        Section(
            "voorbeelden",
            t["examples"],
            [
                passage(here, "local_examples", local.examples),
                passage(country, "national_examples", national.examples),
            ],
        ),
    ]
    known = set(Backpack.SECTIONS.values())
    loose = [(heading, made) for heading, made in texts.items() if heading not in known]
    sections += [
        Section(f"meer-{number}", heading, [Passage("", made, [])])
        for number, (heading, made) in enumerate(loose, start=1)
    ]
    kept = [
        section._replace(passages=[half for half in section.passages if half.text or half.records])
        for section in sections
    ]
    return [section for section in kept if section.passages]


def _item(catalogue: Catalogue, id: str, municipality: str) -> Item | None:
    """Whatever record an id stands for."""
    if id in catalogue.tools:
        return _tool_item(catalogue, id, catalogue.tools[id].record)
    if id in catalogue.examples:
        return _example_item(catalogue, id, catalogue.examples[id].record)
    if id in catalogue.networks:
        name, url = network_link(catalogue, id, municipality)
        return Item(words("network", "label"), name, url, catalogue.networks[id].record.summary or "")
    link = target_link(catalogue, id, municipality)
    if link is None:
        return None
    if "/" in id:
        offer = catalogue.offers[id]
        return Item(offer.organisation.name, offer.offering.name, link.url, offer.offering.summary)
    record = catalogue.organisations[id].record
    kind = catalogue.vocabularies["party_kinds"].label(record.kind) if record.kind else ""
    return Item(kind, record.name, link.url, record.summary)


def _tool_item(catalogue: Catalogue, id: str, record: Tool) -> Item:
    kind = catalogue.vocabularies["tool_kinds"].label(record.kind) if record.kind else words("tool", "label")
    return Item(kind, record.name, urls.tool(id), record.summary, _chips(catalogue, record), _levels(record))


def _home_of(catalogue: Catalogue, record: Tool) -> str:
    return municipality_name(catalogue, record.municipality) if record.municipality else ""


def _example_item(catalogue: Catalogue, id: str, record: Example) -> Item:
    place = record.place or (municipality_name(catalogue, record.municipality) if record.municipality else None)
    kind = words("example", "label")
    return Item(
        f"{kind} · {place}" if place else kind,
        record.name,
        urls.example(id),
        record.summary,
        _chips(catalogue, record),
        _levels(record),
    )


def _levels(record: Tool | Example) -> list[str]:
    return [words("scale")[level] for level in record.scale]


def _chips(catalogue: Catalogue, record: Tool | Example) -> list[str]:
    return labels(catalogue, "conditions", record.conditions)


def _scales(scale: Iterable[str]) -> list[str]:
    names, explained = words("scale"), words("scale_explained")
    return [f"{names[level].capitalize()}: {explained[level][:1].lower()}{explained[level][1:]}" for level in scale]


def _kind(catalogue: Catalogue, record: Tool) -> list[str]:
    if record.kind is None:
        return []
    term = catalogue.vocabularies["tool_kinds"][record.kind]
    return [f"{term.label}: {term.explanation}" if term.explanation else term.label]


def _municipality(catalogue: Catalogue, label: str, id: str | None) -> Fact | None:
    if id is None:
        return None
    name = municipality_name(catalogue, id)
    if id in catalogue.municipalities:
        return Fact(label, links=[Link(name, urls.municipality(id))])
    return Fact(label, [name])


def _source(source: Source | None) -> list[str]:
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


def _checked(catalogue: Catalogue, record: Backpack | Tool | Example) -> Context:
    fresh: Freshness | None = freshness(catalogue, record.checked) if record.checked else None
    return {"fresh": fresh, "about": checked_facts(record.checked)}


def _used_in(catalogue: Catalogue, id: str) -> list[Link]:
    """The kennisrugzakken that send their readers to a tool or example."""
    made = []
    for key, entry in catalogue.backpacks.items():
        local, national = entry.record.local, entry.record.national
        named = (*local.tools, *local.examples, *local.known, *national.tools, *national.examples, *national.known)
        municipality, backpack_id = key.split("/", 1)
        if id in named and municipality in catalogue.municipalities:
            name = municipality_name(catalogue, municipality)
            label = f"{words('backpack', 'label').format(name=name)}: {entry.record.core_theme}"
            made.append(Link(label, urls.backpack(municipality, backpack_id)))
    return made


def _index(
    vocabulary: Iterable[Term],
    records: Mapping[str, Tool] | Mapping[str, Example],
    terms_of: Callable[..., Sequence[str]],
    address: Callable[[str], str],
) -> list[Index]:
    made = []
    for term in vocabulary:
        links = [Link(record.name, address(id)) for id, record in records.items() if term.id in terms_of(record)]
        if links:
            made.append(Index(term.label, term.explanation, links))
    return made


def _by_scale(records: Mapping[str, Tool] | Mapping[str, Example], address: Callable[[str], str]) -> list[Index]:
    names, explained = words("scale"), words("scale_explained")
    made = []
    for scale, name in names.items():
        links = [Link(record.name, address(id)) for id, record in records.items() if scale in record.scale]
        if links:
            made.append(Index(name.capitalize(), explained[scale], links))
    return made
