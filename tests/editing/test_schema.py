"""Schemas are what the model says, and an editor that uses them agrees with the validator."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft7Validator

from generator.editing import schema
from generator.edition import Edition
from generator.model.kinds import KINDS
from generator.model.organisation import Organisation
from generator.records.files import RecordFile, find
from tests.editions import LINDEDAL, STEIN
from tests.records.test_invalid import EXAMPLES, expected_in
from tests.scratch import VALID


class EditorLoader(yaml.SafeLoader):
    """YAML 1.2 with its core schema, as the YAML plugins of editors read it."""

    yaml_implicit_resolvers: dict[str, Any] = {}  # noqa: RUF012


for _tag, _pattern, _first in (
    ("bool", r"true|True|TRUE|false|False|FALSE", "tTfF"),
    ("null", r"~|null|Null|NULL|", "~nN"),
    ("int", r"[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+", "-+0123456789"),
    ("float", r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?|[-+]?\.inf|\.nan", "-+.0123456789"),
):
    EditorLoader.add_implicit_resolver(
        f"tag:yaml.org,2002:{_tag}", re.compile(f"^(?:{_pattern})$"), [*_first, ""] if _tag == "null" else list(_first)
    )
EditorLoader.add_constructor("tag:yaml.org,2002:int", lambda loader, node: int(node.value))


def as_editor(file: Path) -> Any:
    """A record as an editor sees it; of a Markdown record the fields above the text."""
    text = file.read_text("utf-8")
    if file.suffix == ".md":
        text = re.split(r"^-{3,}\s*$", text, maxsplit=2, flags=re.MULTILINE)[1]
    return yaml.load(text, EditorLoader)


@cache
def validator(kind: str) -> Draft7Validator:
    made = json.loads(schema.schemas()[f"{kind}.json"])
    Draft7Validator.check_schema(made)
    return Draft7Validator(made)


def complaints(kind: str, value: Any) -> list[str]:
    return [f"{error.json_path}: {error.message}" for error in validator(kind).iter_errors(value)]


def records() -> Iterator[RecordFile]:
    """Every record of Stein, of Lindedal, of the national layer and of the valid examples."""
    seen = set()
    for edition in (STEIN, LINDEDAL, VALID):
        files, problems = find(Edition.at(edition / "mkdocs.yml"))
        assert problems == []
        yield from (file for file in files if file.path not in seen)
        seen |= {file.path for file in files}


def test_every_kind_has_a_schema() -> None:
    assert set(schema.schemas()) == {f"{kind}.json" for kind in KINDS}


@pytest.mark.parametrize("folder", [STEIN / "data/schemas", LINDEDAL / "data/schemas"], ids=["stein", "lindedal"])
def test_the_committed_schemas_are_what_the_model_says(folder: Path) -> None:
    kept = {file.name: file.read_text("utf-8") for file in folder.iterdir()}
    assert kept == schema.schemas(), 'geef "mantelkaart schema"'


def test_schemas_are_the_same_every_time(tmp_path: Path) -> None:
    assert schema.write(tmp_path / "nieuw") == 10
    assert {file.name: file.read_text("utf-8") for file in (tmp_path / "nieuw").iterdir()} == schema.schemas()


def test_an_editor_has_no_complaint_about_a_good_record() -> None:
    wrong = {file.name: complaints(file.kind, as_editor(Path(file.path))) for file in records()}
    assert {name: said for name, said in wrong.items() if said} == {}


SHAPE = {
    "missing-field", "unknown-field", "list-expected", "group-expected", "unknown-choice", "too-long", "empty",
    "empty-list", "text-expected", "yes-or-no", "hours-shape", "root-mapping", "root-list",
}  # fmt: skip
"""Mistakes that a schema can know too."""

INVISIBLE = "organisation/empty-spaces.yml"
"""An editor takes a few spaces for a text."""


def test_an_editor_complains_about_a_bad_shape() -> None:
    badly_shaped = [e for e in EXAMPLES if {code for code, *_ in expected_in(e.read_bytes())} & SHAPE]
    passed = [example for example in badly_shaped if not complaints(example.parent.name, as_editor(example))]
    assert [f"{example.parent.name}/{example.name}" for example in passed] == [INVISIBLE]


@pytest.mark.parametrize(
    ("hours", "good"),
    [
        ([{"days": ["ma"], "from": "09:00", "to": "12:30", "note": "inloop"}], True),
        ([{"days": ["ma"], "from": "09:00", "to": "12:30"}, {"closed": ["2026-12-24"]}], True),
        ([{"by_appointment": True}], True),
        ({"by_appointment": "ja"}, True),
        ({"always": True, "closed": ["2026-12-25"]}, True),
        ([{"days": ["maandag"], "from": "09:00", "to": "12:30"}], False),
        ([{"days": ["ma"], "from": "09:00"}], False),
        ([{"days": ["ma"], "from": "09:00", "to": "12:30", "always": True}], False),
        ({"slots": []}, False),
        ("ma-vr", False),
    ],
)
def test_opening_hours_are_known_as_files_write_them(hours: Any, good: bool) -> None:
    record = {"name": "x", "summary": "y", "area": ["stein"], "checked": {"date": 2026, "source": "z"}}
    assert (complaints("organisation", record | {"opening_hours": hours}) == []) is good


def test_an_area_is_a_list_or_the_country() -> None:
    record = {"name": "x", "summary": "y", "checked": {"date": 2026, "source": "z"}}
    assert complaints("organisation", record | {"area": "landelijk"}) == []
    assert complaints("organisation", record | {"area": ["stein"]}) == []
    assert complaints("organisation", record | {"area": "stein"}) != []
    assert complaints("organisation", record | {"area": []}) != []


def described(node: Any, path: str = "") -> Iterator[tuple[str, dict[str, Any]]]:
    for name, field in node.get("properties", {}).items():
        yield f"{path}{name}", field
    for name, definition in node.get("$defs", {}).items():
        yield from described(definition, f"{name}.")
    if "items" in node and isinstance(node["items"], dict):
        yield from described(node["items"], path)


def test_every_field_is_explained_in_dutch() -> None:
    fields = {
        f"{kind}: {name}": field.get("description", "")
        for kind in KINDS
        for name, field in described(validator(kind).schema)
    }
    assert {name.split(":")[0] for name in fields} == set(KINDS)
    assert [name for name, said in fields.items() if not said] == []
    english = re.compile(r"\b(the|of the|when|which|organisation's|what)\b")
    assert [name for name, said in fields.items() if english.search(said)] == []


def test_an_editor_offers_the_national_words_and_takes_others() -> None:
    made = validator("organisation").schema
    offered = made["$defs"]["Offering"]["properties"]["help"]["items"]["anyOf"]
    assert "vervangende-zorg" in offered[0]["enum"]
    assert complaints("organisation", {**_smallest(), "kind": "steunpunt"}) == []
    assert complaints("organisation", {**_smallest(), "kind": "eigen-soort"}) == []


def test_the_text_of_a_markdown_record_is_no_field() -> None:
    for kind in ("tool", "example", "backpack"):
        assert "body" not in validator(kind).schema["properties"]


def test_the_model_and_its_schema_have_the_same_fields() -> None:
    wanted = {field.alias or name for name, field in Organisation.model_fields.items()}
    assert set(validator("organisation").schema["properties"]) == wanted


def _smallest() -> dict[str, Any]:
    return {"name": "x", "summary": "y", "area": "landelijk", "checked": {"date": "2026-01", "source": "z"}}
