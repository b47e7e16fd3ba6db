"""An address agrees with its country: its postcode, and where it lies on the map."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model.parts import Address
from generator.problems.problem import Finding, Path
from generator.texts.listing import either
from generator.validation.rules.walking import Walked, unclear
from generator.values import countries


def agreeing_addresses(walked: Walked) -> Iterator[Finding]:
    """An address without a country is in the Netherlands; where people get letters only is no place on the map."""
    for path, part in walked.parts:
        if not isinstance(part, Address) or unclear(part, "country"):
            continue
        country = part.country or countries.HOME
        if part.postcode:
            yield from _postcode(country, part.postcode, (*path, "postcode"))
        if part.lat is None or part.lon is None:
            continue
        if part.po_box is not None:
            yield Finding("po-box-on-map", (*path, "lat"), {"street": part.street})
        elif not countries.COUNTRIES[country].holds(part.lat, part.lon):
            yield from _misplaced(country, part.lat, part.lon, path)


def _postcode(country: str, postcode: str, path: Path) -> Iterator[Finding]:
    known = countries.COUNTRIES[country]
    values = {"value": postcode, "country": countries.name(country), "example": known.example}
    if known.postcode is None:
        yield Finding("postcode-none", path, values)
    elif not known.postcode.fullmatch(postcode):
        yield Finding("postcode-format" if country == countries.HOME else "postcode-abroad", path, values)


def _misplaced(country: str, lat: float, lon: float, path: Path) -> Iterator[Finding]:
    """What two coordinates outside a country can be: each other, those of another country, or wrong."""
    values = {"lat": f"{lat:g}", "lon": f"{lon:g}", "country": countries.name(country)}
    if countries.COUNTRIES[country].holds(lon, lat):
        yield Finding("coordinates-swapped", (*path, "lat"), values)
    elif elsewhere := list(countries.around(lat, lon)):
        other = {"other": either([countries.name(code) for code in elsewhere]), "codes": either(elsewhere)}
        yield Finding("coordinates-country", (*path, "lat"), values | other)
    elif any(countries.around(lon, lat)):
        yield Finding("coordinates-swapped", (*path, "lat"), values)
    else:
        south, north, west, east = countries.nearest(country, lat, lon)
        ranges = {"south": _written(south), "north": _written(north), "west": _written(west), "east": _written(east)}
        for key, value, low, high in (("lat", lat, south, north), ("lon", lon, west, east)):
            if not low <= value <= high:
                yield Finding("coordinate-outside", (*path, key), values | ranges | {"value": f"{value:g}"})


def _written(degrees: float) -> str:
    return f"{degrees:g}".replace(".", ",")
