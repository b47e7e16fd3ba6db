"""Fields that stand beside the group they belong in, since nobody moved them to the right: to YAML that group is empty,
and they are fields of what it stands in."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from generator.model.anatomy import Field, anatomy, field_at, model_at
from generator.model.hours import OpeningHours, Slot
from generator.model.part import Part
from generator.problems.problem import Finding, Path
from generator.texts.listing import joined
from generator.texts.spoken import text
from generator.validation.paths import model_path


class Beside(NamedTuple):
    """A group without anything in it, and the fields that stand below it."""

    finding: Finding
    path: Path
    fields: frozenset[str]


def beside_their_group(model: type[Part], data: Any, path: Path = ()) -> Iterator[Beside]:
    """The groups of a record that are empty while the fields below them are theirs, by their path in the file."""
    if isinstance(data, list):
        for index, item in enumerate(data):
            yield from beside_their_group(model, item, (*path, index))
    elif isinstance(data, dict):
        holder = model_at(model, model_path(path, model))
        keys = list(data)
        for at, key in enumerate(keys):
            here = (*path, key)
            if data[key] is not None:
                yield from beside_their_group(model, data[key], here)
            elif holder is not None and (group := field_at(model, model_path(here, model))) and group.part:
                loose = list(_loose(keys[at + 1 :], holder, group))
                if loose:
                    yield Beside(_finding(group, loose, here), here, frozenset(loose))


def without(data: Any, found: Beside) -> None:
    """Take the group and its fields out of where they stand, in the data itself."""
    at = data
    for step in found.path[:-1]:
        at = at[step]
    for key in (found.path[-1], *found.fields):
        del at[key]


def _loose(below: list[str], holder: type[Part], group: Field) -> Iterator[str]:
    """The fields right below a group that are its own and nobody else's."""
    assert group.part is not None
    inside = {field.key for field in anatomy(group.part).fields}
    if group.part is OpeningHours:
        inside |= {field.key for field in anatomy(Slot).fields}
    for key in below:
        if key not in inside or anatomy(holder).field(key) is not None:
            return
        yield key


def _finding(group: Field, loose: list[str], path: Path) -> Finding:
    dashed = group.several or group.part is OpeningHours
    how = str(text("cli", "dashed")).format(first=loose[0]) if dashed else ""
    fields = joined([f'"{key}"' for key in loose])
    return Finding("not-indented", path, {"field": group.key, "fields": fields, "how": how}, on_key=True)
