"""The record that the guide shows editors is a real one, with every field."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import get_args

import pytest

from generator.edition import Edition
from generator.model.activity import Activity
from generator.model.amendment import Amendment
from generator.model.anatomy import anatomy, models_in
from generator.model.hours import OpeningHours
from generator.model.knowledge import Backpack
from generator.model.municipality import Municipality
from generator.model.organisation import Offering, Organisation
from generator.model.part import Part
from generator.model.worksheet import FieldKind, Worksheet
from generator.problems.problem import severity_of
from generator.records.files import RecordFile, find
from generator.validation.content import read_content
from tests.editions import LINDEDAL, ROOT, STEIN

GUIDE = Path(__file__).parent.parent / "CONTRIBUTING.md"


def shown_record(kind: str) -> str:
    """The record of a kind that the guide shows."""
    found: list[str] = re.findall(r"```yaml\n(.*?)```", GUIDE.read_text("utf-8"), re.DOTALL)
    (shown,) = (text for text in found if f"/schemas/{kind}.json" in text)
    return shown


def taught() -> Iterator[tuple[str, str]]:
    """Every line of YAML that an editor may take as an example, with where it stands."""
    for block in re.findall(r"```yaml\n(.*?)```", GUIDE.read_text("utf-8"), re.DOTALL):
        yield from (("CONTRIBUTING.md", line) for line in block.splitlines())
    records = [file.path for edition in (STEIN, LINDEDAL) for file in find(Edition.at(edition / "mkdocs.yml"))[0]]
    for path in {*records, *map(str, (ROOT / "generator/editing/templates").glob("*.*"))}:
        yield from ((path, line) for line in Path(path).read_text("utf-8").splitlines())


def test_nothing_teaches_groups_in_braces() -> None:
    """Between braces a comma ends a value: `amount: 7,50` would be 7."""
    group = re.compile(r"^[^#]*[\s\[,]\{ *[\w-]+: ")
    assert [found for found in taught() if group.match(found[1])] == []


def test_the_record_in_the_guide_is_valid() -> None:
    file = RecordFile("linde.yml", "linde.yml", "organisation", "linde", national=False)
    _, found, json = read_content(file, shown_record("organisation").encode())
    assert [finding for finding in found if severity_of(finding[3]) == "fault"] == []
    assert json


def test_the_municipality_in_the_guide_is_valid_and_shows_every_field() -> None:
    file = RecordFile("lindedal.yml", "lindedal.yml", "municipality", "lindedal", national=False)
    _, found, _ = read_content(file, shown_record("municipality").encode())
    assert [finding for finding in found if severity_of(finding[3]) == "fault"] == []
    for name in Municipality.model_fields:
        assert name == "code" or re.search(rf"^{name}:", shown_record("municipality"), re.MULTILINE), name


def test_the_backpack_in_the_guide_is_valid_and_shows_every_field() -> None:
    file = RecordFile("kringetje.md", "kringetje.md", "backpack", "stein/kringetje", national=False)
    lines = shown_record("backpack")
    _, found, json = read_content(file, f"---\n{lines}---\n".encode())
    assert [finding for finding in found if severity_of(finding[3]) == "fault"] == []
    assert json
    for name in Backpack.model_fields.keys() - {"body"}:
        assert re.search(rf"^{name}:", lines, re.MULTILINE), name


def test_the_amendment_in_the_guide_is_valid_and_shows_every_field() -> None:
    file = RecordFile("veilig-thuis.yml", "veilig-thuis.yml", "amendment", "veilig-thuis", national=False)
    _, found, _ = read_content(file, shown_record("amendment").encode())
    assert found == []
    for name in Amendment.model_fields:
        assert re.search(rf"^{name}:", shown_record("amendment"), re.MULTILINE), name


def test_the_activity_in_the_guide_is_valid() -> None:
    file = RecordFile("koffie.yml", "koffie.yml", "activity", "koffie", national=False)
    _, found, _ = read_content(file, shown_record("activity").encode())
    assert found == []


@pytest.mark.parametrize(("kind", "records"), [("organisation", (Organisation, Offering)), ("activity", (Activity,))])
def test_the_record_in_the_guide_shows_every_field(kind: str, records: tuple[type[Part], ...]) -> None:
    lines = shown_record(kind)
    for model in {model for record in records for model in models_in(record)}:
        if kind != "organisation" and model in models_in(OpeningHours):
            continue  # told with the organisation
        for field in anatomy(model).fields:
            full = f"{model.__name__}.{field.name}"
            if full != "OpeningHours.slots":  # a list of slots has no name of its own
                assert re.search(rf"(?:^|[\s{{,-]){field.key}:", lines, re.MULTILINE), full


def test_the_worksheet_in_the_guide_is_valid_and_shows_every_field_of_every_kind() -> None:
    file = RecordFile("tafel.yml", "tafel.yml", "worksheet", "tafel", national=False)
    lines = shown_record("worksheet")
    _, found, _ = read_content(file, lines.encode())
    assert [finding for finding in found if severity_of(finding[3]) == "fault"] == []
    for model in models_in(Worksheet):
        for field in anatomy(model).fields:
            assert re.search(rf"(?:^|[\s{{,-]){field.key}:", lines, re.MULTILINE), f"{model.__name__}.{field.name}"
    for kind in get_args(FieldKind):
        assert re.search(rf"kind: {kind}\b", lines) or kind == "choice", kind
