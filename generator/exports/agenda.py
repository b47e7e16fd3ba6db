"""The agenda as calendar files: one to subscribe to, one for professionals, one for each activity and network.

`home` is the whole address of the site, which calendars lead back to; it is empty as long as there is none.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from urllib.parse import urlsplit

from generator import urls
from generator.catalogue.catalogue import Catalogue
from generator.formats import calendars, markdown
from generator.formats.calendars import Event
from generator.model.activity import Activity
from generator.model.parts import Address, Checked
from generator.model.recurrence import YEARS, apart
from generator.values import dates
from generator.values.fields import UNDATED
from generator.views.agenda.coming import activities_for
from generator.views.pieces.facts import address_lines, costs, labels, spot
from generator.views.pieces.wording import words

_LONG_AGO = date(1970, 1, 1)
"""The stamp of what nobody knows the age of."""


def feed(catalogue: Catalogue, municipality: str, home: str) -> bytes:
    """Everything in a municipality's agenda that is for people who care for somebody."""
    t = words("calendar")
    name = catalogue.municipalities[municipality].record.name
    events = _activities(catalogue, municipality, activities_for(catalogue, municipality), t["category"], home)
    return _written(catalogue, t["name"].format(name=name), t["text"].format(name=name),
                    home and home + urls.agenda(municipality), events)  # fmt: skip


def professional_feed(catalogue: Catalogue, municipality: str, home: str) -> bytes:
    """What is for professionals alone: their activities, and when the networks of a municipality meet."""
    t = words("calendar")
    name = catalogue.municipalities[municipality].record.name
    ids = activities_for(catalogue, municipality, professionals=True)
    events = [
        *_activities(catalogue, municipality, ids, t["category_professionals"], home),
        *(event for id in catalogue.networks_in(municipality) for event in _meetings(catalogue, id, home)),
    ]
    return _written(catalogue, t["name_professionals"].format(name=name), t["text_professionals"].format(name=name),
                    home and home + urls.agenda(municipality), events)  # fmt: skip


def activity_calendar(catalogue: Catalogue, municipality: str, id: str, home: str) -> bytes:
    """One activity, to add to a calendar of one's own."""
    t, activity = words("calendar"), catalogue.whole_activities[id]
    professional = id in activities_for(catalogue, municipality, professionals=True)
    category = t["category_professionals" if professional else "category"]
    events = _activities(catalogue, municipality, [id], category, home)
    url = home and home + urls.activity(municipality, id)
    return _written(catalogue, activity.name, activity.summary or activity.name, url, events)


def network_feed(catalogue: Catalogue, id: str, home: str) -> bytes:
    """When a network meets."""
    t, name = words("calendar"), catalogue.networks[id].record.name
    url = home and home + urls.network(id)
    events = _meetings(catalogue, id, home)
    return _written(catalogue, t["name_network"].format(name=name), t["text_network"].format(name=name), url, events)


def _written(catalogue: Catalogue, name: str, text: str, url: str, events: Iterable[Event]) -> bytes:
    return calendars.calendar(name, text, url, events, date(catalogue.year + YEARS, 12, 31))


def _activities(
    catalogue: Catalogue, municipality: str, ids: Iterable[str], category: str, home: str
) -> Iterator[Event]:
    """The activities that have a date."""
    t = words("agenda")
    for id in sorted(ids):
        activity = catalogue.whole_activities[id]
        if activity.start == UNDATED:
            continue
        organisation = catalogue.organisations[activity.organisation].record
        url = home and home + urls.activity(municipality, id)
        cancelled, full = activity.status == "cancelled", activity.status == "full"
        audience = labels(catalogue, "audience", activity.audience)
        cost, where = costs(activity.cost), address_lines(activity.address)
        paragraphs = [
            activity.summary,
            markdown.plain(activity.description, 2_000) if activity.description else None,
            f"{t['audience']}: {', '.join(audience)}" if audience else None,
            f"{t['cost']}: {'. '.join(cost)}" if cost else None,
            f"{t['full']}. {t['full_text']}" if full else None,
            f"{t['registration']}: {activity.registration}" if activity.registration and not cancelled | full else None,
            words("calendar", "read").format(url=url) if url else None,
        ]
        event = Event(
            uid=f"activiteit-{_first_id(catalogue, id)}",
            stamp=_stamp(activity.checked),
            timed=activity,
            # Many calendars show what is called off as if it were not, and none has a word for what is full.
            name=t[f"{activity.status}_name"].format(name=activity.name) if cancelled or full else activity.name,
            text="\n\n".join(paragraph for paragraph in paragraphs if paragraph),
            place=", ".join([*([activity.place] if activity.place else []), *_public(activity.address, where)]),
            spot=spot(activity.address),
            url=url,
            category=category,
            contact=_contact(organisation.name, activity),
            cancelled=cancelled,
        )
        for timed in apart(activity):
            day = f"-{''.join(filter(str.isdigit, timed.start))}" if activity.dates else ""
            yield event._replace(uid=_uid(event.uid + day, home), timed=timed)


def _meetings(catalogue: Catalogue, id: str, home: str) -> Iterator[Event]:
    entry = catalogue.networks[id]
    record = entry.record
    first = (*entry.facts.formerly, id)[0]
    url = home and home + urls.network(id)
    for meeting in record.meetings:
        yield Event(
            uid=_uid(f"netwerk-{first}-{''.join(filter(str.isdigit, meeting.start))}", home),
            stamp=_stamp(record.checked),
            timed=meeting,
            name=meeting.name or words("agenda", "meeting").format(name=record.name),
            text=words("calendar", "read").format(url=url) if url else "",
            place=meeting.place or "",
            spot=None,
            url=url,
            category=words("calendar", "category_professionals"),
            contact=record.chair or "",
            cancelled=False,
        )


def _first_id(catalogue: Catalogue, id: str) -> str:
    """What it was called first: a calendar that has it must know it again under another name."""
    return str((*catalogue.activities[id].facts.formerly, id)[0])


def _uid(name: str, home: str) -> str:
    """A name that nobody else in the world gives (RFC 5545, 3.8.4.7): with the site's own address behind it."""
    return f"{name}@{urlsplit(home).hostname or 'mantelkaart'}"


def _stamp(checked: Checked | None) -> date:
    return dates.first_day(checked.date) if checked and checked.date != UNDATED else _LONG_AGO


def _public(address: Address | None, lines: list[str]) -> list[str]:
    """An address that is not public is its town alone, without the sentence that says so."""
    return lines[:1] if address and not address.public else lines


def _contact(name: str, activity: Activity) -> str:
    t = words("offer")
    written = [f"{t[way]} {value}" for way in ("whatsapp", "chat") if (value := getattr(activity, way))]
    numbers = [phone.number for phone in activity.phones]
    return ", ".join([name, *numbers, *written, *([activity.email] if activity.email else [])])
