"""What people say when they tell where they live, beside a municipality and its villages: neighbourhoods, postcodes,
and other names for villages."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import NamedTuple, TypeVar

from generator.national.layer import Place, by_code, municipalities, rows

T = TypeVar("T")


class OtherName(NamedTuple):
    """Another name for a village: an older one, or the one in Frisian or Dutch."""

    name: str
    place: str
    """What the village is called officially."""


@cache
def neighbourhoods() -> Mapping[str, tuple[Place, ...]]:
    """Neighbourhoods, hamlets and older names of villages, by the id of their municipality."""
    return _by_id(by_code("neighbourhoods.csv"))


@cache
def other_names() -> Mapping[str, tuple[OtherName, ...]]:
    """Other names for villages, by the id of their municipality."""
    found: dict[str, list[OtherName]] = {}
    for row in rows("other_names.csv"):
        found.setdefault(row["code"], []).append(OtherName(row["name"], row["place"]))
    return _by_id({code: tuple(names) for code, names in found.items()})


@cache
def postcodes() -> Mapping[str, tuple[Place, ...]]:
    """The postcode areas (four digits) with their middle, by the id of their municipality. One may lie in several."""
    found: dict[str, dict[str, Place]] = {}
    more: dict[tuple[str, str], int] = {}
    for row in rows("postcodes.csv"):
        areas, area = found.setdefault(row["code"], {}), row["postcode"]
        lat, lon = float(row["lat"]), float(row["lon"])
        before = areas.get(area)
        if before is not None and before.lat is not None and before.lon is not None:  # parts of it have other names
            count = more[row["code"], area] = more.get((row["code"], area), 1) + 1
            lat, lon = before.lat + (lat - before.lat) / count, before.lon + (lon - before.lon) / count
        areas[area] = Place(area, lat, lon)
    return _by_id({code: tuple(areas.values()) for code, areas in found.items()})


def _by_id(found: Mapping[str, tuple[T, ...]]) -> Mapping[str, tuple[T, ...]]:
    return {id: found[known.code] for id, known in municipalities().items() if known.code and known.code in found}
