"""The whole valid model in memory: immutable, with the lookups that views, search and exports ask for.

A large edition has tens of thousands of offerings, of which one build may need a few. So the catalogue holds
an `Entry` per record: the few facts that lists and rules need, and the record itself on demand.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Any

from generator.catalogue.entries import NEARNESS, Entry, Offer, OrganisationEntry, Vocabulary
from generator.model.activity import Activity
from generator.model.knowledge import Backpack, Example, Tool
from generator.model.municipality import Municipality
from generator.model.network import Network
from generator.model.worksheet import Worksheet
from generator.national.layer import NationalMunicipality
from generator.records.earlier import Earlier
from generator.values.fields import COUNTRYWIDE


@dataclass(frozen=True, eq=False)
class Catalogue:
    """Everything an edition knows on one day. Made by `validation`; nothing changes it: each is only itself."""

    today: date
    municipalities: Mapping[str, Entry[Municipality]]
    """The municipalities this edition publishes, by id, in alphabetical order of name."""
    country: Mapping[str, NationalMunicipality]
    """Every municipality that an area can name: the 342 and the edition's fictional ones."""
    vocabularies: Mapping[str, Vocabulary]
    organisations: Mapping[str, OrganisationEntry]
    networks: Mapping[str, Entry[Network]] = field(default_factory=dict)
    activities: Mapping[str, Entry[Activity]] = field(default_factory=dict)
    backpacks: Mapping[str, Entry[Backpack]] = field(default_factory=dict)
    tools: Mapping[str, Entry[Tool]] = field(default_factory=dict)
    examples: Mapping[str, Entry[Example]] = field(default_factory=dict)
    worksheets: Mapping[str, Entry[Worksheet]] = field(default_factory=dict)

    boundaries: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    """The outline of a municipality where its record names one, as GeoJSON."""

    prose: frozenset[str] = frozenset()
    """The addresses that the edition's own prose answers."""

    earlier: Mapping[str, tuple[Earlier, ...]] = field(default_factory=dict)
    """What each municipality had on earlier dates, oldest first, where the edition kept that."""

    @cached_property
    def offers(self) -> Mapping[str, Offer]:
        """Every offering, by key: those that are over or have yet to begin too, for an address never dies."""
        found = {}
        for entry in self.organisations.values():
            for index, facts in enumerate(entry.facts.offerings):
                key = f"{entry.id}/{facts.id}"
                found[key] = Offer(
                    key=key,
                    id=facts.id,
                    help=facts.help,
                    situations=facts.situations,
                    area=facts.area,
                    status=facts.status,
                    visible=facts.visible,
                    entry=entry,
                    index=index,
                )
        return found

    @cached_property
    def _offers_by_area(self) -> Mapping[str, list[Offer]]:
        areas: dict[str, list[Offer]] = {}
        for offer in self.offers.values():
            if offer.current(self.today):
                for area in offer.area:
                    areas.setdefault(area, []).append(offer)
        return areas

    def offers_in(self, municipality: str) -> tuple[Offer, ...]:
        """What people in a municipality can turn to: local first, then regional, then national."""
        known = self._offers_in.get(municipality)
        if known is None:
            local = self._offers_by_area.get(municipality, [])
            national = self._offers_by_area.get(COUNTRYWIDE, [])
            unique = {offer.key: offer for offer in [*local, *national]}
            known = tuple(sorted(unique.values(), key=lambda o: (NEARNESS[o.reach], o.status == "paused", o.key)))
            self._offers_in[municipality] = known
        return known

    @cached_property
    def _offers_in(self) -> dict[str, tuple[Offer, ...]]:
        return {}

    def organisations_in(self, municipality: str) -> tuple[OrganisationEntry, ...]:
        """The organisations that serve a municipality and have not ended, by id."""
        served = self._organisations_by_area
        found = {entry.id: entry for area in (municipality, COUNTRYWIDE) for entry in served.get(area, ())}
        return tuple(found[id] for id in sorted(found))

    @cached_property
    def _organisations_by_area(self) -> Mapping[str, list[OrganisationEntry]]:
        areas: dict[str, list[OrganisationEntry]] = {}
        for entry in self.organisations.values():
            if entry.facts.status != "ended":
                for area in entry.facts.area:
                    areas.setdefault(area, []).append(entry)
        return areas

    @cached_property
    def renamed(self) -> Mapping[str, str]:
        """The key of each offer by every key it had before."""
        found: dict[str, str] = {}
        for entry in self.organisations.values():
            before = entry.facts.formerly
            for offering in entry.facts.offerings:
                if before or offering.formerly:
                    ids = (offering.id, *offering.formerly)
                    old = (f"{organisation}/{id}" for organisation in (entry.id, *before) for id in ids)
                    found |= dict.fromkeys(old, f"{entry.id}/{offering.id}")
        return found

    def offers_of(self, organisation: str) -> tuple[Offer, ...]:
        """The offerings of one organisation, in the order of its file."""
        entry = self.organisations[organisation]
        return tuple(self.offers[f"{entry.id}/{facts.id}"] for facts in entry.facts.offerings)

    def published_in(self, area: Collection[str]) -> tuple[str, ...]:
        """The municipalities of this edition that an area covers, by id."""
        if COUNTRYWIDE in area:
            return tuple(self.municipalities)
        return tuple(sorted((id for id in area if id in self.municipalities), key=self._order.__getitem__))

    @cached_property
    def _order(self) -> Mapping[str, int]:
        return {id: place for place, id in enumerate(self.municipalities)}

    @cached_property
    def referrers(self) -> Mapping[str, tuple[str, ...]]:
        """For each organisation, the organisations that refer people to it or to one of its offerings."""
        found: dict[str, list[str]] = {}
        for entry in self.organisations.values():
            for target in entry.facts.refers_people_to():
                found.setdefault(target, []).append(entry.id)
        return {id: tuple(sources) for id, sources in found.items()}

    @cached_property
    def networks_of(self) -> Mapping[str, tuple[str, ...]]:
        """For each organisation, the networks it is a member of."""
        found: dict[str, list[str]] = {}
        for network in self.networks.values():
            for member in network.record.members:
                found.setdefault(member.organisation, []).append(network.id)
        return {id: tuple(networks) for id, networks in found.items()}

    @cached_property
    def backpacks_naming(self) -> Mapping[str, tuple[str, ...]]:
        """For each record, the kennisrugzakken of this edition's municipalities that name it, by key."""
        found: dict[str, list[str]] = {}
        for key, entry in self.backpacks.items():
            if key.split("/")[0] in self.municipalities:
                named = (value for kind, value, _ in entry.facts.named() if kind in ("record", "tool", "example"))
                for id in dict.fromkeys(named):
                    found.setdefault(id, []).append(key)
        return {id: tuple(keys) for id, keys in found.items()}

    @cached_property
    def whole_activities(self) -> Mapping[str, Activity]:
        """Every activity by id, with what it leaves out taken from its organisation."""
        return {
            id: entry.record.within(self.organisations[entry.record.organisation].record)
            for id, entry in self.activities.items()
            if entry.record.organisation in self.organisations
        }

    def activities_in(self, municipality: str) -> tuple[str, ...]:
        """The ids of the activities that a municipality's agenda can have, whatever the day."""
        here = {municipality, COUNTRYWIDE}
        return tuple(id for id, whole in self.whole_activities.items() if not here.isdisjoint(whole.area or ()))

    @cached_property
    def activities_of(self) -> Mapping[str, tuple[str, ...]]:
        """For each organisation, the ids of its activities."""
        found: dict[str, list[str]] = {}
        for id, activity in self.whole_activities.items():
            found.setdefault(activity.organisation, []).append(id)
        return {id: tuple(activities) for id, activities in found.items()}

    def networks_in(self, municipality: str) -> tuple[str, ...]:
        """The ids of the networks that work in a municipality."""
        here = {municipality, COUNTRYWIDE}
        return tuple(id for id, entry in self.networks.items() if not here.isdisjoint(entry.record.area))

    @property
    def only_municipality(self) -> str | None:
        """The municipality's id in an edition of one; None in an edition of several."""
        return next(iter(self.municipalities)) if len(self.municipalities) == 1 else None
