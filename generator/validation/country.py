"""A part of a municipality is a part of one that the offering serves."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property

from generator.model.municipality import Municipality
from generator.national import layer as national
from generator.problems.near import near
from generator.problems.problem import Finding
from generator.validation.facts import OrganisationFacts
from generator.validation.reading import Reading
from generator.values.fields import COUNTRYWIDE
from generator.values.slugs import slug


class Parts:
    """The villages and postcodes of each municipality: the national list's and those of the edition's own records."""

    def __init__(self, layers: Sequence[Reading]) -> None:
        self._own = {reading.file.id: reading for reading in layers if reading.file.kind == "municipality"}

    @cached_property
    def _records(self) -> dict[str, Municipality]:
        return {id: Municipality.again(one.json()) for id, one in self._own.items() if one.json is not None}

    def villages(self, area: str) -> dict[str, str]:
        """The names of villages by their slug: people write them in more than one way. Empty where nobody knows."""
        official, own = national.municipalities().get(area), self._records.get(area)
        names = [place.name for place in official.places] if official else []
        return {slug(name): name for name in (*names, *(own.places if own else ()))}

    def postcodes(self, area: str) -> frozenset[str]:
        """The four digits of its postcodes; empty where nobody knows."""
        official, own = national.municipalities().get(area), self._records.get(area)
        return frozenset((*getattr(official, "postcodes", ()), *(own.postcodes if own else ())))


def of_part(reading: Reading, parts: Parts) -> Iterator[Finding]:
    """Each village and postcode that an offering is for lies in a municipality of its area, as far as that is known."""
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
        villages = {known: name for area in offering.area for known, name in parts.villages(area).items()}
        for place, name in enumerate(offering.villages):
            if villages and slug(name) not in villages:
                meant = near(name, villages.values())
                values = {"name": name, "area": ", ".join(offering.area), "near": meant}
                yield Finding("village-elsewhere", (*path, "villages", place), values)
        postcodes = [parts.postcodes(area) for area in offering.area]
        for place, code in enumerate(offering.postcodes):
            # A municipality of which no postcodes are known may have this one.
            if all(postcodes) and not any(code in known for known in postcodes):
                values = {"code": code, "area": ", ".join(offering.area)}
                yield Finding("postcode-elsewhere", (*path, "postcodes", place), values)
