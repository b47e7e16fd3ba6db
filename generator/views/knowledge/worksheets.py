"""Worksheets: the index, and each sheet as a form that also prints empty."""

from __future__ import annotations

from base64 import urlsafe_b64encode
from collections.abc import Iterable
from typing import Any, NamedTuple

from generator import urls
from generator.catalogue.catalogue import Catalogue
from generator.formats import jsontext, markdown
from generator.model.worksheet import NAMED, FormField, Worksheet, WorksheetSection
from generator.views.knowledge.items import (
    Item,
    by_scale,
    checked,
    chips,
    index_of,
    levels,
    professional_page,
    reported,
    scales,
    source_lines,
)
from generator.views.knowledge.library import Group, library, terms_of
from generator.views.pieces import schema_org
from generator.views.pieces.facts import Fact, facts, labels, sentence
from generator.views.pieces.links import Context, Link
from generator.views.pieces.options import Option
from generator.views.pieces.wording import words

LONGEST = 7500
"""Characters of a link that mail programs and browsers still leave whole."""


class Party(NamedTuple):
    """A row of a ring map in a worksheet: a name, with ids of its kind and levels where they are chosen."""

    name: str
    kind: str
    level: str
    wanted: str


class Choice(NamedTuple):
    """Something to choose, with the kind of help it leads to."""

    id: str
    label: str
    help: str | None
    help_label: str | None


def worksheets(catalogue: Catalogue) -> Context:
    """All worksheets, by the condition they strengthen."""
    t = words("worksheets")
    conditions = catalogue.vocabularies["conditions"]
    records = {id: entry.record for id, entry in catalogue.worksheets.items()}
    items = {id: worksheet_item(catalogue, id, record) for id, record in records.items()}
    every = frozenset(term.id for term in conditions)
    whole = [items[id] for id, record in records.items() if every <= set(record.conditions)]
    groups = [Group("alle", t["all"], t["all_text"], whole)]
    for term in conditions:
        # Each sheet stands once: under the condition it names first.
        first = [
            items[id]
            for id, record in records.items()
            if record.conditions[:1] == (term.id,) and not every <= set(record.conditions)
        ]
        groups.append(Group(term.id, term.label, term.explanation, first))
    groups.append(
        Group("overig", t["other"], None, [items[id] for id, record in records.items() if not record.conditions])
    )
    return library(catalogue, "worksheets", urls.WORKSHEETS, [group for group in groups if group.items]) | {
        "by_condition": index_of(conditions, records, lambda record: record.conditions, urls.worksheet),
        "by_scale": by_scale(records, urls.worksheet),
    }


def worksheet(catalogue: Catalogue, id: str) -> Context:
    """One worksheet."""
    t = words("worksheet")
    record = catalogue.worksheets[id].record
    url = urls.worksheet(id)
    up = Link(words("worksheets", "heading"), urls.WORKSHEETS)
    article = schema_org.article(url, record.name, record.summary, record.checked.date if record.checked else None)
    title = t["title"].format(name=record.name)
    return professional_page(catalogue, None, title, record.summary, url, record.name, [up], article) | {
        "sheets": [urls.PROFESSIONAL_SHEET],
        "scripts": ("worksheet",),
        "id": id,
        "label": t["label"],
        "name": record.name,
        "summary": record.summary,
        "intro": markdown.render(record.intro, 1) if record.intro else None,
        "facts": facts(
            Fact(t["duration"], [record.duration] if record.duration else []),
            Fact(t["group_size"], [record.group_size] if record.group_size else []),
            Fact(t["audience"], sentence(labels(catalogue, "audience", record.audience))),
            Fact(t["conditions"], sentence(labels(catalogue, "conditions", record.conditions))),
            Fact(t["scale"], scales(record.scale)),
            Fact(t["tool"], links=tools_with(catalogue, id)),
        ),
        "source": source_lines(record.source),
        "sections": [_section(catalogue, section) for section in record.sections],
        "places": [Option(key, entry.record.name) for key, entry in catalogue.municipalities.items()],
        "definition": jsontext.text(_definition(catalogue, id, record)),
        "said": jsontext.text(_said()),
        "report": reported(catalogue, url, record.name, None),
        **checked(catalogue, record),
    }  # fmt: skip


def _said() -> dict[str, Any]:
    """What the scripts say, with the words that the page itself has too."""
    t, told = words("worksheet"), words("worksheet_said")
    labels = {**told["labels"], "remove": t["remove"]}
    return {**told, "row": t["row"], "labels": labels, "rings": words("rings", "words")}


def worksheet_item(catalogue: Catalogue, id: str, record: Worksheet) -> Item:
    """A worksheet in the list of all: that it is one needs no saying there."""
    about = (chips(catalogue, record), levels(record))
    return Item("", record.name, urls.worksheet(id), record.summary, *about, id, terms_of("worksheets", record))


def with_ring_map(catalogue: Catalogue, id: str, middle: str, parties: Iterable[Party]) -> str:
    """The address of a worksheet whose ring map shows some parties already, around what is in the middle.

    Where that would be too long for a link, or the sheet has no ring map, it is the empty sheet's.
    """
    for section in catalogue.worksheets[id].record.sections:
        # The first line of the section stands in the middle, as `sheet-pictures.mjs` draws it.
        fields = {field.kind: field.id for field in reversed(section.fields)}
        if "rings" in fields and not section.repeat:
            values = {fields["text"]: middle} if "text" in fields else {}
            link = _filled_in(id, {section.id: {**values, fields["rings"]: [one._asdict() for one in parties]}})
            return link if len(link) <= LONGEST else urls.worksheet(id)
    return urls.worksheet(id)


def _filled_in(id: str, values: dict[str, Any]) -> str:
    """The address of a worksheet with something in it already: behind the #, as `sheet-files.mjs` reads it."""
    packed = urlsafe_b64encode(jsontext.written(values)).decode().rstrip("=")
    return f"{urls.worksheet(id)}#t={packed}"


def tools_with(catalogue: Catalogue, id: str) -> list[Link]:
    """The tools that a worksheet belongs to."""
    return [
        Link(entry.record.name, urls.tool(key))
        for key, entry in catalogue.tools.items()
        if entry.record.worksheet == id
    ]


def _section(catalogue: Catalogue, section: WorksheetSection) -> dict[str, Any]:
    repeat = section.repeat
    count = (repeat.advised or repeat.least) if repeat else 1
    return {
        "id": section.id,
        "name": section.name,
        "help": markdown.render(section.help) if section.help else None,
        "repeat": repeat,
        "groups": range(count),
        "fields": [_field(catalogue, field) for field in section.fields],
    }


def _field(catalogue: Catalogue, field: FormField) -> dict[str, Any]:
    help = catalogue.vocabularies["help"]
    made = field.model_dump() | {
        "choices": [
            Choice(option.id, option.label, option.leads_to, help.label(option.leads_to) if option.leads_to else None)
            for option in field.options
        ],
        "leads": any(option.leads_to for option in field.options),
        "pieces": _pieces(field.text) if field.text else [],
    }
    if field.kind == "rings":
        made |= {"party_kinds": _terms(catalogue, "party_kinds"), "ladder": _terms(catalogue, "ladder")}
    if field.kind == "chart":
        made["conditions"] = [term.label for term in catalogue.vocabularies["conditions"]]
    return made


def _pieces(text: str) -> list[tuple[str, str | None]]:
    """A composed sentence as (words, id of the field that comes after them)."""
    cut = NAMED.split(text)
    names: list[str | None] = [*cut[1::2], None]
    return list(zip(cut[::2], names, strict=True))


def _terms(catalogue: Catalogue, vocabulary: str) -> list[Option]:
    return [Option(term.id, term.label) for term in catalogue.vocabularies[vocabulary]]


def _definition(catalogue: Catalogue, id: str, record: Worksheet) -> dict[str, Any]:
    """What the scripts need to know of a sheet to keep, read and draw what is filled in."""
    conditions = catalogue.vocabularies["conditions"]
    made: dict[str, Any] = {
        "id": id,
        "name": record.name,
        "sections": [
            {
                "id": section.id,
                "name": section.name,
                "condition": section.condition,
                "repeat": section.repeat.model_dump() if section.repeat else None,
                "fields": [_told(field) for field in section.fields],
            }
            for section in record.sections
        ],
    }
    kinds = {field.kind for section in record.sections for field in section.fields}
    if "chart" in kinds:
        made["conditions"] = {
            term.id: {"label": term.label, "tools": _tools_for(catalogue, term.id)} for term in conditions
        }
    if "rings" in kinds:
        made["kinds"] = [{"id": kind.value, "label": kind.label} for kind in _terms(catalogue, "party_kinds")]
        made["levels"] = [{"id": level.value, "label": level.label} for level in _terms(catalogue, "ladder")]
    return made


def _told(field: FormField) -> dict[str, Any]:
    known: dict[str, Any] = {"id": field.id, "kind": field.kind, "label": field.label}
    if field.options:
        known["options"] = {option.id: option.label for option in field.options}
    if field.other:
        known["other"] = field.other
    if field.columns:
        known["columns"] = [{"id": column.id, "label": column.label} for column in field.columns]
    if field.kind == "scale":
        known["steps"] = field.steps
    if field.kind == "tree":
        known["levels"] = list(field.levels)
    if field.text:
        known["pieces"] = _pieces(field.text)
    if field.seconds:
        known["seconds"] = field.seconds
    return known


def _tools_for(catalogue: Catalogue, condition: str) -> list[tuple[str, str]]:
    """The tools that strengthen a condition, those that do little else first."""
    found = [(id, entry.record) for id, entry in catalogue.tools.items() if condition in entry.record.conditions]
    found.sort(key=lambda pair: (len(pair[1].conditions), pair[0]))
    return [(record.name, urls.tool(id)) for id, record in found[:_TOOLS]]


_TOOLS = 4
"""As many tools are named for the condition that needs them most."""
