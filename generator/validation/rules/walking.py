"""A record as rules see it: all its parts, found once, each with its path in the file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any, NamedTuple, get_args, get_origin

from generator.model.parts import Part
from generator.problems.problem import Path
from generator.validation.shape import models_in


@dataclass(frozen=True, slots=True)
class Walked:
    """A record with its id and everything in it, the record itself first."""

    record: Part
    id: str
    parts: tuple[tuple[Path, Part], ...]
    texts: tuple[tuple[Path, str], ...]
    """Every text in it that is one value, with its path."""

    def lists(self) -> Iterator[tuple[Path, tuple[str | None, ...]]]:
        """Every list of words or ids in it, with its path; None stands for what could not be typed."""
        for path, part in self.parts:
            for name, key in fields(type(part)).lists:
                value = getattr(part, name)
                if value:
                    yield (*path, key), value


class Fields(NamedTuple):
    """The fields of a model by what they hold, each as (name, key in the file)."""

    parts: tuple[tuple[str, str], ...]
    scalars: tuple[tuple[str, str], ...]
    lists: tuple[tuple[str, str], ...]


@cache
def fields(model: type[Part]) -> Fields:
    """What the fields of a model hold."""
    named = [(name, field.alias or name, field.annotation) for name, field in model.model_fields.items()]
    holders = {name for name, _, annotation in named if models_in(annotation)}
    return Fields(
        parts=tuple((name, key) for name, key, _ in named if name in holders),
        scalars=tuple((name, key) for name, key, kind in named if name not in holders and _holds(kind, str)),
        lists=tuple((name, key) for name, key, kind in named if name not in holders and _holds(kind, tuple)),
    )


def unclear(part: Part, *names: str) -> bool:
    """Whether one of these fields was written but could not be typed: it has its own fault and is not missing."""
    return any(name in part.model_fields_set and getattr(part, name) is None for name in names)


def walk(record: Part, id: str) -> Walked:
    """Find all parts of a record, whole or salvaged."""
    parts = tuple(_parts(record, ()))
    return Walked(record, id, parts, tuple(_texts(parts)))


def _parts(part: Part, path: Path) -> Iterator[tuple[Path, Part]]:
    yield path, part
    for name, key in fields(type(part)).parts:
        value = getattr(part, name)
        if isinstance(value, Part):
            yield from _parts(value, (*path, key))
        elif value:
            for index, item in enumerate(value):
                if isinstance(item, Part):
                    yield from _parts(item, (*path, key, index))


def _texts(parts: Iterable[tuple[Path, Part]]) -> Iterator[tuple[Path, str]]:
    for path, part in parts:
        for name, key in fields(type(part)).scalars:
            value = getattr(part, name)
            if isinstance(value, str):
                yield (*path, key), value


def _holds(annotation: Any, kind: type) -> bool:
    """Whether a field holds texts (also one of a few words) or, for `tuple`, a list."""
    origin = get_origin(annotation)
    if origin is tuple:
        return kind is tuple
    if annotation is kind or (kind is str and any(isinstance(choice, str) for choice in get_args(annotation))):
        return True
    return any(_holds(inner, kind) for inner in get_args(annotation) if not isinstance(inner, str))
