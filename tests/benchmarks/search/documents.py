"""What there is to find in a municipality, as any search engine would be given it: one document per page."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from html.parser import HTMLParser

from generator import urls
from generator.building import loading
from generator.edition import Edition
from generator.search import index

_VOID = frozenset({"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "wbr"})
_LEFT_OUT = frozenset({"nav", "script", "style", "template", "noscript", "form", "dialog", "button"})
_LEFT_OUT_CLASSES = frozenset({"stale", "counter", "report", "about"})
"""What says the same on many pages: an engine that reads it finds everything for every question."""


@dataclass(frozen=True, slots=True)
class Document:
    """A record with its page. `content` is the HTML of what the page says of it."""

    key: str
    url: str
    name: str
    organisation: str
    summary: str
    content: str

    @property
    def text(self) -> str:
        """The words of the page."""
        return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", self.content)).split())


def documents(edition: Edition, municipality: str, today: date) -> tuple[Document, ...]:
    """Every offer, organisation and page of knowledge that our own search finds in a municipality."""
    catalogue = loading.load(edition, today).catalogue
    assert catalogue is not None, f"{edition.root} has faults"
    found = index.found(catalogue, municipality)

    def document(key: str, url: str, name: str, organisation: str, summary: str) -> Document:
        page = (edition.site / url / "index.html").read_text("utf-8")
        return Document(key, url, name, organisation, summary, _content(page))

    def every() -> Iterator[Document]:
        for offer in found.offers:
            record = offer.offering
            yield document(offer.key, urls.offering(offer.key), record.name, offer.organisation.name, record.summary)
        for entry in found.organisations:
            yield document(entry.id, urls.organisation(entry.id), entry.record.name, "", entry.record.summary)
        for page in found.pages:
            yield document(page["url"], page["url"], page["name"], "", page["summary"])

    return tuple(every())


def _content(page: str) -> str:
    """The main part of a page, without what it says on every page."""
    reader = _Reader()
    reader.feed(page)
    assert reader.parts, "the page has no main part"
    return "".join(reader.parts)


class _Reader(HTMLParser):
    """Copies what stands in the element `inhoud`, but for what is left out."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=False)
        self.parts: list[str] = []
        self._open: list[bool] = []
        """For each open element from `inhoud` on, whether it is copied."""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if not self._open:
            if given.get("id") == "inhoud":
                self._open.append(True)
            return
        silent = tag in _LEFT_OUT or bool(_LEFT_OUT_CLASSES & set((given.get("class") or "").split()))
        copied = self._open[-1] and not silent
        if copied:
            self.parts.append(self.get_starttag_text() or "")
        if tag not in _VOID:
            self._open.append(copied)

    def handle_endtag(self, tag: str) -> None:
        if self._open and tag not in _VOID and self._open.pop() and self._open:
            self.parts.append(f"</{tag}>")

    def handle_data(self, data: str) -> None:
        if self._open and self._open[-1]:
            self.parts.append(data)

    def handle_entityref(self, name: str) -> None:
        self.handle_data(f"&{name};")

    def handle_charref(self, name: str) -> None:
        self.handle_data(f"&#{name};")
