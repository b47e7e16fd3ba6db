"""Every page of the site, planned: its address and what makes it.

Planning is cheap and making is not, so a page carries a view instead of a context: a build calls it only when what it
asked the last time is answered otherwise now. Two pages on one address is a Problem.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import chain

from generator.catalogue.asking import Asked
from generator.catalogue.catalogue import Catalogue
from generator.pages.agenda import calendars
from generator.pages.files import files
from generator.pages.library import library, ring_maps, sources
from generator.pages.municipalities import home, municipality
from generator.pages.organisations import organisations
from generator.pages.page import DataFile, Page, Plan
from generator.pages.redirects import redirects, renamed_municipalities
from generator.problems.problem import Finding, Problem, problem


def plan(catalogue: Catalogue, taken: Mapping[str, str], home: str = "") -> Plan:
    """Plan the site. `taken` are the addresses of prose, with their files; `home` is the whole address of the site."""
    pages: dict[str, Page] = {}
    addresses = Asked("page", pages, lambda _: "")
    problems: list[Problem] = []
    last = (renamed_municipalities(catalogue, pages), sources(catalogue, addresses))
    for page in chain(_all(catalogue), *last):
        holder = pages[page.url].file if page.url in pages else taken.get(page.url)
        if holder is None:
            pages[page.url] = page
        elif page.template != "redirect" or holder != page.file:
            finding = Finding("address-taken", (), {"url": page.url, "other": holder})
            problems.append(problem(page.file, 1, 1, finding))
    return Plan(pages, (*files(catalogue, home), *calendars(catalogue, home)), tuple(problems), addresses)


def _all(catalogue: Catalogue) -> Iterator[Page]:
    yield from organisations(catalogue)
    yield from library(catalogue)
    yield from ring_maps(catalogue)
    for id in catalogue.municipalities.unasked:
        yield from municipality(catalogue, id)
    yield from home(catalogue)
    yield from redirects(catalogue)


__all__ = ["DataFile", "Page", "Plan", "plan"]
