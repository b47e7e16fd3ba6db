"""Kennisrugzakken: one question of a municipality with what is known and what helps."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from markupsafe import Markup

from generator import urls
from generator.catalogue.catalogue import Catalogue
from generator.catalogue.unlisted import missing
from generator.formats import markdown
from generator.model.knowledge import Backpack
from generator.problems.problem import problem
from generator.views.knowledge.items import Item, checked, item_of, professional_page, reported
from generator.views.pieces import schema_org
from generator.views.pieces.facts import Fact, facts
from generator.views.pieces.links import Context, Link, municipality_name
from generator.views.pieces.when import capital
from generator.views.pieces.wording import words


class Passage(NamedTuple):
    """One half of a backpack's section, local or national: its text with the records that belong to it."""

    label: str
    text: Markup | None
    records: list[Item]


class Section(NamedTuple):
    """One section of a backpack."""

    id: str
    label: str
    passages: list[Passage]


class Half(NamedTuple):
    """One half of a section before its records are looked up: their ids, organisation or `organisation/offering`."""

    label: str
    text: Markup | None
    ids: Sequence[str]


class Chapter(NamedTuple):
    """One section of a backpack before its records are looked up."""

    id: str
    heading: str
    halves: list[Half]


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
    return professional_page(
        catalogue, municipality, t["title"].format(name=name), lead, url, t["heading"], [],
        schema_org.collection(url, t["title"].format(name=name), lead, (str(b["url"]) for b in found)),
    ) | {
        "lead": lead,
        "backpacks": found,
        "empty": t["empty"].format(name=name) if not found else None,
        "onward": [
            Link(words("site", "ring_map"), urls.ring_map(municipality)),
            Link(words("coverage", "link").format(name=name), urls.coverage(municipality)),
            Link(words("backpack_onward", "all"), urls.COMPARISON),
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
    article = schema_org.article(
        url,
        record.core_theme,
        record.design_question,
        record.checked.date if record.checked else None,
        contentLocation={"@type": "AdministrativeArea", "name": name},
    )
    return professional_page(
        catalogue, municipality, title, record.design_question, url, record.core_theme, [up], article
    ) | {
        "label": t["label"].format(name=name),
        "theme": record.core_theme,
        "question": record.design_question,
        "sections": _sections(catalogue, record, name),
        "facts": facts(
            Fact(t["programme"], [record.programme] if record.programme else []),
            Fact(t["year"], [str(record.year)] if record.year else []),
        ),
        "missing": _lacks(catalogue, key),
        "onward": _onward(catalogue, municipality, id),
        "report": reported(catalogue, url, record.core_theme, municipality),
        **checked(catalogue, record),
    }


def _sections(catalogue: Catalogue, record: Backpack, name: str) -> list[Section]:
    def items(ids: Iterable[str]) -> list[Item]:
        found = (item_of(catalogue, id, record.municipality) for id in ids)
        return [item for item in found if item]

    return [
        Section(
            chapter.id, chapter.heading, [Passage(half.label, half.text, items(half.ids)) for half in chapter.halves]
        )
        for chapter in chapters(record, name)
    ]


def chapters(record: Backpack, name: str) -> list[Chapter]:
    """The form's own order, whatever order the text has; headings that the form lacks come last."""
    t = words("backpack")
    texts = dict(markdown.sections(record.body or ""))
    if before := texts.pop("", None):
        # What stands above the first heading introduces the rest.
        introduction = Backpack.SECTIONS["introduction"]
        texts[introduction] = Markup("\n").join(filter(None, (before, texts.get(introduction))))

    def half(label: str, section: str, ids: Sequence[str]) -> Half:
        return Half(label, texts.get(Backpack.SECTIONS[section]), ids)

    here, country = t["local"].format(name=name), t["national"]
    local, national = record.local, record.national
    made = [
        Chapter("inleiding", t["introduction"], [half("", "introduction", ())]),
        Chapter("nu", t["situation"], [half("", "situation", local.situation)]),
        Chapter(
            "bekend",
            t["known"],
            [half(here, "local_known", local.known), half(country, "national_known", national.known)],
        ),
        Chapter(
            "tools",
            t["tools"],
            [half(here, "local_tools", local.tools), half(country, "national_tools", national.tools)],
        ),
        Chapter(
            "voorbeelden",
            t["examples"],
            [half(here, "local_examples", local.examples), half(country, "national_examples", national.examples)],
        ),
    ]
    known = set(Backpack.SECTIONS.values())
    loose = [(heading, text) for heading, text in texts.items() if heading not in known]
    made += [
        Chapter(f"meer-{number}", heading, [Half("", text, ())])
        for number, (heading, text) in enumerate(loose, start=1)
    ]
    kept = [chapter._replace(halves=[half for half in chapter.halves if half.text or half.ids]) for chapter in made]
    return [chapter for chapter in kept if chapter.halves]


class Lack(NamedTuple):
    """Something a kennisrugzak still lacks, and how to mend that."""

    what: str
    mend: str


def _lacks(catalogue: Catalogue, key: str) -> list[Lack]:
    """What its writer can still do."""
    worded = (problem("", 1, 1, finding) for finding in missing(catalogue, key))
    return [Lack(f"{capital(one.message)}.", capital(one.hint)) for one in worded]


def _onward(catalogue: Catalogue, municipality: str, id: str) -> list[Link]:
    t = words("backpack_onward")
    links = [Link(t["booklet"], urls.booklet(municipality, id))]
    if sum(key.split("/")[0] in catalogue.municipalities for key in catalogue.backpacks) > 1:
        links.append(Link(t["compare"], urls.COMPARISON))
    return links
