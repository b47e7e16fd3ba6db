"""The files that scripts load."""

from __future__ import annotations

from collections.abc import Iterator

from generator import urls
from generator.catalogue.catalogue import Catalogue
from generator.exports import coverage
from generator.formats import jsontext
from generator.model.kinds import library
from generator.pages.page import DataFile
from generator.search import index, sayings
from generator.texts.spoken import DUTCH, others, speaking
from generator.views.around import local
from generator.views.coverage import picture
from generator.views.coverage.counting import counted
from generator.views.help import whereabouts
from generator.views.pieces import area, open_now


def files(catalogue: Catalogue, home: str) -> Iterator[DataFile]:
    """What scripts load: the words that all municipalities share, the records of each, what makes a shared page local,
    and what the map adds. `home` is the whole address of the site."""
    yield DataFile(urls.WORDS, _words)
    yield DataFile(urls.MORE_WORDS, _more_words)
    yield DataFile(urls.OPEN_NOW, _open_now)
    for language in others():
        yield DataFile(urls.sayings(language), _spoken, (language,))
    for kind, _ in library():
        if kind.shelf:
            yield DataFile(urls.library_texts(kind.shelf), _library_texts, (kind.id,))
    if not catalogue.only_municipality:
        yield DataFile(urls.WHEREABOUTS, _whereabouts)
    for id in catalogue.municipalities.unasked:
        yield DataFile(urls.search_index(id), _index, (id,))
        yield DataFile(urls.search_more(id), _more, (id,))
        for number in range(index.part_count(catalogue, id)):
            for language in (DUTCH, *others()):
                path = urls.search_part(id, number, "" if language == DUTCH else language)
                yield DataFile(path, _part, (id, str(number), language))
        for name in (id, *catalogue.municipalities.unasked[id].facts.formerly):
            yield DataFile(urls.local(name), _local, (id,))
        yield DataFile(urls.coverage_sheet(id), _offers_sheet, (id, home))
        yield DataFile(urls.coverage_totals(id), _totals_sheet, (id,))
        yield DataFile(urls.coverage_picture(id), _picture, (id,))
        if id in catalogue.boundaries.unasked:
            yield DataFile(urls.map_data(id), _outline, (id,))


def _library_texts(catalogue: Catalogue, kind: str) -> bytes:
    return jsontext.written(index.library_texts(catalogue.of(kind)))


def _words(catalogue: Catalogue) -> bytes:
    return jsontext.written(sayings.vocabulary(catalogue))


def _more_words(catalogue: Catalogue) -> bytes:
    return jsontext.written(sayings.more(catalogue))


def _open_now(catalogue: Catalogue) -> bytes:
    return jsontext.written(open_now.shared(catalogue))


def _whereabouts(catalogue: Catalogue) -> bytes:
    return jsontext.written(whereabouts.choosing(catalogue))


def _local(catalogue: Catalogue, municipality: str) -> bytes:
    return jsontext.written(local.local_json(catalogue, municipality))


def _outline(catalogue: Catalogue, municipality: str) -> bytes:
    return jsontext.written(area.map_json(catalogue, municipality))


def _offers_sheet(catalogue: Catalogue, municipality: str, home: str) -> bytes:
    return coverage.offers_sheet(counted(catalogue, municipality), home)


def _totals_sheet(catalogue: Catalogue, municipality: str) -> bytes:
    return coverage.totals_sheet(counted(catalogue, municipality))


def _picture(catalogue: Catalogue, municipality: str) -> bytes:
    return picture.picture(counted(catalogue, municipality))


def _index(catalogue: Catalogue, municipality: str) -> bytes:
    return jsontext.written(index.index(index.found(catalogue, municipality)))


def _more(catalogue: Catalogue, municipality: str) -> bytes:
    return jsontext.written(index.more(index.found(catalogue, municipality)))


def _part(catalogue: Catalogue, municipality: str, number: str, language: str) -> bytes:
    with speaking(language):
        return jsontext.written(index.part(index.found(catalogue, municipality), int(number)))


def _spoken(_: Catalogue, language: str) -> bytes:
    with speaking(language):
        return jsontext.written(sayings.spoken())
