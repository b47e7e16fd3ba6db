"""All kennisrugzakken of the edition side by side: who asks what, what they share, and what only one of them has."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from generator import urls
from generator.catalogue.catalogue import Catalogue
from generator.formats import markdown
from generator.model.knowledge import Backpack
from generator.values.slugs import sort_key
from generator.views.knowledge.items import item_of, professional_page
from generator.views.pieces import schema_org
from generator.views.pieces.links import Context, Link, by_name, municipality_name
from generator.views.pieces.wording import words

LENGTH = 320
"""Signs of what is known, as much as fits beside the others."""


class Column(NamedTuple):
    """One kennisrugzak: what it asks, what it knows, and what it alone names."""

    id: str
    label: str
    theme: str
    question: str
    url: str
    booklet: str
    known: list[tuple[str, str]]
    """(local or national, the beginning of what is known)."""
    own: list[Link]
    """The records that no other kennisrugzak here names."""


class Shared(NamedTuple):
    """A record that several name, with those that do."""

    kind: str
    link: Link
    holders: list[Link]


def comparison(catalogue: Catalogue) -> Context:
    """The kennisrugzakken of all municipalities of the edition, by municipality and then by theme.

    Whatever a kennisrugzak names, in whichever of its lists, is either its own or shared: never both.
    """
    t = words("comparison")
    keys = [key for key in catalogue.backpacks if key.split("/")[0] in catalogue.municipalities]
    keys.sort(key=lambda key: (sort_key(_place(catalogue, key)), sort_key(catalogue.backpacks[key].record.core_theme)))
    columns = [_column(catalogue, key, number, len(keys) > 1) for number, key in enumerate(keys, 1)]
    shared = [
        _shared(catalogue, id, held, keys) for id, held in catalogue.named_by_backpacks().items() if len(held) > 1
    ]
    shared.sort(key=lambda row: (-len(row.holders), sort_key(row.link.label)))
    node = schema_org.collection(urls.COMPARISON, t["title"], t["lead"], (column.url for column in columns))
    return professional_page(catalogue, None, t["title"], t["lead"], urls.COMPARISON, t["heading"], [], node) | {
        "sheets": [urls.PROFESSIONAL_SHEET],
        "lead": t["lead"],
        "columns": columns,
        "shared": shared,
        "count": t["count"][min(len(columns), 2)].format(n=len(columns)),
        "onward": [Link(words("site", "tools"), urls.TOOLS), Link(words("site", "examples"), urls.EXAMPLES)],
    }


def _place(catalogue: Catalogue, key: str) -> str:
    return municipality_name(catalogue, key.split("/")[0])


def _column(catalogue: Catalogue, key: str, number: int, compared: bool) -> Column:
    """A kennisrugzak; one that stands alone has nothing to be held beside, so it only says what it asks."""
    t = words("backpack")
    municipality, own_id = key.split("/", 1)
    record = catalogue.backpacks[key].record
    name = _place(catalogue, key)
    texts = markdown.as_written(record.body or "") if compared else {}
    halves = ((t["local"].format(name=name), "local_known"), (t["national"], "national_known"))
    told = ((label, markdown.plain(texts.get(Backpack.SECTIONS[half], ""), LENGTH)) for label, half in halves)
    alone = [id for id, held in catalogue.named_by_backpacks().items() if held == (key,)] if compared else []
    named = (item_of(catalogue, id, municipality) for id in alone)
    return Column(
        f"rugzak-{number}",
        f"{name} · {record.year}" if record.year else name,
        record.core_theme,
        record.design_question,
        urls.backpack(municipality, own_id),
        urls.booklet(municipality, own_id),
        [(label, text) for label, text in told if text],
        by_name(Link(item.name, item.url) for item in named if item),
    )


def _shared(catalogue: Catalogue, id: str, held: Sequence[str], keys: Sequence[str]) -> Shared:
    item = item_of(catalogue, id, held[0].split("/")[0])
    assert item is not None, "a reference that leads nowhere is a fault"
    by = [(key, catalogue.backpacks[key].record) for key in keys if key in held]
    places = [f"{_place(catalogue, key)}{f' {record.year}' if record.year else ''}" for key, record in by]
    return Shared(
        item.kind,
        Link(item.name, item.url),
        [
            Link(f"{record.core_theme} ({place})", urls.backpack(*key.split("/", 1)))
            for place, (key, record) in zip(places, by, strict=True)
        ],
    )
