"""The outline of a municipality as a small drawing, with a dot where something is: no tiles, no other host."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import cos, radians
from typing import Any, NamedTuple

from generator.formats.geojson import Ring, rings

_SIZE = 240.0
_MARGIN = 10.0


class Dot(NamedTuple):
    """Where something is in a drawing, in its own units."""

    x: float
    y: float


class Outline(NamedTuple):
    """What the drawing holds, in its own units: a path, its size, and perhaps a dot."""

    path: str
    width: int
    height: int
    dot: Dot | None


class _Frame(NamedTuple):
    """A drawing with how degrees become its units."""

    path: str
    west: float
    north: float
    across: float
    down: float
    width: float
    height: float


def outline(
    boundaries: Sequence[Mapping[str, Any]], lat: float | None = None, lon: float | None = None
) -> Outline | None:
    """The drawing of some GeoJSON boundaries side by side; the dot only where it falls within the drawing."""
    frame = _remembered(boundaries)
    if frame is None:
        return None
    dot = None
    if lat is not None and lon is not None:
        x, y = _MARGIN + (lon - frame.west) * frame.across, _MARGIN + (frame.north - lat) * frame.down
        if _MARGIN <= x <= frame.width - _MARGIN and _MARGIN <= y <= frame.height - _MARGIN:
            dot = Dot(round(x, 1), round(y, 1))
    return Outline(frame.path, round(frame.width), round(frame.height), dot)


_frames: dict[tuple[int, ...], tuple[Sequence[Mapping[str, Any]], _Frame | None]] = {}


def _remembered(boundaries: Sequence[Mapping[str, Any]]) -> _Frame | None:
    """Every offer of a municipality has the same outline: draw it once.

    Boundaries are known by identity; keeping them beside their drawing keeps that identity theirs.
    """
    key = tuple(map(id, boundaries))
    if key not in _frames:
        if len(_frames) > 1000:
            _frames.clear()
        _frames[key] = (list(boundaries), _drawn(boundaries))
    return _frames[key][1]


def _drawn(boundaries: Sequence[Mapping[str, Any]]) -> _Frame | None:
    drawn = [ring for boundary in boundaries for ring in rings(boundary)]
    if not drawn:
        return None
    west = min(x for ring in drawn for x, _ in ring)
    east = max(x for ring in drawn for x, _ in ring)
    south = min(y for ring in drawn for _, y in ring)
    north = max(y for ring in drawn for _, y in ring)
    # A degree of longitude is shorter than one of latitude, the more so to the north.
    narrow = cos(radians((south + north) / 2))
    down = _SIZE / max((east - west) * narrow, north - south, 1e-9)
    across = down * narrow
    places = ([(_MARGIN + (x - west) * across, _MARGIN + (north - y) * down) for x, y in ring] for ring in drawn)
    path = "".join(map(_path, places))
    width, height = (east - west) * across + 2 * _MARGIN, (north - south) * down + 2 * _MARGIN
    return _Frame(path, west, north, across, down, width, height)


def _path(points: Ring) -> str:
    """A closed path, to a tenth of a unit, without the steps too small to see."""
    kept: list[tuple[float, float]] = []
    for x, y in points:
        step = (round(x, 1), round(y, 1))
        if not kept or abs(step[0] - kept[-1][0]) + abs(step[1] - kept[-1][1]) >= 0.8:
            kept.append(step)
    return "M" + "L".join(f"{x:g} {y:g}" for x, y in kept) + "Z"
