"""How long people wait, as records write it: `geen`, `10 dagen`, `4-6 weken`, `binnen 2 weken`, `meer dan 1 jaar`."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Literal, NamedTuple, get_args

NONE = "geen"
"""What stands for no wait at all."""

Unit = Literal["dag", "week", "maand", "jaar"]
UNITS: tuple[Unit, ...] = get_args(Unit)

_DAYS: dict[Unit, int] = {"dag": 1, "week": 7, "maand": 30, "jaar": 365}
"""Days in a unit: who waits a month or a year does not count them."""

_MANY: dict[Unit, str] = {"dag": "dagen", "week": "weken", "maand": "maanden", "jaar": "jaar"}
_KNOWN: dict[str, Unit] = {
    **{unit: unit for unit in UNITS},
    **{many: unit for unit, many in _MANY.items()},
    "wk": "week", "mnd": "maand", "jaren": "jaar",
}  # fmt: skip

Form = Literal["about", "within", "over"]
_FORMS: dict[str, Form] = {
    "binnen": "within", "hooguit": "within", "maximaal": "within", "tot": "within", "meer dan": "over",
    "langer dan": "over",
}  # fmt: skip
"""How a wait may begin, with what that says. Words such as *ongeveer* say nothing: every wait is an estimate."""

_WAIT = re.compile(
    rf"(?:(?:ongeveer|circa|ca\.?|±) ?|({'|'.join(_FORMS)}) )?"
    r"([0-9]{1,3})(?: ?([a-z]+))?(?: ?(?:-|–|à|tot|tot en met) ?([0-9]{1,3}) ?([a-z]+))?",
    re.IGNORECASE,
)

_SPOKEN = {
    "anderhalve": "1,5", "anderhalf": "1,5", "een half": "half", "een": "1", "één": "1", "eén": "1", "twee": "2",
    "drie": "3", "vier": "4", "vijf": "5", "zes": "6", "zeven": "7", "acht": "8", "negen": "9", "tien": "10",
    "elf": "11", "twaalf": "12", "paar": "2",
}  # fmt: skip
_WORDS = re.compile(rf"\b({'|'.join(_SPOKEN)})\b", re.IGNORECASE)
_HALF = {"half jaar": "6 maanden", "1,5 jaar": "18 maanden", "halve maand": "2 weken", "1,5 maand": "6 weken"}

_IN_TEXT = re.compile(
    r"\b(?:binnen )?(?:[0-9]+|half)(?:(?: ?- ?| tot )[0-9]+)? (?:dagen|dag|weken|week|maanden|maand|jaar)\b"
)


class Wait(NamedTuple):
    """A wait from `low` to `high`, each a number with its unit; `form` says whether it is about that, within `high`
    or over `low`."""

    form: Form
    low: tuple[int, Unit]
    high: tuple[int, Unit]

    @property
    def least(self) -> int:
        """Days, at least."""
        return 0 if self.form == "within" else _days(self.low)

    @property
    def most(self) -> int | None:
        """Days, at most; None when nobody says."""
        return None if self.form == "over" else _days(self.high)


@lru_cache(maxsize=4096)
def parsed(written: str) -> Wait | None:
    """A wait as it is written; None of what is none. No wait is one of 0 days."""
    line = " ".join(written.split())
    if line.casefold() == NONE:
        return Wait("about", (0, "dag"), (0, "dag"))
    found = _WAIT.fullmatch(line)
    if found is None:
        return None
    begins, first, first_unit, second, second_unit = found.groups()
    form = _FORMS[begins.lower()] if begins else "about"
    last_unit = _KNOWN.get((second_unit or first_unit or "").lower())
    unit = _KNOWN.get(first_unit.lower()) if first_unit else last_unit
    if unit is None or last_unit is None or (second and form != "about"):
        return None
    low, high = (int(first), unit), (int(second or first), last_unit)
    return Wait(form, low, high) if not second or _days(low) < _days(high) else None


def canonical(written: str) -> str | None:
    """The one way to write a wait; None of what is none."""
    wait = parsed(written)
    if wait is None:
        return None
    if wait.most == 0:
        return NONE
    if wait.low == wait.high:
        return {"about": "", "within": "binnen ", "over": "meer dan "}[wait.form] + _named(*wait.low)
    (low, unit), (high, last_unit) = wait.low, wait.high
    return f"{low}-{_named(high, unit)}" if unit == last_unit else f"{_named(low, unit)} - {_named(high, last_unit)}"


def in_text(written: str) -> str | None:
    """The first wait that a sentence names, also in words (`zes weken`), for a hint to who wrote it and no more."""
    line = _WORDS.sub(lambda found: _SPOKEN[found[0].lower()], written.lower())
    for spoken, meant in _HALF.items():
        line = line.replace(spoken, meant)
    found = _IN_TEXT.search(line)
    return canonical(found[0]) if found else None


def _days(length: tuple[int, Unit]) -> int:
    number, unit = length
    return number * _DAYS[unit]


def _named(number: int, unit: Unit) -> str:
    return f"{number} {unit if number == 1 else _MANY[unit]}"
