"""Calendar files: iCalendar (RFC 5545, with the names of RFC 7986) as calendars on phones and desks take it in.

The same records give the same bytes: what a calendar is stamped with comes from the records, never from the clock.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, date, datetime, time, timedelta
from typing import Any, NamedTuple

from generator.model import recurrence
from generator.model.recurrence import Timed
from generator.values.moments import ZONE, moment

PRODUCT = "-//Mantelkaart//Agenda//NL"
FRESH_FOR = timedelta(days=1)
"""How often a calendar should look whether something changed."""

# Summer time in the Netherlands since 1996 (Directive 2000/84/EC): from the last Sunday of March, two o'clock, to the
# last one of October, three o'clock.
ZONE_TEXT = f"""\
BEGIN:VTIMEZONE
TZID:{ZONE.key}
BEGIN:DAYLIGHT
TZNAME:CEST
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
DTSTART:19960331T020000
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
END:DAYLIGHT
BEGIN:STANDARD
TZNAME:CET
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
DTSTART:19961027T030000
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
END:STANDARD
END:VTIMEZONE
""".replace("\n", "\r\n")


class Event(NamedTuple):
    """What takes place, as a calendar shows it. All texts are plain."""

    uid: str
    """What calendars know it by, as long as it exists."""
    stamp: date
    """When what is said here was last held against its source."""
    timed: Timed
    name: str
    text: str
    place: str
    spot: tuple[float, float] | None
    """Latitude and longitude (WGS 84)."""
    url: str
    """Its page, as a whole address; empty when the site has none yet."""
    category: str
    contact: str
    cancelled: bool


def calendar(name: str, text: str, url: str, events: Iterable[Event], last: date) -> bytes:
    """A calendar file. Up to the day `last` it says on which days something that comes back is left out."""
    from icalendar import Calendar, Timezone, vText  # here, because a build that writes no calendar need not load it

    made = Calendar()
    made.add("prodid", PRODUCT)
    made.add("version", "2.0")
    made.add("calscale", "GREGORIAN")
    made.add("name", vText(name))
    made.add("x-wr-calname", vText(name))  # what most calendars read instead
    made.add("description", text)
    made.add("x-wr-caldesc", vText(text))
    made.add("x-wr-timezone", ZONE.key)
    made.add("refresh-interval", FRESH_FOR, parameters={"VALUE": "DURATION"})
    made.add("x-published-ttl", "P1D")
    if url:
        made.add("url", url)
    made.add_component(Timezone.from_ical(ZONE_TEXT))
    for event in events:
        made.add_component(_event(event, last))
    written: bytes = made.to_ical()
    return written


def _event(event: Event, last: date) -> Any:
    from icalendar import Event as Component
    from icalendar.prop import vRecur

    made = Component()
    made.add("uid", event.uid)
    made.add("dtstamp", datetime.combine(event.stamp, time(), UTC))
    start = moment(event.timed.start)
    made.add("dtstart", start)
    lasts = recurrence.lasting_by_the_clock(event.timed)
    if lasts is not None:
        made.add("duration", lasts)
    elif event.timed.end is not None:
        end = moment(event.timed.end)
        # A whole day ends where the next begins (RFC 5545, 3.6.1).
        made.add("dtend", end if isinstance(end, datetime) else end + timedelta(days=1))
    rule = recurrence.rule(event.timed)
    if rule is not None:
        made.add("rrule", vRecur.from_ical(rule))
    for out in recurrence.left_out(event.timed, last):
        whole_day = {} if isinstance(out, datetime) else {"VALUE": "DATE"}
        made.add("exdate", out, parameters=whole_day)
    made.add("summary", event.name)
    for name, value in (("description", event.text), ("location", event.place), ("contact", event.contact)):
        if value:
            made.add(name, value)
    if event.spot:
        made.add("geo", event.spot)
    if event.url:
        made.add("url", event.url)
    made.add("categories", [event.category])
    made.add("status", "CANCELLED" if event.cancelled else "CONFIRMED")
    # Nobody is busy for a whole day because of what can be visited on it.
    free = event.cancelled or not isinstance(start, datetime)
    made.add("transp", "TRANSPARENT" if free else "OPAQUE")
    return made
