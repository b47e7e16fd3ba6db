"""What pages are made from, named by digests: what did not change is not made again."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import date
from typing import Any

from generator import urls
from generator.cache.digests import digest
from generator.catalogue.catalogue import Catalogue
from generator.catalogue.entries import Entry, Offer, OrganisationEntry
from generator.values import dates
from generator.values.fields import COUNTRYWIDE, UNDATED
from generator.views.pieces.contact import ALWAYS_SHOWN


class Fingerprints:
    """What pages depend on, named by digests. A day changes one only where it makes a record stale or over."""

    def __init__(self, catalogue: Catalogue, base: str) -> None:
        self.catalogue = catalogue
        self.base = base
        self._entries: dict[str, str] = {}
        self._offers: dict[str, str] = {}
        organisations = catalogue.organisations
        contacts = [entry.record.contact for entry in catalogue.municipalities.values()]
        everywhere = {
            *(entry.id for entry in organisations.values() if COUNTRYWIDE in entry.facts.area),
            *(contact.organisation for contact in contacts if contact and contact.organisation),
            *ALWAYS_SHOWN,
        }
        self.shared = digest(
            base,
            *(str(url in catalogue.prose) for url in (urls.REPORT, urls.PROFESSIONALS)),
            *(vocabulary.digest for vocabulary in catalogue.vocabularies.values()),
            *(f"{entry.id}:{entry.digest}" for entry in catalogue.municipalities.values()),
            *(f"{id}:{digest(json.dumps(shape))}" for id, shape in catalogue.boundaries.items()),
            *(self.named(id) for id in sorted(everywhere)),
        )

    def entry(self, entry: Entry[Any]) -> str:
        """A record with whether each of its checks is out of date."""
        known = self._entries.get(entry.digest)
        if known is None:
            today = self.catalogue.today
            checked = (check.date for check in entry.facts.checks)
            stale = ("s" if when != UNDATED and dates.is_stale(when, today) else "." for when in checked)
            offers = self.catalogue.offers_of(entry.id) if isinstance(entry, OrganisationEntry) else ()
            current = (current_or_not(offer, today) for offer in offers)
            known = self._entries[entry.digest] = f"{entry.digest} {''.join(stale)} {''.join(current)}"
        return known

    def named(self, id: str) -> str:
        """What a page shows that names an organisation, whether there is one by that name or not."""
        found = self.catalogue.organisations.get(id)
        return self.entry(found) if found else f"{id}?"

    def offers(self, offers: Iterable[Offer]) -> str:
        return digest("\n".join(map(self._offer, offers)))

    def _offer(self, offer: Offer) -> str:
        known = self._offers.get(offer.key)
        if known is None:
            known = self._offers[offer.key] = f"{offer.key}:{self.entry(offer.entry)}"
        return known

    def coverage(self, municipality: str) -> str:
        """What the counts of a municipality are made from, and whom those of earlier dates name."""
        catalogue = self.catalogue
        earlier = catalogue.earlier.get(municipality, ())
        named = sorted({key.split("/")[0] for file in earlier for key in file.offers})
        return self.of(
            "coverage",
            f"{catalogue.today:%Y-%m}",
            self.offers(catalogue.offers_in(municipality)),
            *(f"{file.date}:{file.digest}" for file in earlier),
            *map(self.named, named),
        )

    def names(self, municipality: str) -> str:
        """What everything that serves a municipality is called."""
        called: list[str] = []
        for entry in self.catalogue.organisations_in(municipality):
            called += [*entry.facts.names, *(offering.name for offering in entry.facts.offerings)]
        return digest(*called)

    def backpacks_naming(self, ids: Iterable[str]) -> str:
        """The kennisrugzakken that name one of these records, and what they are called."""
        catalogue = self.catalogue
        keys = dict.fromkeys(key for id in ids for key in catalogue.backpacks_naming.get(id, ()))
        return " ".join(catalogue.backpacks[key].digest for key in keys)

    def of(self, *parts: str) -> str:
        return digest(f"{self.shared} {' '.join(parts)}")


def current_or_not(offer: Offer, today: date) -> str:
    """Whether an offer is for now, for later or for before, as a letter."""
    return "n" if offer.current(today) else "b" if offer.begun(today) else "l"
