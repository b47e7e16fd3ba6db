"""The checklist: everything that the sources name, with the page where it works."""

from __future__ import annotations

from collections.abc import Collection
from typing import NamedTuple

from generator import urls
from generator.catalogue.catalogue import Catalogue
from generator.views.knowledge.documents import Document, Named, address, documents, kind_of
from generator.views.knowledge.items import professional_page
from generator.views.pieces import schema_org
from generator.views.pieces.links import Context, Link, municipality_name
from generator.views.pieces.wording import words


class Mention(NamedTuple):
    """Something that a source names: the place that explains it, and where else it works."""

    words: str
    about: str
    url: str | None
    also: list[Link]


class Chapter(NamedTuple):
    """One source with all it names."""

    id: str
    label: str
    by: str
    note: str | None
    rows: list[Mention]


def sources(catalogue: Catalogue, known: Collection[str]) -> Context:
    """The page itself; `known` are all the addresses of the site, so that nothing here leads nowhere."""
    t = words("sources")
    chapters = [_chapter(catalogue, document, number, known) for number, document in enumerate(documents(), 1)]
    found = [row.url for chapter in chapters for row in chapter.rows if row.url]
    node = schema_org.collection(urls.SOURCES, t["title"], t["lead"], dict.fromkeys(found))
    return professional_page(catalogue, None, t["title"], t["lead"], urls.SOURCES, t["heading"], [], node) | {
        "sheets": [urls.PROFESSIONAL_SHEET],
        "lead": t["lead"],
        "chapters": chapters,
        "count": t["count"].format(found=len(found), all=sum(len(chapter.rows) for chapter in chapters)),
    }


def _chapter(catalogue: Catalogue, document: Document, number: int, known: Collection[str]) -> Chapter:
    note = None
    if document.local and document.local not in catalogue.municipalities:
        note = words("sources", "elsewhere").format(name=municipality_name(catalogue, document.local))
    rows = [_row(catalogue, item, known) for item in document.items]
    return Chapter(f"bron-{number}", document.title, f"{document.by}, {document.when}", note, rows)


def _row(catalogue: Catalogue, item: Named, known: Collection[str]) -> Mention:
    kinds = words("sources", "kinds")
    found = [(kind_of(at), url) for at in item.at if (url := address(at, catalogue.municipalities, known))]
    if not found:
        return Mention(item.words, item.about, None, [])
    return Mention(item.words, item.about, found[0][1], [Link(kinds[kind], url) for kind, url in found[1:]])
