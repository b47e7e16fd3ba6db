"""Read a built page as a visitor's browser would: its elements, its words, its links."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache, cached_property
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

_VOID = frozenset({"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "wbr"})
_UNSEEN = frozenset({"script", "style", "title", "template"})


@dataclass
class Element:
    """One element with the elements it stands in."""

    tag: str
    attributes: Mapping[str, str]
    inside: tuple[Element, ...]
    words: list[str] = field(default_factory=list)
    """Every piece of text in it, however deep."""

    @property
    def text(self) -> str:
        return one_line("".join(self.words))


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[Element] = []
        self.elements: list[Element] = []
        self.seen: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = Element(tag, {name: value or "" for name, value in attrs}, tuple(self.open))
        self.elements.append(element)
        if tag not in _VOID:
            self.open.append(element)
        if tag not in ("a", "strong", "em", "span", "wbr", "code", "b", "i"):
            self.handle_data(" ")

    def handle_endtag(self, tag: str) -> None:
        while self.open and self.open.pop().tag != tag:
            pass
        if tag not in ("a", "strong", "em", "span", "code", "b", "i"):
            self.handle_data(" ")

    def handle_data(self, data: str) -> None:
        for element in self.open:
            element.words.append(data)
        if not any(element.tag in _UNSEEN for element in self.open):
            self.seen.append(data)


class Webpage:
    """One page of a built site; `path` is relative to the site, such as `stein/hulp/index.html`."""

    def __init__(self, site: Path, path: str) -> None:
        self.site = site
        self.path = path
        self.html = (site / path).read_text("utf-8")

    @cached_property
    def _read(self) -> _Reader:
        """Taken apart when something of it is asked: of most pages a test wants no more than that they are there."""
        reader = _Reader()
        reader.feed(self.html)
        reader.close()
        return reader

    @property
    def elements(self) -> list[Element]:
        return self._read.elements

    @cached_property
    def text(self) -> str:
        """What a visitor reads, on one line."""
        return one_line("".join(self._read.seen))

    def __repr__(self) -> str:
        return self.path

    @property
    def url(self) -> str:
        """Its address, relative to the root: `stein/hulp/`."""
        return self.path.removesuffix("index.html")

    def all(self, tag: str, **attributes: str) -> list[Element]:
        """The elements with a tag and certain attributes (`http_equiv` for `http-equiv`)."""
        wanted = {name.replace("_", "-").strip("-"): value for name, value in attributes.items()}
        return [e for e in self.elements if e.tag == tag and wanted.items() <= e.attributes.items()]

    def meta(self, name: str) -> str | None:
        """What a `<meta>` says."""
        found = [
            e.attributes["content"]
            for e in self.all("meta")
            if name in (e.attributes.get("name"), e.attributes.get("property"))
        ]
        return found[0] if found else None

    @property
    def canonical(self) -> str | None:
        found = self.all("link", rel="canonical")
        return found[0].attributes["href"] if found else None

    @property
    def is_redirect(self) -> bool:
        return bool(self.all("meta", http_equiv="refresh"))

    @cached_property
    def ids(self) -> set[str]:
        return {e.attributes["id"] for e in self.elements if "id" in e.attributes}

    def links(self) -> list[str]:
        """Where its `<a>` elements lead."""
        return [e.attributes["href"] for e in self.all("a") if "href" in e.attributes]

    def json_ld(self) -> list[dict[str, Any]]:
        """Its structured data, one node after another."""
        nodes: list[dict[str, Any]] = []
        for element in self.all("script", type="application/ld+json"):
            found = json.loads("".join(element.words))
            nodes += found.get("@graph", [found])
        return nodes

    def target(self, link: str) -> tuple[str, str] | None:
        """(file in the site, fragment) that a link leads to; None when it leads out of the site."""
        parts = urlsplit(link)
        if parts.scheme or parts.netloc:
            return None
        folder = self.path.split("/")[:-1]
        for step in unquote(parts.path).split("/"):
            if step == "..":
                assert folder, f"{link} on {self.path} climbs out of the site"
                folder.pop()
            elif step not in ("", "."):
                folder.append(step)
        if not parts.path:
            return self.path, parts.fragment
        file = "/".join(folder)
        if parts.path.endswith(("/", ".", "..")):
            file = f"{file}/index.html" if file else "index.html"
        return file, parts.fragment


def webpages(site: Path) -> dict[str, Webpage]:
    """All pages of a site by their path."""
    paths = sorted(path.relative_to(site).as_posix() for path in site.rglob("*.html"))
    return {path: Webpage(site, path) for path in paths}


@cache
def finished(site: Path) -> dict[str, Webpage]:
    """The same for a site that no test changes: read once."""
    return webpages(site)


def one_line(text: str) -> str:
    """A text with every stretch of white space as one space."""
    return " ".join(text.split())


PHONE = re.compile(
    r"(?<![\d/.€-])(?:0[1-9]\d{0,2}(?: \d{2,4}){2,4}|0[89]00(?: \d{3,4}){1,2}|14 0\d{2,3}|116 ?\d{3})(?![\d-])"
)


def phone_numbers(text: str) -> Iterator[str]:
    """What a reader takes for a telephone number."""
    return (found[0] for found in PHONE.finditer(text))
