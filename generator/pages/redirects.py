"""What a record was called before still leads to it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from generator import urls
from generator.catalogue.catalogue import Catalogue
from generator.model.kinds import with_pages
from generator.pages.page import Page
from generator.views.around.kept import redirect


def redirects(catalogue: Catalogue) -> Iterator[Page]:
    """What a record was called before still leads to it."""
    for old, new, file in _renamed(catalogue):
        yield _redirect(catalogue, old, new, file)


def renamed_municipalities(catalogue: Catalogue, pages: Mapping[str, Page]) -> Iterator[Page]:
    """Every address of a municipality that had another id, under that id."""
    for id, entry in catalogue.municipalities.unasked.items():
        for former in entry.facts.formerly:
            for url in [url for url in pages if url.startswith(f"{id}/")]:
                yield _redirect(catalogue, former + url.removeprefix(id), url, entry.file)


def _redirect(catalogue: Catalogue, old: str, new: str, file: str) -> Page:
    return Page(old, "redirect", catalogue.only_municipality, redirect, (new,), "redirects", file, False)


def _renamed(catalogue: Catalogue) -> Iterator[tuple[str, str, str]]:
    """(old address, new address, file) for every former id."""
    for kind, address in with_pages():
        if kind.id == "municipality":
            continue  # of which every address has a former one
        for key, record in catalogue.of(kind.id).unasked.items():
            for former in record.facts.formerly:
                yield address(kind.renamed(key, former)), address(key), record.file
    for entry in catalogue.organisations.unasked.values():
        formerly = entry.facts.formerly
        for offering in entry.facts.offerings:
            key = f"{entry.id}/{offering.id}"
            before = [f"{former}/{id}" for former in formerly for id in (offering.id, *offering.formerly)]
            before += [f"{entry.id}/{id}" for id in offering.formerly]
            yield from ((urls.offering(old), urls.offering(key), entry.file) for old in before)
