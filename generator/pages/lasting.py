"""Addresses that never die: what was ever published still answers. And the sitemap of what answers now."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from html import escape
from pathlib import Path

from generator import urls
from generator.catalogue.making import Lost
from generator.edition import Edition
from generator.pages.planning import Plan
from generator.problems.problem import Finding, Problem, problem
from generator.records.prose import Prose, is_record, links_out, pages
from generator.texts.spoken import text

_ADDRESS = re.compile(r"(?:[a-z0-9]+(?:-[a-z0-9]+)*/)*", re.ASCII)

_LINK = re.compile(r"\]\((?![a-zA-Z][a-zA-Z0-9+.-]*:|#|//)([^)#?\s]+)")


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


def _may_answer(url: str, lost: Iterable[Lost]) -> bool:
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
        elif url not in answering and not _may_answer(url, lost):
            yield problem(file, line, 1, Finding("address-gone", (), {"url": url}))


def file_problems(edition: Edition) -> Iterator[Problem]:
    """What stands in `content/` is really there, and prose is UTF-8."""
    for path in links_out(edition):
        yield problem(edition.shown(path), 1, 1, Finding("file-outside", (), {"name": path.name}))
    for path in pages(edition):
        if not is_record(path.relative_to(edition.content).as_posix()):
            yield from _unreadable(edition, path)


def _unreadable(edition: Edition, path: Path) -> Iterator[Problem]:
    try:
        content = path.read_bytes()
        content.decode("utf-8")
    except OSError:
        yield problem(edition.shown(path), 1, 1, Finding("file-unreadable"))
    except UnicodeDecodeError as error:
        before = content[: error.start]
        column = error.start - before.rfind(b"\n")
        yield problem(edition.shown(path), before.count(b"\n") + 1, column, Finding("encoding"))


def prose_problems(edition: Edition, plan: Plan, prose: Prose, lost: Sequence[Lost]) -> Iterator[Problem]:
    """A link in prose leads to a page or a file: from the site's root, or from where the text stands."""
    answering = set(current(plan, prose))
    for path in pages(edition):
        record = is_record(path.relative_to(edition.content).as_posix())
        for number, line in enumerate(path.read_text("utf-8", errors="replace").splitlines(), 1):
            for link in _LINK.finditer(line):
                if record and not link[1].startswith("/"):
                    continue  # the text of a record stands on several pages: only its whole addresses mean something
                url = _meant(edition, path, link[1])
                if not (url in answering or (edition.content / url).is_file() or _may_answer(url, lost)):
                    finding = Finding("link-gone", (), {"url": url})
                    yield problem(edition.shown(path), number, link.start(1) + 1, finding)


def _meant(edition: Edition, path: Path, link: str) -> str:
    """What a link in a text leads to, from the root of the site; a Markdown file stands for its own address."""
    if link.startswith("/"):
        return link[1:]
    beside = posixpath.normpath(posixpath.join(path.parent.relative_to(edition.content).as_posix(), link))
    return beside.removeprefix("./") + ("/" if link.endswith("/") else "")


def missing_pages(edition: Edition, prose: Prose) -> Iterator[Problem]:
    """Pages that every site needs, by law or to be trusted, and that the foot of each page leads to."""
    for url in urls.WRITTEN:
        if url not in prose.addresses:
            file = edition.shown(edition.content / f"{url.rstrip('/')}.md")
            yield problem(file, 1, 1, Finding("page-missing", (), {"url": url}))


def updated(edition: Edition, plan: Plan, prose: Prose) -> str:
    """The text of `addresses.txt` with everything that answers now added."""
    every = sorted({url for _, url in published(edition)} | set(current(plan, prose)))
    return f"# {text('cli', 'addresses-head')}\n" + "".join(f"/{url}\n" for url in every)


def sitemap(site_url: str, plan: Plan, prose: Mapping[str, bytes]) -> bytes:
    """The sitemap (sitemaps.org 0.9) of pages worth finding: no redirects, no second addresses of one page."""
    lasting = [page.url for page in plan.pages.values() if page.lasting]
    if any(page.url == "" and page.template == "municipality" for page in plan.pages.values()):
        lasting.remove("")
    written = [path.removesuffix("index.html") for path in prose if path.endswith("/index.html")]
    return _sitemap(site_url, sorted({*lasting, *written})).encode()


def _sitemap(site_url: str, found: Iterable[str]) -> str:
    lines = "".join(f"<url><loc>{escape(site_url + url)}</loc></url>\n" for url in found)
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n{lines}</urlset>\n'
    )
