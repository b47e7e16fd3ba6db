"""The pages of organisations and of what each offers."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from generator import urls
from generator.cache.digests import digest
from generator.catalogue.catalogue import Catalogue
from generator.pages.fingerprints import Fingerprints
from generator.pages.page import Page
from generator.views.agenda import coming
from generator.views.help import offers as offers_view
from generator.views.help import organisations as organisations_view
from generator.views.pieces import links


def organisations(catalogue: Catalogue, prints: Fingerprints) -> Iterator[Page]:
    organisations = catalogue.organisations
    for entry in organisations.values():
        beside = [
            *catalogue.referrers.get(entry.id, ()),
            *entry.facts.refers_people_to(),
        ]
        networks = [catalogue.networks[id].digest for id in catalogue.networks_of.get(entry.id, ())]
        offers = catalogue.offers_of(entry.id)
        naming = prints.backpacks_naming((entry.id, *(offer.key for offer in offers)))
        around = digest(*(prints.named(id) for id in beside), *networks, naming)
        print_ = prints.of(prints.entry(entry), around)
        agenda = coming.organisation_agenda_print(catalogue, entry.id)
        for offer in offers:
            yield Page(
                urls.offering(offer.key),
                "offering",
                links.only_place(catalogue, offer.area),
                partial(offers_view.offering, catalogue, offer.key),
                print_,
                1,
                entry.file,
                offer.current(catalogue.today),
            )
        yield Page(
            urls.organisation(entry.id),
            "organisation",
            links.only_place(catalogue, entry.facts.area),
            partial(organisations_view.organisation, catalogue, entry.id),
            prints.of(prints.entry(entry), around, agenda),
            2,
            entry.file,
            entry.facts.status != "ended",
        )
