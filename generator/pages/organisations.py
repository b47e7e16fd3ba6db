"""The pages of organisations and of what each offers."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from generator import urls
from generator.catalogue.catalogue import Catalogue
from generator.pages.page import Page
from generator.views.help import offers
from generator.views.help import organisations as owners
from generator.views.pieces.links import only_place


def organisations(catalogue: Catalogue) -> Iterator[Page]:
    """Every organisation, with a page for each thing it offers."""
    place = cache(lambda area: only_place(catalogue, area))
    for id, entry in catalogue.organisations.unasked.items():
        file, facts = entry.file, entry.facts
        for key, (offer, phase) in catalogue.offered_by(id).items():
            url, in_place = urls.offering(key), place(offer.area)
            yield Page(url, "offering", in_place, offers.offering, (key,), "offers", file, phase == "now")
        url, in_place, lasting = urls.organisation(id), place(facts.area), facts.status != "ended"
        yield Page(url, "organisation", in_place, owners.organisation, (id,), "organisations", file, lasting)
