"""The Dutch public holidays, known by the `holidays` package."""

from __future__ import annotations

from datetime import date
from functools import cache

from generator.cache import compiled


@cache
def free_days(year: int) -> frozenset[date]:
    """The public holidays of a year."""
    return frozenset(map(date.fromisoformat, compiled.of_library(f"holidays-{year}", "holidays", lambda: _days(year))))


def _days(year: int) -> list[str]:
    from holidays import country_holidays  # here, because it is known from before but for the first time

    return sorted(day.isoformat() for day in country_holidays("NL", years=year))
