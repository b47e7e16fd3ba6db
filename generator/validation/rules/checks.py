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
        values = {"date": dates.in_words(check.date)}
        if dates.first_day(check.date) > today:
            yield Finding("check-in-future", unpacked(check.path), values)
        elif dates.is_stale(check.date, today):
            yield Finding("stale", unpacked(check.path), values)
