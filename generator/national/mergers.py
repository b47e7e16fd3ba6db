"""Municipalities that went into another one, or that will: from which day an old id means the new one."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import cache
from typing import NamedTuple

from generator.national.layer import rows


class Merger(NamedTuple):
    """A municipality that is part of another one from a day on."""

    id: str
    """The id that it has, or would have had."""
    name: str
    into: str
    """The id of the municipality that it becomes part of."""
    day: date
    intended: bool
    """Whether the law for it was not certain when the list was made."""


@cache
def mergers() -> Mapping[str, Merger]:
    """The mergers since 2019 and those that are intended, by the id of what disappears."""
    return {
        row["id"]: Merger(row["id"], row["name"], row["into"], date.fromisoformat(row["date"]), row["intended"] == "ja")
        for row in rows("mergers.csv")
    }


def followed(id: str, moves: Mapping[str, str]) -> str:
    """Where an id leads in the end, when what it went into went into another one too."""
    seen = {id}
    while id in moves and moves[id] not in seen:
        id = moves[id]
        seen.add(id)
    return id
