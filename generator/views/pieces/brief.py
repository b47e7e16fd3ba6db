"""What pages of others say of an organisation."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from generator.catalogue.asking import derived
from generator.catalogue.catalogue import Catalogue


class Brief(NamedTuple):
    """An organisation in brief: who shows no more of it isn't made anew when something else of it changes."""

    id: str
    name: str
    others: Sequence[str]
    """Its other names."""
    summary: str
    kind: str | None
    area: Sequence[str]
    status: str
    refers: Sequence[str]
    """The organisations it refers people to."""
    offers: Mapping[str, str]
    """The names of its offers, by key."""


@derived
def briefly(catalogue: Catalogue, organisation: str) -> Brief:
    """An organisation in brief. Raises `KeyError` when there is none of that name."""
    entry = catalogue.organisations[organisation]
    record, facts = entry.record, entry.facts
    return Brief(
        id=entry.id,
        name=record.name,
        others=record.alternate_names,
        summary=record.summary,
        kind=record.kind,
        area=facts.area,
        status=facts.status,
        refers=facts.refers_people_to(),
        offers={offer.key: offer.offering.name for offer in catalogue.offers_of(organisation)},
    )
