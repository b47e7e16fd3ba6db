"""Kennisrugzakken: one question of a municipality with what is known and what helps."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from markupsafe import Markup

from generator import markdown, structured, urls
from generator.catalogue import Catalogue
from generator.model import Backpack
from generator.views.items import Item, checked, item_of, page
from generator.views.parts import Context, Fact, Link, facts, municipality_name
from generator.views.wording import words


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
    return page(
        catalogue, municipality, t["title"].format(name=name), lead, url, t["heading"], [],
        structured.collection(url, t["title"].format(name=name), lead, (str(b["url"]) for b in found)),
    ) | {
        "lead": lead,
        "backpacks": found,
        "empty": t["empty"].format(name=name) if not found else None,
        "onward": [Link(words("site", "tools"), urls.TOOLS), Link(words("site", "examples"), urls.EXAMPLES)],
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
    return page(catalogue, municipality, title, record.design_question, url, record.core_theme, [up], article) | {
        "label": t["label"].format(name=name),
        "theme": record.core_theme,
        "question": record.design_question,
        "sections": _sections(catalogue, record, name),
        "facts": facts(
            Fact(t["programme"], [record.programme] if record.programme else []),
            Fact(t["year"], [str(record.year)] if record.year else []),
        ),
        **checked(catalogue, record),
    }


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
        found = (item_of(catalogue, id, record.municipality) for id in ids)
        return Passage(label, made, [named for named in found if named])

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


def named_in(catalogue: Catalogue, id: str) -> list[Link]:
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
