"""When records were checked: never in the future, and not too long ago."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.problems.problem import Finding, Path
from generator.validation.facts import Facts, OrganisationFacts, unpacked
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


def told_in_time(facts: Facts, today: date) -> Iterator[Finding]:
    """What is said of room and of pauses can be known today, and is not over."""
    if not isinstance(facts, OrganisationFacts):
        return
    if facts.status == "paused":
        yield from _pause(facts.paused_until, ("paused_until",), today)
    for index, offering in enumerate(facts.offerings):
        path = ("offerings", index)
        since, until, holds = offering.room
        if since and dates.first_day(since) > today:
            values = {"date": dates.in_words(since)}
            yield Finding("room-in-future", (*path, "availability", "since"), values)
        elif since and until and dates.first_day(since) > dates.last_day(until):
            continue  # a fault of its own
        elif until and dates.last_day(until) < today:
            values = {"date": dates.in_words(until)}
            yield Finding("room-over", (*path, "availability", "until"), values)
        elif holds and date.fromisoformat(holds) < today:
            yield Finding("room-stale", path, {"name": offering.name})
        if offering.status == "paused" and facts.status != "paused":
            yield from _pause(offering.paused_until, (*path, "paused_until"), today)


def _pause(until: str | None, path: Path, today: date) -> Iterator[Finding]:
    if until and dates.last_day(until) < today:
        yield Finding("pause-over", path, {"date": dates.in_words(until)})
