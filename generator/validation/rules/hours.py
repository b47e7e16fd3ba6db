"""Opening hours that make sense."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model.parts import OpeningHours
from generator.problems.problem import Finding, Path
from generator.validation.rules.walking import Walked


def sensible_hours(walked: Walked) -> Iterator[Finding]:
    """Opens before it closes, no day with overlapping times, and always is always."""
    for path, part in walked.parts:
        if isinstance(part, OpeningHours):
            yield from _week(part, path)


def _week(hours: OpeningHours, path: Path) -> Iterator[Finding]:
    if hours.always and (hours.slots or hours.by_appointment):
        yield Finding("hours-conflict", (*path, "always"))
    seen: dict[str, list[tuple[str, str]]] = {}
    for index, slot in enumerate(hours.slots or ()):
        if not slot.opens or not slot.closes:
            continue
        if slot.closes <= slot.opens:
            times = {"opens": slot.opens, "closes": slot.closes}
            yield Finding("hours-order", (*path, "slots", index, "to"), times)
            continue
        for day in filter(None, slot.days or ()):
            if any(slot.opens < closes and opens < slot.closes for opens, closes in seen.get(day, ())):
                values = {"day": day, "opens": slot.opens, "closes": slot.closes}
                yield Finding("hours-overlap", (*path, "slots", index), values)
            seen.setdefault(day, []).append((slot.opens, slot.closes))
