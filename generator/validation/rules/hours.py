"""Opening hours that make sense."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model.hours import Closing, OpeningHours, Slot
from generator.model.opening import DAY, minutes
from generator.problems.problem import Finding, Path
from generator.validation.rules.walking import Walked, unclear
from generator.values import dates
from generator.values.moments import weekday

_LONG_NIGHT = 16 * 60
"""Minutes: what goes on so long into the next day may be two times that changed places."""


def sensible_hours(walked: Walked) -> Iterator[Finding]:
    """Times on days that there are, one kind of them at a moment, and always is always."""
    for path, part in walked.parts:
        if isinstance(part, OpeningHours):
            yield from _whole(part, path)
            for index, slot in enumerate(part.slots or ()):
                yield from _slot(slot, (*path, "slots", index))
            yield from _overlaps(part, path)
            for index, closing in enumerate(part.closed or ()):
                yield from _closing(closing, (*path, "closed", index))


def _whole(hours: OpeningHours, path: Path) -> Iterator[Finding]:
    if hours.always and (hours.slots or hours.by_appointment):
        yield Finding("hours-conflict", (*path, "always"))
    said = [hours.school_holidays, *(slot.school_holidays for slot in hours.slots or ())]
    if {"nee", "alleen"}.intersection(said) and not hours.school_region and not unclear(hours, "school_region"):
        yield Finding("school-region", path)


def _slot(slot: Slot, path: Path) -> Iterator[Finding]:
    if not {"days", "dates"} & slot.model_fields_set:
        yield Finding("hours-days", path)
    if slot.days and slot.dates:
        yield Finding("hours-days-and-dates", (*path, "dates"))
    if slot.opens or slot.closes or not (slot.by_appointment or unclear(slot, "by_appointment")):
        for name, key in (("opens", "from"), ("closes", "to")):
            if not getattr(slot, name) and not unclear(slot, name):
                yield Finding("hours-time-missing", path, {"key": key})
    if slot.opens == "24:00" or (slot.opens and slot.opens == slot.closes):
        yield Finding("hours-order", (*path, "to"), {"opens": slot.opens, "closes": slot.closes or ""})
    elif slot.opens and slot.closes and _night(slot.opens, slot.closes) >= _LONG_NIGHT:
        yield Finding("hours-night", (*path, "to"), {"opens": slot.opens, "closes": slot.closes})
    yield from _turns(slot, path)


def _night(opens: str, closes: str) -> int:
    """How long something goes on that goes on into the next day, in minutes; 0 when it doesn't."""
    lasts = minutes(closes) - minutes(opens)
    return 0 if lasts > 0 else lasts + DAY


def _turns(slot: Slot, path: Path) -> Iterator[Finding]:
    """What is there every other week is counted from one of them; and a week has no first Tuesday."""
    if slot.interval is None or slot.interval == 1 or unclear(slot, "valid"):
        return
    places = [place for written in slot.days or () if written and (place := weekday(written)) is not None]
    if len({position == 0 for position, _ in places}) > 1:
        yield Finding("hours-mixed-days", (*path, "days"))
    start = slot.valid.from_date if slot.valid is not None else None
    if start and start.count("-") < 2:
        yield Finding("hours-interval-day", (*path, "valid", "from"), {"value": start})
    elif not start and not (slot.valid is not None and unclear(slot.valid, "from_date")):
        yield Finding("hours-interval-start", (*path, "interval"), {"interval": slot.interval})


def _closing(closing: Closing, path: Path) -> Iterator[Finding]:
    """A day with or without hours, or a first and a last day."""
    if unclear(closing, "date", "begins", "to", "until"):
        return
    begins_at = closing.begins is not None and ":" in closing.begins
    if closing.date is not None:
        if closing.until is not None or (closing.begins is not None and not begins_at):
            yield Finding("closed-both", path)
        elif closing.begins is not None and closing.to is not None and closing.to <= closing.begins:
            yield Finding("hours-order", (*path, "to"), {"opens": closing.begins, "closes": closing.to})
    elif closing.begins is None or closing.until is None or begins_at or closing.to is not None:
        yield Finding("closed-when", path)
    elif dates.last_day(closing.until) < dates.first_day(closing.begins):
        values = {"first": dates.in_words(closing.begins), "last": dates.in_words(closing.until)}
        yield Finding("period-order", (*path, "until"), values)


def _overlaps(hours: OpeningHours, path: Path) -> Iterator[Finding]:
    """Two kinds of times may stand beside each other, if each says what it is; the same time twice is a slip."""
    seen: dict[str, list[tuple[str, str]]] = {}
    for index, slot in enumerate(hours.slots or ()):
        if not slot.opens or not slot.closes or slot.closes <= slot.opens:
            continue
        kind = repr(slot.model_copy(update={"days": (), "dates": (), "opens": None, "closes": None}))
        for day in filter(None, (*(slot.days or ()), *(slot.dates or ()))):
            before = seen.setdefault(f"{day} {kind}", [])
            if any(slot.opens < closes and opens < slot.closes for opens, closes in before):
                values = {"day": day, "opens": slot.opens, "closes": slot.closes}
                yield Finding("hours-overlap", (*path, "slots", index), values)
            before.append((slot.opens, slot.closes))
