"""Ages as records write them: years (`4`, `2,5 jaar`), and of the very young months or weeks (`18 maanden`)."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Literal, NamedTuple

OLDEST = 120
"""Years."""

Unit = Literal["jaar", "maand", "week"]
_MONTHS: dict[Unit, float] = {"jaar": 12, "maand": 1, "week": 12 / 52}
"""Months in a unit."""

_MANY: dict[Unit, str] = {"jaar": "jaar", "maand": "maanden", "week": "weken"}
_KNOWN: dict[str, Unit] = {
    "jaar": "jaar", "jr": "jaar", "maand": "maand", "maanden": "maand", "mnd": "maand", "week": "week",
    "weken": "week", "wk": "week",
}  # fmt: skip
_AGE = re.compile(r"([0-9]{1,3})([.,]5|½| ½)?(?: ?([a-z]+))?", re.IGNORECASE)


class Age(NamedTuple):
    """An age: a number of units; only years have halves."""

    number: int
    half: bool
    unit: Unit

    @property
    def first(self) -> float:
        """The month of life in which somebody becomes that old, from 0."""
        return (self.number + self.half / 2) * _MONTHS[self.unit]

    @property
    def last(self) -> float:
        """The last moment at which somebody still is that old, in months: who is 4 is so until the fifth birthday."""
        return self.first + _MONTHS[self.unit] / (2 if self.half else 1)

    @property
    def years(self) -> int | float:
        """The same in years, for machines."""
        years = round(self.first / 12, 2)
        return int(years) if years == int(years) else years


@lru_cache(maxsize=1024)
def parsed(written: str) -> Age | None:
    """An age as it is written; None of what is none."""
    found = _AGE.fullmatch(" ".join(written.split()))
    if found is None:
        return None
    unit = _KNOWN.get((found[3] or "jaar").lower())
    if unit is None or (found[2] and unit != "jaar"):
        return None
    age = Age(int(found[1]), bool(found[2]), unit)
    return age if age.first <= OLDEST * 12 else None


def written(age: Age) -> str:
    """The one way to write an age: whole years are a number alone."""
    if age.unit == "jaar":
        return f"{age.number},5 jaar" if age.half else str(age.number)
    return f"{age.number} {age.unit if age.number == 1 else _MANY[age.unit]}"


def canonical(text: str) -> str | None:
    """A text as an age is written; None of what is none."""
    age = parsed(text)
    return written(age) if age else None
