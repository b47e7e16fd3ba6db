"""Which record counts where layers hold the same one, and what there is to say of that."""

from __future__ import annotations

from collections.abc import Sequence

from generator.problems.problem import Finding
from generator.validation.reading import Reading


def layered(readings: Sequence[Reading]) -> tuple[list[Reading], list[tuple[Reading, Finding]]]:
    """The readings that count, with what is found: an edition's record replaces a national one of the same id."""
    found: list[tuple[Reading, Finding]] = []
    chosen: dict[tuple[str, str], Reading] = {}
    for reading in readings:
        key = (reading.file.kind, reading.file.id)
        other = chosen.get(key)
        if other is not None and other.file.national:
            from generator.validation.replacing import redefining, replacing  # here, because most replace nothing

            if reading.file.kind == "vocabulary":
                found += ((reading, finding) for finding in redefining(reading, other))
                key = (reading.file.kind, f"{reading.file.id}+")  # added to the national terms, not in their place
                other = chosen.get(key)
        if other is not None and not other.file.national:
            values = {"id": reading.file.id, "other": other.file.name}
            found.append((reading, Finding("duplicate-id", (), values)))
            continue
        if other is not None:
            found += ((reading, finding) for finding in replacing(reading, other))
        chosen[key] = reading
    return list(chosen.values()), found
