"""The files that scripts load."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from functools import cache, partial
from typing import Any

from generator import sayings, search, urls, views
from generator.cache import digest
from generator.catalogue import Catalogue, Entry
from generator.pages.fingerprints import Fingerprints
from generator.pages.page import DataFile
from generator.texts import DUTCH, others, speaking


def files(catalogue: Catalogue, prints: Fingerprints) -> Iterator[DataFile]:
    """What scripts load: the words that all municipalities share, the records of each, what makes a shared page local,
    and what the map adds."""
    vocabularies = digest(prints.base, *(vocabulary.digest for vocabulary in catalogue.vocabularies.values()))
    yield DataFile(urls.WORDS, partial(_words, catalogue), vocabularies)
    yield DataFile(urls.RELATED, _related, prints.base)
    for language in others():
        yield DataFile(urls.sayings(language), partial(_spoken, language), prints.base)
    records: tuple[Mapping[str, Entry[Any]], ...] = (catalogue.tools, catalogue.examples, catalogue.backpacks)
    shown = digest(prints.base, *(prints.entry(entry) for entries in records for entry in entries.values()))
    for url, records_of in ((urls.TOOLS, catalogue.tools), (urls.EXAMPLES, catalogue.examples)):
        entries: Mapping[str, Entry[Any]] = records_of
        yield DataFile(urls.library_texts(url), partial(_library_texts, entries), shown)
    for id in catalogue.municipalities:
        offers = prints.offers(catalogue.offers_in(id))
        served = digest(*map(prints.entry, catalogue.organisations_in(id)))
        print_ = prints.of(offers, served, shown, str(catalogue.today.year))
        everything = cache(partial(search.found, catalogue, id))  # put in order when a file of it has to be made
        yield DataFile(urls.search_index(id), partial(_index, everything), print_)
        for number in range(search.parts(catalogue, id)):
            yield DataFile(urls.search_part(id, number), partial(_part, everything, number), print_)
            for language in others():
                part = partial(_part, everything, number, language)
                yield DataFile(urls.search_part(id, number, language), part, print_)
        yield DataFile(urls.local(id), partial(_local, catalogue, id), prints.of("local"))
        if id in catalogue.boundaries:
            shape = digest(prints.base, json.dumps(catalogue.boundaries[id]))
            yield DataFile(urls.map_data(id), partial(_outline, catalogue, id), shape)


def _library_texts(entries: Mapping[str, Entry[Any]]) -> bytes:
    return search.as_json(search.library_texts(entries))


def _words(catalogue: Catalogue) -> bytes:
    return search.as_json(sayings.vocabulary(catalogue))


def _related() -> bytes:
    return search.as_json(sayings.related())


def _local(catalogue: Catalogue, municipality: str) -> bytes:
    return search.as_json(views.local_json(catalogue, municipality))


def _outline(catalogue: Catalogue, municipality: str) -> bytes:
    return search.as_json(views.map_json(catalogue, municipality))


def _index(everything: Callable[[], search.Found]) -> bytes:
    return search.as_json(search.index(everything()))


def _part(everything: Callable[[], search.Found], number: int, language: str = DUTCH) -> bytes:
    with speaking(language):
        return search.as_json(search.part(everything(), number))


def _spoken(language: str) -> bytes:
    with speaking(language):
        return search.as_json(sayings.spoken())
