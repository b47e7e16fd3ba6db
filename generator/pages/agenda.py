"""The agenda of a municipality, and the calendar files that go with it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from generator import urls
from generator.cache.digests import digest
from generator.catalogue.catalogue import Catalogue
from generator.exports import agenda as feeds
from generator.pages.fingerprints import Fingerprints
from generator.pages.page import DataFile, Page
from generator.values.fields import UNDATED
from generator.views.agenda import coming, month


def agenda(catalogue: Catalogue, prints: Fingerprints, id: str) -> Page:
    file = catalogue.municipalities[id].file
    print_ = prints.of(_records(catalogue, prints, id), coming.agenda_print(catalogue, id))
    return Page(urls.agenda(id), "agenda", id, partial(month.agenda, catalogue, id), print_, 3, file)


def calendars(catalogue: Catalogue, prints: Fingerprints, home: str) -> Iterator[DataFile]:
    """Every calendar file, also under each name it had: a subscription goes on, and software follows no redirect page.

    `home` is the whole address of the site.
    """
    year = str(catalogue.today.year)
    for id, entry in catalogue.municipalities.items():
        print_ = prints.of("calendar", year, _records(catalogue, prints, id))
        for name in (id, *entry.facts.formerly):
            yield DataFile(urls.feed(name), partial(feeds.feed, catalogue, id, home), print_)
            professional = partial(feeds.professional_feed, catalogue, id, home)
            yield DataFile(urls.feed_for_professionals(name), professional, print_)
            for activity in catalogue.activities_in(id):
                if catalogue.whole_activities[activity].start == UNDATED:
                    continue
                make = partial(feeds.activity_calendar, catalogue, id, activity, home)
                for known_as in _names(catalogue, activity):
                    yield DataFile(urls.activity_file(name, known_as), make, print_)
    for id, network in catalogue.networks.items():
        if network.record.meetings:
            print_ = prints.of("calendar", year, prints.entry(network))
            for name in (id, *network.facts.formerly):
                yield DataFile(urls.network_feed(name), partial(feeds.network_feed, catalogue, id, home), print_)


def _names(catalogue: Catalogue, activity: str) -> list[str]:
    """What an activity is and was called, but for names that another one has now."""
    formerly = catalogue.activities[activity].facts.formerly
    return [activity, *(former for former in formerly if former not in catalogue.activities)]


def _records(catalogue: Catalogue, prints: Fingerprints, municipality: str) -> str:
    """All records that stand in an agenda, with the organisations behind them."""
    activities = [catalogue.activities[id] for id in catalogue.activities_in(municipality)]
    return digest(
        *map(prints.entry, activities),
        *(prints.named(activity.record.organisation) for activity in activities),
        *(prints.entry(catalogue.networks[id]) for id in catalogue.networks_in(municipality)),
    )
