"""The pages of organisations and of what each offers."""

from __future__ import annotations

from collections.abc import Iterator

from generator import urls
from generator.catalogue.catalogue import Catalogue
from generator.pages.page import Page
from generator.views.help import offers
from generator.views.help import organisations as owners
from generator.views.pieces.links import only_place


def organisations(catalogue: Catalogue) -> Iterator[Page]:
    """Every organisation, with a page for each thing it offers."""
    for id, entry in catalogue.organisations.unasked.items():
        for offer in catalogue.offers_of(id):
            place, current = only_place(catalogue, offer.area), catalogue.current(offer)
            url = urls.offering(offer.key)
            yield Page(url, "offering", place, offers.offering, (offer.key,), "offers", entry.file, current)
        place, lasting = only_place(catalogue, entry.facts.area), entry.facts.status != "ended"
        url = urls.organisation(id)
        yield Page(url, "organisation", place, owners.organisation, (id,), "organisations", entry.file, lasting)
