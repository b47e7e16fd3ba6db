"""Opening hours for machines: schema.org's `OpeningHoursSpecification`, which says on which days of the week, between
which days of the year, from when until when. What it has no words for, such as the first Tuesday of a month, is told as
the days themselves; what is only by appointment is not told as open.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from itertools import pairwise
from typing import Any

from generator.model.hours import OpeningHours, Slot
from generator.model.opening import DAY, Opening, begins, ends_of, is_closed, openings
from generator.values import dates
from generator.values.holidays import school_holidays, stretches
from generator.values.moments import weekday

Node = dict[str, Any]
Span = tuple[date | None, date | None]
"""First and last day; None where it has no such end."""

NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
"""What schema.org calls the days of the week, from Monday on."""

_MONTHS_AFTER = 3
"""Months of the next year for which days are named one by one: a site is built again long before they run out."""

_SPECIFICATION = "OpeningHoursSpecification"


def specifications(hours: OpeningHours | None, year: int) -> list[Node]:
    """When it is open, and when it is not although the week says so; `year` is the one in which it is read."""
    if hours is None:
        return []
    made: list[Node] = []
    if hours.always:
        made.append(_node(list(NAMES), "00:00", "23:59"))
    for slot in hours.slots:
        if slot.opens and slot.closes and not slot.by_appointment:
            made += _slot(hours, slot, year)
    if made and _closed_on_holidays(hours):
        made.append(_node(["PublicHolidays"], "00:00", "00:00"))
    return [*made, *_closings(hours)] if made else []


def _closed_on_holidays(hours: OpeningHours) -> bool:
    """Whether all of it says that it isn't there then. Machines have no words for some of it."""
    weekly = [slot for slot in hours.slots if not slot.dates and not slot.by_appointment]
    said = [hours.holidays if slot.holidays is None else slot.holidays for slot in weekly]
    return hours.holidays is False if hours.always or not said else all(one is False for one in said)


def _node(days: list[str], opens: str, closes: str, span: Span = (None, None)) -> Node:
    node: Node = {"@type": _SPECIFICATION}
    if days:
        node["dayOfWeek"] = days
    # schema.org has no hour 24; what closes before it opens closes on the next day.
    node |= {"opens": opens, "closes": "23:59" if closes == "24:00" else closes}
    first, last = span
    if first:
        node["validFrom"] = first.isoformat()
    if last:
        node["validThrough"] = last.isoformat()
    return node


def _slot(hours: OpeningHours, slot: Slot, year: int) -> Iterator[Node]:
    opens, closes = slot.opens or "", slot.closes or ""
    places = [place for written in slot.days if (place := weekday(written)) is not None]
    if slot.dates:
        days: Iterable[date] = (date.fromisoformat(day) for day in slot.dates)
    elif slot.interval > 1 or any(position for position, _ in places):
        days = (day for day in _horizon(year) if (found := begins(hours, slot, day)) and found.condition == "open")
    else:
        week = [NAMES[day] for _, day in places]
        yield from (_node(week, opens, closes, span) for span in _spans(hours, slot, year))
        return
    yield from (_node([], opens, closes, (day, day)) for day in days if not is_closed(hours, day))


def _horizon(year: int) -> Iterator[date]:
    day = date(year, 1, 1)
    while day < date(year + 1, 1 + _MONTHS_AFTER, 1):
        yield day
        day += timedelta(days=1)


def _spans(hours: OpeningHours, slot: Slot, year: int) -> list[Span]:
    """Between which days a slot is there: always, or what is left of that."""
    valid = slot.valid
    first = dates.first_day(valid.from_date) if valid and valid.from_date else None
    last = dates.last_day(valid.until) if valid and valid.until else None
    spans: list[Span] = [(first, last)]
    if slot.season is not None:
        spans = _within(spans, _seasons(*ends_of(slot.season), year))
    said, region = slot.school_holidays or hours.school_holidays, hours.school_region
    if region and said in ("nee", "alleen"):
        free = [days for shown in (year, year + 1) if (days := school_holidays(shown, region)) is not None]
        away = stretches(frozenset[date]().union(*free))
        spans = _within(spans, away if said == "alleen" else _between(away))
    return spans


def _between(stretches: Sequence[tuple[date, date]]) -> list[tuple[date, date]]:
    one = timedelta(days=1)
    return [(before + one, after - one) for (_, before), (after, _) in pairwise(stretches)]


def _seasons(first: str, last: str, year: int) -> list[tuple[date, date]]:
    longer = 0 if first <= last else 1
    return [(_day(shown, first), _day(shown + longer, last)) for shown in (year - longer, year, year + 1)]


def _day(year: int, day: str) -> date:
    """A day in a year, or the last one of that month where it has no such day."""
    month = int(day[:2])
    return date(year, month, min(int(day[3:]), dates.last_day(f"{year}-{month:02}").day))


def _within(spans: Iterable[Span], others: Iterable[tuple[date, date]]) -> list[Span]:
    found: list[Span] = []
    for first, last in others:
        for low, high in spans:
            begin, end = max(first, low or first), min(last, high or last)
            if begin <= end:
                found.append((begin, end))
    return found


def _closings(hours: OpeningHours) -> Iterator[Node]:
    for closing in hours.closed:
        first = dates.first_day(closing.date or closing.begins or "")
        last = dates.last_day(closing.date or closing.until or "")
        if closing.date is None or (closing.begins is None and closing.to is None):
            yield _node([], "00:00", "00:00", (first, last))
        else:
            yield from _half(hours, first, last)


def _half(hours: OpeningHours, first: date, last: date) -> Iterator[Node]:
    """What remains of the days on which it is closed for some hours."""
    day = first
    while day <= last:
        left = [found for found in openings(hours, day) if found.condition == "open"]
        for found in left:
            yield _node([], *_times(found), (day, day))
        if not left:
            yield _node([], "00:00", "00:00", (day, day))
        day += timedelta(days=1)


def _times(opening: Opening) -> tuple[str, str]:
    begin, end = opening.begin, opening.end if opening.end == DAY else opening.end % DAY
    return f"{begin // 60:02}:{begin % 60:02}", f"{end // 60:02}:{end % 60:02}"
