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
from generator.validation.rules.boundary import fitting_boundary

_PICTURES = {".svg", ".png", ".webp", ".jpg"}


def files_beside(record: Municipality, id: str, folder: Path, content: Path) -> Iterator[Finding]:
    """A municipality's boundary is GeoJSON in the folder of its record; its logo is a picture in `content/`."""
    if record.boundary:
        yield from fitting_boundary(record, id, record.boundary, loaded(folder, record.boundary))
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
    """The GeoJSON of a municipality's outline; None when it is missing, unreadable, elsewhere, or nothing to draw."""
    found = loaded(folder, name)
    try:
        return found if isinstance(found, dict) and rings(found) else None
    except ValueError:
        return None


def loaded(folder: Path, name: str) -> object:
    """What stands in a JSON file of a folder, in any of the encodings JSON has; None when it can't be read."""
    try:
        path = folder / name
        if not is_inside(path, folder) or not is_plain(path):
            return None
        found: object = json.loads(path.read_bytes())
        return found
    except (OSError, ValueError, RecursionError):
        return None
