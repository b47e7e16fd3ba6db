"""Hold a record against the model: the record, or what remains of it with every fault of its shape."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from generator.model.anatomy import Field, adapter, anatomy, field_at, model_at
from generator.model.hours import Closing, OpeningHours, as_closing, is_mark, together, written_at
from generator.model.part import Part
from generator.problems.near import near
from generator.problems.problem import Finding, Path
from generator.texts.spoken import text
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
    at, steps = data, list(path)
    for index, step in enumerate(steps):
        if isinstance(at, str) and isinstance(step, str):
            break  # a day that is closed, which may be written without its key
        if isinstance(at, list) and isinstance(step, str):
            if step == "slots":
                continue
            following = steps[index + 1] if index + 1 < len(steps) else None
            place, inside = written_at(at, step, following if isinstance(following, int) else 0)
            if isinstance(following, int):
                steps[index + 1] = inside
            written += [place, step]
            at = at[place].get(step) if at and isinstance(at[place], dict) else None
            continue
        if isinstance(at, list) and isinstance(step, int) and index and path[index - 1] == "slots":
            slots = [i for i, item in enumerate(at) if not is_mark(item)]
            step = slots[step] if step < len(slots) else step
        written.append(step)
        if isinstance(at, dict):
            at = at.get(step)
        elif isinstance(at, list) and isinstance(step, int) and step < len(at):
            at = at[step]
        else:
            at = None
    return tuple(written)


def model_path(path: Path, model: type[Part]) -> Path:
    """A path in the file as a path in the model: the other way round, as far as the file's path tells."""
    found: list[str | int] = []
    for index, step in enumerate(path):
        inside = model_at(model, found) if found else None
        if inside is OpeningHours and isinstance(step, int) and isinstance(found[-1], str) and found[-1] != "slots":
            following = path[index + 1] if index + 1 < len(path) else None
            if anatomy(OpeningHours).field(str(following)) is None:
                found += ["slots", step]
            continue
        found.append(step)
    return tuple(found)


def without_gaps(value: Any) -> Any:
    """The same without keys that have no value: what stands there is said by `gaps`."""
    if isinstance(value, dict):
        return {key: without_gaps(item) for key, item in value.items() if item is not None}
    if isinstance(value, list):
        return [without_gaps(item) for item in value]
    return value


def gaps(model: type[Part], data: Any, path: Path = ()) -> Iterator[Finding]:
    """The keys that have no value, by their path in the file: `email:` would be left out without a word."""
    if isinstance(data, list):
        for index, item in enumerate(data):
            yield from gaps(model, item, (*path, index))
    elif isinstance(data, dict):
        for key, item in data.items():
            here = (*path, key)
            if item is not None:
                yield from gaps(model, item, here)
                continue
            inside = model_path(here, model)
            holder, known = model_at(model, inside[:-1]), field_at(model, inside)
            if holder is not None and known is None:
                yield _unknown_field(key, holder, here)
            else:
                yield _nothing(key, known, here)


def _nothing(key: str, known: Field | None, path: Path) -> Finding:
    """A key is there, and its value is not."""
    if known is not None and known.required:
        return _missing(key, known, path, how=text("cli", "empty"))
    about = f"{known.description} " if known and known.description else ""
    return Finding("no-value", path, {"field": key, "about": about}, on_key=True)


def _missing(key: str, known: Field | None, path: Path, how: str = "") -> Finding:
    about = (known.description if known else "") or text("cli", "fill-in")
    return Finding("missing-field", path, {"field": key, "about": about, "how": how}, on_key=bool(how))


def fits(model: type[Part], name: str, value: str) -> bool:
    """Whether a text can be the value of a field."""
    try:
        adapter(model, name).validate_python(value)
    except ValidationError:
        return False
    return True


def _unknown_field(field: str, holder: type[Part] | None, path: Path) -> Finding:
    hint = near(field, (known.key for known in anatomy(holder).fields) if holder else ())
    return Finding("unknown-field", path, {"field": field, "near": hint}, on_key=True)


def _finding(error: ErrorDetails, model: type[Part]) -> Finding:
    from generator.validation.advice import advised, among  # here, because most values are right

    path = tuple(step for step in error["loc"] if step != "[key]")
    context = error.get("ctx", {})
    value = error["input"]
    shown = value if isinstance(value, str | int | float) else ""
    match error["type"]:
        case "missing":
            return _missing(str(path[-1]), field_at(model, path), path)
        case "extra_forbidden":
            return _unknown_field(str(path[-1]), model_at(model, path[:-1]), path)
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
            values = {"value": shown, "choices": ", ".join(choices), "near": among(value, choices)}
            return Finding("unknown-choice", path, values)
        case "string_too_long":
            return Finding("too-long", path, {"length": len(str(value).strip()), "limit": context.get("max_length")})
        case "string_too_short":
            return Finding("empty", path)
        case "too_short":
            return Finding("empty-list", path)
        case fields.FAULT:
            code, values = context["code"], context["values"]
            known = field_at(model, path) if code == "id-format" else None
            if known is not None and known.reference:  # only who knows all of that kind can tell which was meant
                return Finding(code, path, {**values, "kind": known.reference})
            return Finding(code, path, advised(code, values))
    return Finding("invalid-value", path, {"value": shown})


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
                raw = together(raw)
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


def _typed_items(model: type[Part], name: str, raw: list[Any]) -> tuple[Any, ...]:
    kept: list[Any] = []
    for item in raw:
        try:
            kept += adapter(model, name).validate_python([item])
        except ValidationError:
            kept.append(None)
    return tuple(kept)
