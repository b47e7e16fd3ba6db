"""The record that the guide shows editors is a real one, with every field."""

from __future__ import annotations

import re
from pathlib import Path

from generator.model import Backpack, Municipality, Offering, Organisation, Part
from generator.problems import severity_of
from generator.reading import read_content
from generator.records import RecordFile
from generator.shape import models_in

GUIDE = Path(__file__).parent.parent / "CONTRIBUTING.md"


def shown_record(number: int = 0) -> str:
    found: list[str] = re.findall(r"```yaml\n(.*?)```", GUIDE.read_text("utf-8"), re.DOTALL)
    return found[number]


def test_the_record_in_the_guide_is_valid() -> None:
    file = RecordFile("linde.yml", "linde.yml", "organisation", "linde", national=False)
    _, found, json = read_content(file, shown_record().encode())
    assert [finding for finding in found if severity_of(finding[3]) == "fault"] == []
    assert json


def test_the_municipality_in_the_guide_is_valid_and_shows_every_field() -> None:
    file = RecordFile("lindedal.yml", "lindedal.yml", "municipality", "lindedal", national=False)
    _, found, _ = read_content(file, shown_record(1).encode())
    assert [finding for finding in found if severity_of(finding[3]) == "fault"] == []
    for name in Municipality.model_fields:
        assert name == "code" or re.search(rf"^{name}:", shown_record(1), re.MULTILINE), name


def test_the_backpack_in_the_guide_is_valid_and_shows_every_field() -> None:
    file = RecordFile("kringetje.md", "kringetje.md", "backpack", "stein/kringetje", national=False)
    _, found, json = read_content(file, f"---\n{shown_record(2)}---\n".encode())
    assert [finding for finding in found if severity_of(finding[3]) == "fault"] == []
    assert json
    for name in Backpack.model_fields.keys() - {"body"}:
        assert re.search(rf"^{name}:", shown_record(2), re.MULTILINE), name


def test_the_record_in_the_guide_shows_every_field() -> None:
    lines = shown_record()
    for model in parts_of(Organisation) | parts_of(Offering):
        for name, field in model.model_fields.items():
            if (model.__name__, name) != ("OpeningHours", "slots"):  # a list of slots has no name of its own
                assert re.search(rf"(?:^|[\s{{,-]){field.alias or name}:", lines, re.MULTILINE), (
                    f"{model.__name__}.{name}"
                )


def parts_of(model: type[Part]) -> set[type[Part]]:
    """The model and every model in it."""
    below = {part for field in model.model_fields.values() for part in models_in(field.annotation)}
    return {model}.union(*(parts_of(part) for part in below)) if below else {model}
