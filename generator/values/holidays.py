"""Days on which things are otherwise than in most weeks, known by the `holidays` package.

Free are the public holidays. Good Friday is one for that package, but most counters are open then; and it knows 5 May
as one in every fifth year only, while some are closed each year. Those days are in doubt: who says nothing about
holidays may be closed, who says to be closed on them may be open.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Literal, get_args

from generator.cache import compiled

Region = Literal["noord", "midden", "zuid"]
"""The parts of the country that have school holidays of their own."""

REGIONS: tuple[Region, ...] = get_args(Region)

Names = Mapping[date, str]

_GOOD_FRIDAY = timedelta(days=-2)
"""From Easter."""


@cache
def free_days(year: int) -> Names:
    """The public holidays of a year that nobody doubts, with their Dutch names."""
    return _dated(_holidays(year)["free"])


@cache
def doubtful_days(year: int) -> Names:
    """The days of a year on which some count as free and others don't."""
    return _dated(_holidays(year)["doubtful"])


@cache
def school_holidays(year: int, region: Region) -> frozenset[date] | None:
    """The days of a year without school in a region; None when they are not known."""
    days = compiled.of_library(f"school-{year}-{region}", "holidays", Path(__file__), lambda: _school(year, region))
    return frozenset(map(date.fromisoformat, days)) or None


def _dated(names: Mapping[str, str]) -> Names:
    return {date.fromisoformat(day): name for day, name in names.items()}


def _holidays(year: int) -> Mapping[str, Mapping[str, str]]:
    return compiled.of_library(f"holidays-{year}", "holidays", Path(__file__), lambda: _days(year))


# The language is said each time: the library would take that of the machine.


def _days(year: int) -> dict[str, dict[str, str]]:
    from dateutil.easter import easter
    from holidays import country_holidays  # here, because it is known from before but for the first time

    public = country_holidays("NL", years=year, language="nl")
    optional = country_holidays("NL", years=year, language="nl", categories=("optional",))
    doubtful = {easter(year) + _GOOD_FRIDAY, *(day for day in optional if day not in public)}
    names = {**optional, **public}
    return {
        "free": {day.isoformat(): public[day] for day in sorted(public) if day not in doubtful},
        "doubtful": {day.isoformat(): names[day] for day in sorted(doubtful)},
    }


def _school(year: int, region: Region) -> list[str]:
    from holidays import country_holidays

    days = country_holidays("NL", subdiv=region.capitalize(), years=year, language="nl", categories=("school",))
    return sorted(day.isoformat() for day in days)


def stretches(days: frozenset[date]) -> list[tuple[date, date]]:
    """Days that follow each other as their first and last."""
    ordered = sorted(days)
    if not ordered:
        return []
    breaks = [(one, other) for one, other in pairwise(ordered) if other - one > timedelta(days=1)]
    firsts = [ordered[0], *(after for _, after in breaks)]
    return list(zip(firsts, [*(before for before, _ in breaks), ordered[-1]], strict=True))
