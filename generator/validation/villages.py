"""The villages and postcodes of each municipality, and that an offering for some of them is for some of its area."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cached_property

from generator.cache.digests import digest
from generator.formats import jsontext
from generator.model.municipality import Municipality
from generator.national import layer as national
from generator.national import whereabouts
from generator.problems.near import near
from generator.problems.problem import Finding
from generator.validation.facts import OfferingFacts, OrganisationFacts
from generator.validation.merging import Merging
from generator.validation.reading import Reading
from generator.values.fields import COUNTRYWIDE
from generator.values.slugs import slug, sort_key


class Villages:
    """What lies in each municipality as an edition stands on a day: what the national list knows, what the edition's
    records add, and all that lay in those that became part of it. An old id means the new municipality here too."""

    def __init__(self, layers: Sequence[Reading], merging: Merging) -> None:
        self._own = {reading.file.id: reading for reading in layers if reading.file.kind == "municipality"}
        self._merging = merging

    @cached_property
    def _records(self) -> dict[str, Municipality]:
        return {id: Municipality.again(one.json()) for id, one in self._own.items() if one.json is not None}

    def _made_of(self, area: str) -> tuple[str, ...]:
        """The ids of a municipality and of those that became part of it; one that the list doesn't know is made of
        what its record says, also before its day."""
        here = self._merging.done.get(area, area)
        olds = [old for old, into in self._merging.done.items() if into == here]
        if here not in national.municipalities():
            olds += [old for old, joining in self._merging.joinings.items() if joining.into == here]
        return tuple(dict.fromkeys((here, *olds)))

    def places(self, area: str) -> tuple[str, ...]:
        """The names of its villages and towns, in the order of lists where there is more than one source, and of what
        its record calls so."""
        ids = self._made_of(area)
        listed = [place.name for id in ids if (one := national.municipalities().get(id)) for place in one.places]
        own = [name for id in ids if (record := self._records.get(id)) for name in record.places]
        if not listed or (not own and len(ids) == 1):
            return tuple(dict.fromkeys(listed or own))
        # The list's spelling stands: pages know where that is.
        return tuple(sorted(_by_slug((*own, *listed)).values(), key=sort_key))

    def own_postcodes(self, area: str) -> tuple[str, ...]:
        """The postcodes that the edition's records name."""
        codes = (code for id in self._made_of(area) if id in self._records for code in self._records[id].postcodes)
        return tuple(dict.fromkeys(codes))

    def villages(self, area: str) -> Mapping[str, str]:
        """The names of its villages and neighbourhoods by their slug: people write them in more than one way. Empty
        where nobody knows them all."""
        known = () if self._unread(area) else self.places(area)
        parts = (part.name for id in self._made_of(area) for part in whereabouts.neighbourhoods().get(id, ()))
        return _by_slug((*parts, *known)) if known else {}

    def postcodes(self, area: str) -> frozenset[str]:
        """The four digits of its postcodes; empty where nobody knows them all."""
        if self._unread(area):
            return frozenset()
        listed = (area.name for id in self._made_of(area) for area in whereabouts.postcodes().get(id, ()))
        return frozenset((*listed, *self.own_postcodes(area)))

    def _unread(self, area: str) -> bool:
        """Whether a record that may name more can't be read as a whole."""
        return any(id in self._own and id not in self._records for id in self._made_of(area))


def narrowed(reading: Reading, known: Villages) -> Reading:
    """The same record, in which what an organisation offers to some villages or postcodes is for the municipalities of
    its area in which those lie: nobody else finds it."""
    facts, make = reading.facts, reading.json
    if not isinstance(facts, OrganisationFacts):
        return reading
    areas = {place: area for place, one in enumerate(facts.offerings) if (area := _around(one, known)) != one.area}
    if not areas:
        return reading

    def written() -> bytes:
        assert make is not None
        data = json.loads(make())
        for place, area in areas.items():
            data["offerings"][place]["area"] = list(area)
        return jsontext.written(data)

    return replace(
        reading,
        digest=digest(reading.digest, repr(areas)),
        facts=facts.offered_in(areas),
        json=written if make is not None else None,
    )


def _around(offering: OfferingFacts, known: Villages) -> tuple[str, ...]:
    """The municipalities of an offering's area in which one of its villages or postcodes may lie: all of them when it
    is for everybody there, or when its parts lie in none (which is told)."""
    if len(offering.area) < 2 or not (offering.villages or offering.postcodes):
        return offering.area
    places = {slug(name) or name for name in offering.villages}

    def may_lie_in(id: str) -> bool:
        villages = known.villages(id) if places else {}
        postcodes = known.postcodes(id) if offering.postcodes else frozenset()
        unknown = (places and not villages) or (offering.postcodes and not postcodes)
        return bool(unknown or not places.isdisjoint(villages) or not postcodes.isdisjoint(offering.postcodes))

    return tuple(filter(may_lie_in, offering.area)) or offering.area


def _by_slug(names: Iterable[str]) -> dict[str, str]:
    return {slug(name) or name: name for name in names}


def of_villages(reading: Reading, known: Villages) -> Iterator[Finding]:
    """Each village and postcode that an offering is for lies in a municipality of its area, as far as that is known: a
    municipality of which nobody knows them may have this one."""
    facts = reading.facts
    if not isinstance(facts, OrganisationFacts):
        return
    for index, offering in enumerate(facts.offerings):
        if not offering.villages and not offering.postcodes:
            continue
        path = ("offerings", index)
        if COUNTRYWIDE in offering.area:
            field = "villages" if offering.villages else "postcodes"
            yield Finding("part-of-country", (*path, field))
            continue
        area = ", ".join(offering.area)
        villages = [known.villages(id) for id in offering.area] if offering.villages else []
        if villages and all(villages):
            names = {place: name for one in villages for place, name in one.items()}
            for place, name in enumerate(offering.villages):
                if (slug(name) or name) not in names:
                    values = {"name": name, "area": area, "near": near(name, names.values())}
                    yield Finding("village-elsewhere", (*path, "villages", place), values)
        postcodes = [known.postcodes(id) for id in offering.area] if offering.postcodes else []
        if postcodes and all(postcodes):
            for place, code in enumerate(offering.postcodes):
                if not any(code in one for one in postcodes):
                    yield Finding("postcode-elsewhere", (*path, "postcodes", place), {"code": code, "area": area})
