"""Walk over a record: its parts and its texts, each with its path in the file."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from generator.model import Part
from generator.problems import Path


def parts(record: Part, path: Path = ()) -> Iterator[tuple[Path, Part]]:
    """The record and every part in it."""
    yield path, record
    for name, key in _keys(type(record)):
        value = getattr(record, name, None)
        if isinstance(value, Part):
            yield from parts(value, (*path, key))
        elif isinstance(value, tuple):
            for index, item in enumerate(value):
                if isinstance(item, Part):
                    yield from parts(item, (*path, key, index))


@cache
def _keys(part: type[Part]) -> tuple[tuple[str, str], ...]:
    return tuple((name, field.alias or name) for name, field in part.model_fields.items())
