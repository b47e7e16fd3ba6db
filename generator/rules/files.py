"""Files that a record names: they are there and can be read."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from generator.model import Municipality
from generator.problems import Finding

_PICTURES = {".svg", ".png", ".webp", ".jpg"}


def files_beside(record: Municipality, folder: Path, content: Path) -> Iterator[Finding]:
    """A municipality's boundary is GeoJSON in the folder of its record; its logo is a picture in `content/`."""
    if record.boundary and boundary(folder, record.boundary) is None:
        yield Finding("boundary-file", ("boundary",), {"name": record.boundary})
    logo = record.theme.logo if record.theme else None
    if logo:
        picture = content / logo
        inside = picture.resolve().is_relative_to(content.resolve())
        if not inside or picture.suffix not in _PICTURES or not picture.is_file():
            yield Finding("logo-file", ("theme", "logo"), {"name": logo})


def boundary(folder: Path, name: str) -> dict[str, Any] | None:
    """A GeoJSON file (RFC 7946) with at least one ring of four points, in degrees; None if there is none."""
    path = folder / name
    if not path.resolve().is_relative_to(folder.resolve()):
        return None
    try:
        found: dict[str, Any] = json.loads(path.read_text("utf-8"))
        rings = list(_rings(found))
    except (OSError, ValueError, TypeError, KeyError, IndexError, RecursionError):
        return None
    return found if rings and all(len(ring) >= 4 for ring in rings) else None


def _rings(node: Any) -> Iterator[list[tuple[float, float]]]:
    match node["type"]:
        case "FeatureCollection":
            for feature in node["features"]:
                yield from _rings(feature)
        case "Feature":
            yield from _rings(node["geometry"])
        case "Polygon":
            yield _ring(node["coordinates"][0])
        case "MultiPolygon":
            yield from (_ring(polygon[0]) for polygon in node["coordinates"])
        case other:
            raise ValueError(other)


def _ring(points: Any) -> list[tuple[float, float]]:
    return [(float(point[0]), float(point[1])) for point in points]
