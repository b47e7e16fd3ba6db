"""What the sources of Mantelkaart name, with where each thing works: data (`national/sources.yml`), typed.

A place is written as a reference: `tool/kijkglas`, `offer/gemeente-stein/gemeentegids`, or `page/agenda` for a page
that every municipality has. Whether there is such a page is for who planned the site to say.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from generator import urls
from generator.model.kinds import KINDS, Kind
from generator.national import layer as national


@dataclass(frozen=True, slots=True)
class Named:
    """Something that a source names."""

    words: str
    about: str
    at: tuple[str, ...]
    """References: first the place that tells what it is, then where else it works."""
    says: tuple[str, ...] = ()
    """What that place calls it, where that is not `words`."""


@dataclass(frozen=True, slots=True)
class Document:
    """A source: what it is called, who made it, when, and all that it names."""

    title: str
    by: str
    when: str
    items: tuple[Named, ...]
    local: str | None = None
    """The municipality whose edition alone has what it names."""


@cache
def documents() -> tuple[Document, ...]:
    """The sources, in order. Raises `TypeError` or `KeyError` when the file has another shape."""
    return tuple(
        Document(**{**document, "items": tuple(_named(item) for item in document["items"])})
        for document in national.sources()
    )


def _named(item: Mapping[str, Any]) -> Named:
    return Named(item["words"], item["about"], tuple(item["at"]), tuple(item.get("says", ())))


def kind_of(reference: str) -> str:
    """What sort of thing a reference leads to: the first word, and for a page its name."""
    kind, _, rest = reference.partition("/")
    return rest if kind == "page" else kind


def address(reference: str, municipalities: Iterable[str], known: Collection[str]) -> str | None:
    """The address that a reference stands for, when it is `known`; a municipality's own page of the first that has it.

    Raises `KeyError` for a kind of reference that does not exist.
    """
    kind, _, rest = reference.partition("/")
    if kind == "page":
        made = _SHARED.get(rest)
        choices = [made] if made else [_PAGES[rest].format(municipality=id) for id in municipalities]
    else:
        choices = [urls.offering(rest) if kind == "offer" else _of_record(KINDS[kind], rest)]
    return next((choice for choice in choices if choice in known), None)


def _of_record(kind: Kind, key: str) -> str:
    if kind.address is None:
        raise KeyError(kind.id)
    return kind.address(key)


_SHARED = {"tools": urls.TOOLS, "praktijkvoorbeelden": urls.EXAMPLES, "kennisrugzakken": urls.COMPARISON}
_PAGES = {
    "kennisrugzak": urls.backpacks("{municipality}"),
    "a-z": urls.a_to_z("{municipality}"),
    "netwerk": urls.ring_map("{municipality}"),
    "dekking": urls.coverage("{municipality}"),
    "agenda": urls.agenda("{municipality}"),
}
