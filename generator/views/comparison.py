"""All kennisrugzakken of the edition side by side: who asks what, what they share, and what only one of them has."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from generator import markdown, structured, urls
from generator.catalogue import Catalogue
from generator.model import Backpack
from generator.slugs import sort_key
from generator.views.items import Item, item_of, page
from generator.views.parts import Context, Link, by_name, municipality_name
from generator.views.wording import words

LENGTH = 320
"""Signs of what is known, as much as fits beside the others."""


class Column(NamedTuple):
    """One kennisrugzak: what it asks, what it knows, and what it alone has."""

    id: str
    label: str
    theme: str
    question: str
    url: str
    known: list[tuple[str, str]]
    """(local or national, the beginning of what is known)."""
    records: list[Link]
    """Whom and what that knowledge is about."""
    own: list[Link]
    """Tools and examples that no other kennisrugzak here names."""


class Row(NamedTuple):
    """A tool or example that several have: for each kennisrugzak whether it is among them."""

    kind: str
    link: Link
    held: list[bool]


def comparison(catalogue: Catalogue) -> Context:
    """The kennisrugzakken of all municipalities of the edition, by municipality and then by theme."""
    t = words("comparison")
    keys = [key for key in catalogue.backpacks if key.split("/")[0] in catalogue.municipalities]
    keys.sort(key=lambda key: (sort_key(_place(catalogue, key)), sort_key(catalogue.backpacks[key].record.core_theme)))
    holders: dict[str, list[str]] = {}
    for key in keys:
        for id in _helpful(catalogue.backpacks[key].record):
            holders.setdefault(id, []).append(key)
    columns = [_column(catalogue, key, number, holders) for number, key in enumerate(keys, 1)]
    rows = [_row(catalogue, id, held, keys) for id, held in holders.items() if len(held) > 1]
    rows.sort(key=lambda row: (-sum(row.held), sort_key(row.link.label)))
    node = structured.collection(urls.COMPARISON, t["title"], t["lead"], (column.url for column in columns))
    return page(catalogue, None, t["title"], t["lead"], urls.COMPARISON, t["heading"], [], node) | {
        "sheets": [urls.PROFESSIONAL_SHEET],
        "lead": t["lead"],
        "columns": columns,
        "rows": rows,
        "count": t["count"][min(len(columns), 2)].format(n=len(columns)),
        "onward": [Link(words("site", "tools"), urls.TOOLS), Link(words("site", "examples"), urls.EXAMPLES)],
    }


def _place(catalogue: Catalogue, key: str) -> str:
    return municipality_name(catalogue, key.split("/")[0])


def _helpful(record: Backpack) -> Sequence[str]:
    """The tools and examples it names, each once."""
    local, national = record.local, record.national
    return list(dict.fromkeys((*local.tools, *national.tools, *local.examples, *national.examples)))


def _column(catalogue: Catalogue, key: str, number: int, holders: Mapping[str, Sequence[str]]) -> Column:
    t = words("backpack")
    municipality, own_id = key.split("/", 1)
    record = catalogue.backpacks[key].record
    name = _place(catalogue, key)
    texts = markdown.parts(record.body or "")
    halves = ((t["local"].format(name=name), "local_known"), (t["national"], "national_known"))
    told = ((label, markdown.plain(texts.get(Backpack.SECTIONS[half], ""), LENGTH)) for label, half in halves)
    named = (item_of(catalogue, id, municipality) for id in (*record.local.known, *record.national.known))
    own = (item_of(catalogue, id, municipality) for id in _helpful(record) if list(holders[id]) == [key])
    return Column(
        f"rugzak-{number}",
        f"{name} · {record.year}" if record.year else name,
        record.core_theme,
        record.design_question,
        urls.backpack(municipality, own_id),
        [(label, text) for label, text in told if text],
        by_name(Link(item.name, item.url) for item in named if item),
        by_name(Link(item.name, item.url) for item in own if item),
    )


def _row(catalogue: Catalogue, id: str, held: Sequence[str], keys: Sequence[str]) -> Row:
    item: Item | None = item_of(catalogue, id, held[0].split("/")[0])
    assert item is not None, "a reference that leads nowhere is a fault"
    kind = words("tool" if id in catalogue.tools else "example", "label")
    return Row(kind, Link(item.name, item.url), [key in held for key in keys])
