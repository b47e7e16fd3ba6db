"""What nobody else in the house may see on a screen: pages about it have a button that leaves the site at once.

Which pages those are follows from the vocabularies: a term says so of itself (`discreet`). It counts where a record
names it as its kind of help or its situation, and where a name or summary has one of its other names in it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from generator.catalogue.asking import derived
from generator.catalogue.catalogue import Catalogue
from generator.catalogue.entries import Offer
from generator.model.organisation import Organisation
from generator.values.slugs import plain


def is_discreet(catalogue: Catalogue, texts: Iterable[str | None], terms: Iterable[str] = ()) -> bool:
    """Whether something with these names, summaries and terms is about what nobody may see."""
    ids, pattern = _discreet(catalogue)
    if not set(ids).isdisjoint(terms):
        return True
    return bool(pattern) and re.search(pattern, plain(" ".join(text for text in texts if text))) is not None


def offer_is_discreet(catalogue: Catalogue, offer: Offer) -> bool:
    """Whether an offer is about that, by what it says of itself and who makes it."""
    record = offer.offering
    return is_discreet(
        catalogue, (record.name, record.summary, offer.organisation.name), (*record.help, *record.situations)
    )


def organisation_is_discreet(catalogue: Catalogue, record: Organisation) -> bool:
    """Whether an organisation is about that, by what it says of itself or by any of what it offers."""
    texts = [record.name, record.summary, *record.alternate_names]
    texts += [text for offering in record.offerings for text in (offering.name, offering.summary)]
    terms = [term for offering in record.offerings for term in (*offering.help, *offering.situations)]
    return is_discreet(catalogue, texts, terms)


@derived
def _discreet(catalogue: Catalogue) -> tuple[tuple[str, ...], str]:
    """The ids of the terms that say so, and a pattern of their other names as whole words."""
    terms = [term for vocabulary in catalogue.vocabularies.values() for term in vocabulary if term.discreet]
    names = sorted({plain(name) for term in terms for name in term.synonyms})
    return tuple(term.id for term in terms), rf"\b(?:{'|'.join(map(re.escape, names))})\b" if names else ""
