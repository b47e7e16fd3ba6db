"""Ages as records write them: years (`4`, `2,5 jaar`), and of the very young months or weeks (`18 maanden`)."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from generator.values import units
from generator.values.units import Unit

OLDEST = 120
"""Years."""

_MONTHS: dict[Unit, float] = {"jaar": 12, "maand": 1, "week": 12 / 52}
"""Months in a unit; nobody's age is counted in another one."""

_AGE = r"(?i)([0-9]{1,3})([.,]5|½| ½)?(?: ?([a-z]+\.?))?"
_NAMED = r"(?i)(?<![0-9.,-])([0-9]{1,3}(?:[.,]5| ?½)?)(?![0-9.,½]) ?([a-z]*)"


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
    found = re.fullmatch(_AGE, " ".join(written.split()))
    if found is None:
        return None
    unit = units.unit(found[3] or "jaar")
    if unit is None or unit not in _MONTHS or (found[2] and unit != "jaar"):
        return None
    age = Age(int(found[1]), bool(found[2]), unit)
    return age if age.first <= OLDEST * 12 else None


def written(age: Age) -> str:
    """The one way to write an age: whole years are a number alone."""
    if age.unit == "jaar":
        return f"{age.number},5 jaar" if age.half else str(age.number)
    return units.named(age.number, age.unit)


def canonical(text: str) -> str | None:
    """A text as an age is written; None of what is none."""
    age = parsed(text)
    return written(age) if age else None


def in_text(text: str) -> str | None:
    """The one age that a text names, for a hint: `vanaf 18 maandjes` as `18 maanden`, `4 jaar oud` as `4`."""
    found = re.search(_NAMED, text)
    if found is None or len(re.findall(r"[0-9]+(?:[.,][0-9]+)?", text)) > 1:
        return None
    # What is small is said smaller: maandjes, weekjes.
    unit = units.unit(re.sub(r"jes?$", "", found[2]))
    return canonical(f"{found[1]} {unit or 'jaar'}")
