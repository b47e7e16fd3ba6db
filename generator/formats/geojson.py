"""The rings of a boundary in GeoJSON (RFC 7946): pairs of longitude and latitude, in degrees."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from math import cos, hypot, radians
from typing import Any

Point = tuple[float, float]
Ring = list[Point]

_FEWEST = 4
"""A ring ends where it begins, so a triangle has four points (RFC 7946, 3.1.6)."""

_LARGEST = 1e9
"""No coordinate is larger, in whatever unit."""


def rings(geojson: object) -> list[Ring]:
    """Every ring, outer and inner, of a Polygon, a MultiPolygon, or the Features that hold these.

    Raises `ValueError` where there is anything else, or nothing.
    """
    found = [_ring(points) for geometry in _geometries(geojson) for points in _rings(geometry)]
    if not found:
        raise ValueError("no ring")
    return found


def properties(geojson: object) -> list[Mapping[str, Any]]:
    """What each Feature of a collection says of itself, in order; nothing of what is no collection."""
    features = geojson.get("features") if isinstance(geojson, Mapping) else None
    every = features if isinstance(features, list) else ()
    found = [feature.get("properties") if isinstance(feature, Mapping) else None for feature in every]
    return [said if isinstance(said, Mapping) else {} for said in found]


def pairs(geojson: object) -> list[Point]:
    """The first two numbers of every position, degrees or not, however wrong the rest is."""
    found: list[Point] = []
    todo = [geojson]
    while todo:
        node = todo.pop()
        if isinstance(node, Mapping):
            todo += [node.get(key) for key in ("features", "geometry", "geometries", "coordinates")]
        elif isinstance(node, list) and len(node) > 1 and all(_is_number(one) for one in node[:2]):
            found.append((float(node[0]), float(node[1])))
        elif isinstance(node, list):
            todo += node
    return found


def holds(rings: Sequence[Ring], point: Point) -> bool:
    """Whether a point lies in an area: a line from it crosses the rings an odd number of times, holes included."""
    x, y = point
    crossed = 0
    for ring in rings:
        for (x1, y1), (x2, y2) in pairwise(ring):
            if (y1 > y) != (y2 > y) and x < x1 + (y - y1) / (y2 - y1) * (x2 - x1):
                crossed += 1
    return crossed % 2 == 1


def _is_number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and abs(value) < _LARGEST


def simplified(ring: Ring, tolerance: float) -> Ring:
    """A ring without the points that lie within `tolerance` degrees of the line that remains (Douglas and Peucker)."""
    kept = {0, len(ring) - 1}
    todo = [(0, len(ring) - 1)]
    while todo:
        first, last = todo.pop()
        between = range(first + 1, last)
        farthest = max(between, key=lambda i: _away(ring[i], ring[first], ring[last]), default=first)
        if farthest != first and _away(ring[farthest], ring[first], ring[last]) > tolerance:
            kept.add(farthest)
            todo += [(first, farthest), (farthest, last)]
    return [ring[i] for i in sorted(kept)]


def _away(point: Point, start: Point, end: Point) -> float:
    """How far a point is from the line between two others, in degrees of latitude."""
    narrow = cos(radians(point[1]))
    x, y = (point[0] - start[0]) * narrow, point[1] - start[1]
    across, up = (end[0] - start[0]) * narrow, end[1] - start[1]
    length = across * across + up * up
    along = min(1.0, max(0.0, (x * across + y * up) / length)) if length else 0.0
    return hypot(x - along * across, y - along * up)


def _geometries(geojson: object) -> Iterator[Mapping[str, Any]]:
    node = _mapping(geojson)
    kind = node.get("type")
    if kind not in ("FeatureCollection", "Feature"):
        yield node
        return
    for feature in _list(node.get("features")) if kind == "FeatureCollection" else [node]:
        if _mapping(feature).get("type") != "Feature":
            raise ValueError(f"no Feature: {feature.get('type')!r:.40}")
        if feature.get("geometry") is not None:  # a Feature may be nowhere
            yield _mapping(feature["geometry"])


def _rings(geometry: Mapping[str, Any]) -> Iterator[object]:
    kind = geometry.get("type")
    if kind not in ("Polygon", "MultiPolygon"):
        raise ValueError(f"no Polygon or MultiPolygon: {kind!r:.40}")
    coordinates = _list(geometry.get("coordinates"))
    for polygon in coordinates if kind == "MultiPolygon" else [coordinates]:
        yield from _list(polygon)


def _ring(points: object) -> Ring:
    ring = [_point(point) for point in _list(points)]
    if len(ring) < _FEWEST:
        raise ValueError(f"a ring of {len(ring)} points")
    return ring


def _point(point: object) -> Point:
    # A third number is the height; nothing here asks for it.
    numbers = _list(point)
    if len(numbers) < 2:
        raise ValueError("a point without a latitude")
    return _degrees(numbers[0], 180), _degrees(numbers[1], 90)


def _degrees(value: object, most: int) -> float:
    # Compared before it is converted: a number may be too large for that, and NaN is never within bounds.
    if isinstance(value, bool) or not isinstance(value, int | float) or not -most <= value <= most:
        raise ValueError(f"no degrees: {value!r:.40}")
    return float(value)


def _mapping(value: object) -> Mapping[str, Any]:
    if not isinstance(value, Mapping):
        raise ValueError(f"no object: {type(value).__name__}")
    return value


def _list(value: object) -> Sequence[Any]:
    if not isinstance(value, list | tuple):
        raise ValueError(f"no list: {type(value).__name__}")
    return value
