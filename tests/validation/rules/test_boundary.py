"""Boundaries from elsewhere: each form in which they come has a message of its own, and what can be read is read."""

from __future__ import annotations

import codecs
import json
from pathlib import Path
from typing import Any

import pytest

from generator.problems.problem import Problem
from generator.texts.spoken import text
from tests.scratch import Scratch

ZUTPHEN = [[6.15, 52.1], [6.25, 52.1], [6.25, 52.18], [6.15, 52.18], [6.15, 52.1]]
WIDE = [[6.3, 51.9], [6.7, 51.9], [6.7, 52.2], [6.3, 52.2], [6.3, 51.9]]
LOCHEM = [[6.3, 52.1], [6.5, 52.1], [6.5, 52.2], [6.3, 52.2], [6.3, 52.1]]
IN_RD = [[206000, 458000], [213000, 458000], [213000, 467000], [206000, 467000], [206000, 458000]]
IN_MERCATOR = [[685000, 6820000], [696000, 6820000], [696000, 6835000], [685000, 6820000]]


def polygon(ring: list[list[float]]) -> dict[str, Any]:
    return {"type": "Polygon", "coordinates": [ring]}


def collection(*features: tuple[dict[str, Any], list[list[float]]]) -> dict[str, Any]:
    made = [{"type": "Feature", "properties": said, "geometry": polygon(ring)} for said, ring in features]
    return {"type": "FeatureCollection", "features": made}


def turned(ring: list[list[float]]) -> list[list[float]]:
    return [pair[::-1] for pair in ring]


def moved(ring: list[list[float]], east: float, north: float = 0) -> list[list[float]]:
    return [[lon + east, lat + north] for lon, lat in ring]


def judged(folder: Path, content: Any, record: str = "name: Zutphen\n", id: str = "zutphen") -> list[Problem]:
    scratch = Scratch.stein(folder)
    written = content if isinstance(content, bytes) else json.dumps(content).encode()
    scratch.write("data/municipalities/grens.geojson", written)
    scratch.write(f"data/municipalities/{id}.yml", f"{record}boundary: grens.geojson\n")
    return scratch.problems()


def codes(problems: list[Problem]) -> list[str]:
    return [problem.code for problem in problems]


@pytest.mark.parametrize(
    "content",
    [
        polygon(ZUTPHEN),
        collection(({"statnaam": "Zutphen", "provincie": "Utrecht"}, ZUTPHEN)),
        collection(*(({"gemeente": "Zutphen", "wijk": quarter}, ZUTPHEN) for quarter in ("Noord", "Zuid"))),
        codecs.BOM_UTF8 + json.dumps(polygon(ZUTPHEN)).encode(),
        json.dumps(polygon(ZUTPHEN)).encode("utf-16"),
    ],
    ids=["polygon", "one", "two quarters", "byte-order mark", "utf-16"],
)  # fmt: skip
def test_what_can_be_read_is_read(content: Any, tmp_path: Path) -> None:
    assert codes(judged(tmp_path, content)) == []


@pytest.mark.parametrize(
    ("content", "code", "said"),
    [
        (polygon(turned(ZUTPHEN)), "boundary-swapped", "[6.15, 52.1]"),
        (collection(({}, turned(ZUTPHEN))), "boundary-swapped", "52.1, 6.15"),
        (polygon(IN_RD), "boundary-rd", "ogr2ogr -t_srs EPSG:4326"),
        (polygon(turned(IN_RD)), "boundary-rd", "Rijksdriehoek"),
        (polygon(ZUTPHEN) | {"crs": {"properties": {"name": "EPSG:28992"}}}, "boundary-rd", "EPSG:28992"),
        (collection(({}, ZUTPHEN), ({}, WIDE)), "boundary-too-wide", "maar ook om"),
        (polygon([[5, 51.5], [7, 51.5], [7, 52.7], [5, 52.7], [5, 51.5]]), "boundary-too-wide", " …"),
        (polygon(IN_MERCATOR), "boundary-metres", "EPSG:4326"),
        (polygon(LOCHEM), "boundary-elsewhere", "plaatsen van Lochem"),
        (polygon(moved(ZUTPHEN, 0, 1.9)), "boundary-nowhere", "54, 6.15"),
        (polygon(moved(ZUTPHEN, 40)), "boundary-nowhere", "52.1, 46.15"),
        (b"geen json", "boundary-file", "GeoJSON"),
        ({"type": "Point", "coordinates": [6.2, 52.1]}, "boundary-file", "Polygon"),
    ],
)  # fmt: skip
def test_each_form_has_its_own_message(content: Any, code: str, said: str, tmp_path: Path) -> None:
    (found,) = judged(tmp_path, content)
    assert (found.code, found.severity) == (code, "fault")
    assert said in f"{found.message} {found.hint}"


def test_several_municipalities_are_named_with_how_to_keep_one(tmp_path: Path) -> None:
    three = [({"statcode": f"GM{n}", "statnaam": name}, ZUTPHEN) for n, name in enumerate(("Lochem", "Zutphen", "Ede"))]
    (found,) = judged(tmp_path, collection(*three))
    assert found.code == "boundary-several"
    assert "3 gemeenten: Lochem, Zutphen, Ede" in found.message
    assert 'bij "statnaam" staat: "Zutphen"' in found.hint


def test_municipalities_may_be_named_by_their_code(tmp_path: Path) -> None:
    (found,) = judged(tmp_path, collection(({"code": "GM0301"}, ZUTPHEN), ({"code": "GM0262"}, LOCHEM)))
    assert (found.code, "2 gemeenten: Zutphen, Lochem" in found.message) == ("boundary-several", True)
    assert 'bij "code" staat: "GM0301"' in found.hint


def test_of_a_whole_country_only_a_few_are_named(tmp_path: Path) -> None:
    names = ("Aalten", "Ede", "Epe", "Lochem", "Nunspeet", "Putten", "Zutphen")
    (found,) = judged(tmp_path, collection(*(({"naam": name}, ZUTPHEN) for name in names)))
    assert "7 gemeenten: Aalten, Ede, Epe, Lochem, Nunspeet …" in found.message


def test_a_municipality_that_is_made_up_has_its_name_among_others(tmp_path: Path) -> None:
    made_up = "name: Lindedal\nfictional: true\n"
    names = [({"naam": name}, ZUTPHEN) for name in ("Lindedal", "Beukendal")]
    (found,) = judged(tmp_path, collection(*names), made_up, "lindedal")
    assert (found.code, "2 gemeenten: Lindedal, Beukendal" in found.message) == ("boundary-several", True)


def test_where_a_municipality_that_is_made_up_lies_nobody_knows(tmp_path: Path) -> None:
    made_up = "name: Lindedal\nfictional: true\n"
    assert codes(judged(tmp_path / "hier", polygon(LOCHEM), made_up, "lindedal")) == []
    nowhere = judged(tmp_path / "weg", polygon(moved(ZUTPHEN, 40)), made_up, "lindedal")
    assert codes(nowhere) == ["boundary-nowhere"]


def test_what_is_drawn_roughly_beside_its_places_is_not_elsewhere(tmp_path: Path) -> None:
    """No place of anybody lies in it, and its own are a few kilometres off."""
    beside = [[6.16, 52.11], [6.17, 52.11], [6.17, 52.12], [6.16, 52.11]]
    assert codes(judged(tmp_path, polygon(beside))) == []


def test_every_message_about_a_boundary_is_tried_here() -> None:
    assert {code for code in text("problems") if code.startswith("boundary-")} == {
        "boundary-file", "boundary-swapped", "boundary-rd", "boundary-metres", "boundary-several", "boundary-too-wide",
        "boundary-elsewhere", "boundary-nowhere",
    }  # fmt: skip
