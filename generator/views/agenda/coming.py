"""What comes, and when: the part of the agenda that other pages show too."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime, time, timedelta
from typing import NamedTuple

from generator import urls
from generator.catalogue.catalogue import Catalogue
from generator.model.activity import Activity
from generator.model.network import Meeting
from generator.model.recurrence import Occurrence, Timed, occurrences
from generator.values.fields import COUNTRYWIDE, UNDATED
from generator.values.moments import moment
from generator.values.slugs import sort_key
from generator.views.pieces.hours import joined
from generator.views.pieces.when import capital, day_and_month, exceptions, on_day, rhythm, span
from generator.views.pieces.wording import words

AHEAD = timedelta(days=365)
"""How far an agenda looks ahead."""

NEXT = 3
"""How many dates of something that comes back are named."""

_PROFESSIONALS = frozenset(
    {"beroepskrachten", "mantelzorgondersteuners", "beleidsmedewerkers", "netwerken", "huisartsen"}
)


class Moments(NamedTuple):
    """When something is: the line that says so, what to know about it, and its next date if it comes back."""

    line: str
    notes: Sequence[str]
    next: str | None
    first: date | datetime | None
    """The next time; None when nobody knows yet."""


class Announced(NamedTuple):
    """An activity on the page of its organisation: where the agenda tells more, and when it is."""

    name: str
    url: str | None
    when: str


class Met(NamedTuple):
    """A meeting of a network: what it is called if it has a name, when and where."""

    name: str | None
    when: Moments
    place: str | None


def activities_for(catalogue: Catalogue, municipality: str, *, professionals: bool = False) -> list[str]:
    """The ids of the activities in a municipality: those for people who care, or those for professionals alone."""
    whole = catalogue.whole_activities
    return [id for id in catalogue.activities_in(municipality) if _for_professionals(whole[id]) is professionals]


def agenda_print(catalogue: Catalogue, municipality: str) -> str:
    """What the day makes of an agenda: it names the same dates until one of them is over."""
    timed: list[Timed] = [catalogue.whole_activities[id] for id in catalogue.activities_in(municipality)]
    timed += [meeting for id in catalogue.networks_in(municipality) for meeting in _meetings_of(catalogue, id)]
    soonest = (next(iter(upcoming(one, catalogue.today)), None) for one in timed)
    # What goes on for long stands under the month that it is now.
    goes_on = any(occurrence and occurrence.first_day < catalogue.today for occurrence in soonest)
    return f"{catalogue.today:%Y-%m}" * goes_on + _moments_print(timed, catalogue.today)


def organisation_agenda_print(catalogue: Catalogue, organisation: str) -> str:
    """The same for what one organisation does."""
    ids = catalogue.activities_of.get(organisation, ())
    records = (f"{id}:{catalogue.activities[id].digest}" for id in ids)
    return " ".join(records) + _moments_print((catalogue.whole_activities[id] for id in ids), catalogue.today)


def network_agenda_print(catalogue: Catalogue, network: str) -> str:
    """The same for the meetings of a network."""
    return _moments_print(_meetings_of(catalogue, network), catalogue.today)


def organisation_agenda(catalogue: Catalogue, organisation: str, place: str | None) -> list[Announced]:
    """What an organisation has in the agenda, by date."""
    found = []
    for id in catalogue.activities_of.get(organisation, ()):
        activity = catalogue.whole_activities[id]
        when = moments(activity, catalogue.today)
        if when is not None:
            in_agenda = place is not None and id in catalogue.activities_in(place)
            line = words("agenda", "cancelled") if activity.status == "cancelled" else when.next or when.line
            url = urls.activity(place, id) if place is not None and in_agenda else None
            found.append((order(when, activity.name), Announced(activity.name, url, line)))
    return [shown for _, shown in sorted(found, key=lambda pair: pair[0])]


def network_agenda(catalogue: Catalogue, network: str) -> list[Met]:
    """When a network meets, by date."""
    met = ((meeting, moments(meeting, catalogue.today)) for meeting in _meetings_of(catalogue, network))
    known = [(meeting, when) for meeting, when in met if when is not None]
    known.sort(key=lambda pair: order(pair[1], pair[0].name or ""))
    return [Met(meeting.name, when, meeting.place) for meeting, when in known]


def has_own_agenda(catalogue: Catalogue, municipality: str) -> bool:
    """Whether something comes that is more than what the whole country has: then the home leads to the agenda."""
    whole = catalogue.whole_activities
    local = (whole[id] for id in activities_for(catalogue, municipality) if COUNTRYWIDE not in (whole[id].area or ()))
    return any(activity.start == UNDATED or any(upcoming(activity, catalogue.today)) for activity in local)


def moments(timed: Timed, today: date) -> Moments | None:
    """When something is in the coming twelve months, in words; None when it is over or further away."""
    t = words("agenda")
    back = rhythm(timed)
    if timed.start == UNDATED:
        line = t["undated_again"].format(rhythm=back) if back else t["undated_when"]
        return Moments(line, (), None, None)
    dates = [*upcoming(timed, today)]
    if not dates:
        return None
    if back is None:
        return Moments(capital(span(dates[0])), (), None, dates[0].start)
    first = span(dates[0]) if dates[0].first_day != dates[0].last_day else on_day(dates[0].first_day)
    more = joined([day_and_month(found.first_day) for found in dates[1:]])
    form = t["next_more"] if more else t["next"]
    return Moments(back, exceptions(timed, today), form.format(date=first, more=more), dates[0].start)


def upcoming(timed: Timed, today: date) -> Iterable[Occurrence]:
    """The next times that it is, at most `NEXT`, and none that is more than `AHEAD`."""
    found = occurrences(timed, today, today + AHEAD)
    return (occurrence for occurrence, _ in zip(found, range(NEXT), strict=False))


def _for_professionals(activity: Activity) -> bool:
    return bool(activity.audience) and _PROFESSIONALS.issuperset(activity.audience)


def _moments_print(timed: Iterable[Timed], today: date) -> str:
    """The dates alone, without words: pages are planned also for records that turn out to have a fault."""

    def dates(one: Timed) -> Iterable[str]:
        yield from (str(occurrence.start) for occurrence in upcoming(one, today))
        yield from (day for day in (one.repeats.skipped if one.repeats else ()) if moment(day) >= today)

    return "\n".join(" ".join(dates(one)) for one in timed)


def _meetings_of(catalogue: Catalogue, network: str) -> tuple[Meeting, ...]:
    return catalogue.networks[network].record.meetings


def order(when: Moments, name: str) -> tuple[date, time, str]:
    """The soonest first; what has no date comes last."""
    at = when.first.time() if isinstance(when.first, datetime) else time()
    return day_of_next(when), at, sort_key(name)


def day_of_next(when: Moments) -> date:
    """The day of the next time."""
    if when.first is None:
        return date.max
    return when.first.date() if isinstance(when.first, datetime) else when.first
