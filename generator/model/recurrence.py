"""When something that comes back comes back.

What a record says becomes one rule in the words of iCalendar (RFC 5545, 3.3.10). Calendars carry that very rule and
pages show what it gives, so that the two can't differ; `dateutil`, which iCalendar libraries build on, expands it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, time, timedelta
from typing import NamedTuple, Protocol

from generator.model.parts import Repeats
from generator.values.fields import UNDATED
from generator.values.holidays import free_days
from generator.values.moments import ZONE, day_of, midnight_after, moment, weekday, written

_FREQUENCY = {"week": "WEEKLY", "maand": "MONTHLY", "jaar": "YEARLY"}
CODES = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
"""What calendars call the days of the week, from Monday on."""

YEARS = 2
"""How many whole years after this one other programs are told the public holidays of; they ask again long before."""


class Timed(Protocol):
    """What takes place, once or again and again."""

    @property
    def start(self) -> str: ...
    @property
    def end(self) -> str | None: ...
    @property
    def repeats(self) -> Repeats | None: ...
    @property
    def dates(self) -> Sequence[str]:
        """Where it takes place on several days without a rule: when it begins on each."""
        ...


class Occurrence(NamedTuple):
    """One time that it takes place. Whole days count both ends in; without an end nobody knows how long it lasts."""

    start: date | datetime
    end: date | datetime | None

    @property
    def first_day(self) -> date:
        return day_of(self.start)

    @property
    def last_day(self) -> date:
        """What lasts until midnight is over by then: the day that begins there is not one of its own."""
        end = self.end or self.start
        at_midnight = isinstance(end, datetime) and end.time() == time() and end > self.start
        return day_of(end) - timedelta(days=1) if at_midnight else day_of(end)

    @property
    def over(self) -> datetime:
        """The moment from which it is over: its end, and of what has none the end of its day."""
        return self.end if isinstance(self.end, datetime) else midnight_after(self.last_day)


class Once(NamedTuple):
    """One of several days, as if it were all there is."""

    start: str
    end: str | None
    repeats: Repeats | None = None
    dates: tuple[str, ...] = ()


def apart(timed: Timed) -> Sequence[Timed]:
    """The same as calendars are told it: one thing, or for days without a rule one thing for each.

    A list of days has a name of its own (RDATE, RFC 5545, 3.8.5.2), but Outlook wants a rule beside it (MS-OXCICAL,
    2.1.3.1.1.20.18: "an RRULE MUST also be specified") and leaves out the whole event without one; several programs
    show the first day alone. Separate events are read by all.
    """
    if not timed.dates:
        return [timed]
    ends = {start: _end(timed, start) for start in _loose(timed)}
    return [Once(written(start), written(end) if end is not None else None) for start, end in ends.items()]


def _loose(timed: Timed) -> list[date | datetime]:
    return [moment(start) for start in sorted(timed.dates)]


def rule(timed: Timed) -> str | None:
    """The RRULE of what comes back; None of what takes place once or has no date."""
    repeats = timed.repeats
    if repeats is None or timed.start == UNDATED:
        return None
    start = moment(timed.start)
    parts = [f"FREQ={_FREQUENCY[repeats.every]}"]
    if repeats.interval > 1:
        parts.append(f"INTERVAL={repeats.interval}")
    if repeats.until:
        parts.append(f"UNTIL={_until(start, repeats.until)}")
    if repeats.on and repeats.every == "jaar":
        parts.append(f"BYMONTH={start.month}")
    if repeats.on:
        places = [place for written in repeats.on if (place := weekday(written)) is not None]
        parts.append("BYDAY=" + ",".join(f"{position or ''}{CODES[day]}" for position, day in places))
    return ";".join(parts)


def _until(start: date | datetime, until: str) -> str:
    """The end of the last day; what has a time ends at one in UTC (RFC 5545, 3.3.10)."""
    last = moment(until)
    if not isinstance(start, datetime):
        return f"{last:%Y%m%d}"
    return f"{datetime.combine(last, time(23, 59, 59), ZONE).astimezone(UTC):%Y%m%dT%H%M%SZ}"


def by_rule(timed: Timed, last: date) -> Iterator[date | datetime]:
    """Every start up to and including a day, those that the record takes out as well. Nothing without a date."""
    if timed.start == UNDATED:
        return
    start, text = moment(timed.start), rule(timed)
    if text is None:
        once = _loose(timed) if timed.dates else [start]
        yield from (found for found in once if day_of(found) <= last)
        return
    from dateutil.rrule import rrulestr  # here, because most builds have nothing that comes back

    timed_start = start if isinstance(start, datetime) else datetime.combine(start, time())
    for found in rrulestr(text, dtstart=timed_start):
        if found.date() > last:
            return
        yield found if isinstance(start, datetime) else found.date()


def left_out(timed: Timed, last: date) -> list[date | datetime]:
    """The starts up to and including a day on which it does not take place: what EXDATE says (RFC 5545, 3.8.5.1)."""
    repeats = timed.repeats
    if repeats is None or (repeats.holidays and not repeats.skipped):
        return []
    return [start for start in by_rule(timed, last) if _is_out(repeats, day_of(start))]


def occurrences(timed: Timed, first: date, last: date) -> Iterator[Occurrence]:
    """Each time it takes place between two days, both included, what began before and still goes on as well."""
    repeats = timed.repeats
    for start in by_rule(timed, last):
        if repeats is None or not _is_out(repeats, day_of(start)):
            found = Occurrence(start, _end(timed, start))
            if found.last_day >= first:
                yield found


def lasting_by_the_clock(timed: Timed) -> timedelta | None:
    """How long something with times lasts that comes back, where counting hours would tell it wrongly; else None.

    That is so when it goes on into other days, which are those of the calendar, and when the clock is changed during
    the first of its times. It then ends at the same hour every time: that is a DURATION (RFC 5545, 3.3.6). The
    distance to a DTEND would be one of hours (3.8.5.3).
    """
    if (timed.repeats is None and not timed.dates) or timed.end is None:
        return None
    began, ended = moment(timed.start), moment(timed.end)
    if not isinstance(began, datetime) or not isinstance(ended, datetime):
        return None
    lasts = ended.replace(tzinfo=None) - began.replace(tzinfo=None)
    return lasts if lasts.days or began.utcoffset() != ended.utcoffset() else None


def _end(timed: Timed, start: date | datetime) -> date | datetime | None:
    """The end that belongs to a start."""
    if timed.end is None:
        return None
    began, ended = moment(timed.start), moment(timed.end)
    if not isinstance(start, datetime) or not isinstance(began, datetime) or not isinstance(ended, datetime):
        return start + (day_of(ended) - day_of(began))
    if start == began:
        return ended
    lasts, days = ended.astimezone(UTC) - began.astimezone(UTC), timedelta()
    if (long := lasting_by_the_clock(timed)) is not None:
        days = timedelta(days=long.days)
        lasts = long - days
    # Adding to a time in a zone moves the clock on the wall; hours are counted in UTC.
    return ((start + days).astimezone(UTC) + lasts).astimezone(ZONE)


def _is_out(repeats: Repeats, day: date) -> bool:
    return day.isoformat() in repeats.skipped or (not repeats.holidays and day in free_days(day.year))
