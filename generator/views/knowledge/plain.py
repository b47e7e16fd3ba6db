"""A record as it is: what the page of a kind shows that has no view of its own, through the fragment named after it."""

from __future__ import annotations

from generator import urls
from generator.catalogue.catalogue import Catalogue
from generator.formats import markdown
from generator.model.kinds import KINDS
from generator.views.knowledge.items import item_of_kind, professional_page
from generator.views.pieces import schema_org
from generator.views.pieces.facts import checked_facts, freshness
from generator.views.pieces.links import Context


def plain(catalogue: Catalogue, id: str, key: str) -> Context:
    """A record of a kind: itself as `record`, its text as HTML, and what every page for professionals has."""
    kind, record = KINDS[id], catalogue.of(id)[key].record
    item = item_of_kind(kind, key, record)
    check, text = getattr(record, "checked", None), getattr(record, "body", None)
    node = schema_org.article(item.url, item.name, item.summary, check.date if check else None)
    return professional_page(catalogue, None, item.name, item.summary, item.url, item.name, [], node) | {
        "sheets": [urls.PROFESSIONAL_SHEET],
        "label": item.kind,
        "record": record,
        "body": markdown.render(text, 1) if text else None,
        "fresh": freshness(catalogue, check) if check else None,
        "about": checked_facts(check),
    }
