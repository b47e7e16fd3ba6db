"""Hold a record against the model: the record, or what remains of it with every fault of its shape."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from generator.model.anatomy import Field, adapter, anatomy, field_at, model_at
from generator.model.hours import Closing, OpeningHours, as_closing, together
from generator.model.part import Part
from generator.problems.problem import Finding, Path
from generator.texts.spoken import text
from generator.validation.paths import model_path
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
        misnamed = {path for error in errors for path in _explained(error, model)}
        # pydantic also calls a list too short when what stands in it could not be typed.
        findings = [
            _finding(error, model)
            for error in errors
            if (error["type"] != "too_short" or not error["input"])
            and (error["type"] != "missing" or error["loc"] not in misnamed)
        ]
        return _salvaged(model, data), findings


def _explained(error: ErrorDetails, model: type[Part]) -> Iterator[Path]:
    """The fields that are there under the name that is none: to say that they are missing as well helps nobody."""
    path = error["loc"]
    holder = model_at(model, path[:-1]) if error["type"] == "extra_forbidden" else None
    if holder is not None:
        from generator.validation.belonging import meant_here  # here, because most fields are there

        yield from ((*path[:-1], field.key) for field in meant_here(str(path[-1]), holder))


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
                yield _unknown_field(model, inside, here)
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


def fits(model: type[Part], name: str, value: Any) -> bool:
    """Whether something can be the value of a field."""
    try:
        adapter(model, name).validate_python(value)
    except ValidationError:
        return False
    return True


def _unknown_field(model: type[Part], inside: Path, path: Path) -> Finding:
    """A field that is none, by its path in the model and in what is looked at."""
    from generator.validation.belonging import belonging  # here, because most fields are there

    holder, field = model_at(model, inside[:-1]), str(inside[-1])
    keys = [known.key for known in anatomy(holder).fields if not known.body] if holder else []
    said = belonging(field, model, inside)
    there = str(text("cli", "fields")).format(fields=", ".join(keys))
    values = {"field": field, "near": said, "choices": "" if said else there, "there": there}
    return Finding("unknown-field", path, values, on_key=True)


def _finding(error: ErrorDetails, model: type[Part]) -> Finding:
    from generator.validation import lists  # here, because most values are right
    from generator.validation.advice import advised, among

    path = tuple(step for step in error["loc"] if step != "[key]")
    context = error.get("ctx", {})
    value = error["input"]
    shown = value if isinstance(value, str | int | float) else ""
    match error["type"]:
        case "missing":
            return _missing(str(path[-1]), field_at(model, path), path)
        case "extra_forbidden":
            return _unknown_field(model, path, path)
        case "string_type" if value is None:
            return Finding("empty", path)
        case "string_type":
            return Finding("text-expected", path)
        case "tuple_type" | "list_type":
            return lists.no_list(path, value, field_at(model, path), model_at(model, path[:-1]), fits)
        case "model_type" | "dict_type" | "model_attributes_type":
            return lists.no_group(path, value, model_at(model, path), fits)
        case "literal_error" if not isinstance(value, str):
            return Finding("text-expected", path)
        case "literal_error":
            known = field_at(model, path)
            choices = known.choices if known else ()
            values = {
                "value": shown,
                "choices": ", ".join(choices),
                "near": lists.chosen(value, choices) or among(value, choices),
            }
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
            return Finding(code, path, {**advised(code, values), **_beside(code, path, model, values)})
    return Finding("invalid-value", path, {"value": shown})


def _beside(code: str, path: Path, model: type[Part], values: Mapping[str, Any]) -> Mapping[str, str]:
    """A day where a time is read, or a time where a day is, with the field beside it that it fits."""
    if code in ("time-format", "date-format", "day-format"):
        from generator.validation.belonging import fitting_beside  # here, because most values are right

        found = fitting_beside(str(values["value"]), path, model, fits)
        return {"near": found} if found else {}
    return {}


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
    for name in _misnamed(model, data):  # it is there, and nobody knows what it says
        written.add(name)
        values[name] = None
    return model.model_construct(written, **values)


def _misnamed(model: type[Part], data: Any) -> Iterator[str]:
    """The fields of a part that stand in it under another name."""
    known = {field.key for field in anatomy(model).fields}
    strange = [key for key in data if key not in known] if isinstance(data, dict) else []
    if strange:
        from generator.validation.belonging import meant_here  # here, because most fields are there

        yield from (field.name for key in strange for field in meant_here(key, model) if field.key not in data)


def _typed_items(model: type[Part], name: str, raw: list[Any]) -> tuple[Any, ...]:
    kept: list[Any] = []
    for item in raw:
        try:
            kept += adapter(model, name).validate_python([item])
        except ValidationError:
            kept.append(None)
    return tuple(kept)
