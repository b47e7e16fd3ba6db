"""What an edition still misses before people can rely on it, for who is about to publish it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

from generator.catalogue.catalogue import Catalogue
from generator.catalogue.entries import Entry
from generator.edition import Edition
from generator.model.municipality import Contact, Municipality
from generator.pages.lasting import nothing_published
from generator.problems.problem import Finding, Problem, problem
from generator.texts.spoken import text

_SITE_URL = re.compile(r"^site_url:[ \t]*[^\s#]", re.MULTILINE)
_INHERITED = re.compile(r"^INHERIT:", re.MULTILINE)
"""Settings that are taken from another file may say it there."""


def gaps(edition: Edition, catalogue: Catalogue) -> list[Problem]:
    """What is missing, each where it belongs: a counter, a huisartsenpost, a place to report to, an address."""
    return [*_of_settings(edition), *_of_municipalities(catalogue)]


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


def _of_settings(edition: Edition) -> Iterator[Problem]:
    try:
        settings = edition.config.read_text("utf-8", errors="replace")
    except OSError:
        return
    file = edition.shown(edition.config)
    for number, line in enumerate(settings.split("\n"), 1):
        if line.startswith("site_url:") and (sign := _sign_in(line)):
            yield problem(file, number, 1, Finding("starter-text", ("site_url",), {"value": sign}))
    if not _SITE_URL.search(settings) and not _INHERITED.search(settings):
        yield problem(file, 1, 1, Finding("no-site-url"))


def _sign_in(line: str) -> str | None:
    return next((sign for sign in text("cli", "starter-signs") if sign in line), None)


def _of_municipalities(catalogue: Catalogue) -> Iterator[Problem]:
    for entry in catalogue.municipalities.unasked.values():
        record: Municipality = entry.record
        values = {"name": record.name}
        reachable = record.contact is not None and _reachable(catalogue, record.contact)
        if not reachable:
            yield problem(entry.file, 1, 1, Finding("no-counter", (), values))
        if record.urgent is None or not (record.urgent.phones or record.urgent.website):
            yield problem(entry.file, 1, 1, Finding("no-urgent", (), values))
        if record.contact is None or not _mail_of(catalogue, record.contact):
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
