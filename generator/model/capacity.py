"""What an offering says of room and waiting, and for how long that may be said.

Whether there is room changes faster than an address: what nobody looked at for three months is not known any more.
Only fields count here; a sentence (`waiting_time`) is for people to read.
"""

from __future__ import annotations

from generator.model.organisation import Offering
from generator.model.parts import Checked
from generator.values import dates
from generator.values.fields import UNDATED

MONTHS = 3
"""So long after somebody looked it may be said as if it is so."""


def told_on(record: Offering, check: Checked | None) -> str | None:
    """When somebody knew it: `since` or the check, whichever is later; None when nothing has a date."""
    since = record.availability.since if record.availability else None
    checked = check.date if check and check.date != UNDATED else None
    # A month or a year is read as its first day: who says less must be asked again sooner.
    return max(filter(None, (since, checked)), key=dates.first_day, default=None)


def holds_until(record: Offering, check: Checked | None) -> str | None:
    """The last day (`2026-06-03`) on which what it says of room and waiting may be said; None when nobody knows, or
    when it says nothing."""
    if not (record.availability or record.wait or record.waiting_time):
        return None
    told = told_on(record, check)
    if told is None:
        return None
    last = dates.months_later(dates.first_day(told), MONTHS)
    until = record.availability.until if record.availability else None
    return min(last, dates.last_day(until)).isoformat() if until else last.isoformat()
