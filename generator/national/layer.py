"""The layer that every edition starts from: national lines, vocabularies, tools, examples, municipalities."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from generator.cache import compiled

FOLDER = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Place:
    """A village or town with its middle, in degrees (WGS 84), where that is known."""

    name: str
    lat: float | None = None
    lon: float | None = None


@dataclass(frozen=True, slots=True)
class NationalMunicipality:
    """A municipality that an area can name; `code` is CBS's and is None where it has none: a fictional one, and the
    three public bodies of the Caribbean Netherlands."""

    id: str
    name: str
    code: str | None
    province: str
    places: tuple[Place, ...]
    others: tuple[str, ...] = ()
    """What it is called as well: by CBS, in Frisian, or by people."""
    joined: tuple[str, ...] = ()
    """The ids of municipalities that have become part of it, where the list has them still."""


@cache
def municipalities() -> Mapping[str, NationalMunicipality]:
    """The 342 Dutch municipalities and the three public bodies of the Caribbean Netherlands, by id."""
    places = by_code("places.csv")
    return {
        row["id"]: NationalMunicipality(
            row["id"],
            row["name"],
            row["code"] or None,
            row["province"],
            places.get(row["code"], ()),
            tuple(name for name in (row["cbs_name"], *row["other_names"].split("; ")) if name),
        )
        for row in rows("municipalities.csv")
    }


def by_code(name: str) -> Mapping[str, tuple[Place, ...]]:
    """The places of a file, by the code of the municipality they lie in."""
    found: dict[str, list[Place]] = {}
    for row in rows(name):
        lat, lon = row["lat"], row["lon"]
        found.setdefault(row["code"], []).append(
            Place(row["name"], float(lat), float(lon)) if lat else Place(row["name"])
        )
    return {code: tuple(places) for code, places in found.items()}


@cache
def organisations() -> frozenset[str]:
    """The ids of the national organisations: their files are named after them."""
    return frozenset(file.stem for file in (FOLDER / "organisations").glob("**/*.yml"))


@cache
def official_places() -> frozenset[str]:
    """What places in the Netherlands are called officially."""
    return frozenset(place.name for known in municipalities().values() for place in known.places)


@cache
def near_words() -> tuple[tuple[str, ...], ...]:
    """Sets of words that mean nearly the same to who looks for help."""
    return tuple(tuple(words) for words in _read("synonyms.yml"))


@cache
def route() -> Mapping[str, Any]:
    """The questions of the guided route with what each answer leads to, as they are written."""
    found: Mapping[str, Any] = _read("route.yml")
    return found


@cache
def sources() -> tuple[Mapping[str, Any], ...]:
    """The documents that all this began with and what each names, as they are written."""
    return tuple(_read("sources.yml"))


@cache
def vocabulary(id: str) -> tuple[Mapping[str, Any], ...]:
    """The terms of a vocabulary, as they are written: all they hold is text."""
    import yaml  # here, because only guides and schemas ask for it

    file = FOLDER / "vocabularies" / f"{id}.yml"
    return tuple(yaml.load(file.read_text("utf-8"), Loader=getattr(yaml, "CBaseLoader", yaml.BaseLoader)))


def _read(name: str) -> Any:
    """What a YAML file of the layer says."""

    def read() -> Any:
        import yaml  # here, because most builds find it as it was read before

        return yaml.load((FOLDER / name).read_text("utf-8"), Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))

    return compiled.of_files(f"national-{name}", [FOLDER / name], read)


def rows(name: str) -> list[dict[str, str]]:
    """The rows of a file of the layer, as they are written."""

    def read() -> list[dict[str, str]]:
        with (FOLDER / name).open(encoding="utf-8", newline="") as file:
            return list(csv.DictReader(file))

    return compiled.of_files(f"national-{name}", [FOLDER / name], read)
