"""The outline of a municipality as a small drawing, with a dot where something is: no tiles, no other host."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from math import cos, radians
from typing import Any, NamedTuple

_SIZE = 240.0
_MARGIN = 10.0

Point = tuple[float, float]
Ring = list[Point]


class Outline(NamedTuple):
    """What the drawing holds, in its own units: a path, its size, and perhaps a dot."""

    path: str
    width: int
    height: int
    dot: tuple[float, float] | None


def outline(
    boundaries: Sequence[Mapping[str, Any]], lat: float | None = None, lon: float | None = None
) -> Outline | None:
    """The drawing of some GeoJSON boundaries side by side; the dot only where it falls within the drawing."""
    rings = [ring for boundary in boundaries for ring in _rings(boundary) if len(ring) > 2]
    if not rings:
        return None
    west = min(x for ring in rings for x, _ in ring)
    east = max(x for ring in rings for x, _ in ring)
    south = min(y for ring in rings for _, y in ring)
    north = max(y for ring in rings for _, y in ring)
    # A degree of longitude is shorter than one of latitude, the more so to the north.
    narrow = cos(radians((south + north) / 2))
    scale = _SIZE / max((east - west) * narrow, north - south, 1e-9)

    def place(x: float, y: float) -> Point:
        return _MARGIN + (x - west) * narrow * scale, _MARGIN + (north - y) * scale

    path = "".join(_path([place(x, y) for x, y in ring]) for ring in rings)
    width = round((east - west) * narrow * scale + 2 * _MARGIN)
    height = round((north - south) * scale + 2 * _MARGIN)
    dot = None
    if lat is not None and lon is not None and west <= lon <= east and south <= lat <= north:
        x, y = place(lon, lat)
        dot = (round(x, 1), round(y, 1))
    return Outline(path, width, height, dot)


def _rings(boundary: Mapping[str, Any]) -> Iterator[Ring]:
    """The outer and inner rings of whatever kind of GeoJSON it is."""
    kind = boundary.get("type")
    if kind == "FeatureCollection":
        for feature in boundary.get("features", ()):
            yield from _rings(feature)
    elif kind == "Feature":
        yield from _rings(boundary.get("geometry") or {})
    elif kind == "GeometryCollection":
        for geometry in boundary.get("geometries", ()):
            yield from _rings(geometry)
    elif kind == "Polygon":
        yield from ([(float(p[0]), float(p[1])) for p in ring] for ring in boundary["coordinates"])
    elif kind == "MultiPolygon":
        for polygon in boundary["coordinates"]:
            yield from ([(float(p[0]), float(p[1])) for p in ring] for ring in polygon)


def _path(points: Ring) -> str:
    """A closed path, to a tenth of a unit, without the steps too small to see."""
    kept: list[tuple[float, float]] = []
    for x, y in points:
        step = (round(x, 1), round(y, 1))
        if not kept or abs(step[0] - kept[-1][0]) + abs(step[1] - kept[-1][1]) >= 0.8:
            kept.append(step)
    return "M" + "L".join(f"{x:g} {y:g}" for x, y in kept) + "Z"
