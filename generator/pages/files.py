"""The files that scripts load."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from functools import cache, partial
from typing import Any

from generator import urls
from generator.cache.digests import digest
from generator.catalogue.catalogue import Catalogue
from generator.catalogue.entries import Entry
from generator.exports import coverage
from generator.formats import jsontext
from generator.pages.fingerprints import Fingerprints
from generator.pages.page import DataFile
from generator.search import index, sayings
from generator.texts.spoken import DUTCH, others, speaking
from generator.views.around import local
from generator.views.coverage import picture
from generator.views.coverage.counting import Coverage
from generator.views.pieces import area


def files(catalogue: Catalogue, prints: Fingerprints, home: str) -> Iterator[DataFile]:
    """What scripts load: the words that all municipalities share, the records of each, what makes a shared page local,
    and what the map adds."""
    vocabularies = digest(prints.base, *(vocabulary.digest for vocabulary in catalogue.vocabularies.values()))
    yield DataFile(urls.WORDS, partial(_words, catalogue), vocabularies)
    yield DataFile(urls.MORE_WORDS, partial(_more_words, catalogue), vocabularies)
    for language in others():
        yield DataFile(urls.sayings(language), partial(_spoken, language), prints.base)
    records: tuple[Mapping[str, Entry[Any]], ...] = (
        catalogue.tools,
        catalogue.examples,
        catalogue.worksheets,
        catalogue.backpacks,
    )
    shown = digest(prints.base, *(prints.entry(entry) for entries in records for entry in entries.values()))
    libraries: tuple[tuple[str, Mapping[str, Entry[Any]]], ...] = (
        (urls.TOOLS, catalogue.tools),
        (urls.EXAMPLES, catalogue.examples),
        (urls.WORKSHEETS, catalogue.worksheets),
    )
    for url, entries in libraries:
        yield DataFile(urls.library_texts(url), partial(_library_texts, entries), shown)
    for id in catalogue.municipalities:
        offers = prints.offers(catalogue.offers_in(id))
        served = digest(*map(prints.entry, catalogue.organisations_in(id)))
        print_ = prints.of(offers, served, shown, str(catalogue.today.year))
        everything = cache(partial(index.found, catalogue, id))  # put in order when a file of it has to be made
        yield DataFile(urls.search_index(id), partial(_index, everything), print_)
        yield DataFile(urls.search_more(id), partial(_more, everything), print_)
        for number in range(index.parts(catalogue, id)):
            yield DataFile(urls.search_part(id, number), partial(_part, everything, number), print_)
            for language in others():
                part = partial(_part, everything, number, language)
                yield DataFile(urls.search_part(id, number, language), part, print_)
        yield DataFile(urls.local(id), partial(_local, catalogue, id), prints.of("local"))
        yield from _coverage(catalogue, prints, id, home)
        if id in catalogue.boundaries:
            shape = digest(prints.base, json.dumps(catalogue.boundaries[id]))
            yield DataFile(urls.map_data(id), partial(_outline, catalogue, id), shape)


def _coverage(catalogue: Catalogue, prints: Fingerprints, id: str, home: str) -> Iterator[DataFile]:
    """What professionals take along of a municipality's coverage; counted once when one of these has to be made."""
    counted = cache(partial(Coverage, catalogue, id))
    print_ = prints.coverage(id)
    made: tuple[tuple[str, Callable[[Coverage], bytes]], ...] = (
        (urls.coverage_sheet(id), partial(coverage.offers_sheet, home=home)),
        (urls.coverage_totals(id), coverage.totals_sheet),
        (urls.coverage_picture(id), picture.picture),
    )
    for path, make in made:
        yield DataFile(path, partial(_counted, make, counted), print_)


def _counted(make: Callable[[Coverage], bytes], counted: Callable[[], Coverage]) -> bytes:
    return make(counted())


def _library_texts(entries: Mapping[str, Entry[Any]]) -> bytes:
    return jsontext.written(index.library_texts(entries))


def _words(catalogue: Catalogue) -> bytes:
    return jsontext.written(sayings.vocabulary(catalogue))


def _more_words(catalogue: Catalogue) -> bytes:
    return jsontext.written(sayings.more(catalogue))


def _local(catalogue: Catalogue, municipality: str) -> bytes:
    return jsontext.written(local.local_json(catalogue, municipality))


def _outline(catalogue: Catalogue, municipality: str) -> bytes:
    return jsontext.written(area.map_json(catalogue, municipality))


def _index(everything: Callable[[], index.Found]) -> bytes:
    return jsontext.written(index.index(everything()))


def _more(everything: Callable[[], index.Found]) -> bytes:
    return jsontext.written(index.more(everything()))


def _part(everything: Callable[[], index.Found], number: int, language: str = DUTCH) -> bytes:
    with speaking(language):
        return jsontext.written(index.part(everything(), number))


def _spoken(language: str) -> bytes:
    with speaking(language):
        return jsontext.written(sayings.spoken())
