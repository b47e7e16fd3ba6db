"""Records as they count today: where one names a municipality by an old id, the new one stands."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from generator.cache.digests import digest
from generator.formats import jsontext
from generator.model.anatomy import anatomy
from generator.model.kinds import KINDS
from generator.model.part import Part
from generator.problems.problem import Finding
from generator.validation.reading import Reading

REFERENCES = frozenset({"area", "municipality"})
"""The kinds of fields that hold the id of a municipality."""


def carried(reading: Reading, done: Mapping[str, str]) -> Reading:
    """The same record with every old id replaced. A kennisrugzak moves along with its municipality."""
    kind, make = KINDS[reading.file.kind], reading.json
    above, slash, rest = reading.file.id.partition("/")
    id = f"{done.get(above, above)}/{rest}" if kind.keyed and slash else reading.file.id

    def written() -> bytes:
        assert make is not None
        return jsontext.written(renamed(json.loads(make()), kind.model, done))

    return Reading(
        replace(reading.file, id=id),
        digest(reading.digest, *(f"{old}:{into}" for old, into in sorted(done.items()))),
        reading.facts.carried(done),
        reading.found,
        written if make is not None else None,
    )


def doubled(readings: Sequence[Reading], today: Sequence[Reading]) -> Iterator[tuple[Reading, Finding]]:
    """Each record that moves to an id which another one has already; both lists are in one order, the first as read."""
    moved = [place for place, reading in enumerate(readings) if reading.file.id != today[place].file.id]
    there = {(one.file.kind, one.file.id): one.file.name for place, one in enumerate(today) if place not in moved}
    for place in moved:
        file = today[place].file
        if other := there.get((file.kind, file.id)):
            yield readings[place], Finding("duplicate-id", (), {"id": file.id, "other": other})


def renamed(data: Any, model: type[Part], done: Mapping[str, str]) -> Any:
    """A record as JSON with its ids replaced, wherever the model has such a field."""
    for field in anatomy(model).pointing:
        value = data.get(field.key)
        if not value:
            continue
        if field.reference in REFERENCES:
            data[field.key] = (
                [*dict.fromkeys(done.get(id, id) for id in value)]
                if isinstance(value, list)
                else done.get(value, value)
            )
        elif field.part is not None:
            for inner in value if isinstance(value, list) else [value]:
                renamed(inner, field.part, done)
    return data
