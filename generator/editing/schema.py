"""JSON Schemas made from the model, so that an editor's YAML plugin completes and explains fields in Dutch."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from generator.model.kinds import KINDS, Kind
from generator.model.parts import MARKS, Part
from generator.national.layer import FOLDER
from generator.validation.shape import models_in
from generator.values.fields import Reference

_DIALECT = "http://json-schema.org/draft-07/schema#"
"""What YAML plugins of editors understand best."""


def schemas() -> dict[str, str]:
    """The text of every schema, by file name."""
    return {
        f"{kind.id}.json": _written(_listed(kind) if kind.listed else _schema(kind.model)) for kind in KINDS.values()
    }


def _listed(kind: Kind) -> dict[str, Any]:
    """The schema of a file that is a list."""
    items = _schema(models_in(kind.model.model_fields[kind.listed or ""].annotation)[0])
    definitions = items.pop("$defs", {})
    listed = {"$schema": _DIALECT, "title": kind.id.capitalize(), "type": "array", "items": items}
    return {**listed, "$defs": definitions} if definitions else listed


def write(folder: Path) -> int:
    """Write all schemas into a folder. Returns how many."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, content in schemas().items():
        (folder / name).write_text(content, "utf-8")
    return len(schemas())


def _schema(model: type[Part]) -> dict[str, Any]:
    schema: dict[str, Any] = {"$schema": _DIALECT, **model.model_json_schema()}
    for definition in [schema, *schema.get("$defs", {}).values()]:
        definition.pop("title", None)
        # What a class is for is written for developers; an editor reads the fields.
        definition.pop("description", None)
        properties = definition.get("properties", {})
        for name in [name for name, field in properties.items() if field.pop("x-body", False)]:
            del properties[name]
        for field in properties.values():
            field.pop("title", None)
    _as_written(schema)
    _suggest(model, schema)
    return schema


def _as_written(schema: dict[str, Any]) -> None:
    """Describe values as files write them: opening hours as a list, and a text of digits without quotes."""
    definitions = schema.get("$defs", {})
    if "OpeningHours" in definitions:
        fields = definitions["OpeningHours"]["properties"]
        marks = {name: fields[name] for name in sorted(MARKS)}
        mark = {"type": "object", "additionalProperties": False, "properties": marks, "minProperties": 1}
        times = {"type": "array", "items": {"anyOf": [{"$ref": "#/$defs/Slot"}, mark]}}
        definitions["OpeningHours"] = {"anyOf": [times, mark]}
    for node in _nodes(schema):
        if node.get("type") == "string" and "enum" not in node:
            node["type"] = ["string", "number"]


def _nodes(node: Any) -> Iterator[dict[str, Any]]:
    if isinstance(node, dict):
        yield node
    for inner in node.values() if isinstance(node, dict) else node if isinstance(node, list) else ():
        yield from _nodes(inner)


def _suggest(model: type[Part], schema: dict[str, Any]) -> None:
    """Offer the national terms where a vocabulary's term belongs; an edition's own stay possible."""
    for holder, definition in _definitions(model, schema):
        for name, field in holder.model_fields.items():
            marks = _marks(field)
            terms = next((known for mark in marks if (known := _terms(mark.kind))), None)
            target = definition.get("properties", {}).get(field.alias or name)
            if terms is None or target is None:
                continue
            offered = {"anyOf": [{"enum": list(terms)}, {"type": ["string", "number"]}]}
            if "items" in target:
                target["items"] = offered
            else:
                target.pop("type", None)
                target["anyOf"] = [*offered["anyOf"], *(o for o in target.get("anyOf", []) if o.get("type") == "null")]


def _definitions(model: type[Part], schema: dict[str, Any]) -> list[tuple[type[Part], dict[str, Any]]]:
    found = [(model, schema)]
    by_name = {part.__name__: part for part in _all_parts(Part)}
    found += [(by_name[name], part) for name, part in schema.get("$defs", {}).items() if name in by_name]
    return found


def _all_parts(part: type[Part]) -> list[type[Part]]:
    return [below for child in part.__subclasses__() for below in (child, *_all_parts(child))]


def _marks(node: Any) -> list[Reference]:
    own = list(getattr(node, "metadata", ()) or getattr(node, "__metadata__", ()))
    found = [mark for mark in own if isinstance(mark, Reference)]
    for inner in (getattr(node, "annotation", None), *getattr(node, "__args__", ())):
        if inner is not None and not isinstance(inner, type):
            found += _marks(inner)
    return found


@cache
def _terms(vocabulary: str) -> tuple[str, ...] | None:
    file = FOLDER / "vocabularies" / f"{vocabulary}.yml"
    if not file.is_file():
        return None
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    return tuple(str(term["id"]) for term in yaml.load(file.read_text("utf-8"), Loader=loader))


def _written(schema: dict[str, Any]) -> str:
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"
