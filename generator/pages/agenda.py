"""The agenda of a municipality, and the calendar files that go with it."""

from __future__ import annotations

from collections.abc import Iterator

from generator import urls
from generator.catalogue.catalogue import Catalogue
from generator.exports import agenda as feeds
from generator.pages.page import DataFile, Page
from generator.views.agenda import month


def agenda(id: str, file: str) -> Page:
    """What comes in a municipality; `file` is its record."""
    return Page(urls.agenda(id), "agenda", id, month.agenda, (id,), "lists", file)


def calendars(catalogue: Catalogue, home: str) -> Iterator[DataFile]:
    """Every calendar file, also under each name it had: a subscription goes on, and software follows no redirect page.

    `home` is the whole address of the site.
    """
    for id, entry in catalogue.municipalities.unasked.items():
        for name in (id, *entry.facts.formerly):
            yield DataFile(urls.feed(name), feeds.feed, (id, home))
            yield DataFile(urls.feed_for_professionals(name), feeds.professional_feed, (id, home))
            for activity in catalogue.activities_in(id):
                if catalogue.activities.unasked[activity].facts.dated:
                    for known_as in _names(catalogue, activity):
                        path = urls.activity_file(name, known_as)
                        yield DataFile(path, feeds.activity_calendar, (id, activity, home))
    for id, network in catalogue.networks.unasked.items():
        if network.facts.meets:
            for name in (id, *network.facts.formerly):
                yield DataFile(urls.network_feed(name), feeds.network_feed, (id, home))


def _names(catalogue: Catalogue, activity: str) -> list[str]:
    """What an activity is and was called, but for names that another one has now."""
    known = catalogue.activities.unasked
    return [activity, *(former for former in known[activity].facts.formerly if former not in known)]
