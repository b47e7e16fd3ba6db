"""What comes, and when: the part of the agenda that other pages show too."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from itertools import islice
from typing import NamedTuple

from generator import urls
from generator.catalogue.asking import derived
from generator.catalogue.catalogue import Catalogue
from generator.model.activity import Activity
from generator.model.recurrence import Occurrence, Timed, occurrences
from generator.national.shown import PROFESSIONALS
from generator.texts.listing import joined
from generator.values.fields import COUNTRYWIDE, UNDATED
from generator.values.moments import day_of, instant, moment
from generator.values.slugs import sort_key
from generator.views.pieces.when import capital, day_and_month, exceptions, on_day, rhythm, span
from generator.views.pieces.wording import words

AHEAD = timedelta(days=365)
"""How far an agenda looks ahead."""

ACTIVITY, MEETING = "activity", "meeting"
"""What has its times: an activity, or a meeting of a network."""

NEXT = 3
"""How many dates of something that comes back are named."""

LATER = 26
"""How many are known to a browser, for who comes later: half a year of what is there every week."""


FORESEEN = 3 * AHEAD
"""How far away the end of something that comes back may be for a page to know it: older pages nobody keeps."""


class Moments(NamedTuple):
    """When something is: the line that says so, what to know about it, and its next date if it comes back."""

    line: str
    notes: Sequence[str]
    next: str | None
    first: date | datetime | None
    """The next time; None when nobody knows yet."""
    until: str | None = None
    """The moment from which all of it is over; None as long as more may come."""
    coming: str = ""
    """Of what comes back the day of each time to come and the moment from which that is over: `day/moment …`."""
    spans: str = ""
    """And in words from when until when it is, for a browser to say later (`…|…`), where it lasts over a night: else
    the day says it all."""
    days: Sequence[OneDay] = ()
    """Each day of what is on several days without a rule."""


class OneDay(NamedTuple):
    """One of several days in words, and the moment from which it is over."""

    day: str
    line: str
    until: str


class Announced(NamedTuple):
    """An activity on the page of its organisation: where the agenda tells more, and when it is."""

    name: str
    url: str | None
    when: str
    until: str | None
    coming: str
    spans: str
    """As in `Moments`; empty where no day is named."""
    full: bool


class Met(NamedTuple):
    """A meeting of a network: what it is called if it has a name, when and where."""

    name: str | None
    when: Moments
    place: str | None


def activities_for(catalogue: Catalogue, municipality: str, *, professionals: bool = False) -> list[str]:
    """The ids of the activities in a municipality: those for people who care, or those for professionals alone."""
    whole = catalogue.whole_activities
    return [id for id in catalogue.activities_in(municipality) if _for_professionals(whole[id]) is professionals]


def organisation_agenda(catalogue: Catalogue, organisation: str, place: str | None) -> list[Announced]:
    """What an organisation has in the agenda, by date."""
    found = []
    for id in catalogue.activities_of.get(organisation, ()):
        activity = catalogue.whole_activities[id]
        when = moments(catalogue, ACTIVITY, id)
        if when is not None:
            in_agenda = place is not None and id in catalogue.activities_in(place)
            cancelled = activity.status == "cancelled"
            line = words("agenda", "cancelled") if cancelled else when.next or when.line
            url = urls.activity(place, id) if place is not None and in_agenda else None
            coming, spans = (when.coming, when.spans) if when.next and not cancelled else ("", "")
            shown = Announced(activity.name, url, line, when.until, coming, spans, activity.status == "full")
            found.append((order(when, activity.name), shown))
    return [shown for _, shown in sorted(found, key=lambda pair: pair[0])]


def network_agenda(catalogue: Catalogue, network: str) -> list[Met]:
    """When a network meets, by date."""
    meetings = enumerate(catalogue.networks[network].record.meetings)
    met = ((meeting, moments(catalogue, MEETING, network, str(number))) for number, meeting in meetings)
    known = [(meeting, when) for meeting, when in met if when is not None]
    known.sort(key=lambda pair: order(pair[1], pair[0].name or ""))
    return [Met(meeting.name, when, meeting.place) for meeting, when in known]


def has_own_agenda(catalogue: Catalogue, municipality: str) -> bool:
    """Whether something comes that is more than what the whole country has: then the home leads to the agenda."""
    whole = catalogue.whole_activities
    ids = (id for id in activities_for(catalogue, municipality) if COUNTRYWIDE not in (whole[id].area or ()))
    return any(whole[id].start == UNDATED or upcoming(catalogue, ACTIVITY, id) for id in ids)


def own_agenda_until(catalogue: Catalogue, municipality: str) -> str | None:
    """The moment from which none of that is left; None as long as more may come."""
    whole = catalogue.whole_activities
    ids = (id for id in activities_for(catalogue, municipality) if COUNTRYWIDE not in (whole[id].area or ()))
    known = [when.until for id in ids if (when := moments(catalogue, ACTIVITY, id)) is not None]
    return max((until for until in known if until), default=None) if None not in known else None


def moments(catalogue: Catalogue, kind: str, id: str, number: str = "0") -> Moments | None:
    """When something is in the coming twelve months, in words; None when it is over or further away."""
    t, timed = words("agenda"), _timed(catalogue, kind, id, number)
    back = rhythm(timed)
    if timed.start == UNDATED:
        line = t["undated_again"].format(rhythm=back) if back else t["undated_when"]
        return Moments(line, (), None, None)
    every = upcoming(catalogue, kind, id, number)
    if not every:
        return None
    until = _until(catalogue, kind, id, number)
    if back is None:
        return Moments(capital(span(every[0])), (), None, every[0].start, until)
    dates = [found for found in every[:NEXT] if found.first_day < every[0].first_day + AHEAD]
    overnight = dates[0].first_day != dates[0].last_day
    first = span(dates[0]) if overnight else on_day(dates[0].first_day)
    more = joined([day_and_month(found.first_day) for found in dates[1:]])
    form = t["next_more"] if more else t["next"]
    return Moments(
        back,
        exceptions(timed, catalogue.past),
        form.format(date=first, more=more),
        every[0].start,
        until,
        " ".join(f"{found.first_day}/{instant(found.over)}" for found in every),
        "|".join(map(span, every)) if overnight else "",
        tuple(map(_one_day, every)) if timed.dates else (),
    )


def _one_day(occurrence: Occurrence) -> OneDay:
    return OneDay(occurrence.first_day.isoformat(), capital(span(occurrence)), instant(occurrence.over))


@derived
def _until(catalogue: Catalogue, kind: str, id: str, number: str) -> str | None:
    """The moment from which all of an activity or meeting is over; None where that is far away, or never."""
    today, timed = catalogue.today, _timed(catalogue, kind, id, number)
    last = date.max if timed.repeats is None else moment(timed.repeats.until) if timed.repeats.until else None
    if last is None or (timed.repeats and day_of(last) > today + FORESEEN):
        return None
    return max((instant(found.over) for found in occurrences(timed, today, day_of(last))), default=None)


@derived
def upcoming(catalogue: Catalogue, kind: str, id: str, number: str = "0") -> tuple[Occurrence, ...]:
    """The next times of an activity, or of a meeting of a network by its number: at most `LATER`, and none when the
    first is more than `AHEAD`. Of days that a record names one by one it is all that are still to come."""
    today, timed = catalogue.today, _timed(catalogue, kind, id, number)
    if not any(islice(occurrences(timed, today, today + AHEAD), 1)):
        return ()
    # So far ahead that which these are changes on the days that one is over, and on no other.
    return tuple(islice(occurrences(timed, today, today + LATER * AHEAD), LATER if timed.repeats else None))


def _timed(catalogue: Catalogue, kind: str, id: str, number: str) -> Timed:
    return catalogue.whole_activities[id] if kind == ACTIVITY else catalogue.networks[id].record.meetings[int(number)]


def _for_professionals(activity: Activity) -> bool:
    return bool(activity.audience) and PROFESSIONALS.issuperset(activity.audience)


def order(when: Moments, name: str) -> tuple[date, time, str]:
    """The soonest first; what has no date comes last."""
    at = when.first.time() if isinstance(when.first, datetime) else time()
    return day_of_next(when), at, sort_key(name)


def day_of_next(when: Moments) -> date:
    """The day of the next time."""
    if when.first is None:
        return date.max
    return when.first.date() if isinstance(when.first, datetime) else when.first
