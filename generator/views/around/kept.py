"""Pages about other pages: what a visitor keeps, what a browser has not, and where something went."""

from __future__ import annotations

from generator import urls
from generator.catalogue.catalogue import Catalogue
from generator.formats import jsontext
from generator.views.pieces.contact import acute
from generator.views.pieces.links import Context, Link
from generator.views.pieces.page import page
from generator.views.pieces.wording import words


def kept(catalogue: Catalogue) -> Context:
    """Mijn rugzak: what a visitor keeps in the browser. The page itself knows nothing of it."""
    t = words("kept")
    only = catalogue.only_municipality
    return page(t["title"], t["lead"], only, robots="noindex") | {
        "said": jsontext.text(t["said"]),
        "device": jsontext.text(words("device", "said")),
        "find_url": urls.help(only) if only else urls.HOME,
    }


def not_kept(catalogue: Catalogue, id: str) -> Context:
    """What a browser without a network shows in place of a page it has not: what it does have, and whom to ring."""
    t = words("offline")
    name = catalogue.municipalities[id].record.name
    return page(t["title"].format(name=name), t["lead"], id, robots="noindex") | {
        "links": [
            Link(t["home"].format(name=name), urls.municipality(id)),
            Link(t["help"], urls.help(id)),
            Link(words("kept", "title"), urls.KEPT),
        ],
        "acute": acute(catalogue, id),
    }


def redirect(catalogue: Catalogue, target_url: str) -> Context:
    """The old address of a renamed record: it leads to the new one at once."""
    t = words("redirect")
    only = catalogue.only_municipality
    return page(t["title"], t["text"], only, canonical=target_url, robots="noindex") | {
        "target": Link(t["link"], target_url),
    }
