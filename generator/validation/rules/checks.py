"""When records were checked: never in the future, and not too long ago."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.problems.problem import Finding
from generator.validation.facts import Facts
from generator.values import dates
from generator.values.fields import UNDATED


def checked_in_time(facts: Facts, today: date) -> Iterator[Finding]:
    """A check in the future is a fault; one of more than twelve months ago a warning."""
    for path, when in facts["checks"]:
        if when == UNDATED:
            continue
        values = {"date": dates.in_words(when)}
        if dates.first_day(when) > today:
            yield Finding("check-in-future", tuple(path), values)
        elif dates.is_stale(when, today):
            yield Finding("stale", tuple(path), values)
