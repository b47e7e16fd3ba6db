"""The layer that every edition starts from: national lines, vocabularies, tools, examples, municipalities."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

FOLDER = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Place:
    """A village or town with its middle, in degrees (WGS 84), where that is known."""

    name: str
    lat: float | None = None
    lon: float | None = None


@dataclass(frozen=True, slots=True)
class NationalMunicipality:
    """A municipality that an area can name; `code` is CBS's and is None for a fictional one."""

    id: str
    name: str
    code: str | None
    province: str
    places: tuple[Place, ...]


@cache
def municipalities() -> Mapping[str, NationalMunicipality]:
    """The 342 Dutch municipalities by id (source: GeoNames, CC BY 4.0)."""
    places: dict[str, list[Place]] = {}
    for row in _rows("places.csv"):
        place = Place(row["name"], float(row["lat"]), float(row["lon"]))
        places.setdefault(row["code"], []).append(place)
    return {
        row["id"]: NationalMunicipality(
            row["id"], row["name"], row["code"], row["province"], tuple(places.get(row["code"], ()))
        )
        for row in _rows("municipalities.csv")
    }


@cache
def near_words() -> tuple[tuple[str, ...], ...]:
    """Sets of words that mean nearly the same to who looks for help."""
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    sets = yaml.load((FOLDER / "synonyms.yml").read_text("utf-8"), Loader=loader)
    return tuple(tuple(words) for words in sets)


@cache
def route() -> Mapping[str, Any]:
    """The questions of the guided route with what each answer leads to, as they are written."""
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    found: Mapping[str, Any] = yaml.load((FOLDER / "route.yml").read_text("utf-8"), Loader=loader)
    return found


@cache
def sources() -> tuple[Mapping[str, Any], ...]:
    """The documents that all this began with and what each names, as they are written."""
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    return tuple(yaml.load((FOLDER / "sources.yml").read_text("utf-8"), Loader=loader))


def _rows(name: str) -> list[dict[str, str]]:
    with (FOLDER / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))
