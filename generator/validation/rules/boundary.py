"""A boundary can be drawn, and it is that of its municipality: files from elsewhere come in many forms.

What is in metres is refused with how to convert it. pyproj could do that, but it is 33 MB once installed, for something
that a municipality does once and that the program its file comes from does as well.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from math import cos, radians
from typing import Any, NamedTuple

from generator.formats import geojson
from generator.formats.geojson import Point, Ring
from generator.model.municipality import Municipality
from generator.national import layer as national
from generator.problems.problem import Finding
from generator.values import countries

_PATH = ("boundary",)

_RD = ((-7_000, 300_000), (289_000, 629_000))
"""From and to which metres Rijksdriehoek (EPSG:28992) counts, east and north."""

_NEAR = 0.05
"""A place this far outside a boundary, in degrees of latitude (some five kilometres), may be its own after all: what
is drawn roughly is not elsewhere."""

_LARGE = 1.0
"""No municipality is as wide or high, in degrees."""

_NAMED = 5
"""As many municipalities are named when a file holds more than one."""


def fitting_boundary(record: Municipality, id: str, name: str, found: object) -> Iterator[Finding]:
    """What is wrong with the boundary of a municipality; `found` is what its file says, None if it can't be read."""
    values: dict[str, Any] = {"name": name, "municipality": record.name}
    rings = _rings(found)
    points = [point for ring in rings for point in ring] or geojson.pairs(found)
    code = _unit(found, points) if points else None
    if code or not rings:
        yield Finding(code or "boundary-file", _PATH, values)
        return
    first, corners = points[0], _corners(points)
    values |= {"lat": f"{first[1]:g}", "lon": f"{first[0]:g}"}
    if not _on_land(corners) and _on_land([(lat, lon) for lon, lat in corners]):
        yield Finding("boundary-swapped", _PATH, values)
    elif several := _several(record, found):
        counted = {"count": len(several.names), "names": _few(several.names), "key": several.key, "own": several.own}
        yield Finding("boundary-several", _PATH, values | counted)
    elif _may_hold_more(found, corners) and (names := _around(id, rings, corners)):
        yield Finding("boundary-too-wide", _PATH, values | {"names": _few(names)})
    else:
        yield from _elsewhere(id, rings, corners, values)


class _Several(NamedTuple):
    """What a file says of several municipalities."""

    key: str
    """Under which name."""
    own: str
    """What stands there for the municipality whose boundary it should be."""
    names: list[str]


def _few(names: Sequence[str]) -> str:
    return ", ".join(names[:_NAMED]) + (" …" if len(names) > _NAMED else "")


def _may_hold_more(found: object, corners: Sequence[Point]) -> bool:
    """Whether it is worth a look at the places of others: in several parts, or larger than any municipality."""
    (west, south), (east, north) = corners
    return len(geojson.properties(found)) > 1 or east - west > _LARGE or north - south > _LARGE


def _rings(found: object) -> list[Ring]:
    try:
        return geojson.rings(found)
    except ValueError:
        return []


def _unit(found: object, points: Sequence[Point]) -> str | None:
    """The code for coordinates that are no degrees."""
    crs = str(found.get("crs")) if isinstance(found, Mapping) else ""
    if "28992" in crs or "7415" in crs:
        return "boundary-rd"
    if all(abs(lon) <= 180 and abs(lat) <= 180 for lon, lat in points):
        return None
    (west, east), (south, north) = _RD
    for x, y in (points[0], points[0][::-1]):
        if west <= x <= east and south <= y <= north:
            return "boundary-rd"
    return "boundary-metres"


def _on_land(points: Sequence[Point]) -> bool:
    """Whether all of it may lie in one of the countries that we know."""
    return any(all(country.holds(lat, lon) for lon, lat in points) for country in countries.COUNTRIES.values())


def _several(record: Municipality, found: object) -> _Several | None:
    """The municipalities that a file names, if it names more than one."""
    features = geojson.properties(found)
    if len(features) < 2:
        return None
    own = record.name.casefold()
    best = None
    for key in dict.fromkeys(key for said in features for key in said):
        written = list(dict.fromkeys(value for said in features if isinstance(value := said.get(key), str)))
        named = {_country()[value.casefold()]: value for value in written if value.casefold() in _country()}
        if not named and own in map(str.casefold, written):
            named = {value: value for value in written}
        if len(named) > (len(best.names) if best else 1):
            kept = next((value for name, value in named.items() if name.casefold() == own), record.name)
            best = _Several(str(key), kept, list(named))
    return best


@cache
def _country() -> Mapping[str, str]:
    """The municipalities by their name, and by CBS's code with and without its letters."""
    found: dict[str, str] = {}
    for known in national.municipalities().values():
        code = (known.code or "").casefold()
        found |= dict.fromkeys((known.name.casefold(), code, code.removeprefix("gm")), known.name)
    return found


def _around(id: str, rings: Sequence[Ring], corners: Sequence[Point]) -> list[str]:
    """The other municipalities of which every place lies within a boundary."""
    found = _others(id, rings, corners)
    every = national.municipalities().values()
    return [known.name for known in every if known.name in found and found[known.name] == len(_spots(known))]


def _elsewhere(id: str, rings: Sequence[Ring], corners: Sequence[Point], values: dict[str, Any]) -> Iterator[Finding]:
    """A boundary goes around places of its municipality, as far as the national list knows any."""
    known = national.municipalities().get(id)
    own = _spots(known) if known else []
    if not own and not _on_land(corners):
        yield Finding("boundary-nowhere", _PATH, values)
    if not own or any(geojson.holds(rings, spot) for spot in own):
        return
    if around := _others(id, rings, corners):
        yield Finding("boundary-elsewhere", _PATH, values | {"other": around.most_common(1)[0][0]})
    elif not any(_between(corners, spot, _NEAR) for spot in own):
        yield Finding("boundary-nowhere", _PATH, values)


def _spots(known: national.NationalMunicipality) -> list[Point]:
    return [(place.lon, place.lat) for place in known.places if place.lat is not None and place.lon is not None]


def _others(id: str, rings: Sequence[Ring], corners: Sequence[Point]) -> Counter[str]:
    """How many places of other municipalities lie within a boundary, by name."""
    every = (other for other in national.municipalities().values() if other.id != id)
    spots = ((other.name, spot) for other in every for spot in _spots(other) if _between(corners, spot))
    return Counter(name for name, spot in spots if geojson.holds(rings, spot))


def _corners(points: Sequence[Point]) -> tuple[Point, Point]:
    """The corners south-west and north-east of what lies around some points."""
    lons, lats = [lon for lon, _ in points], [lat for _, lat in points]
    return (min(lons), min(lats)), (max(lons), max(lats))


def _between(corners: Sequence[Point], spot: Point, beside: float = 0) -> bool:
    """Whether a point lies within those corners, or so many degrees of latitude beside them."""
    (west, south), (east, north) = corners
    aside = beside / cos(radians(spot[1]))
    return west - aside <= spot[0] <= east + aside and south - beside <= spot[1] <= north + beside
