"""Dates as records write them: a year (`2020`), a month (`2026-03`) or a day (`2026-03-14`)."""

from __future__ import annotations

import os
import re
from calendar import monthrange
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache

from generator.texts.spoken import text

_WHEN = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?", re.ASCII)
STALE_AFTER = timedelta(days=366)
"""A record that nobody checked for twelve months is out of date (issue: stale records)."""


def today() -> date:
    """The one date everything is measured against: `SOURCE_DATE_EPOCH` (seconds, UTC), else the clock.

    Raises `ValueError` when the variable is set to something that is no number.
    """
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    if epoch:
        return datetime.fromtimestamp(int(epoch), UTC).date()
    return datetime.now().astimezone().date()


def is_when(value: str) -> bool:
    """Whether a text is a year, month or day that exists, from 1900 on."""
    return _span(value) is not None


def first_day(when: str) -> date:
    """The first day a valid `when` can mean."""
    span = _span(when)
    assert span is not None
    return span[0]


def last_day(when: str) -> date:
    """The last day a valid `when` can mean."""
    span = _span(when)
    assert span is not None
    return span[1]


def is_stale(when: str, on: date) -> bool:
    """Whether a check made at `when` is more than twelve months old on a day, in the kindest reading."""
    return on - last_day(when) > STALE_AFTER


def months_later(day: date, months: int) -> date:
    """The same day some months later, or the last of that month where it has no such day."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def in_words(when: str) -> str:
    """`2026-03-14` as `14 maart 2026`, `2026-03` as `maart 2026`, `2026` as `2026`."""
    year, *rest = when.split("-")
    if not rest:
        return year
    month = f"{text('interface', 'months')[int(rest[0]) - 1]} {year}"
    return f"{int(rest[1])} {month}" if len(rest) > 1 else month


@lru_cache(maxsize=4096)
def _span(value: str) -> tuple[date, date] | None:
    found = _WHEN.fullmatch(value)
    if found is None or not 1900 <= int(found[1]) <= 2100:
        return None
    year, month, day = (int(part) if part else None for part in found.groups())
    assert year is not None
    if month is None:
        return date(year, 1, 1), date(year, 12, 31)
    if not 1 <= month <= 12:
        return None
    length = monthrange(year, month)[1]
    if day is None:
        return date(year, month, 1), date(year, month, length)
    return (date(year, month, day), date(year, month, day)) if 1 <= day <= length else None
