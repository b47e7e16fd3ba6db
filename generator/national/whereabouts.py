"""What people say when they tell where they live, beside a municipality and its villages: neighbourhoods, postcodes,
and other names for villages."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from statistics import mean
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
    found: dict[str, dict[str, list[tuple[float, float]]]] = {}
    for row in rows("postcodes.csv"):
        spots = found.setdefault(row["code"], {}).setdefault(row["postcode"], [])
        spots.append((float(row["lat"]), float(row["lon"])))
    return _by_id(
        {
            code: tuple(
                Place(area, round(mean(lat for lat, _ in spots), 4), round(mean(lon for _, lon in spots), 4))
                for area, spots in areas.items()
            )
            for code, areas in found.items()
        }
    )


def _by_id(found: Mapping[str, tuple[T, ...]]) -> Mapping[str, tuple[T, ...]]:
    return {id: found[known.code] for id, known in municipalities().items() if known.code and known.code in found}
