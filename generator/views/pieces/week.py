"""Opening hours as a browser weighs them (`overrides/search/opening.mjs`): short, with no more than was said."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from datetime import date
from typing import Any

from generator.model.hours import Closing, OpeningHours, Slot
from generator.model.opening import ends_of
from generator.values import dates
from generator.values.holidays import (
    REGIONS,
    Region,
    doubtful_days,
    free_days,
    school_holidays,
    stretches,
)
from generator.values.moments import LAST, weekday

_LAST_CODE = 5
"""Stands for the last of its days in a month, before the day of the week."""

YEARS = 3
"""As many years of holidays are told: a site is built again long before they run out."""


def week(hours: OpeningHours | None) -> dict[str, Any] | None:
    """Slots as [days, opens, closes, what else was said], with what is said of all of them; None when unknown.

    A day is its place in the week from 0, and ten times which of its days in a month it is (5: the last).
    """
    if hours is None:
        return None
    found = {
        "slots": [_slot(slot) for slot in hours.slots],
        "always": hours.always,
        "appointment": hours.by_appointment,
        "closed": [_closing(closing) for closing in hours.closed],
        "holidays": hours.holidays,
        "school": hours.school_holidays,
        "region": hours.school_region,
    }
    return {name: value for name, value in found.items() if value or (name == "holidays" and value is False)} or None


def _slot(slot: Slot) -> list[Any]:
    period = slot.valid
    first = dates.first_day(period.from_date) if period and period.from_date else None
    last = dates.last_day(period.until) if period and period.until else None
    more = {
        "dates": list(slot.dates),
        "interval": slot.interval if slot.interval > 1 else None,
        "valid": [str(first or ""), str(last or "")] if first or last else None,
        "season": list(ends_of(slot.season)) if slot.season else None,
        "holidays": slot.holidays,
        "school": slot.school_holidays,
        "appointment": slot.by_appointment,
        "note": slot.note,
    }
    told = {name: value for name, value in more.items() if value or (name == "holidays" and value is False)}
    times = [slot.opens or "00:00", slot.closes or "24:00"]
    return [[_code(day) for day in slot.days], *times, *([told] if told else [])]


def _code(written: str) -> int:
    place = weekday(written)
    assert place is not None
    position, day = place
    return day + 10 * (_LAST_CODE if position == LAST else position)


def _closing(closing: Closing) -> list[str]:
    """The first and the last day; of a part of a day also from when until when."""
    first, last = closing.date or closing.begins, closing.date or closing.until
    assert first and last
    days = [dates.first_day(first).isoformat(), dates.last_day(last).isoformat()]
    if closing.date is None or (closing.begins is None and closing.to is None):
        return days
    return [*days, closing.begins or "00:00", closing.to or "24:00"]


def calendar(year: int, regions: Collection[Region]) -> dict[str, Any]:
    """The holidays of a year and those after it, and the days without school of some regions."""
    years = range(year, year + YEARS)
    return {
        "free": _named(free for shown in years for free in free_days(shown).items()),
        "doubtful": _named(doubt for shown in years for doubt in doubtful_days(shown).items()),
        **({"school": {region: _school(region, years) for region in REGIONS if region in regions}} if regions else {}),
    }


def _named(days: Iterable[tuple[date, str]]) -> dict[str, str]:
    return {day.isoformat(): name for day, name in sorted(days)}


def _school(region: Region, years: Iterable[int]) -> dict[str, Any]:
    known = dict(_known(region, years))
    days = frozenset[date]().union(*known.values())
    until = f"{max(known)}-12-31" if known else ""
    return {"until": until, "days": [[str(first), str(last)] for first, last in stretches(days)]}


def _known(region: Region, years: Iterable[int]) -> Iterator[tuple[int, frozenset[date]]]:
    for year in years:
        days = school_holidays(year, region)
        if days is None:
            return
        yield year, days
