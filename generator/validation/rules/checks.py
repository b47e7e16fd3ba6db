"""When records were checked: never in the future, and not too long ago."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.problems.problem import Finding
from generator.validation.facts import Facts, unpacked
from generator.values import dates
from generator.values.fields import UNDATED


def checked_in_time(facts: Facts, today: date) -> Iterator[Finding]:
    """A check in the future is a fault; one of more than twelve months ago a warning."""
    for check in facts.checks:
        if check.date == UNDATED:
            continue
        code = "check-in-future" if dates.first_day(check.date) > today else "stale"
        if code == "check-in-future" or dates.is_stale(check.date, today):
            yield Finding(code, unpacked(check.path), {"date": dates.in_words(check.date)})
