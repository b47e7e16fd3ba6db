"""Files that a record names: they are there and can be read."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from generator.formats.geojson import rings
from generator.model.municipality import Municipality
from generator.problems.problem import Finding
from generator.records.lying import is_inside, is_plain

_PICTURES = {".svg", ".png", ".webp", ".jpg"}


def files_beside(record: Municipality, folder: Path, content: Path) -> Iterator[Finding]:
    """A municipality's boundary is GeoJSON in the folder of its record; its logo is a picture in `content/`."""
    if record.boundary and boundary(folder, record.boundary) is None:
        yield Finding("boundary-file", ("boundary",), {"name": record.boundary})
    logo = record.theme.logo if record.theme else None
    if logo and not _is_picture(content, logo):
        yield Finding("logo-file", ("theme", "logo"), {"name": logo})


def _is_picture(content: Path, name: str) -> bool:
    if name.startswith("/") or ".." in name.split("/"):
        return False
    try:
        picture = content / name
        return is_inside(picture, content) and picture.suffix in _PICTURES and picture.is_file()
    except (OSError, ValueError):  # a name no disk can hold
        return False


def boundary(folder: Path, name: str) -> dict[str, Any] | None:
    """The GeoJSON of a municipality's outline; None when it is missing, unreadable or elsewhere."""
    try:
        path = folder / name
        if not is_inside(path, folder) or not is_plain(path):
            return None
        found: dict[str, Any] = json.loads(path.read_text("utf-8"))
        return found if rings(found) else None
    except (OSError, ValueError, RecursionError):
        return None
