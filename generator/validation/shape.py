"""Hold a record against the model: the record, or what remains of it with every fault of its shape."""

from __future__ import annotations

from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from generator.model.anatomy import adapter, anatomy, field_at, model_at
from generator.model.hours import MARKS, Closing, OpeningHours, as_closing
from generator.model.parts import Part
from generator.national.hints import instead
from generator.national.layer import municipalities
from generator.problems.near import near
from generator.problems.problem import Finding, Path
from generator.values import fields


def shape(model: type[Part], data: Any) -> tuple[Part, list[Finding]]:
    """The typed record and no findings, or a salvaged one with all findings.

    A salvaged record holds what could be typed, each thing at its place in its list, so that rules can still
    run; what could not be typed is None.
    """
    try:
        return model.model_validate(data), []
    except ValidationError as failed:
        errors = failed.errors(include_url=False)
        # pydantic also calls a list too short when what stands in it could not be typed.
        findings = [_finding(error, model) for error in errors if error["type"] != "too_short" or not error["input"]]
        return _salvaged(model, data), findings


def source_path(path: Path, data: Any) -> Path:
    """A path in the model as a path in the file: opening hours are one list there."""
    written: list[str | int] = []
    at = data
    for index, step in enumerate(path):
        if isinstance(at, str) and isinstance(step, str):
            break  # a day that is closed, which may be written without its key
        if isinstance(at, list) and isinstance(step, str):
            marks = [_is_mark(item) for item in at]
            if step == "slots":
                continue
            place = next((i for i, item in enumerate(at) if marks[i] and step in item), 0)
            written += [place, step]
            at = at[place].get(step) if at and isinstance(at[place], dict) else None
            continue
        if isinstance(at, list) and isinstance(step, int) and index and path[index - 1] == "slots":
            slots = [i for i, item in enumerate(at) if not _is_mark(item)]
            step = slots[step] if step < len(slots) else step
        written.append(step)
        if isinstance(at, dict):
            at = at.get(step)
        elif isinstance(at, list) and isinstance(step, int) and step < len(at):
            at = at[step]
        else:
            at = None
    return tuple(written)


def _is_mark(item: Any) -> bool:
    """Whether an item of opening hours says something about all of them, instead of being times on days."""
    return isinstance(item, dict) and bool(item) and item.keys() <= MARKS


def without_gaps(value: Any) -> Any:
    """The same without keys that have no value: `email:` says no more than nothing."""
    if isinstance(value, dict):
        return {key: without_gaps(item) for key, item in value.items() if item is not None}
    if isinstance(value, list):
        return [without_gaps(item) for item in value]
    return value


def _finding(error: ErrorDetails, model: type[Part]) -> Finding:
    path = tuple(step for step in error["loc"] if step != "[key]")
    context = error.get("ctx", {})
    value = error["input"]
    shown = value if isinstance(value, str | int | float) else ""
    match error["type"]:
        case "missing":
            known = field_at(model, path)
            about = (known.description if known else "") or "vul het in."
            return Finding("missing-field", path, {"field": str(path[-1]), "about": about})
        case "extra_forbidden":
            field = str(path[-1])
            holder = model_at(model, path[:-1])
            hint = near(field, (known.key for known in anatomy(holder).fields) if holder else ())
            return Finding("unknown-field", path, {"field": field, "near": hint}, on_key=True)
        case "string_type" if value is None:
            return Finding("empty", path)
        case "string_type":
            return Finding("text-expected", path)
        case "tuple_type" | "list_type":
            return Finding("list-expected", path)
        case "model_type" | "dict_type" | "model_attributes_type":
            return Finding("group-expected", path)
        case "literal_error" if not isinstance(value, str):
            return Finding("text-expected", path)
        case "literal_error":
            known = field_at(model, path)
            choices = known.choices if known else ()
            values = {"value": shown, "choices": ", ".join(choices), "near": near(value, choices)}
            return Finding("unknown-choice", path, values)
        case "string_too_long":
            return Finding("too-long", path, {"length": len(str(value).strip()), "limit": context.get("max_length")})
        case "string_too_short":
            return Finding("empty", path)
        case "too_short":
            return Finding("empty-list", path)
        case fields.FAULT if context["code"] == "id-format":
            wanted = _names_a_municipality(model, path)
            return Finding(
                "id-format", path, {"value": shown, "near": instead(str(shown), municipalities()) if wanted else ""}
            )
        case fields.FAULT:
            return Finding(context["code"], path, context["values"])
    return Finding("invalid-value", path, {"value": shown})


def _names_a_municipality(model: type[Part], path: Path) -> bool:
    known = field_at(model, path)
    return known is not None and known.reference in ("area", "municipality")


def _salvaged(model: type[Part], data: Any) -> Part:
    """A record made of every field that can be typed; nothing raises."""
    values: dict[str, Any] = {}
    written: set[str] = set()
    for field in anatomy(model).fields:
        name = field.name
        raw = data.get(field.key) if isinstance(data, dict) else None
        values[name] = None if field.required else model.model_fields[name].get_default(call_default_factory=True)
        if raw is None:
            continue
        written.add(name)
        try:
            values[name] = adapter(model, name).validate_python(raw)
        except ValidationError:
            part = field.part
            if part is OpeningHours and isinstance(raw, list):
                raw = _as_hours(raw)
            elif part is Closing and isinstance(raw, list):
                raw = [as_closing(item) for item in raw]
            if part and field.several and isinstance(raw, list):
                values[name] = tuple(_salvaged(part, item) for item in raw)
            elif part and not field.several and isinstance(raw, dict):
                values[name] = _salvaged(part, raw)
            elif field.several and isinstance(raw, list):
                values[name] = _typed_items(model, name, raw)
            elif not isinstance(values[name], dict):
                values[name] = None
    return model.model_construct(written, **values)


def _as_hours(raw: list[Any]) -> dict[str, Any]:
    marks = {key: value for item in raw if _is_mark(item) for key, value in item.items()}
    return {"slots": [item for item in raw if not _is_mark(item)], **marks}


def _typed_items(model: type[Part], name: str, raw: list[Any]) -> tuple[Any, ...]:
    kept: list[Any] = []
    for item in raw:
        try:
            kept += adapter(model, name).validate_python([item])
        except ValidationError:
            kept.append(None)
    return tuple(kept)
