"""JSON Schemas made from the model, so that an editor's YAML plugin completes and explains fields in Dutch."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from generator import durable
from generator.model.anatomy import anatomy, models_in
from generator.model.hours import MARKS
from generator.model.kinds import KINDS, Kind
from generator.model.organisation import DECLINABLE, DECLINED
from generator.model.part import Part
from generator.model.vocabulary import VOCABULARIES
from generator.national import layer as national

_DIALECT = "http://json-schema.org/draft-07/schema#"
"""What YAML plugins of editors understand best."""


def schemas() -> dict[str, str]:
    """The text of every schema, by file name."""
    return {
        f"{kind.id}.json": _written(_listed(kind) if kind.listed else _schema(kind.model)) for kind in KINDS.values()
    }


def _listed(kind: Kind) -> dict[str, Any]:
    """The schema of a file that is a list."""
    (field,) = anatomy(kind.model).parts
    items = _schema(field.part or kind.model)
    definitions = items.pop("$defs", {})
    listed = {"$schema": _DIALECT, "title": kind.id.capitalize(), "type": "array", "items": items}
    return {**listed, "$defs": definitions} if definitions else listed


def write(folder: Path) -> int:
    """Write all schemas into a folder. Returns how many."""
    for name, content in schemas().items():
        durable.write(folder / name, content.encode())
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
    if either := getattr(model, "EITHER", ()):
        schema["oneOf"] = [{"required": [name]} for name in either]
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
        definitions["Slot"]["anyOf"] = [{"required": ["from", "to"]}, {"required": ["by_appointment"]}]
        definitions["Closing"] = {"anyOf": [{"type": "string"}, definitions["Closing"]]}
    offering = definitions.get("Offering", {}).get("properties", {})
    for name in DECLINABLE & offering.keys():
        field = offering[name]
        about = {"description": field.pop("description")} if "description" in field else {}
        offering[name] = {**about, "anyOf": [{"const": DECLINED}, *field.pop("anyOf", [field])]}
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
    definitions = schema.get("$defs", {})
    for part in models_in(model):
        properties = (schema if part is model else definitions.get(part.__name__, {})).get("properties", {})
        for field in anatomy(part).fields:
            if field.reference not in VOCABULARIES or field.key not in properties:
                continue
            target = properties[field.key]
            offered = {
                "anyOf": [
                    {"enum": [term["id"] for term in national.vocabulary(field.reference)]},
                    {"type": ["string", "number"]},
                ]
            }
            if "items" in target:
                target["items"] = offered
            else:
                target.pop("type", None)
                target["anyOf"] = [*offered["anyOf"], *(o for o in target.get("anyOf", []) if o.get("type") == "null")]


def _written(schema: dict[str, Any]) -> str:
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"
