"""The whole valid model in memory: immutable, with the lookups that views, search and exports ask for.

A large edition has tens of thousands of offerings, of which one build may need a few. So the catalogue holds
an `Entry` per record: the few facts that lists and rules need, and the record itself on demand. Every look notes itself
for the page that is being made (`asking`); a lookup that is written tomorrow is made with `question` or gives an
`Asked`. Inside, `unasked` is what lies behind.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Any, cast

from generator.catalogue.asking import Asked, Each, Question, Shared, question
from generator.catalogue.entries import (
    NEARNESS,
    ActivityEntry,
    Entry,
    NetworkEntry,
    Offer,
    OrganisationEntry,
    Phase,
    Vocabulary,
)
from generator.model.activity import Activity
from generator.model.knowledge import Backpack, Example, Tool
from generator.model.municipality import Municipality
from generator.model.worksheet import Worksheet
from generator.national.layer import NationalMunicipality
from generator.records.earlier import Earlier
from generator.values import dates
from generator.values.fields import COUNTRYWIDE, UNDATED


def _offers(offers: tuple[Offer, ...]) -> str:
    return "\n".join(offer.shown for offer in offers)


def _offered(offered: Mapping[str, tuple[Offer, Phase]]) -> str:
    """All of one organisation: what is shown of one of them tells what is shown of all."""
    first = next((offer.shown for offer, _ in offered.values()), "")
    return " ".join((first, *(phase for _, phase in offered.values())))


def _ids(entries: tuple[Entry[Any], ...]) -> str:
    return " ".join(entry.id for entry in entries)


class WholeActivities(Asked[Activity]):
    """Activities that are whole once somebody looks at one."""

    def __init__(self, activities: Mapping[str, ActivityEntry], organisations: Mapping[str, OrganisationEntry]) -> None:
        self._behind = {
            id: (entry, organisations[entry.facts.organisation])
            for id, entry in activities.items()
            if entry.facts.organisation in organisations
        }
        super().__init__("whole_activity", Each(self._behind, self._whole))

    def _whole(self, id: str) -> Activity:
        activity, organisation = self._behind[id]
        return activity.record.within(organisation.record)

    def answer(self, id: str | None = None) -> str:
        """What tells apart the answers to a look at one id, or at which there are and in what order."""
        if id is None or id not in self._behind:
            return super().answer(id)
        return " ".join(entry.digest for entry in self._behind[id])


def _around(id: str) -> Question:
    return "catalogue._around", id.split("/")[0]


@dataclass(frozen=True, eq=False)
class Catalogue:
    """Everything an edition knows on one day. Made by `making`; nothing changes it: each is only itself."""

    day: date
    """For who plans and judges. A view asks what it wants to know of the day: see `phase`, `stale`, `past`."""
    records: Mapping[str, Asked[Entry[Any]]]
    """Every record but vocabularies, by kind. What views speak of has a name of its own below."""
    country: Asked[NationalMunicipality]
    """Every municipality that an area can name: the 342 and the edition's fictional ones."""
    vocabularies: Asked[Vocabulary]

    boundaries: Asked[Mapping[str, Any]]
    """The outline of a municipality where its record names one, as GeoJSON."""

    prose: Asked[str]
    """The addresses that the edition's own prose answers, each with its file."""

    earlier: Asked[tuple[Earlier, ...]]
    """What each municipality had on earlier dates, oldest first, where the edition kept that."""

    shared: Shared = field(default_factory=Shared, init=False)
    """What views made once for several pages."""

    @cached_property
    def asked(self) -> Mapping[str, Asked[Any]]:
        """Everything that is looked up by id, by the name under which a look is noted."""
        named = [value for value in vars(self).values() if isinstance(value, Asked)]
        named += self.records.values()
        named += [self.offers, self.renamed, self.referrers, self.networks_of]
        return {things.name: things for things in (*named, self.whole_activities, self.activities_of)}

    # Records.

    def of(self, kind: str) -> Asked[Entry[Any]]:
        """The records of any kind, by key."""
        return self.records[kind]

    @cached_property
    def municipalities(self) -> Asked[Entry[Municipality]]:
        """The municipalities this edition publishes, by id, in alphabetical order of name."""
        return self.records["municipality"]

    @cached_property
    def organisations(self) -> Asked[OrganisationEntry]:
        return cast(Asked[OrganisationEntry], self.records["organisation"])

    @cached_property
    def networks(self) -> Asked[NetworkEntry]:
        return cast(Asked[NetworkEntry], self.records["network"])

    @cached_property
    def activities(self) -> Asked[ActivityEntry]:
        return cast(Asked[ActivityEntry], self.records["activity"])

    @cached_property
    def backpacks(self) -> Asked[Entry[Backpack]]:
        return cast(Asked[Entry[Backpack]], self.records["backpack"])

    @cached_property
    def tools(self) -> Asked[Entry[Tool]]:
        return cast(Asked[Entry[Tool]], self.records["tool"])

    @cached_property
    def examples(self) -> Asked[Entry[Example]]:
        return cast(Asked[Entry[Example]], self.records["example"])

    @cached_property
    def worksheets(self) -> Asked[Entry[Worksheet]]:
        return cast(Asked[Entry[Worksheet]], self.records["worksheet"])

    # The day.

    @property
    def today(self) -> date:
        """The day itself: what asks this is made anew every day."""
        return self._today()

    @question(str)
    def _today(self) -> date:
        return self.day

    @property
    def month(self) -> str:
        """The month that it is, such as `2026-11`."""
        return self._month()

    @question(str)
    def _month(self) -> str:
        return f"{self.day:%Y-%m}"

    @property
    def year(self) -> int:
        """The year that it is."""
        return self._year()

    @question(str)
    def _year(self) -> int:
        return self.day.year

    def stale(self, checked: str) -> bool:
        """Whether a check made then (a year, a month, a day or `onbekend`) is more than twelve months old."""
        return checked != UNDATED and self._stale(checked)

    @question(str)
    def _stale(self, checked: str) -> bool:
        return dates.is_stale(checked, self.day)

    @question(str)
    def past(self, day: str) -> bool:
        """Whether a whole day (`2026-11-10`) is over."""
        return self._over(day)

    def _over(self, day: str) -> bool:
        return date.fromisoformat(day) < self.day

    def rests(self, offer: Offer) -> bool:
        """Whether an offer takes a break on the day that it is."""
        return offer.rests(self.past)

    def phase(self, key: str) -> Phase:
        """Whether an offer is for later, for now or over."""
        return self.offered_by(key.split("/")[0])[key][1]

    @question(_offered)
    def offered_by(self, organisation: str) -> Mapping[str, tuple[Offer, Phase]]:
        """What an organisation offers, by key, and whether that is for later, for now or over."""
        return self._offered.get(organisation, {})

    @cached_property
    def _offered(self) -> Mapping[str, Mapping[str, tuple[Offer, Phase]]]:
        found: dict[str, dict[str, tuple[Offer, Phase]]] = {}
        for key, offer in self.offers.unasked.items():
            found.setdefault(offer.organisation_id, {})[key] = offer, offer.phase(self.day)
        return found

    def current(self, offer: Offer) -> bool:
        """Whether lists should show it: begun, not over, not ended."""
        return self.phase(offer.key) == "now"

    def begun(self, offer: Offer) -> bool:
        """Whether it can be had by now, or could be once: before that only its own page speaks of it."""
        return self.phase(offer.key) != "later"

    # Offers and who does them.

    @cached_property
    def offers(self) -> Asked[Offer]:
        """Every offering, by key: those that are over or have yet to begin too, for an address never dies."""
        found = {
            (key := f"{id}/{facts.id}"): Offer(key, facts, entry, place)
            for id, entry in self.organisations.unasked.items()
            for place, facts in enumerate(entry.facts.offerings)
        }
        return Asked("offer", found, asks=lambda key: ("catalogue.offered_by", key.split("/")[0]))

    @cached_property
    def _offers_by_area(self) -> Mapping[str, list[Offer]]:
        areas: dict[str, list[Offer]] = {}
        for offered in self._offered.values():
            for offer, phase in offered.values():
                if phase == "now":
                    for area in offer.area:
                        areas.setdefault(area, []).append(offer)
        return areas

    @question(_offers)
    def offers_in(self, municipality: str) -> tuple[Offer, ...]:
        """What people in a municipality can turn to: local first, then regional, then national."""
        known = self._offers_in.get(municipality)
        if known is None:
            local = self._offers_by_area.get(municipality, [])
            national = self._offers_by_area.get(COUNTRYWIDE, [])
            unique = {offer.key: offer for offer in [*local, *national]}
            known = tuple(sorted(unique.values(), key=lambda o: (NEARNESS[o.reach], o.rests(self._over), o.key)))
            self._offers_in[municipality] = known
        return known

    @cached_property
    def _offers_in(self) -> dict[str, tuple[Offer, ...]]:
        return {}

    @question(_ids)
    def organisations_in(self, municipality: str) -> tuple[OrganisationEntry, ...]:
        """The organisations that serve a municipality and have not ended, by id."""
        served = self._organisations_by_area
        found = {entry.id: entry for area in (municipality, COUNTRYWIDE) for entry in served.get(area, ())}
        return tuple(found[id] for id in sorted(found))

    @cached_property
    def _organisations_by_area(self) -> Mapping[str, list[OrganisationEntry]]:
        areas: dict[str, list[OrganisationEntry]] = {}
        for entry in self.organisations.unasked.values():
            if entry.facts.status != "ended":
                for area in entry.facts.area:
                    areas.setdefault(area, []).append(entry)
        return areas

    @cached_property
    def renamed(self) -> Asked[str]:
        """The key of each offer by every key it had before."""
        found: dict[str, str] = {}
        for entry in self.organisations.unasked.values():
            before = entry.facts.formerly
            for offering in entry.facts.offerings:
                if before or offering.formerly:
                    ids = (offering.id, *offering.formerly)
                    old = (f"{organisation}/{id}" for organisation in (entry.id, *before) for id in ids)
                    found |= dict.fromkeys(old, f"{entry.id}/{offering.id}")
        return Asked("renamed", found)

    def offers_of(self, organisation: str) -> tuple[Offer, ...]:
        """The offerings of one organisation, in the order of its file."""
        entry, offers = self.organisations[organisation], self.offers.unasked
        return tuple(offers[f"{entry.id}/{facts.id}"] for facts in entry.facts.offerings)

    @cached_property
    def referrers(self) -> Asked[tuple[str, ...]]:
        """For each organisation, the organisations that refer people to it or to one of its offerings."""
        found: dict[str, list[str]] = {}
        for entry in self.organisations.unasked.values():
            for target in entry.facts.refers_people_to():
                found.setdefault(target, []).append(entry.id)
        return Asked("referrers", {id: tuple(sources) for id, sources in found.items()}, asks=_around)

    # Places.

    def published_in(self, area: Collection[str]) -> tuple[str, ...]:
        """The municipalities of this edition that an area covers, by id."""
        if COUNTRYWIDE in area:
            return tuple(self.municipalities)
        return tuple(sorted((id for id in area if id in self.municipalities), key=self._order.__getitem__))

    @cached_property
    def _order(self) -> Mapping[str, int]:
        return {id: place for place, id in enumerate(self.municipalities.unasked)}

    @property
    def only_municipality(self) -> str | None:
        """The municipality's id in an edition of one; None in an edition of several."""
        return next(iter(self.municipalities)) if len(self.municipalities) == 1 else None

    # Who works together, and what is written about it.

    @cached_property
    def networks_of(self) -> Asked[tuple[str, ...]]:
        """For each organisation, the networks it is a member of."""
        found: dict[str, list[str]] = {}
        for network in self.networks.unasked.values():
            for member in network.facts.members:
                found.setdefault(member, []).append(network.id)
        return Asked("networks_of", {id: tuple(networks) for id, networks in found.items()}, asks=_around)

    @question()
    def networks_in(self, municipality: str) -> tuple[str, ...]:
        """The ids of the networks that work in a municipality."""
        here = {municipality, COUNTRYWIDE}
        return tuple(id for id, entry in self.networks.items() if not here.isdisjoint(entry.facts.area))

    def backpacks_naming(self, id: str) -> tuple[str, ...]:
        """The kennisrugzakken of this edition's municipalities that name a record, by key."""
        first = id.split("/")[0]
        naming: Mapping[str, tuple[str, ...]] = dict(self._around(first)[0])
        return naming.get(id, ())

    @question()
    def _around(self, first: str) -> tuple[tuple[Any, ...], ...]:
        """What speaks of a record, or of what stands under it: the kennisrugzakken that name it or its offers, and for
        an organisation who refers to it, its networks and its activities. One question, since its pages ask it all."""
        others = (self.referrers, self.networks_of, self.activities_of)
        return self._named_under.get(first, ()), *(found.unasked.get(first, ()) for found in others)

    @cached_property
    def _named_under(self) -> Mapping[str, tuple[tuple[str, tuple[str, ...]], ...]]:
        found: dict[str, tuple[tuple[str, tuple[str, ...]], ...]] = {}
        for id, keys in self._named.items():
            first = id.split("/")[0]
            found[first] = (*found.get(first, ()), (id, keys))
        return found

    @question()
    def named_by_backpacks(self) -> Mapping[str, tuple[str, ...]]:
        """For each record that a kennisrugzak names, which do, by key."""
        return self._named

    @cached_property
    def _named(self) -> Mapping[str, tuple[str, ...]]:
        found: dict[str, tuple[str, ...]] = {}
        for key, entry in self.backpacks.unasked.items():
            if key.split("/")[0] in self.municipalities.unasked:
                for id in dict.fromkeys(entry.facts.speaks_of()):
                    found[id] = (*found.get(id, ()), key)
        return found

    # What takes place.

    @cached_property
    def whole_activities(self) -> Asked[Activity]:
        """Every activity by id, with what it leaves out taken from its organisation."""
        return WholeActivities(self.activities.unasked, self.organisations.unasked)

    @question()
    def activities_in(self, municipality: str) -> tuple[str, ...]:
        """The ids of the activities that a municipality's agenda can have, whatever the day, in the order of all: none
        of an organisation that has ended."""
        here, everywhere = (self._activities_by_area.get(area, ()) for area in (municipality, COUNTRYWIDE))
        return tuple(id for _, id in sorted({*here, *everywhere}))

    @cached_property
    def _activities_by_area(self) -> Mapping[str, list[tuple[int, str]]]:
        """For each area its activities, each with its place among all."""
        areas: dict[str, list[tuple[int, str]]] = {}
        for place, (id, entry) in enumerate(self.activities.unasked.items()):
            organisation = self.organisations.unasked.get(entry.facts.organisation)
            if organisation is not None and organisation.facts.status != "ended":
                for area in entry.facts.area or organisation.facts.area:
                    areas.setdefault(area, []).append((place, id))
        return areas

    @cached_property
    def activities_of(self) -> Asked[tuple[str, ...]]:
        """For each organisation, the ids of its activities."""
        found: dict[str, list[str]] = {}
        for id, entry in self.activities.unasked.items():
            found.setdefault(entry.facts.organisation, []).append(id)
        return Asked("activities_of", {id: tuple(found[id]) for id in found}, asks=_around)
