"""The page of a network: what it goes for, how it works, and who take part."""

from __future__ import annotations

from typing import NamedTuple

from generator import urls
from generator.catalogue.catalogue import Catalogue
from generator.formats import markdown
from generator.texts.listing import joined
from generator.values import dates
from generator.views.agenda.coming import network_agenda
from generator.views.knowledge.items import Index, reported
from generator.views.pieces import schema_org
from generator.views.pieces.facts import Fact, area_words, checked_facts, facts, freshness, labels, sentence
from generator.views.pieces.links import (
    Context,
    Link,
    carry,
    home_link,
    locality,
    municipality_name,
    only_place,
    target_link,
)
from generator.views.pieces.mentions import named_in
from generator.views.pieces.page import page
from generator.views.pieces.passing import made
from generator.views.pieces.wording import words


class Partner(NamedTuple):
    """An organisation in a network, with how closely it works together now and should."""

    name: str
    url: str
    kind: str | None
    role: str | None
    level: str | None
    wanted: str | None


def network(catalogue: Catalogue, id: str) -> Context:
    """One network."""
    t = words("network")
    record = catalogue.networks[id].record
    place = only_place(catalogue, record.area)
    url = urls.network(id)
    trail = [home_link(catalogue, place)]
    ladder = catalogue.vocabularies["ladder"]
    used = {level for member in record.members for level in (member.level, member.wanted_level) if level}
    core = [(value, target_link(catalogue, value, place)) for value in record.core_group]
    description = record.summary or markdown.plain(record.ambition or record.description or record.name, 160)
    area = area_words(catalogue, record.area)
    meetings = network_agenda(catalogue, id)
    node = schema_org.article(url, record.name, description, record.checked.date if record.checked else None)
    title = t["title"].format(name=record.name)
    return page(title, description, place, trail=trail, here=Link(record.name, url), node=node) | {
        "label": t["label"],
        "name": record.name,
        "summary": record.summary,
        "ambition": markdown.render(record.ambition) if record.ambition else None,
        "more": markdown.render(record.description) if record.description else None,
        "facts": facts(
            Fact(t["area"], [area.said, *([joined(area.rest)] if area.rest else [])]),
            Fact(t["since"], [dates.in_words(record.since)] if record.since else []),
            Fact(t["rhythm"], [record.rhythm] if record.rhythm else []),
            Fact(t["chair"], [record.chair] if record.chair else []),
            Fact(
                t["core_group"],
                [value for value, link in core if link is None],
                [link for _, link in core if link is not None],
            ),
            Fact(t["hours"], [record.hours] if record.hours else []),
            Fact(t["themes"], sentence(labels(catalogue, "themes", record.themes))),
            Fact(t["scale"], [words("scale")[record.scale]] if record.scale else []),
            Fact(words("mentions", "in"), links=named_in(catalogue, id)),
        ),
        "members": _members(catalogue, id, place),
        "ring_maps": [
            Link(t["ring_map"].format(name=municipality_name(catalogue, where)), f"{urls.ring_map(where)}?netwerk={id}")
            for where in catalogue.published_in(record.area)
        ],
        "meetings": meetings,
        "made": made(catalogue) if meetings else None,
        "feed": urls.network_feed(id),
        "ladder": [Index(term.label, term.explanation, []) for term in ladder if term.id in used and term.explanation],
        "fresh": freshness(catalogue, record.checked) if record.checked else None,
        "report": reported(catalogue, url, record.name, place),
        "about": checked_facts(record.checked),
        "locality": locality(catalogue, record.area),
    }


def _members(catalogue: Catalogue, id: str, place: str | None) -> list[Partner]:
    """Who take part, the closest first."""
    ladder, kinds = catalogue.vocabularies["ladder"], catalogue.vocabularies["party_kinds"]
    order = {term.id: -position for position, term in enumerate(ladder)}
    members = sorted(catalogue.networks[id].record.members, key=lambda member: order.get(member.level or "", 1))
    partners = []
    for member in members:
        entry = catalogue.organisations[member.organisation]
        partners.append(
            Partner(
                entry.record.name,
                urls.organisation(entry.id) + carry(catalogue, entry.facts.area, place),
                kinds.label(entry.record.kind) if entry.record.kind else None,
                member.role,
                ladder.label(member.level) if member.level else None,
                ladder.label(member.wanted_level) if member.wanted_level else None,
            )
        )
    return partners
