"""Things that must be in order, agree with each other, or stand in a list only once."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from generator.model.hours import Period
from generator.model.organisation import Ages, Availability, Cost, Visible
from generator.model.part import Part
from generator.model.parts import Address
from generator.problems.problem import Finding
from generator.validation.rules.walking import Walked, unclear
from generator.values import ages, dates, prices
from generator.values.fields import COUNTRYWIDE

_TURNED: Mapping[type[Part], str] = {
    Availability: "room-order",
    Visible: "visible-order",
    Period: "period-order",
}
"""What is said of a time that ends before it begins."""


def in_order(walked: Walked) -> Iterator[Finding]:
    """From comes before to; a point on the map has both its numbers."""
    for path, part in walked.parts:
        match part:
            case Ages(from_age=str(low), to_age=str(high)):
                youngest, oldest = ages.parsed(low), ages.parsed(high)
                if youngest and oldest and youngest.first >= oldest.last:
                    yield Finding("ages-order", (*path, "to"), {"low": low, "high": high})
            case (
                Availability(since=str(first), until=str(last))
                | Visible(from_date=str(first), until=str(last))
                | Period(from_date=str(first), until=str(last))
            ):
                if dates.first_day(first) > dates.last_day(last):
                    values = {"first": dates.in_words(first), "last": dates.in_words(last)}
                    yield Finding(_TURNED[type(part)], (*path, "until"), values)
            case Address() if (part.lat is None) != (part.lon is None) and not unclear(part, "lat", "lon"):
                yield Finding("coordinates-half", (*path, "lat" if part.lat is not None else "lon"))


def nothing_twice(walked: Walked) -> Iterator[Finding]:
    """A list of ids or words holds each once; an area is the country or municipalities."""
    for path, items in walked.lists():
        if len(set(items)) < len(items):
            for index, item in enumerate(items):
                if item and item in items[:index]:
                    yield Finding("repeated-item", (*path, index), {"value": item})
        if path[-1] == "area" and COUNTRYWIDE in items and len(set(items)) > 1:
            yield Finding("area-conflict", path)
    seen: set[str] = set()
    for index, offering in enumerate(getattr(walked.record, "offerings", ()) or ()):
        if offering.id and offering.id in seen:
            yield Finding("duplicate-offering", ("offerings", index, "id"), {"id": offering.id})
        seen.add(offering.id or "")


def cost_agrees(walked: Walked) -> Iterator[Finding]:
    """What is free has no price, and a price says what it is for."""
    for path, part in walked.parts:
        if not isinstance(part, Cost) or not part.amount:
            continue
        amount = prices.parsed(part.amount)
        if part.kind == "gratis" and amount and (amount.high is None or amount.high > 0):
            yield Finding("cost-conflict", (*path, "amount"), {"amount": part.amount})
        elif part.kind != "gratis" and not part.per and not part.note and not unclear(part, "per", "note"):
            yield Finding("price-without-unit", (*path, "amount"))
