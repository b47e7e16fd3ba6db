"""How long people wait, as records write it: `geen`, `10 dagen`, `4-6 weken`, `binnen 2 weken`, `meer dan 1 jaar`."""

from __future__ import annotations

import re
from functools import lru_cache
from math import ceil
from typing import Literal, NamedTuple

from generator.values import units
from generator.values.units import Unit

NONE = "geen"
"""What stands for no wait at all."""

# Patterns are texts here: `re` keeps each when it is asked for first, and most builds never do.
_NO_WAIT = r"(?i)geen wacht(?:tijd|lijst)(?:en)?"
_NO_WAIT_IN_TEXT = r"\bgeen wachttijd(?:en)?\b"

_DAYS: dict[Unit, float] = {"uur": 1 / 24, "dag": 1, "werkdag": 7 / 5, "week": 7, "maand": 30, "jaar": 365}
"""Days in a unit: who waits a month or a year does not count them."""

Form = Literal["about", "within", "over"]
_FORMS: dict[str, Form] = {
    "binnen": "within", "uiterlijk binnen": "within", "uiterlijk": "within", "hooguit": "within", "hoogstens": "within",
    "ten hoogste": "within", "maximaal": "within", "max.": "within", "max": "within", "tot": "within",
    "tot en met": "within", "t/m": "within", "niet langer dan": "within", "niet meer dan": "within",
    "meer dan": "over", "langer dan": "over",
}  # fmt: skip
"""How a wait may begin, with what that says. Words such as *ongeveer* say nothing: every wait is an estimate."""

_NEARLY: dict[str, Form] = {
    "minder dan": "within", "korter dan": "within", "nooit langer dan": "within", "nooit meer dan": "within",
    "<": "within", "minimaal": "over", "min.": "over", "minstens": "over", "ten minste": "over", "tenminste": "over",
    "vanaf": "over", ">": "over", "niet minder dan": "over", "niet korter dan": "over",
}  # fmt: skip
"""And with what it nearly says: enough for a hint, which asks."""

_ABOUT = r"ongeveer|circa|ca\.?|±|gemiddeld|meestal"
_BETWEEN = r"-|–|—|à|a|of|tot|tot en met|t/m|tot maximaal"


_SAID = _FORMS | _NEARLY


def _any(words: dict[str, Form]) -> str:
    return "|".join(map(re.escape, sorted(words, key=len, reverse=True)))


_WAIT = (
    rf"(?i)(?:(?:{_ABOUT}) ?|(?P<form>{_any(_FORMS)}) |(?P<between>tussen(?: de)?|van) )?"
    rf"(?P<low>[0-9]{{1,3}})(?: ?(?P<low_unit>[a-z]+\.?))?"
    rf"(?: ?(?:{_BETWEEN}|(?P<and>en)) ?(?P<high>[0-9]{{1,3}}) ?(?P<high_unit>[a-z]+\.?))?"
)

_SPOKEN = {
    "anderhalve": "1,5", "anderhalf": "1,5", "tweeënhalf": "2,5", "tweeënhalve": "2,5", "een half": "half",
    "een halve": "halve", "een paar": "2", "een": "1", "één": "1", "eén": "1", "twee": "2", "drie": "3", "vier": "4",
    "vijf": "5", "zes": "6", "zeven": "7", "acht": "8", "negen": "9", "tien": "10", "elf": "11", "twaalf": "12",
    "paar": "2",
}  # fmt: skip
_WORDS = rf"(?i)\b({'|'.join(_SPOKEN)})\b"
_UNIT = "|".join(map(re.escape, units.SPELLINGS))
_WEEK_OR_SIX = rf"\b1 ({_UNIT}) of ([0-9]+)\b(?! ?(?:{_UNIT})\b)"
"""*Een week of zes* is six weeks."""
_HALF = {"half jaar": "6 maanden", "driekwart jaar": "9 maanden", "halve maand": "2 weken", "1,5 maand": "6 weken"}

_IN_TEXT = (
    # What comes back every two weeks, or began two weeks ago, is no wait.
    rf"(?:\b(?P<other>per|elke|iedere|om de|sinds|al|keer|x) )?"
    # Nor is the end of a number.
    rf"(?:(?P<form>(?<!\w)(?:{_any(_SAID)})) ?)?(?:(?:{_ABOUT}|wel|zo'n|tussen(?: de)?|van) ?)*"
    rf"(?<![\w½])(?<![0-9][.,/+-])(?P<low>[0-9]{{1,3}}(?:[.,]5| ?½)?)(?: ?(?P<low_unit>{_UNIT})\.?)?"
    rf"(?: ?(?:{_BETWEEN}|en) ?(?P<high>[0-9]{{1,3}}(?:[.,]5| ?½)?))?"
    rf" ?(?P<high_unit>{_UNIT})\b(?! (?:geleden|per|oud|van tevoren|vooraf)\b)"
)

_BEHIND_ANOTHER = r"[0-9]\W*[a-z]{0,5}\W*$"
"""Where a number stands behind another one in a way that nobody can be sure of: *van 4 naar 6 weken*."""


class Wait(NamedTuple):
    """A wait from `low` to `high`, each a number with its unit; `form` says whether it is about that, within `high`
    or over `low`."""

    form: Form
    low: tuple[int, Unit]
    high: tuple[int, Unit]

    @property
    def least(self) -> int:
        """Days, at least."""
        return 0 if self.form == "within" else ceil(_days(self.low))

    @property
    def most(self) -> int | None:
        """Days, at most; None when nobody says."""
        return None if self.form == "over" else ceil(_days(self.high))


@lru_cache(maxsize=4096)
def parsed(written: str) -> Wait | None:
    """A wait as it is written; None of what is none. No wait is one of 0 days."""
    line = " ".join(written.split())
    if line.casefold() == NONE or re.fullmatch(_NO_WAIT, line):
        return Wait("about", (0, "dag"), (0, "dag"))
    found = re.fullmatch(_WAIT, line)
    # Four and six weeks are two waits, unless it is between them.
    if found is None or (found["and"] and not found["between"]) or (found["between"] and not found["high"]):
        return None
    form = _FORMS[found["form"].lower()] if found["form"] else "about"
    last_unit = units.unit(found["high_unit"] or found["low_unit"] or "")
    unit = units.unit(found["low_unit"]) if found["low_unit"] else last_unit
    if unit is None or last_unit is None or (found["high"] and form != "about"):
        return None
    low, high = (int(found["low"]), unit), (int(found["high"] or found["low"]), last_unit)
    return Wait(form, low, high) if not found["high"] or _days(low) < _days(high) else None


def canonical(written: str) -> str | None:
    """The one way to write a wait; None of what is none."""
    wait = parsed(written)
    return None if wait is None else _written(wait)


def in_text(written: str) -> str | None:
    """The first wait that a sentence names, also in words (`zes weken`), for a hint to who wrote it and no more."""
    line = re.sub(_WORDS, lambda found: _SPOKEN[found[0].lower()], " ".join(written.lower().split()))
    line = re.sub(_WEEK_OR_SIX, r"\2 \1", line)
    for spoken, meant in _HALF.items():
        line = line.replace(spoken, meant)
    every = (found for found in re.finditer(_IN_TEXT, line) if not re.search(_BEHIND_ANOTHER, line[: found.start()]))
    said = (_written(wait) for found in every if (wait := _named(found)))
    first = next((wait for wait in said if parsed(wait)), None)
    return first or (NONE if re.search(_NO_WAIT_IN_TEXT, line) else None)


def _named(found: re.Match[str]) -> Wait | None:
    """A wait as a sentence names it."""
    said, several = found["form"], found["high"] is not None
    form = _SAID[said] if said else "about"
    last_unit = units.unit(found["high_unit"])
    unit = units.unit(found["low_unit"]) if found["low_unit"] else last_unit
    # Hours are mostly those of a clock, unless something is to happen within them.
    if found["other"] or unit is None or last_unit is None or ("uur" in (unit, last_unit) and said in (None, "tot")):
        return None
    if several and form == "over":
        return None
    low, high = _whole(found["low"], unit), _whole(found["high"] or found["low"], last_unit)
    if low is None or high is None or (several and _days(low) >= _days(high)):
        return None
    if several and low[1] != high[1] and unit == last_unit:  # 1,5 tot 2 jaar
        low, high = ((number * 12, "maand") if part == "jaar" else (number, part) for number, part in (low, high))
    return Wait("about" if several else form, low, high)


def _whole(number: str, unit: Unit) -> tuple[int, Unit] | None:
    """A number of units, halves of a few years as months; None of other halves."""
    if number.isdigit():
        return int(number), unit
    whole = int(re.match("[0-9]+", number)[0])  # type: ignore[index]
    return (whole * 12 + 6, "maand") if unit == "jaar" and whole < 10 else None


def _written(wait: Wait) -> str:
    if wait.most == 0:
        return NONE
    if wait.low == wait.high:
        return {"about": "", "within": "binnen ", "over": "meer dan "}[wait.form] + units.named(*wait.low)
    (low, unit), (high, last_unit) = wait.low, wait.high
    if unit == last_unit:
        return f"{low}-{units.named(high, unit)}"
    return f"{units.named(low, unit)} - {units.named(high, last_unit)}"


def _days(length: tuple[int, Unit]) -> float:
    number, unit = length
    return number * _DAYS[unit]
