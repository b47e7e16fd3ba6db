"""Files that a record names: a boundary that can be drawn, a logo that is a picture."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from generator.validation.rules.files import boundary
from tests.scratch import Scratch

RING = [[5.9, 52.0], [6.0, 52.0], [6.0, 52.1], [5.9, 52.0]]
POLYGON = {"type": "Polygon", "coordinates": [RING]}
MULTI = {"type": "MultiPolygon", "coordinates": [[RING], [RING, RING]]}
FEATURE = {"type": "Feature", "properties": {}, "geometry": POLYGON}


def read(folder: Path, content: Any) -> Any:
    text = content if isinstance(content, str) else json.dumps(content)
    (folder / "grens.geojson").write_text(text, "utf-8")
    return boundary(folder, "grens.geojson")


COLLECTION = {"type": "FeatureCollection", "features": [FEATURE, {**FEATURE, "geometry": MULTI}]}


@pytest.mark.parametrize("content", [POLYGON, MULTI, FEATURE, COLLECTION])
def test_shapes_that_can_be_drawn(content: Any, tmp_path: Path) -> None:
    assert read(tmp_path, content) == content


@pytest.mark.parametrize(
    "content",
    [
        "", "geen json", "[]", "{}", "null", "1", '"Polygon"', "[" * 100_000,
        {"type": "Point", "coordinates": [5.9, 52.0]},
        {"type": "Polygon", "coordinates": []},
        {"type": "Polygon", "coordinates": [RING[:3]]},
        {"type": "Polygon", "coordinates": [["a", "b", "c", "d"]]},
        {"type": "Polygon", "coordinates": [[[5.9]] * 4]},
        {"type": "Polygon", "coordinates": None},
        {"type": "Feature", "geometry": None},
        {"type": "FeatureCollection", "features": []},
        {"type": "FeatureCollection", "features": [FEATURE, {"type": "Point", "coordinates": []}]},
    ],
    ids=lambda content: str(content)[:60],
)  # fmt: skip
def test_what_cannot_be_drawn_is_no_boundary(content: Any, tmp_path: Path) -> None:
    assert read(tmp_path, content) is None


def test_a_boundary_lies_beside_its_record(tmp_path: Path) -> None:
    inside = tmp_path / "binnen"
    inside.mkdir()
    read(tmp_path, POLYGON)
    assert boundary(inside, "../grens.geojson") is None
    assert boundary(inside, str(tmp_path / "grens.geojson")) is None
    (inside / "link.geojson").symlink_to(tmp_path / "grens.geojson")
    assert boundary(inside, "link.geojson") is None
    assert boundary(tmp_path, "binnen") is None


@pytest.mark.parametrize(("name", "found"), [("logo.svg", []), ("logo.exe", ["logo-file"]), ("map.svg", ["logo-file"])])
def test_a_logo_is_a_picture(name: str, found: list[str], tmp_path: Path) -> None:
    scratch = Scratch.stein(tmp_path)
    scratch.write("content/logo.svg", "<svg/>")
    scratch.write("content/logo.exe", b"MZ")
    (tmp_path / "content/map.svg").mkdir()
    scratch.write("data/municipalities/stein.yml", f"name: Stein\ntheme: {{logo: {name}}}\n")
    assert scratch.codes() == found
