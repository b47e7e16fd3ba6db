"""Whether somebody can be reached now: what a browser weighs of a record, since a page can't know what time it is."""

from __future__ import annotations

from typing import Any

from generator.catalogue.catalogue import Catalogue
from generator.catalogue.entries import Offer
from generator.model.organisation import Offering, Reachable
from generator.texts.spoken import text
from generator.values.holidays import REGIONS
from generator.views.pieces.week import calendar, week

SAID = ("open", "open_until", "ring", "ring_until", "closed", "appointment", "holiday", "some_holiday", "school")
"""What is said of it, in the words of the search."""


def weighed(offer: Offer) -> dict[str, Any]:
    """The hours of an offer, those of its places, and whether they are of a phone; nothing of what nobody says."""
    record, reachable = offer.offering, offer.reachable
    found = {
        "places": _open_places(record),
        "hours": week(reachable.hours) if reachable and _has_more(record, reachable) else None,
        "phone": int(reachable.by_phone) if reachable else 0,
    }
    return {name: value for name, value in found.items() if value}


def shared(catalogue: Catalogue) -> dict[str, Any]:
    """What is the same for all pages: the days on which most are closed, and what is said of it."""
    said = text("interface", "finder", "said")
    return {"calendar": calendar(catalogue.year, REGIONS), "said": {name: said[name] for name in SAID}}


def _open_places(record: Offering) -> list[list[Any]]:
    """The places that have hours of their own: what they are called, and those hours."""
    own = [place for place in record.addresses if place.opening_hours is not None]
    return [[place.name or place.place or "", week(place.opening_hours)] for place in own]


def _has_more(record: Offering, reachable: Reachable) -> bool:
    """Whether it can be reached otherwise than at places with hours of their own: by phone, or at another one."""
    return reachable.by_phone or not record.addresses or any(place.opening_hours is None for place in record.addresses)
