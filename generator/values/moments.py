"""Moments as records write them: a day (`2026-11-10`), or a day with a time in the Netherlands (`2026-11-10 19:30`).

And days of the week that come back: `ma`, or one of them in a month: `2e di`, `laatste vr`.
"""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from typing import Literal, get_args
from zoneinfo import ZoneInfo

ZONE = ZoneInfo("Europe/Amsterdam")
"""The clock that every time in a record is read from."""

LAST = -1
"""The position of the last of its days in a month."""

_MOMENT = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})(?: ([01][0-9]|2[0-3]):([0-5][0-9]))?", re.ASCII)
Day = Literal["ma", "di", "wo", "do", "vr", "za", "zo"]
DAYS: tuple[Day, ...] = get_args(Day)
"""The days of the week as records write them, from Monday on."""

_PLACES: dict[str, int] = {day: place for place, day in enumerate(DAYS)}
_WEEKDAY = re.compile(rf"(?:([1-4])e |(laatste) )?({'|'.join(DAYS)})", re.ASCII)


@lru_cache(maxsize=4096)
def parsed(written: str) -> date | datetime | None:
    """A day, or a time on it in `ZONE`; None when there is no such day, or when it is not between 1900 and 2100."""
    found = _MOMENT.fullmatch(written)
    if found is None or not 1900 <= int(found[1]) <= 2100:
        return None
    try:
        day = date(*(int(part) for part in found.groups()[:3]))
    except ValueError:
        return None
    return day if found[4] is None else datetime.combine(day, time(int(found[4]), int(found[5])), ZONE)


def moment(written: str) -> date | datetime:
    """The same of what is known to be valid."""
    found = parsed(written)
    assert found is not None
    return found


def written(at: date | datetime) -> str:
    """A day, or a time on it, as records write it."""
    return f"{at:%Y-%m-%d %H:%M}" if isinstance(at, datetime) else at.isoformat()


def midnight_after(day: date) -> datetime:
    """The moment at which a day is over."""
    return datetime.combine(day + timedelta(days=1), time(), ZONE)


def instant(at: datetime) -> str:
    """A moment as every browser reads it, whatever its own clock calls it: `2026-12-05T00:30Z`."""
    return f"{at.astimezone(UTC):%Y-%m-%dT%H:%MZ}"


def is_day(written: str) -> bool:
    """Whether a text is a whole day that exists."""
    found = parsed(written)
    return found is not None and not isinstance(found, datetime)


def is_skipped(written: str) -> bool:
    """Whether a moment never comes: the hour that the clock skips when summer time begins."""
    found = parsed(written)
    return isinstance(found, datetime) and found.astimezone(UTC).astimezone(ZONE).time() != found.time()


def day_of(moment: date | datetime) -> date:
    """The day of a moment."""
    return moment.date() if isinstance(moment, datetime) else moment


@lru_cache(maxsize=64)
def weekday(written: str) -> tuple[int, int] | None:
    """Which of its days in a month (1 to 4, `LAST`, or 0 for every one), and which day of the week, Monday being 0."""
    found = _WEEKDAY.fullmatch(written)
    if found is None:
        return None
    return LAST if found[2] else int(found[1] or 0), _PLACES[found[3]]
