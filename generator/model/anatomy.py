"""What a model holds, read once: its fields, the parts in them, and what each value is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal, get_args, get_origin

from pydantic import TypeAdapter
from pydantic.fields import FieldInfo

from generator.model.part import Part
from generator.values.fields import Reference

Steps = Sequence[str | int]
"""A way into a record: keys, and places in lists."""


@dataclass(frozen=True, slots=True)
class Field:
    """One field of a model."""

    name: str
    """As code calls it."""
    key: str
    """As files call it."""
    description: str
    """What editors read about it, in Dutch."""
    required: bool
    several: bool
    """Whether it is a list."""
    part: type[Part] | None
    """The model of what it holds, for a group of fields or a list of those."""
    text: bool
    """Whether it is one text, free or one of `choices`."""
    choices: tuple[str, ...]
    """The words that it, or each thing in it, may be."""
    reference: str | None
    """The kind of thing whose id it holds: a vocabulary, a kind of record, or several of those under one name."""
    longest: int | None
    """How many signs a text in it may have."""
    inherited: bool
    """Whether it is taken from the organisation where it is left out."""
    body: bool
    """Whether it is the text below the front matter, and no field in it."""


@dataclass(frozen=True, slots=True)
class Anatomy:
    """The fields of a model, in their order, and some of them by what they hold."""

    fields: tuple[Field, ...]
    parts: tuple[Field, ...]
    """Groups of fields, and lists of those."""
    texts: tuple[Field, ...]
    lists: tuple[Field, ...]
    """Lists of words or ids."""
    pointing: tuple[Field, ...]
    """What holds the id of something else, or a part that does, however deep."""

    def field(self, step: str) -> Field | None:
        """The field of this key or name."""
        return next((field for field in self.fields if step in (field.key, field.name)), None)


@cache
def anatomy(model: type[Part]) -> Anatomy:
    """What a model holds."""
    inherited: tuple[str, ...] = getattr(model, "INHERITED", ())
    fields = tuple(_field(name, info, name in inherited) for name, info in model.model_fields.items())
    plain = [field for field in fields if field.part is None]
    return Anatomy(
        fields,
        parts=tuple(field for field in fields if field.part is not None),
        texts=tuple(field for field in plain if field.text),
        lists=tuple(field for field in plain if field.several),
        pointing=tuple(field for field in fields if _points(field)),
    )


@cache
def adapter(model: type[Part], name: str) -> TypeAdapter[Any]:
    """What types the value of one field by itself, or says that it can't."""
    return TypeAdapter(model.model_fields[name].rebuild_annotation())


def field_at(model: type[Part], path: Steps) -> Field | None:
    """The field that a path leads to; None where the model has none."""
    at: type[Part] | None = model
    found = None
    for step in path:
        if isinstance(step, str):
            found = anatomy(at).field(step) if at is not None else None
            at = found.part if found is not None else None
    return found


def model_at(model: type[Part], path: Steps) -> type[Part] | None:
    """The model of the part that a path leads to; None where there is no part."""
    if not any(isinstance(step, str) for step in path):
        return model
    field = field_at(model, path)
    return field.part if field is not None else None


def models_in(model: type[Part]) -> tuple[type[Part], ...]:
    """A model and every model in it, however deep, each once."""
    found = [model]
    for known in found:
        found += [field.part for field in anatomy(known).parts if field.part is not None and field.part not in found]
    return tuple(dict.fromkeys(found))


def _field(name: str, info: FieldInfo, inherited: bool) -> Field:
    annotation, marks = info.annotation, list(_marks(info))
    extra = info.json_schema_extra
    return Field(
        name,
        key=info.alias or name,
        description=info.description or "",
        required=info.is_required(),
        several=_holds_several(annotation),
        part=next(_parts(annotation), None),
        text=_is_text(annotation),
        choices=tuple(_choices(annotation)),
        reference=next((mark.kind for mark in marks if isinstance(mark, Reference)), None),
        longest=next((mark.max_length for mark in marks if getattr(mark, "max_length", None)), None),
        inherited=inherited,
        body=isinstance(extra, dict) and bool(extra.get("x-body")),
    )


def _points(field: Field) -> bool:
    return field.reference is not None or (field.part is not None and bool(anatomy(field.part).pointing))


def _marks(node: Any) -> Iterator[Any]:
    """All the `Annotated` marks in a type, however deep."""
    yield from getattr(node, "metadata", ()) or getattr(node, "__metadata__", ())
    for inner in (getattr(node, "annotation", None), *getattr(node, "__args__", ())):
        if inner is not None and not isinstance(inner, type):
            yield from _marks(inner)


def _parts(annotation: Any) -> Iterator[type[Part]]:
    if isinstance(annotation, type) and issubclass(annotation, Part):
        yield annotation
    for inner in get_args(annotation):
        yield from _parts(inner)


def _holds_several(annotation: Any) -> bool:
    return get_origin(annotation) is tuple or any(map(_holds_several, get_args(annotation)))


def _choices(annotation: Any) -> Iterator[str]:
    if get_origin(annotation) is Literal:
        yield from (choice for choice in get_args(annotation) if isinstance(choice, str))
    else:
        for inner in get_args(annotation):
            yield from _choices(inner)


def _is_text(annotation: Any) -> bool:
    if get_origin(annotation) in (tuple, dict):
        return False
    if annotation is str or (get_origin(annotation) is Literal and any(_choices(annotation))):
        return True
    return any(map(_is_text, get_args(annotation)))
