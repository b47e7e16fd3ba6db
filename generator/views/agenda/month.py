"""The agenda of a municipality: what comes, for whom, where, and whom to ring."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

from markupsafe import Markup

from generator import urls
from generator.catalogue.catalogue import Catalogue
from generator.formats import markdown
from generator.model.activity import Activity
from generator.values.fields import COUNTRYWIDE, UNDATED
from generator.views.agenda.coming import (
    ACTIVITY,
    Moments,
    activities_for,
    day_of_next,
    moments,
    network_agenda,
    order,
    upcoming,
)
from generator.views.pieces import schema_org
from generator.views.pieces.facts import (
    Action,
    Fact,
    Freshness,
    address_lines,
    area_words,
    checked_facts,
    costs,
    facts,
    freshness,
    labels,
    sentence,
)
from generator.views.pieces.links import Context, Link, home_link, network_link, organisation_link
from generator.views.pieces.page import page
from generator.views.pieces.passing import made
from generator.views.pieces.reach import Report, contact_facts, first_action, report
from generator.views.pieces.when import capital, month
from generator.views.pieces.wording import words

_NOWHERE = ("online", "in het hele land")
"""What an activity may have for a place that is no building."""


class AgendaItem(NamedTuple):
    """What an agenda shows of an activity, or of a meeting of a network."""

    id: str
    name: str
    by: Link
    cancelled: bool
    full: bool
    first: str | None
    """The day of the next time."""
    when: Moments
    summary: str | None
    more: Markup | None
    rows: Sequence[Fact]
    action: Action | None
    file: str | None
    """The file that adds it to a calendar."""
    fresh: Freshness | None
    about: Sequence[Fact]
    report: Report | None


class Month(NamedTuple):
    """The entries whose next time is in one month."""

    key: str
    """As in `2026-12`."""
    label: str
    entries: Sequence[AgendaItem]


def agenda(catalogue: Catalogue, municipality: str) -> Context:
    """What comes in a municipality in the coming twelve months, each thing once, at its next date."""
    t = words("agenda")
    name = catalogue.municipalities[municipality].record.name
    url = urls.agenda(municipality)
    trail = [home_link(catalogue, municipality)]
    open_to_all = _entries(catalogue, municipality, activities_for(catalogue, municipality))
    closed = _entries(catalogue, municipality, activities_for(catalogue, municipality, professionals=True))
    closed += _meetings(catalogue, municipality)
    title, lead = t["title"].format(name=name), t["lead"].format(name=name)
    dated = [entry for entry in open_to_all if entry.when.first is not None]
    listed = [entry.id for entry in (*open_to_all, *closed)]
    return page(
        title,
        lead,
        municipality,
        trail=trail,
        here=Link(t["heading"], url),
        node=schema_org.collection(url, title, lead),
        more=_events(catalogue, municipality, listed),
    ) | {
        "name": name,
        "lead": lead,
        "months": _by_month(catalogue, dated),
        "undated": [entry for entry in open_to_all if entry.when.first is None],
        "empty": t["empty"].format(name=name),
        "is_empty": not open_to_all,
        "made": made(catalogue),
        "all_help": Link(t["empty_link"].format(name=name), urls.help(municipality)),
        "professionals": _inorder(closed),
        "feed": urls.feed(municipality),
        "professional_feed": urls.feed_for_professionals(municipality),
    }


def _entries(catalogue: Catalogue, municipality: str, ids: Iterable[str]) -> list[AgendaItem]:
    found = ((id, moments(catalogue, ACTIVITY, id)) for id in ids)
    return [_activity(catalogue, municipality, id, when) for id, when in found if when is not None]


def _activity(catalogue: Catalogue, municipality: str, id: str, when: Moments) -> AgendaItem:
    t, record = words("agenda"), catalogue.whole_activities[id]
    own = catalogue.activities[id].record
    by = organisation_link(catalogue, record.organisation, municipality)
    cancelled = record.status == "cancelled"
    assert record.checked is not None
    return AgendaItem(
        id=f"activiteit-{id}",
        name=record.name,
        by=by,
        cancelled=cancelled,
        full=record.status == "full",
        first=_first(when),
        when=when,
        summary=record.summary,
        more=markdown.render(record.description, 2) if record.description else None,
        rows=facts(
            Fact(t["where"], [*([capital(record.place)] if record.place else []), *address_lines(record.address)]),
            *_town(catalogue, record),
            Fact(t["audience"], sentence(labels(catalogue, "audience", record.audience))),
            Fact(t["cost"], costs(record.cost)),
            # Nobody registers for what is called off or full.
            Fact(t["registration"], [record.registration] if record.registration and record.status == "active" else []),
            *contact_facts(own),
        ),
        action=first_action(record),
        file=urls.activity_file(municipality, id) if when.first is not None and not cancelled else None,
        fresh=freshness(catalogue, record.checked),
        about=[
            *checked_facts(record.checked),
            *facts(Fact(words("organisation", "private_reason"), [own.private_reason] if own.private_reason else [])),
        ],
        report=report(
            catalogue, [municipality], urls.activity(municipality, id), record.name, record.email, f"activiteiten/{id}"
        ),
    )


def _town(catalogue: Catalogue, record: Activity) -> list[Fact]:
    """In which municipality an activity is, where no address says so: a hall has a name, and there are many of them."""
    area, place = record.area or (), (record.place or "").casefold()
    if record.address or place in _NOWHERE or COUNTRYWIDE in area:
        return []
    said, label = area_words(catalogue, area).said, words("agenda", "town" if len(area) == 1 else "towns")
    return [] if said.casefold() in place else facts(Fact(label, [said]))


def _meetings(catalogue: Catalogue, municipality: str) -> list[AgendaItem]:
    """When the networks of a municipality meet."""
    t = words("agenda")
    made = []
    for id in catalogue.networks_in(municipality):
        for number, (name, when, place) in enumerate(network_agenda(catalogue, id), start=1):
            by = network_link(catalogue, id, municipality)
            made.append(
                AgendaItem(
                    id=f"netwerk-{id}-{number}",
                    name=name or t["meeting"].format(name=by.label),
                    by=by,
                    cancelled=False,
                    full=False,
                    first=_first(when),
                    when=when,
                    summary=None,
                    more=None,
                    rows=facts(Fact(t["where"], [capital(place)] if place else [])),
                    action=None,
                    file=None,
                    fresh=None,
                    about=(),
                    report=None,
                )
            )
    return made


def _first(when: Moments) -> str | None:
    return day_of_next(when).isoformat() if when.first is not None else None


def _by_month(catalogue: Catalogue, entries: Iterable[AgendaItem]) -> list[Month]:
    months: dict[str, Month] = {}
    for entry in _inorder(entries):
        # What began before and still goes on belongs to now.
        day = day_of_next(entry.when)
        if catalogue.past(day.isoformat()):
            day = date.fromisoformat(f"{catalogue.month}-01")
        key = f"{day:%Y-%m}"
        known = months.setdefault(key, Month(key, capital(month(day)), []))
        months[key] = known._replace(entries=[*known.entries, entry])
    return list(months.values())


def _inorder(entries: Iterable[AgendaItem]) -> list[AgendaItem]:
    return sorted(entries, key=lambda entry: order(entry.when, entry.name))


def _events(catalogue: Catalogue, municipality: str, listed: Sequence[str]) -> Iterable[schema_org.Node]:
    """The same for machines, without what has no date."""
    for id in catalogue.activities_in(municipality):
        activity = catalogue.whole_activities[id]
        soonest = next(iter(upcoming(catalogue, ACTIVITY, id)), None) if activity.start != UNDATED else None
        if soonest is not None and f"activiteit-{id}" in listed:
            yield schema_org.event(catalogue, urls.activity(municipality, id), activity, soonest)
