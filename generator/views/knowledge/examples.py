"""Practice examples: the list of all, and each with what people wanted, did, got and learned."""

from __future__ import annotations

from generator import urls
from generator.catalogue.catalogue import Catalogue
from generator.formats import markdown
from generator.values import dates
from generator.values.slugs import sort_key
from generator.views.knowledge.items import (
    Item,
    article_of,
    by_scale,
    checked,
    chips,
    example_item,
    index_of,
    levels,
    municipality_fact,
    professional_page,
    reported,
    scales,
    source_lines,
)
from generator.views.knowledge.library import Group, library, terms_of
from generator.views.pieces.facts import Fact, facts, labels, sentence
from generator.views.pieces.links import Context, Link, municipality_name, target_link
from generator.views.pieces.mentions import named_in
from generator.views.pieces.wording import words


def examples(catalogue: Catalogue) -> Context:
    """All practice examples: near ones first, and by theme and condition."""
    t = words("examples")
    records = {id: entry.record for id, entry in catalogue.examples.items()}
    near: dict[str, list[Item]] = {}
    far = []
    for id, record in records.items():
        item = example_item(catalogue, id, record)._replace(id=id, terms=terms_of("examples", record))
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
    return library(catalogue, "examples", urls.EXAMPLES, shown) | {
        "by_theme": index_of(catalogue.vocabularies["themes"], records, lambda r: r.themes, urls.example),
        "by_condition": index_of(conditions, records, lambda r: r.conditions, urls.example),
        "by_scale": by_scale(records, urls.example),
    }


def example(catalogue: Catalogue, id: str) -> Context:
    """One practice example: what people wanted, did, got and learned."""
    t = words("example")
    record = catalogue.examples[id].record
    url = urls.example(id)
    up = Link(words("examples", "heading"), urls.EXAMPLES)
    told = ((name, getattr(record, name)) for name in ("ambition", "done", "result", "lessons"))
    participants = [(value, target_link(catalogue, value)) for value in record.participants]
    return professional_page(
        catalogue, None, record.name, record.summary, url, record.name, [up],
        article_of(url, record.name, record.summary, record),
    ) | {
        "label": t["label"],
        "name": record.name,
        "summary": record.summary,
        "chips": chips(catalogue, record),
        "scales": levels(record),
        "story": [(t[name], markdown.render(told_text)) for name, told_text in told if told_text],
        "tip": markdown.render(record.tip) if record.tip else None,
        "body": markdown.render(record.body) if record.body else None,
        "facts": facts(
            Fact(t["place"], [record.place] if record.place else []),
            municipality_fact(catalogue, t["municipality"], record.municipality),
            Fact(t["since"], [dates.in_words(record.since)] if record.since else []),
            Fact(
                t["participants"],
                [value for value, link in participants if link is None],
                [link for _, link in participants if link is not None],
            ),
            Fact(t["themes"], sentence(labels(catalogue, "themes", record.themes))),
            Fact(words("tool", "steps"), sentence(labels(catalogue, "steps", record.steps))),
            Fact(t["conditions"], sentence(labels(catalogue, "conditions", record.conditions))),
            Fact(t["scale"], scales(record.scale)),
            Fact(words("tool", "scope"), [words("scope")[record.scope]]),
            Fact(words("tool", "used_in"), links=named_in(catalogue, id)),
        ),
        "source": source_lines(record.source),
        "report": reported(catalogue, url, record.name, record.municipality),
        **checked(catalogue, record),
    }  # fmt: skip
