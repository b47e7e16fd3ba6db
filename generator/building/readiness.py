"""What an edition still misses before people can rely on it, for who is about to publish it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from generator.building.settings import INHERIT, REPORT, SITE_URL, Settings, settings_of
from generator.catalogue.catalogue import Catalogue
from generator.catalogue.entries import Entry
from generator.edition import Edition
from generator.model.municipality import Contact, Municipality
from generator.pages.lasting import nothing_published
from generator.problems.problem import Finding, Path, Problem, problem
from generator.validation.left_over import left_as


def gaps(edition: Edition, catalogue: Catalogue) -> list[Problem]:
    """What is missing, each where it belongs: a counter, a huisartsenpost, a place to report to, an address."""
    settings = settings_of(edition)
    told = _of_settings(edition, settings) if settings is not None else ()
    reported = settings is not None and any(_says(settings, path) for path in (REPORT, INHERIT))
    return [*told, *_of_municipalities(catalogue, reported)]


def before_first(edition: Edition, problems: Sequence[Problem]) -> list[Problem]:
    """The same of what was found, with what is only worth saying to who never published; nothing to who did."""
    if not nothing_published(edition):
        return []
    codes = {"no-counter", "no-report-address", "no-site-url", "no-urgent", "page-missing"}
    found = [one for one in problems if one.code in codes]
    if not _has_organisations(edition):
        found.append(problem(edition.shown(edition.data / "organisations"), 1, 1, Finding("no-organisation")))
    return [*found, problem(edition.shown(edition.addresses), 1, 1, Finding("no-addresses"))]


def _has_organisations(edition: Edition) -> bool:
    return any((edition.data / "organisations").rglob("*.yml"))


def _says(settings: Settings, path: Path) -> bool:
    """Whether there is a value."""
    return path in settings and settings[path].value is not None


def _of_settings(edition: Edition, settings: Settings) -> Iterator[Problem]:
    file = edition.shown(edition.config)
    for path in (SITE_URL, REPORT):
        if path in settings and (left := left_as(settings[path].value or "")):
            yield problem(file, settings[path].line, 1, Finding("starter-text", path, {"value": left}))
    if not _says(settings, SITE_URL) and INHERIT not in settings:
        yield problem(file, 1, 1, Finding("no-site-url"))


def _of_municipalities(catalogue: Catalogue, reported: bool) -> Iterator[Problem]:
    """What each municipality misses. Where everything is `reported` to one address, none needs its own for that."""
    for entry in catalogue.municipalities.unasked.values():
        record: Municipality = entry.record
        values = {"name": record.name}
        reachable = record.contact is not None and _reachable(catalogue, record.contact)
        if not reachable:
            yield problem(entry.file, 1, 1, Finding("no-counter", (), values))
        if record.urgent is None or not (record.urgent.phones or record.urgent.website):
            yield problem(entry.file, 1, 1, Finding("no-urgent", (), values))
        if not reported and (record.contact is None or not _mail_of(catalogue, record.contact)):
            yield problem(entry.file, 1, 1, Finding("no-report-address", (), values))


def _reachable(catalogue: Catalogue, contact: Contact) -> bool:
    behind = _behind(catalogue, contact)
    own = contact.phones or contact.email or contact.website
    return bool(own or (behind and (behind.record.phones or behind.record.email or behind.record.website)))


def _mail_of(catalogue: Catalogue, contact: Contact) -> str | None:
    """Where *Klopt er iets niet?* leads to: the counter's mail address, else that of the organisation behind it."""
    behind = _behind(catalogue, contact)
    return contact.email or (behind.record.email if behind else None)


def _behind(catalogue: Catalogue, contact: Contact) -> Entry[Any] | None:
    return catalogue.organisations.unasked.get(contact.organisation or "")
