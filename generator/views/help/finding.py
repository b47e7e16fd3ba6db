"""The page in another language: the one question, the ways to answer it, and whom to speak to."""

from __future__ import annotations

from typing import NamedTuple

from generator import urls
from generator.catalogue.catalogue import Catalogue
from generator.texts.spoken import language
from generator.views.help.lists import finder
from generator.views.pieces import schema_org
from generator.views.pieces.contact import acute, counter
from generator.views.pieces.links import Context, Link, home_link, languages
from generator.views.pieces.page import page
from generator.views.pieces.wording import term_label, words


class Tile(NamedTuple):
    """Something to choose: the list in Dutch, and the wish that answers it on the page itself where scripts run."""

    label: str
    url: str
    wish: str


def finding(catalogue: Catalogue, id: str) -> Context:
    """Find help in a municipality, in the language that is spoken."""
    t = words("finding")
    name = catalogue.municipalities[id].record.name
    offers = catalogue.offers_in(id)
    here = urls.finding(id, language())
    title, lead = t["title"].format(name=name), t["lead"].format(name=name)
    helped = {kind for offer in offers for kind in offer.help}
    situations = {situation for offer in offers for situation in offer.situations}
    node = schema_org.collection(here, title, lead)
    crumbs = schema_org.breadcrumbs([home_link(catalogue, id)], (title, here))
    return page(title, lead, id, node=node, more=[crumbs]) | {
        "languages": languages(id),
        "lead": lead,
        "finder": finder(catalogue, id),
        "scripts": ("finder",),
        "find_url": here,
        "tiles": [
            Tile(term_label("situations", term), urls.situation(id, term.id), f"#situatie={term.id}")
            for term in catalogue.vocabularies["situations"]
            if term.id in situations
        ],
        "kinds": [
            Tile(term_label("help", term), urls.help(id, term.id), f"#soort={term.id}")
            for term in catalogue.vocabularies["help"]
            if term.id in helped
        ],
        "onward": [Link(words("site", "all_help"), urls.help(id)), Link(words("site", "a_to_z"), urls.a_to_z(id))],
        "counter": counter(catalogue, id),
        "acute": acute(catalogue, id),
    }
