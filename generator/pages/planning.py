"""Every page of the site, planned: its address, what makes it, and a fingerprint of all it is made from.

Planning is cheap and making is not, so a page carries a function instead of a context: a build calls it only
when the fingerprint differs from last time's. Two pages on one address is a Problem.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import chain

from generator.catalogue.catalogue import Catalogue
from generator.pages.agenda import calendars
from generator.pages.files import files
from generator.pages.fingerprints import Fingerprints
from generator.pages.library import library, ring_maps, sources
from generator.pages.municipalities import home, municipality
from generator.pages.organisations import organisations
from generator.pages.page import DataFile, Page, Plan
from generator.pages.redirects import redirects, renamed_municipalities
from generator.problems.problem import Finding, Problem, problem


def plan(catalogue: Catalogue, base: str, taken: Mapping[str, str], home: str = "") -> Plan:
    """Plan the site. `base` names everything all pages share; `taken` are the addresses of prose, with their files;
    `home` is the whole address of the site, which `base` names too."""
    pages: dict[str, Page] = {}
    problems: list[Problem] = []
    prints = Fingerprints(catalogue, base)
    last = (renamed_municipalities(catalogue, prints, pages), sources(catalogue, prints, pages))
    for page in chain(_all(catalogue, prints), *last):
        holder = pages[page.url].file if page.url in pages else taken.get(page.url)
        if holder is None:
            pages[page.url] = page
        elif page.template != "redirect" or holder != page.file:
            finding = Finding("address-taken", (), {"url": page.url, "other": holder})
            problems.append(problem(page.file, 1, 1, finding))
    return Plan(pages, (*files(catalogue, prints, home), *calendars(catalogue, prints, home)), tuple(problems))


def _all(catalogue: Catalogue, prints: Fingerprints) -> Iterator[Page]:
    yield from organisations(catalogue, prints)
    yield from library(catalogue, prints)
    yield from ring_maps(catalogue, prints)
    for id in catalogue.municipalities:
        yield from municipality(catalogue, prints, id)
    yield from home(catalogue, prints)
    yield from redirects(catalogue, prints)


__all__ = ["DataFile", "Page", "Plan", "plan"]
