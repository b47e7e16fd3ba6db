"""Boundaries: every ring of the kinds that RFC 7946 has for areas, and nothing that isn't on the earth."""

from __future__ import annotations

from math import cos, hypot, sin, tau
from typing import Any

import pytest

from generator.formats.geojson import rings, simplified

RING = [[5.7, 50.9], [5.8, 50.9], [5.8, 51.0], [5.7, 50.9]]
POINTS = [(5.7, 50.9), (5.8, 50.9), (5.8, 51.0), (5.7, 50.9)]
POLYGON = {"type": "Polygon", "coordinates": [RING, RING]}
MULTI = {"type": "MultiPolygon", "coordinates": [[RING], [RING, RING]]}


def feature(geometry: Any) -> dict[str, Any]:
    return {"type": "Feature", "properties": {}, "geometry": geometry}


def collection(*features: Any) -> dict[str, Any]:
    return {"type": "FeatureCollection", "features": list(features)}


@pytest.mark.parametrize(
    ("geojson", "count"),
    [
        (POLYGON, 2),
        (MULTI, 3),
        (feature(POLYGON), 2),
        (collection(feature(POLYGON), feature(None), feature(MULTI)), 5),
        ({"type": "Polygon", "coordinates": [[[*point, 12.5] for point in RING]]}, 1),
    ],
)
def test_every_ring_is_found(geojson: Any, count: int) -> None:
    assert rings(geojson) == [POINTS] * count


@pytest.mark.parametrize(
    "point",
    [
        [180.1, 0], [0, 90.5], [0, -91], [-200, 0], [10**400, 0], [float("nan"), 0], [0, float("inf")],
        ["5.7", "50.9"], [True, False], [None, None], [5.7], [], "5,7", 5.7, None, {"lon": 5, "lat": 50},
    ],
)  # fmt: skip
@pytest.mark.parametrize("hole", [False, True])
def test_whatever_is_no_place_on_earth_is_refused(point: Any, hole: bool) -> None:
    spoilt = [*RING[:3], point]
    with pytest.raises(ValueError):
        rings({"type": "Polygon", "coordinates": [RING, spoilt] if hole else [spoilt]})
    with pytest.raises(ValueError):
        rings({"type": "MultiPolygon", "coordinates": [[RING], [RING, spoilt] if hole else [spoilt]]})


@pytest.mark.parametrize(
    "geojson",
    [
        None, [], "Polygon", 5, {}, {"type": "Point", "coordinates": [5, 50]}, {"type": "Polygon"},
        {"type": "Polygon", "coordinates": []}, {"type": "Polygon", "coordinates": [RING[:3]]},
        {"type": "Polygon", "coordinates": {"a": RING}}, {"type": ["Polygon"], "coordinates": [RING]},
        feature(None), feature([]), feature(feature(POLYGON)), collection(), collection(POLYGON), collection(None),
        collection(collection(feature(POLYGON))), {"type": "FeatureCollection", "features": None},
        {"type": "GeometryCollection", "geometries": [POLYGON]},
    ],
)  # fmt: skip
def test_what_has_no_area_is_refused(geojson: Any) -> None:
    with pytest.raises(ValueError):
        rings(geojson)


def test_the_ends_of_the_earth_are_on_it() -> None:
    ring = [[-180, -90], [180, -90], [180, 90], [-180, -90]]
    assert rings({"type": "Polygon", "coordinates": [ring]})[0][0] == (-180.0, -90.0)


def test_a_ring_keeps_what_can_be_seen() -> None:
    """Points on a line go, corners stay, and the ring still ends where it begins."""
    square = [(5.0, 51.0), (5.05, 51.00001), (5.1, 51.0), (5.1, 51.1), (5.0, 51.1), (5.0, 51.04), (5.0, 51.0)]
    assert simplified(square, 1e-4) == [(5.0, 51.0), (5.1, 51.0), (5.1, 51.1), (5.0, 51.1), (5.0, 51.0)]
    assert simplified(square, 1e-9) == [point for point in square if point != (5.0, 51.04)]


def test_a_long_ring_stays_close_to_itself() -> None:
    """However many points a boundary has: none of those left out is further off than was allowed."""
    round_ = [(5.8 + 0.1 * cos(i / 500 * tau), 51 + 0.1 * sin(i / 500 * tau)) for i in range(500)]
    kept = simplified([*round_, round_[0]], 1e-4)
    assert 20 < len(kept) < 150
    assert set(kept) <= set(round_)
    for x, y in round_:
        assert min(hypot(x - a, y - b) for a, b in kept) < 0.02
