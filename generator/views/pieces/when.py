"""When something takes place, in words that can be read aloud."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime

from generator.model.parts import Repeats
from generator.model.recurrence import Occurrence, Timed
from generator.texts.listing import joined
from generator.values import dates
from generator.values.fields import UNDATED
from generator.values.moments import DAYS, day_of, moment, weekday
from generator.views.pieces.hours import clock
from generator.views.pieces.wording import words


def capital(line: str) -> str:
    """A line as a sentence begins."""
    return line[:1].upper() + line[1:]


def on_day(day: date) -> str:
    """`maandag 23 november 2026`."""
    return f"{words('hours', 'days')[DAYS[day.weekday()]]} {dates.in_words(day.isoformat())}"


def day_and_month(day: date) -> str:
    """`23 november`: within a year nobody needs to hear more."""
    return f"{day.day} {words('months')[day.month - 1]}"


def month(day: date) -> str:
    """`november 2026`."""
    return dates.in_words(day.isoformat()[:7])


def span(occurrence: Occurrence) -> str:
    """One time that it takes place, with its times: `maandag 23 november 2026, 10.00 tot 12.00 uur`."""
    t, (start, end) = words("moment"), occurrence
    first, last = on_day(occurrence.first_day), on_day(occurrence.last_day)
    if not isinstance(start, datetime):
        return first if first == last else str(t["days"].format(first=first, last=last))
    if not isinstance(end, datetime):
        return str(t["at"].format(day=first, start=_clock(start)))
    form = t["between"] if first == last else t["over_days"]
    return str(form.format(day=first, first=first, last=last, start=_clock(start), end=_clock(end)))


def rhythm(timed: Timed) -> str | None:
    """How something comes back: `elke maandag, 10.00 tot 12.00 uur`; None of what takes place once."""
    repeats = timed.repeats
    if repeats is None:
        return str(words("moment", "loose")) if len(timed.dates) > 1 else None  # named one by one, with their times
    t = words("moment", repeats.every)
    if timed.start == UNDATED:
        return str(t["undated"])
    start, end = first = Occurrence(moment(timed.start), moment(timed.end) if timed.end else None)
    form = t["one" if repeats.interval == 1 else "two" if repeats.interval == 2 else "many"]
    said = form.format(days=_days(repeats, day_of(start)), n=repeats.interval)
    if not isinstance(start, datetime):
        return str(said)
    # What goes on into another day says when it ends at each of its dates.
    if isinstance(end, datetime) and first.last_day == first.first_day:
        return str(words("moment", "or_between").format(rhythm=said, start=_clock(start), end=_clock(end)))
    return str(words("moment", "or_at").format(rhythm=said, start=_clock(start)))


def exceptions(timed: Timed, past: Callable[[str], bool]) -> list[str]:
    """Until when something comes back, and on which of the days to come it is not there."""
    repeats, t = timed.repeats, words("moment")
    if repeats is None:
        return []
    made = []
    if repeats.until:
        made.append(t["until"].format(date=dates.in_words(repeats.until)))
    out = [dates.in_words(day) for day in sorted(repeats.skipped) if not past(day)]
    if out:
        made.append(t["not_on"].format(dates=joined(out)))
    if not repeats.holidays:
        made.append(t["not_on_holidays"])
    return made


def _days(repeats: Repeats, start: date) -> str:
    """The days on which it comes back: `maandag en donderdag`, `de tweede dinsdag`, `10 november`."""
    names, t = words("hours", "days"), words("moment", repeats.every)
    places = [place for written in repeats.on if (place := weekday(written)) is not None]
    if repeats.every == "week":
        week = sorted(day for _, day in places) or [start.weekday()]
        return joined([names[DAYS[day]] for day in week])
    named = words("months")[start.month - 1]
    if not places:
        return str(t["day"].format(day=start.day, month=named))
    nth = words("moment", "nth")
    return joined(
        [t["nth"].format(nth=nth[str(position)], day=names[DAYS[day]], month=named) for position, day in places]
    )


def _clock(moment: datetime) -> str:
    return clock(f"{moment:%H:%M}")
