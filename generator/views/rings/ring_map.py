"""The ring map of a municipality: who works with whom, how closely, and who is not yet there."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from generator import urls
from generator.catalogue.catalogue import Catalogue
from generator.catalogue.entries import Entry
from generator.formats import jsontext
from generator.model.network import Network
from generator.national.shown import COUNTRYWIDE_KIND, RING_SHEET
from generator.texts.listing import joined
from generator.values.fields import COUNTRYWIDE
from generator.values.slugs import sort_key
from generator.views.knowledge.worksheets import Party, with_ring_map
from generator.views.pieces import schema_org
from generator.views.pieces.brief import Brief, briefly
from generator.views.pieces.facts import Freshness, freshness
from generator.views.pieces.links import Context, Link, by_name, home_link, network_link, organisation_link
from generator.views.pieces.page import page
from generator.views.pieces.wording import words
from generator.views.rings import geometry

MOST = 250
"""With more parties than this, those in no network are in the table alone."""


class Standing(NamedTuple):
    """What an organisation is in one network: ids of the network and of levels."""

    network: str
    level: str | None
    wanted: str | None

    @property
    def moves(self) -> bool:
        """Whether the network wants another level of it than there is now."""
        return self.wanted is not None and self.wanted != self.level


class PartyRow(NamedTuple):
    """An organisation in the table: as people read it, and `kind_id` and `standings` as the filter does."""

    id: str
    organisation: Link
    kind_id: str
    kind: str
    networks: Sequence[tuple[Link, str]]
    level: str
    wanted: str
    refers: Sequence[Link]
    refers_ids: str
    standings: str


class PartyKind(NamedTuple):
    """A kind of party: what it brings, and who of it are at a table or are not."""

    id: str
    label: str
    explanation: str | None
    brings: str
    """The last sentence of the explanation."""
    seated: Sequence[str]
    outside: Sequence[str]


class NetworkItem(NamedTuple):
    """A network in this municipality."""

    network: Link
    summary: str | None
    members: str
    fresh: Freshness | None


class FilterOption(NamedTuple):
    """An option of a filter; a network's `themes` are ids."""

    id: str
    label: str
    themes: str = ""


def ring_map(catalogue: Catalogue, municipality: str) -> Context:
    """Who works with whom in a municipality."""
    t = words("rings")
    name = catalogue.municipalities[municipality].record.name
    tables = networks_in(catalogue, municipality)
    standings = _standings(catalogue, municipality, tables)
    known = [briefly(catalogue, id) for id in standings]
    used = {_kind(catalogue, entry) for entry in known}
    terms = [term for term in catalogue.vocabularies["party_kinds"] if term.parent is None]
    terms = [term for term in terms if term.id != COUNTRYWIDE_KIND or term.id in used]
    order = {term.id: position for position, term in enumerate(terms)}
    entries = sorted(known, key=lambda entry: (order.get(_kind(catalogue, entry), len(order)), sort_key(entry.name)))
    drawn = entries if len(entries) <= MOST else [entry for entry in entries if standings[entry.id]]
    picture = _picture(catalogue, name, [geometry.Term(term.id, term.label) for term in terms], drawn, standings)
    rank = _rank(catalogue)
    rows = [_row(catalogue, municipality, entry, standings[entry.id], rank) for entry in entries]
    kinds = [
        PartyKind(
            term.id,
            term.label,
            term.explanation,
            re.split(r"(?<=[.!?])\s+", term.explanation or "")[-1],
            [entry.name for entry in entries if _kind(catalogue, entry) == term.id and standings[entry.id]],
            [entry.name for entry in entries if _kind(catalogue, entry) == term.id and not standings[entry.id]],
        )
        for term in terms
    ]
    url = urls.ring_map(municipality)
    title, lead = t["title"].format(name=name), t["lead"]
    trail = [home_link(catalogue, municipality)]
    levels = [{"id": term.id, "label": term.label} for term in catalogue.vocabularies["ladder"]]
    said = {key: t[key] for key in _SAID} | {"words": t["words"]}
    node = schema_org.collection(url, title, lead, (urls.network(entry.id) for entry in tables))
    here = Link(t["heading"].format(name=name), url)
    return page(title, lead, municipality, trail=trail, here=here, node=node) | {
        "sheets": [urls.PROFESSIONAL_SHEET],
        "scripts": ("rings",),
        "name": name,
        "heading": t["heading"].format(name=name),
        "lead": lead,
        "notes": _notes(name, bool(tables), bool(entries), len(entries) - len(drawn)),
        "picture": picture,
        "picture_name": t["picture"].format(name=name),
        "picture_said": _described(catalogue, drawn, standings, len(terms)),
        "ladder": [(term.label, term.explanation) for term in reversed([*catalogue.vocabularies["ladder"]])],
        "national": t["national"].format(name=name),
        "old": _old(catalogue, tables),
        "kinds": kinds,
        "seated": [kind for kind in kinds if kind.seated],
        "missing": [
            (heading, found)
            for heading, found in (
                (t["missing_nobody"], [kind for kind in kinds if not kind.seated and not kind.outside]),
                (t["missing_outside"], [kind for kind in kinds if not kind.seated and kind.outside]),
            )
            if found
        ],
        "caption": t["table_caption"].format(name=name),
        "rows": rows,
        "filters": _filters(
            catalogue, tables, rows, kinds, any(standing.moves for found in standings.values() for standing in found)
        ),
        "tables": [_network(catalogue, municipality, entry) for entry in tables],
        "drawn_data": jsontext.text(
            {"middle": name, "levels": levels, "kinds": [{"id": k.id, "label": k.label} for k in kinds]},
        ),
        "said": jsontext.text(said),
        "most": MOST,
        "onward": [
            *_own_version(catalogue, name, drawn, standings),
            Link(words("backpacks", "heading"), urls.backpacks(municipality)),
            Link(words("site", "tools"), urls.TOOLS),
            Link(words("site", "examples"), urls.EXAMPLES),
        ],
    }


def _own_version(
    catalogue: Catalogue, name: str, entries: Sequence[Brief], standings: Mapping[str, Sequence[Standing]]
) -> list[Link]:
    """The worksheet on which a network draws its own map, with everybody of this one on it already."""
    if RING_SHEET not in catalogue.worksheets:
        return []
    rank = _rank(catalogue)
    parties = []
    for entry in entries:
        level, wanted = closest(standings[entry.id], rank)
        kind = _kind(catalogue, entry)
        parties.append(Party(entry.name, kind or "", level or "", wanted or ""))
    return [Link(words("rings", "own"), with_ring_map(catalogue, RING_SHEET, name, parties))]


_SAID = (
    "not_chosen", "shown", "shown_one", "refer_to", "refer_from", "refer_nobody", "no_level", "no_wish", "as_now",
)  # fmt: skip
"""What the filter says, by name."""


def networks_in(catalogue: Catalogue, municipality: str) -> list[Entry[Network]]:
    """The networks whose area covers a municipality, by name."""
    found = (catalogue.networks[id] for id in catalogue.networks_in(municipality))
    return sorted(found, key=lambda entry: sort_key(entry.record.name))


def parties(catalogue: Catalogue, municipality: str) -> list[str]:
    """The organisations on the ring map of a municipality, by id."""
    return list(_standings(catalogue, municipality, networks_in(catalogue, municipality)))


def _standings(
    catalogue: Catalogue, municipality: str, networks: Iterable[Entry[Network]]
) -> Mapping[str, Sequence[Standing]]:
    """For each organisation that is from here, or in a network here: its standing in each of those networks."""
    found: dict[str, list[Standing]] = {
        entry.id: []
        for entry in catalogue.organisations_in(municipality)
        if COUNTRYWIDE not in briefly(catalogue, entry.id).area
    }
    for network in networks:
        for member in network.record.members:
            # Addresses are planned also where a record has faults, and then a member may be missing.
            there = member.organisation in catalogue.organisations
            if there and briefly(catalogue, member.organisation).status != "ended":
                standing = Standing(network.id, member.level, member.wanted_level)
                found.setdefault(member.organisation, []).append(standing)
    return found


def _kind(catalogue: Catalogue, entry: Brief) -> str:
    """The kind of an organisation; of one that is under another, the one at the top: that has the sector."""
    terms = catalogue.vocabularies["party_kinds"]
    kind = entry.kind
    while kind is not None and (above := terms[kind].parent) is not None:
        kind = above
    return kind or ""


def _rank(catalogue: Catalogue) -> Mapping[str, int]:
    """How close each level of the ladder is."""
    return {term.id: position for position, term in enumerate(catalogue.vocabularies["ladder"])}


def closest(standings: Iterable[Standing], rank: Mapping[str, int]) -> tuple[str | None, str | None]:
    """The closest level of several standings, and the closest one wanted: where no wish is, it may stay as it is."""
    levels = [standing.level for standing in standings if standing.level]
    wishes = [wish for standing in standings if (wish := standing.wanted or standing.level)]
    asked = any(standing.wanted for standing in standings)
    wanted = max(wishes, key=rank.__getitem__, default=None) if asked else None
    return max(levels, key=rank.__getitem__, default=None), wanted


def _picture(
    catalogue: Catalogue,
    name: str,
    kinds: Sequence[geometry.Term],
    entries: Sequence[Brief],
    standings: Mapping[str, Sequence[Standing]],
) -> geometry.Drawing:
    rank = _rank(catalogue)
    levels = [geometry.Term(term.id, term.label) for term in catalogue.vocabularies["ladder"]]
    parties = [
        geometry.Party(entry.name, _kind(catalogue, entry) or None, *closest(standings[entry.id], rank))
        for entry in entries
    ]
    return geometry.drawing(name, levels, kinds, parties, geometry.Words(**words("rings", "words")))


def _described(
    catalogue: Catalogue,
    entries: Sequence[Brief],
    standings: Mapping[str, Sequence[Standing]],
    sectors: int,
) -> str:
    """The picture in words, for who can't see it."""
    rank = _rank(catalogue)
    names = [term.label.lower() for term in reversed([*catalogue.vocabularies["ladder"]])]
    unknown = sum(closest(standings[entry.id], rank)[0] is None for entry in entries)
    said: str = words("rings", "described")
    return said.format(count=len(entries), sectors=sectors, rings=len(names), names=joined(names), unknown=unknown)


def _row(
    catalogue: Catalogue,
    municipality: str,
    entry: Brief,
    standings: Sequence[Standing],
    rank: Mapping[str, int],
) -> PartyRow:
    t = words("rings")
    kind = _kind(catalogue, entry)
    level, wanted = closest(standings, rank)
    refers = entry.refers
    return PartyRow(
        id=entry.id,
        organisation=organisation_link(catalogue, entry.id, municipality),
        kind_id=kind,
        kind=catalogue.vocabularies["party_kinds"].label(entry.kind) if entry.kind else t["no_kind"],
        networks=[
            (network_link(catalogue, standing.network, municipality), _in_words(catalogue, standing))
            for standing in standings
        ],
        level=_label(catalogue, level) or t["no_level"],
        wanted=t["no_wish"] if wanted is None else t["as_now"] if wanted == level else _label(catalogue, wanted),
        refers=by_name(organisation_link(catalogue, id, municipality) for id in refers),
        refers_ids=" ".join(refers),
        standings=" ".join(
            f"{standing.network}:{standing.level or ''}:{standing.wanted or ''}" for standing in standings
        ),
    )


def _label(catalogue: Catalogue, level: str | None) -> str:
    return catalogue.vocabularies["ladder"].label(level) if level else ""


def _in_words(catalogue: Catalogue, standing: Standing) -> str:
    """How closely an organisation works in a network, now and as wanted, in words."""
    t = words("rings")
    level = _label(catalogue, standing.level) or t["no_level"]
    if not standing.moves:
        return level.lower()
    said: str = t["place"]
    return said.format(level=level, wanted=_label(catalogue, standing.wanted)).lower()


def _notes(name: str, networks: bool, organisations: bool, left_out: int) -> list[str]:
    """What has to be said before anybody looks."""
    t = words("rings")
    found = [] if networks else [t["none"]]
    found += [] if organisations else [t["nobody"]]
    found += [t["left_out"].format(count=left_out)] if left_out else []
    return [note.format(name=name) for note in found]


def _old(catalogue: Catalogue, tables: Sequence[Entry[Network]]) -> str | None:
    """How much of the picture is of long ago."""
    t = words("rings")
    found = [entry.record.checked for entry in tables if entry.record.checked]
    stale = sum(freshness(catalogue, checked).stale for checked in found)
    if not stale:
        return None
    said: str = t["old_all"] if stale == len(tables) else t["old"]
    return said.format(stale=stale, count=len(tables))


def _filters(
    catalogue: Catalogue,
    tables: Sequence[Entry[Network]],
    rows: Sequence[PartyRow],
    kinds: Sequence[PartyKind],
    wished: bool,
) -> Mapping[str, Sequence[FilterOption]]:
    """What can be chosen: nothing that would show nobody."""
    themes = dict.fromkeys(theme for entry in tables if entry.record.members for theme in entry.record.themes)
    known = catalogue.vocabularies["themes"]
    related = {id for row in rows for id in row.refers_ids.split()}
    return {
        "network": [
            FilterOption(entry.id, entry.record.name, " ".join(entry.record.themes))
            for entry in tables
            if entry.record.members
        ],
        "theme": [FilterOption(term.id, term.label) for term in known if term.id in themes],
        "kind": [FilterOption(kind.id, kind.label) for kind in kinds if kind.seated or kind.outside],
        "refers": sorted(
            (FilterOption(row.id, row.organisation.label) for row in rows if row.refers_ids or row.id in related),
            key=lambda choice: sort_key(choice.label),
        ),
        "wished": [FilterOption("1", words("rings", "wished"))] if wished else [],
    }


def _network(catalogue: Catalogue, municipality: str, entry: Entry[Network]) -> NetworkItem:
    t = words("rings")
    record = entry.record
    count = len(record.members)
    members = t["network_empty"] if not count else t["network_member"] if count == 1 else t["network_members"]
    return NetworkItem(
        network_link(catalogue, entry.id, municipality),
        record.summary,
        members.format(count=count),
        freshness(catalogue, record.checked) if record.checked else None,
    )
