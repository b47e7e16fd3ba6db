"""What opening hours mean on a day, and whether something is open at a moment.

`overrides/search/opening.mjs` says the same in a browser, by the visitor's clock; tests hold both against each other.
All times are those of the clock in the Netherlands. What begins on a day belongs to it, also after midnight: a night
that begins on a day on which it is closed is not there, and the one that ends on that day is.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, datetime, timedelta
from typing import Literal, NamedTuple

from generator.model.hours import Closing, OpeningHours, Period, SchoolHolidays, Season, Slot
from generator.values import dates
from generator.values.holidays import Region, doubtful_days, free_days, school_holidays
from generator.values.moments import LAST, ZONE, weekday

DAY = 24 * 60
"""Minutes of a day."""

Condition = Literal["open", "appointment", "holiday", "school"]
"""How certain it is that somebody is let in: without more ado, by appointment, or perhaps (it is a holiday)."""

_RANKS: tuple[Condition, ...] = ("open", "appointment", "holiday", "school")


class Opening(NamedTuple):
    """Some time that begins on a day, in minutes from its midnight; the end may lie beyond `DAY`."""

    begin: int
    end: int
    condition: Condition
    note: str | None


class Now(NamedTuple):
    """How it is at a moment. `until` is when that ends (`HH:MM`), where that is known and it is open."""

    state: Condition | Literal["closed", "unknown"]
    until: str | None = None
    note: str | None = None


UNKNOWN = Now("unknown")


def at(hours: OpeningHours | None, moment: datetime) -> Now:
    """How it is at a moment, which says in which zone it is."""
    here = moment.astimezone(ZONE)
    return now(hours, here.date(), here.hour * 60 + here.minute)


def now(hours: OpeningHours | None, day: date, minute: int) -> Now:
    """How it is on a day at a minute of its clock."""
    if hours is None:
        return UNKNOWN
    near = [
        Opening(found.begin + shift * DAY, found.end + shift * DAY, found.condition, found.note)
        for shift in (-1, 0, 1)
        for found in openings(hours, day + timedelta(days=shift))
    ]
    here = [found for found in near if found.begin <= minute < found.end]
    if here:
        best = min(here, key=lambda found: _RANKS.index(found.condition))
        return Now(best.condition, _ends(best, near, minute), best.note)
    if is_closed(hours, day):
        return Now("closed")
    if hours.by_appointment:
        return Now("appointment")
    if hours.always or any(_goes_on(slot, day) for slot in hours.slots):
        return Now("closed")
    return UNKNOWN


def openings(hours: OpeningHours, day: date) -> Iterator[Opening]:
    """What begins on a day, in the order of the record, without what a closing takes away."""
    if is_closed(hours, day):
        return
    gone = [*_hours_closed(hours, day, 0), *_hours_closed(hours, day + timedelta(days=1), DAY)]
    if hours.always:
        condition = _on_free_days(hours.holidays, day)
        if hours.holidays is False and condition:
            yield from _without(gone, Opening(0, DAY, condition, None)) if condition != "closed" else ()
        else:
            yield from _without(gone, Opening(0, DAY, "open", None))
        return
    for slot in hours.slots:
        found = begins(hours, slot, day)
        if found is not None:
            yield from _without(gone, found)


def is_closed(hours: OpeningHours, day: date) -> bool:
    """Whether it is closed on a whole day."""
    return any(_covers(closing, day) for closing in hours.closed if not _is_part_of_a_day(closing))


def falls(slot: Slot, day: date) -> bool:
    """Whether a slot is there on a day, holidays and closings aside."""
    if slot.dates:
        return day.isoformat() in slot.dates
    return (
        any(_is_that_day(written, day) for written in slot.days)
        and _in_period(slot.valid, day)
        and _in_season(slot.season, day)
        and (slot.interval == 1 or _in_turn(slot, day))
    )


def begins(hours: OpeningHours, slot: Slot, day: date) -> Opening | None:
    """What begins on a day by one line of the hours, closings aside; None where nothing does."""
    if not falls(slot, day):
        return None
    condition: Condition = "appointment" if slot.by_appointment else "open"
    begin, end = minutes(slot.opens or "00:00"), minutes(slot.closes or "24:00")
    if end <= begin:
        end += DAY
    if slot.dates:  # a day that is named is that day, whatever else it is
        return Opening(begin, end, condition, slot.note)
    free = _on_free_days(slot.holidays if slot.holidays is not None else hours.holidays, day)
    school = _in_school_holidays(slot.school_holidays or hours.school_holidays, hours.school_region, day)
    if "closed" in (free, school):
        return None
    return Opening(begin, end, free or school or condition, slot.note)  # type: ignore[arg-type]


def _on_free_days(said: bool | None, day: date) -> Condition | Literal["closed"] | None:
    """What a holiday makes of it: nothing, doubt, or that it is closed."""
    if said:
        return None
    if day in free_days(day.year):
        return "holiday" if said is None else "closed"
    return "holiday" if day in doubtful_days(day.year) else None


def _in_school_holidays(
    said: SchoolHolidays | None, region: Region | None, day: date
) -> Condition | Literal["closed"] | None:
    """The same for school holidays, of which the days are not known for all years to come, nor without a region."""
    if said is None or said == "ja":
        return None
    known = school_holidays(day.year, region) if region else None
    if known is None:
        return "school"
    return "closed" if (day in known) == (said == "nee") else None


def _is_that_day(written: str, day: date) -> bool:
    place = weekday(written)
    if place is None or place[1] != day.weekday():
        return False
    position = place[0]
    if position == LAST:
        return (day + timedelta(days=7)).month != day.month
    return position in (0, (day.day - 1) // 7 + 1)


def _in_turn(slot: Slot, day: date) -> bool:
    """Whether a day is in one of the weeks, or months, that it is there: they are counted from where it begins."""
    if slot.valid is None or slot.valid.from_date is None:
        return True
    start = dates.first_day(slot.valid.from_date)
    if any(place[0] for written in slot.days if (place := weekday(written))):
        return ((day.year - start.year) * 12 + day.month - start.month) % slot.interval == 0
    return (_monday(day) - _monday(start)).days // 7 % slot.interval == 0


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())


def _in_period(period: Period | None, day: date) -> bool:
    if period is None:
        return True
    begun = period.from_date is None or dates.first_day(period.from_date) <= day
    return begun and (period.until is None or day <= dates.last_day(period.until))


def _in_season(season: Season | None, day: date) -> bool:
    if season is None:
        return True
    first, last = ends_of(season)
    here = f"{day:%m-%d}"
    return first <= here <= last if first <= last else here >= first or here <= last


def ends_of(season: Season) -> tuple[str, str]:
    """The first and the last day of a season, as `MM-DD`; of a whole month the last is `31`, whether or not it is."""
    first, last = season.from_day, season.until
    return first if "-" in first else f"{first}-01", last if "-" in last else f"{last}-31"


def _goes_on(slot: Slot, day: date) -> bool:
    """Whether a slot is not over for good: what was said of a time that is over says nothing of today."""
    if slot.dates:
        return day.isoformat() <= max(slot.dates)
    return slot.valid is None or slot.valid.until is None or day <= dates.last_day(slot.valid.until)


def _is_part_of_a_day(closing: Closing) -> bool:
    return closing.date is not None and (closing.begins is not None or closing.to is not None)


def _covers(closing: Closing, day: date) -> bool:
    if closing.date is not None:
        return dates.first_day(closing.date) <= day <= dates.last_day(closing.date)
    begun = closing.begins is not None and dates.first_day(closing.begins) <= day
    return begun and closing.until is not None and day <= dates.last_day(closing.until)


def _hours_closed(hours: OpeningHours, day: date, shift: int) -> Iterator[tuple[int, int]]:
    """The hours of a day in which it is closed, in minutes from a midnight that lies `shift` before that of the day."""
    for closing in hours.closed:
        if _is_part_of_a_day(closing) and _covers(closing, day):
            yield minutes(closing.begins or "00:00") + shift, minutes(closing.to or "24:00") + shift


def _without(gone: Sequence[tuple[int, int]], opening: Opening) -> Iterator[Opening]:
    """What remains of an opening."""
    left = [(opening.begin, opening.end)]
    for begin, end in gone:
        left = [
            piece
            for low, high in left
            for piece in ((low, min(high, begin)), (max(low, end), high))
            if piece[0] < piece[1]
        ]
    for begin, end in left:
        yield opening._replace(begin=begin, end=end)


def _ends(opening: Opening, near: Sequence[Opening], minute: int) -> str | None:
    """When it is over, if that is within a day: what begins where another ends goes on, as long as it is as certain."""
    end, before = opening.end, -1
    same = [found for found in near if found.condition == opening.condition and found.note == opening.note]
    while end != before:
        before = end
        end = max([end, *(found.end for found in same if found.begin <= end)])
    if end - minute >= DAY:
        return None
    left = end % DAY
    return f"{left // 60:02}:{left % 60:02}" if left else "24:00"


def minutes(time: str) -> int:
    """A time of the clock in minutes from midnight."""
    return int(time[:2]) * 60 + int(time[3:])
