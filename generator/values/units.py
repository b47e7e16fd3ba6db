"""The units in which records count time, and how people write them."""

from __future__ import annotations

from typing import Literal, get_args

Unit = Literal["uur", "dag", "werkdag", "week", "maand", "jaar"]
UNITS: tuple[Unit, ...] = get_args(Unit)

_MANY: dict[Unit, str] = {
    "uur": "uur", "dag": "dagen", "werkdag": "werkdagen", "week": "weken", "maand": "maanden", "jaar": "jaar",
}  # fmt: skip
_ALSO: dict[str, Unit] = {
    "uren": "uur", "u": "uur", "dgn": "dag", "dg": "dag", "wk": "week", "wkn": "week", "mnd": "maand",
    "mnden": "maand", "mdn": "maand", "jaren": "jaar", "jr": "jaar",
}  # fmt: skip
_SPELLED: dict[str, Unit] = {unit: unit for unit in UNITS} | {many: unit for unit, many in _MANY.items()} | _ALSO

SPELLINGS = tuple(sorted(_SPELLED, key=len, reverse=True))
"""Every way to write a unit in small letters, the longest first."""


def unit(written: str) -> Unit | None:
    """The unit that somebody wrote, with or without the point of an abbreviation; None of what is none."""
    return _SPELLED.get(written.lower().removesuffix("."))


def named(number: int, unit: Unit) -> str:
    """`1 week`, `6 weken`."""
    return f"{number} {unit if number == 1 else _MANY[unit]}"
