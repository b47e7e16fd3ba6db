"""What takes place on a day can take place: it ends after it begins, and comes back on days that there are."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from itertools import islice

from generator.model import recurrence
from generator.model.activity import Activity
from generator.model.anatomy import anatomy
from generator.model.network import Meeting, Network
from generator.model.parts import Repeats
from generator.problems.problem import Finding, Path
from generator.validation.rules.walking import Walked, unclear
from generator.values.fields import COUNTRYWIDE, UNDATED
from generator.values.moments import DAYS, day_of, moment, weekday

_FAR = 12
"""Years within which something that comes back must have been there once: leap days are at most eight apart."""


def sensible_times(walked: Walked) -> Iterator[Finding]:
    """An activity or a meeting ends after it begins, and what comes back begins on one of its own days."""
    if isinstance(walked.record, Activity):
        yield from _one_way_to_say_when(walked.record)
    for path, part in walked.parts:
        if isinstance(part, Activity | Meeting) and part.start:
            yield from _ends(part, path)
            if part.repeats is not None and part.repeats.every and part.start != UNDATED and not part.dates:
                yield from _comes_back(part, part.repeats, path)


def meets_once_at_a_time(walked: Walked) -> Iterator[Finding]:
    """A network has one meeting at a moment: its start is what calendars know it by."""
    if isinstance(walked.record, Network):
        seen: set[str] = set()
        for index, meeting in enumerate(walked.record.meetings or ()):
            if meeting.start and meeting.start in seen:
                yield Finding("repeated-item", ("meetings", index, "start"), {"value": meeting.start})
            seen.add(meeting.start or "")


def has_a_place(walked: Walked) -> Iterator[Finding]:
    """Who wants to come must know where to go."""
    record = walked.record
    if not isinstance(record, Activity) or record.status == "cancelled" or COUNTRYWIDE in (record.area or ()):
        return
    if not record.place and not record.address and not unclear(record, "place", "address"):
        yield Finding("no-place", ())


def _one_way_to_say_when(record: Activity) -> Iterator[Finding]:
    """An activity begins on a day and may come back, or is on some days without a rule."""
    if not record.begins and not record.dates:
        if not {"begins", "dates"} & record.model_fields_set:  # what was written and can't be read has its own fault
            field = anatomy(Activity).field("start")
            yield Finding(
                "missing-field", ("start",), {"field": "start", "about": field.description if field else "", "how": ""}
            )
        return
    if not record.dates:
        return
    if record.begins:
        yield Finding("dates-or-start", ("dates",), {"start": record.begins})
    if record.repeats:
        yield Finding("dates-or-repeats", ("repeats",))
    known = {place: day for place, day in enumerate(record.dates) if day}
    first = next(iter(known.values()), "")
    for place, day in known.items():
        if len(day) != len(first):
            yield Finding("dates-unlike", ("dates", place), {"first": first, "value": day})
            return
    days = sorted(set(known.values()))
    if record.end and len(record.end) == len(first) and len(days) > 1 and record.end > days[1]:
        yield Finding("dates-end", ("end",), {"end": record.end, "next": days[1]})


def _ends(part: Activity | Meeting, path: Path) -> Iterator[Finding]:
    if not part.end:
        return
    here = (*path, "end")
    if part.start == UNDATED:
        yield Finding("end-undated", here)
        return
    start, end = moment(part.start), moment(part.end)
    if isinstance(start, datetime) != isinstance(end, datetime):
        yield Finding("end-unlike-start", here, {"start": part.start, "end": part.end})
    elif end < start or (isinstance(start, datetime) and end == start):
        yield Finding("end-order", here, {"start": part.start, "end": part.end})


def _comes_back(part: Activity | Meeting, repeats: Repeats, path: Path) -> Iterator[Finding]:
    here = (*path, "repeats")
    wrong = [*_unfit_days(repeats, here)]
    yield from wrong
    start = day_of(moment(part.start))
    until = day_of(moment(repeats.until)) if repeats.until else None
    if until and until < start:
        yield Finding("repeats-until", (*here, "until"), {"until": repeats.until, "start": part.start})
    elif not wrong and _is_clear(repeats):
        yield from _days(part, repeats, path, until)


def _is_clear(repeats: Repeats) -> bool:
    """Whether everything in it could be typed."""
    typed = not unclear(repeats, "interval", "on", "until", "skipped", "holidays")
    return typed and None not in (*repeats.on, *repeats.skipped)


def _unfit_days(repeats: Repeats, path: Path) -> Iterator[Finding]:
    """Every week has its Monday; a month has four or five, so there it must be said which."""
    for index, written in enumerate(repeats.on or ()):
        place = weekday(written) if written else None
        if place is not None and (place[0] == 0) != (repeats.every == "week"):
            code = "repeats-which-day" if place[0] == 0 else "repeats-plain-day"
            yield Finding(code, (*path, "on", index), {"value": written, "day": DAYS[place[1]], "every": repeats.every})


def _days(part: Activity | Meeting, repeats: Repeats, path: Path, until: date | None) -> Iterator[Finding]:
    here, start = (*path, "repeats"), day_of(moment(part.start))
    horizon = start.replace(year=min(start.year + _FAR, 2100), day=min(start.day, 28))
    first = next(recurrence.by_rule(part, horizon), None)
    if first is None or day_of(first) != start:
        yield Finding("repeats-start", (*path, "start"), {"day": DAYS[start.weekday()], "on": ", ".join(repeats.on)})
        return
    if not repeats.on and start.day > (28 if repeats.every == "maand" or start.month == 2 else 31):
        yield Finding("repeats-short-month", here, {"day": start.day, "every": repeats.every})
    taken_out = [moment(written) for written in repeats.skipped]
    its_days = {day_of(found) for found in recurrence.by_rule(part, max(taken_out, default=start))}
    for index, written in enumerate(repeats.skipped):
        if moment(written) not in its_days:
            yield Finding("repeats-except", (*here, "except", index), {"value": written})
    if not any(islice(recurrence.occurrences(part, start, min(until or horizon, horizon)), 1)):
        yield Finding("repeats-never", here)
