"""Addresses that never die: what was ever published still answers. And the sitemap of what answers now."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from generator import urls
from generator.catalogue.making import Lost
from generator.edition import Edition
from generator.pages.planning import Plan
from generator.problems.problem import Finding, Problem, problem
from generator.records.prose import Prose
from generator.texts.spoken import text

_ADDRESS = re.compile(r"(?:[a-z0-9]+(?:-[a-z0-9]+)*/)*", re.ASCII)


def published(edition: Edition) -> list[tuple[int, str]]:
    """(line, address) of everything ever published, as the edition remembers it."""
    try:
        lines = edition.addresses.read_text("utf-8", errors="replace").splitlines()
    except FileNotFoundError:
        return []
    return [
        (number, line.strip().removeprefix("/"))
        for number, line in enumerate(lines, 1)
        if line.strip() and not line.startswith("#")
    ]


def current(plan: Plan, prose: Prose) -> list[str]:
    """Every address that answers now, in order."""
    return sorted({*plan.pages, *prose.addresses})


_OF_KIND: Mapping[str, Callable[[str], str]] = {
    "organisation": urls.organisation,
    "network": urls.network,
    "tool": urls.tool,
    "example": urls.example,
    "municipality": urls.municipality,
    "backpack": lambda key: urls.backpack(*key.split("/")),
}


def may_answer(url: str, lost: Iterable[Lost]) -> bool:
    """Whether an address may belong to one of the records that could not be read."""
    for record in lost:
        if record.kind == "vocabulary":
            if "/hulp/" in url or "/situatie/" in url:
                return True
        elif record.kind in _OF_KIND:  # an activity has no page of its own
            own = [_OF_KIND[record.kind](id) for id in (record.id, *record.formerly)]
            if url.startswith(tuple(own)) or (record.unread and url.split("/")[0] == own[0].split("/")[0]):
                return True
    return False


def address_problems(edition: Edition, plan: Plan, prose: Prose, lost: Sequence[Lost]) -> Iterator[Problem]:
    """An address of before that nothing answers any more is a fault."""
    answering = set(current(plan, prose))
    file = edition.shown(edition.addresses)
    for line, url in published(edition):
        if not _ADDRESS.fullmatch(url):
            yield problem(file, line, 1, Finding("address-format", (), {"url": url}))
        elif url not in answering and not may_answer(url, lost):
            yield problem(file, line, 1, Finding("address-gone", (), {"url": url}))


def updated(edition: Edition, plan: Plan, prose: Prose) -> str:
    """The text of `addresses.txt` with everything that answers now added."""
    every = sorted({url for _, url in published(edition)} | set(current(plan, prose)))
    return f"# {text('cli', 'addresses-head')}\n" + "".join(f"/{url}\n" for url in every)
