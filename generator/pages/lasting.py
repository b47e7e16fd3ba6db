"""Addresses that never die: what was ever published still answers. And the sitemap of what answers now."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator, Sequence, Set

from generator.catalogue.making import Lost
from generator.edition import Edition
from generator.model.kinds import KINDS
from generator.pages.planning import Plan
from generator.problems.problem import Finding, Problem, problem
from generator.records.lying import is_inside, is_plain
from generator.records.prose import Prose
from generator.texts.spoken import text

_ADDRESS = re.compile(r"(?:[a-z0-9]+(?:-[a-z0-9]+)*/)*", re.ASCII)


def published(edition: Edition) -> list[tuple[int, str]]:
    """(line, address) of everything ever published, as the edition remembers it; nothing where that can't be read."""
    if unreadable(edition) is not None:
        return []
    try:
        lines = edition.addresses.read_text("utf-8", errors="replace").splitlines()
    except OSError:
        return []
    return [
        (number, line.strip().removeprefix("/"))
        for number, line in enumerate(lines, 1)
        if line.strip() and not line.startswith("#")
    ]


def nothing_published(edition: Edition) -> bool:
    """Whether no address was ever published: then nobody relies on this site yet."""
    return not published(edition) and unreadable(edition) is None


def unreadable(edition: Edition) -> Finding | None:
    """Why it can't be known what was ever published; None when it can, or when nothing ever was."""
    file = edition.addresses
    if not is_inside(file, edition.root):
        return Finding("file-outside", (), {"name": file.name})
    if not os.path.lexists(file):
        return None
    return None if is_plain(file) and os.access(file, os.R_OK) else Finding("file-unreadable")


def current(plan: Plan, prose: Prose) -> list[str]:
    """Every address that answers now, in order."""
    return sorted({*plan.pages, *prose.addresses})


def may_answer(url: str, lost: Iterable[Lost]) -> bool:
    """Whether an address may belong to one of the records that could not be read."""
    for record in lost:
        kind = KINDS[record.kind]
        if kind.id == "vocabulary":
            if "/hulp/" in url or "/situatie/" in url:
                return True
        elif kind.address is not None:
            keys = (record.id, *(kind.renamed(record.id, former) for former in record.formerly))
            own = [kind.address(key) for key in keys]
            if url.startswith(tuple(own)) or (record.unread and url.split("/")[0] == own[0].split("/")[0]):
                return True
    return False


def address_problems(edition: Edition, plan: Plan, prose: Prose, lost: Sequence[Lost]) -> Iterator[Problem]:
    """An address of before that nothing answers any more is a fault."""
    answering = set(current(plan, prose))
    file = edition.shown(edition.addresses)
    if (finding := unreadable(edition)) is not None:
        yield problem(file, 1, 1, finding)
    known = published(edition)
    gone = {url for _, url in known if url not in answering and not may_answer(url, lost)}
    for line, url in known:
        if not _ADDRESS.fullmatch(url):
            yield problem(file, line, 1, Finding("address-format", (), {"url": url}))
        elif url in gone and gone.isdisjoint(_above(url)):  # what lies below it went with it
            yield problem(
                file, line, 1, Finding("address-gone", (), {"url": url, "near": _instead(url, answering, known)})
            )


def _above(url: str) -> Iterator[str]:
    """The addresses below which an address lies: `organisaties/de-brug/` of `organisaties/de-brug/maatje/`."""
    parts = url.split("/")[:-1]
    yield from ("/".join(parts[:end]) + "/" for end in range(1, len(parts)))


def _instead(url: str, answering: Set[str], known: Sequence[tuple[int, str]]) -> str:
    """What may be the new name of what an address was of: the only one beside it that was never published."""
    *beside, old, _ = ["", *url.split("/")]
    folder = "/".join(beside).removeprefix("/")
    before = {address for _, address in known}
    new = [one for one in answering - before if one.rpartition("/")[0].rpartition("/")[0] == folder]
    if len(new) != 1 or not folder:
        return ""
    return str(text("cli", "renamed")).format(new=new[0].split("/")[-2], old=old)


def updated(edition: Edition, plan: Plan, prose: Prose) -> str:
    """The text of `addresses.txt` with everything that answers now added."""
    every = sorted({url for _, url in published(edition)} | set(current(plan, prose)))
    return f"# {text('cli', 'addresses-head')}\n" + "".join(f"/{url}\n" for url in every)
