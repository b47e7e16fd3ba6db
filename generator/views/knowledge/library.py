"""The list of all tools, examples or worksheets: by group, with other ways in, and with what a browser filters on."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from generator import urls
from generator.catalogue.catalogue import Catalogue
from generator.model.knowledge import Example, Tool
from generator.model.worksheet import Worksheet
from generator.views.knowledge.items import Index, Item, professional_page
from generator.views.pieces import schema_org
from generator.views.pieces.links import Context, Link
from generator.views.pieces.options import Option
from generator.views.pieces.wording import words

FILTERS: Mapping[str, Mapping[str, str]] = {
    "tools": {"stap": "steps", "conditie": "conditions", "schaal": "scale", "soort": "kind"},
    "worksheets": {"conditie": "conditions", "schaal": "scale"},
    "examples": {"stap": "steps", "conditie": "conditions", "schaal": "scale", "thema": "themes"},
}
"""What a visitor chooses by, under the word for it in an address, with the field that holds it."""

_VOCABULARIES = {"stap": "steps", "conditie": "conditions", "soort": "tool_kinds", "thema": "themes"}


class Group(NamedTuple):
    """Some tools, examples or worksheets under one heading."""

    id: str
    label: str
    explanation: str | None
    items: list[Item]


class Filter(NamedTuple):
    """What can be chosen of one kind."""

    name: str
    label: str
    options: list[Option]


def library(catalogue: Catalogue, kind: str, url: str, groups: list[Group]) -> Context:
    """The page itself. `kind` is one of `FILTERS`; the items of `groups` carry what they are chosen by."""
    t = words(kind)
    shown = [item.url for group in groups for item in group.items]
    node = schema_org.collection(url, t["title"], t["lead"], shown)
    return professional_page(catalogue, None, t["title"], t["lead"], url, t["heading"], [], node) | {
        "sheets": [urls.PROFESSIONAL_SHEET],
        "heading": t["heading"],
        "lead": t["lead"],
        "groups": groups,
        "filters": _filters(catalogue, kind, {term for group in groups for item in group.items for term in item.terms}),
        "texts_url": urls.library_texts(url),
        "said": words("library", kind),
        "empty": t["empty"] if not groups else None,
    }


def terms_of(kind: str, record: Tool | Example | Worksheet) -> list[str]:
    """What a tool, an example or a worksheet is chosen by: `conditie:relatie`, `schaal:meso`."""
    found = []
    for name, field in FILTERS[kind].items():
        value: str | Sequence[str] | None = getattr(record, field)
        found += [f"{name}:{one}" for one in ([value] if isinstance(value, str) else value or ())]
    return found


def by_step(catalogue: Catalogue) -> list[Index]:
    """For each step of working together the tools and examples that help with it."""
    suffix = words("library", "example_suffix")
    libraries: tuple[tuple[Mapping[str, Tool | Example], Callable[[str], str], str], ...] = (
        ({id: entry.record for id, entry in catalogue.tools.items()}, urls.tool, ""),
        ({id: entry.record for id, entry in catalogue.examples.items()}, urls.example, suffix),
    )
    made = []
    for step in catalogue.vocabularies["steps"]:
        links = [
            Link(record.name + after, address(id))
            for records, address, after in libraries
            for id, record in records.items()
            if step.id in record.steps
        ]
        made.append(Index(step.label, step.explanation, links))
    return [entry for entry in made if entry.links]


def _filters(catalogue: Catalogue, kind: str, used: set[str]) -> list[Filter]:
    """Everything that something here can be chosen by, in the order of the vocabularies."""
    labels = words("library", "filters")
    made = []
    for name in FILTERS[kind]:
        if name == "schaal":
            every = [Option(id, label.capitalize()) for id, label in words("scale").items()]
        else:
            every = [Option(term.id, term.label) for term in catalogue.vocabularies[_VOCABULARIES[name]]]
        options = [option for option in every if f"{name}:{option.value}" in used]
        if options:
            made.append(Filter(name, labels[name], options))
    return made
