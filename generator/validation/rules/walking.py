"""A record as rules see it: all its parts, found once, each with its path in the file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.model.anatomy import anatomy
from generator.model.part import Part
from generator.problems.problem import Path


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
            for field in anatomy(type(part)).lists:
                value = getattr(part, field.name)
                if value:
                    yield (*path, field.key), value


def unclear(part: Part, *names: str) -> bool:
    """Whether one of these fields was written but could not be typed: it has its own fault and is not missing."""
    return any(name in part.model_fields_set and getattr(part, name) is None for name in names)


def walk(record: Part, id: str) -> Walked:
    """Find all parts of a record, whole or salvaged."""
    parts = tuple(_parts(record, ()))
    return Walked(record, id, parts, tuple(_texts(parts)))


def _parts(part: Part, path: Path) -> Iterator[tuple[Path, Part]]:
    yield path, part
    for field in anatomy(type(part)).parts:
        value = getattr(part, field.name)
        if isinstance(value, Part):
            yield from _parts(value, (*path, field.key))
        elif value:
            for index, item in enumerate(value):
                if isinstance(item, Part):
                    yield from _parts(item, (*path, field.key, index))


def _texts(parts: Iterable[tuple[Path, Part]]) -> Iterator[tuple[Path, str]]:
    for path, part in parts:
        for field in anatomy(type(part)).texts:
            value = getattr(part, field.name)
            if isinstance(value, str):
                yield (*path, field.key), value
