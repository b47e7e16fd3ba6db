"""What people call where they live, beside the villages that pages name: for who chooses a municipality or a place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import NamedTuple

from generator.catalogue.asking import derived
from generator.catalogue.catalogue import Catalogue
from generator.national import whereabouts
from generator.national.layer import Place, municipalities
from generator.national.mergers import followed, mergers
from generator.values.slugs import plain


class Whereabouts(NamedTuple):
    """Of one municipality."""

    names: Sequence[str]
    """What it is called as well: by CBS, in Frisian, or by people."""
    parts: Sequence[Place]
    """Neighbourhoods, hamlets and older names."""
    others: Sequence[str]
    """Other names for its villages, and the municipalities that became part of it."""
    postcodes: Sequence[Place]


@derived
def whereabouts_of(catalogue: Catalogue, id: str) -> Whereabouts:
    """What people in a municipality may call where they live. What its own record says of postcodes is added."""
    record, listed = catalogue.municipalities[id].record, catalogue.country.get(id)
    ids = (id, *(listed.joined if listed else ()))
    villages = {plain(name) for name in (record.name, *record.places)}
    parts = {place.name: place for one in ids for place in whereabouts.neighbourhoods().get(one, ())}
    areas = {place.name: place for one in ids for place in whereabouts.postcodes().get(one, ())}
    areas = {**{area: Place(area) for area in record.postcodes}, **areas}
    names = chain(_former(ids), (other.name for one in ids for other in whereabouts.other_names().get(one, ())))
    return Whereabouts(
        [name for name in (listed.others if listed else ()) if name != record.name],
        [place for name, place in parts.items() if plain(name) not in villages],
        [name for name in dict.fromkeys(names) if plain(name) not in villages],
        [areas[area] for area in sorted(areas)],
    )


def _former(ids: Sequence[str]) -> Iterator[str]:
    """The names of the municipalities that became part of the first of these: the others, and those that the list has
    no more."""
    gone = {id: merger.into for id, merger in mergers().items() if id not in municipalities()}
    for id, merger in mergers().items():
        if id in ids[1:] or (id in gone and followed(id, gone) in ids):
            yield merger.name


def choosing(catalogue: Catalogue) -> dict[str, tuple[str, str, str]]:
    """What the chooser knows beside what stands on its page: for each municipality its other names, what else lies in
    it, and its postcodes, each as one text."""
    found = {id: whereabouts_of(catalogue, id) for id in catalogue.municipalities}
    return {
        id: (
            "|".join(known.names),
            "|".join(dict.fromkeys((*known.others, *(part.name for part in known.parts)))),
            in_ranges(place.name for place in known.postcodes),
        )
        for id, known in found.items()
    }


def in_ranges(areas: Iterable[str]) -> str:
    """Postcode areas in order as `7201-7207,7213`."""
    ranges: list[list[int]] = []
    for area in map(int, areas):
        if ranges and area == ranges[-1][-1] + 1:
            ranges[-1][1:] = [area]
        else:
            ranges.append([area])
    return ",".join("-".join(map(str, ends)) for ends in ranges)
