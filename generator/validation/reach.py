"""Whether anybody finds a record: a municipality in its area has pages here, or something that is found leads to it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, Set

from generator.national.layer import sources
from generator.problems.problem import Finding
from generator.validation.reading import Reading
from generator.validation.villages import Villages, narrowed
from generator.values.fields import COUNTRYWIDE


def unreached(
    layers: Sequence[Reading], published: Set[str], known: Set[str], merged: Mapping[str, str], villages: Villages
) -> Iterator[tuple[Reading, Finding]]:
    """What reaches nobody here. An area with a municipality that nobody knows is a fault of another kind; a network
    next door that a kennisrugzak names is found there."""
    if not published:
        return
    aside: list[tuple[Reading, Finding]] = []
    for reading in layers:
        if not reading.file.national:
            for path, area, ended in narrowed(reading, villages).facts.areas():
                today = [merged.get(id, id) for id in area]
                if not ended and published.isdisjoint(today) and COUNTRYWIDE not in today and known >= set(today):
                    aside.append((reading, Finding("reaches-nobody", path, {"area": ", ".join(area)})))
    if not aside:
        return
    led_to = _led_to(layers, published, {reading.file.id for reading, finding in aside if finding.path == ("area",)})
    yield from (found for found in aside if found[0].file.id not in led_to)


def _led_to(layers: Sequence[Reading], published: Set[str], aside: set[str]) -> set[str]:
    """Which of the records that lie aside something leads to that does not, however many steps it takes. The page
    of all that the sources name is such a thing."""
    named = {
        reading.file.id: {id.split("/")[0] for _, id, _ in reading.facts.named()} - {reading.file.id}
        for reading in layers
    }
    found: set[str] = set()
    new = set().union(_sourced(published), *(ids for id, ids in named.items() if id not in aside)) & aside
    while new:
        found |= new
        new = (set().union(*(named[id] for id in new)) & aside) - found
    return found


def _sourced(published: Set[str]) -> set[str]:
    documents = (found for found in sources() if found.get("local") is None or found["local"] in published)
    return {place.split("/")[1] for found in documents for item in found["items"] for place in item["at"]}
