"""Tools: the list of all, and each with what to do with it."""

from __future__ import annotations

from generator import urls
from generator.catalogue.catalogue import Catalogue
from generator.formats import markdown
from generator.model.knowledge import Tool
from generator.views.knowledge.items import (
    article_of,
    by_scale,
    checked,
    chips,
    index_of,
    levels,
    municipality_fact,
    professional_page,
    reported,
    scales,
    source_lines,
    tool_item,
)
from generator.views.knowledge.library import Group, by_step, library, terms_of
from generator.views.pieces.facts import Fact, facts, labels, sentence
from generator.views.pieces.links import Context, Link, municipality_name
from generator.views.pieces.mentions import named_in
from generator.views.pieces.wording import words


def tools(catalogue: Catalogue) -> Context:
    """All tools: by kind, by the condition they strengthen, by the level they work on."""
    t = words("tools")
    vocabulary = catalogue.vocabularies["tool_kinds"]
    found = {
        # The heading above it already tells the kind; where a local one belongs, nothing else does.
        id: tool_item(catalogue, id, entry.record)._replace(
            kind=_home_of(catalogue, entry.record), id=id, terms=terms_of("tools", entry.record)
        )
        for id, entry in catalogue.tools.items()
    }
    records = {id: entry.record for id, entry in catalogue.tools.items()}
    groups = [(term, [found[id] for id, record in records.items() if record.kind == term.id]) for term in vocabulary]
    shown = [Group(term.id, term.label, term.explanation, items) for term, items in groups if items]
    loose = [found[id] for id, record in records.items() if record.kind is None]
    if loose:
        shown.append(Group("overig", t["other"], None, loose))
    return library(catalogue, "tools", urls.TOOLS, shown) | {
        "by_step": by_step(catalogue),
        "by_condition": index_of(catalogue.vocabularies["conditions"], records, lambda r: r.conditions, urls.tool),
        "by_scale": by_scale(records, urls.tool),
    }


def tool(catalogue: Catalogue, id: str) -> Context:
    """One tool: what to do with it, for whom, how long it takes, and where it comes from."""
    t = words("tool")
    record = catalogue.tools[id].record
    found = catalogue.worksheets.get(record.worksheet or "")
    url = urls.tool(id)
    up = Link(words("tools", "heading"), urls.TOOLS)
    return professional_page(
        catalogue, None, record.name, record.summary, url, record.name, [up],
        article_of(url, record.name, record.summary, record),
    ) | {
        "label": catalogue.vocabularies["tool_kinds"].label(record.kind) if record.kind else t["label"],
        "name": record.name,
        "summary": record.summary,
        "chips": chips(catalogue, record),
        "scales": levels(record),
        "facts": facts(
            Fact(t["duration"], [record.duration] if record.duration else []),
            Fact(t["group_size"], [record.group_size] if record.group_size else []),
            Fact(t["audience"], sentence(labels(catalogue, "audience", record.audience))),
            Fact(t["steps"], sentence(labels(catalogue, "steps", record.steps))),
            Fact(t["conditions"], sentence(labels(catalogue, "conditions", record.conditions))),
            Fact(t["scale"], scales(record.scale)),
            Fact(t["kind"], _kind(catalogue, record)),
            Fact(t["scope"], [words("scope")[record.scope]]),
            municipality_fact(catalogue, t["municipality"], record.municipality),
            Fact(t["used_in"], links=named_in(catalogue, id)),
        ),
        "worksheet": urls.worksheet(found.id) if found else None,
        "body": markdown.render(record.body, 1) if record.body else None,
        "source": source_lines(record.source),
        "report": reported(catalogue, url, record.name, record.municipality),
        **checked(catalogue, record),
    }  # fmt: skip


def _home_of(catalogue: Catalogue, record: Tool) -> str:
    return municipality_name(catalogue, record.municipality) if record.municipality else ""


def _kind(catalogue: Catalogue, record: Tool) -> list[str]:
    if record.kind is None:
        return []
    term = catalogue.vocabularies["tool_kinds"][record.kind]
    return [f"{term.label}: {term.explanation}" if term.explanation else term.label]
