"""The pages of places: where the visitor chooses one, the home of each, and what surrounds every page."""

from __future__ import annotations

from generator import urls
from generator.catalogue.catalogue import Catalogue
from generator.model.municipality import Municipality
from generator.model.vocabulary import Term
from generator.texts.listing import joined
from generator.values import dates
from generator.values.slugs import sort_key
from generator.views.agenda.coming import has_own_agenda, own_agenda_until
from generator.views.pieces import schema_org
from generator.views.pieces.area import area_outline
from generator.views.pieces.contact import acute, counter, national_line
from generator.views.pieces.facts import Fact, abroad_name, facts, family
from generator.views.pieces.links import Context, Link, languages, stay, written
from generator.views.pieces.page import page
from generator.views.pieces.wording import words


def home(catalogue: Catalogue) -> Context:
    """Where a visitor of an edition with several municipalities chooses one, by its name or by a place."""
    t = words("home")
    choices = [
        {
            "name": _distinct(catalogue, id),
            "url": urls.municipality(id),
            "places": ", ".join(_other_places(catalogue, id)),
        }
        for id, entry in catalogue.municipalities.items()
    ]
    node = schema_org.collection(urls.HOME, t["title"], t["lead"], (c["url"] for c in choices))
    return page(t["title"], t["lead"], None, node=node) | {
        "choices": choices,
        "whereabouts": urls.WHEREABOUTS,
        "acute": acute(catalogue, None),
        "national": national_line(catalogue),
    }


def municipality(catalogue: Catalogue, id: str) -> Context:
    """The home of a municipality: one question, ways to answer it, and somebody to speak to."""
    t = words("municipality")
    record = catalogue.municipalities[id].record
    helps = {kind for offer in catalogue.offers_in(id) for kind in offer.help}
    url, title, lead = urls.municipality(id), t["title"].format(name=record.name), t["lead"].format(name=record.name)
    # With one municipality this is the home of the site too.
    return page(title, lead, id, node=schema_org.collection(url, title, lead), canonical=url) | {
        "languages": languages(id),
        "name": record.name,
        "lead": lead,
        "tiles": [Link(term.label, urls.situation(id, term.id)) for term in _situations(catalogue)],
        "kinds": _kinds(catalogue, id, helps),
        "everything": Link(t["everything"].format(name=record.name), urls.help(id)),
        "find_url": urls.help(id),
        "route_url": urls.route(id),
        "a_to_z": Link(t["a_to_z"], urls.a_to_z(id)),
        "agenda": Link(words("agenda", "invite").format(name=record.name), urls.agenda(id))
        if has_own_agenda(catalogue, id)
        else None,
        "agenda_until": own_agenda_until(catalogue, id),
        "professionals": [
            stay(catalogue, link, id)
            for link in written(catalogue, Link(words("site", "professionals"), urls.PROFESSIONALS))
        ],
        "counter": counter(catalogue, id),
        "acute": acute(catalogue, id),
        "about": _about(catalogue, id, record),
        "about_heading": t["about"].format(name=record.name),
        "outline": area_outline(catalogue, [id]),
    }


def _distinct(catalogue: Catalogue, id: str) -> str:
    """What a municipality is called in a list of all: with its province where another one has the same name."""
    record = catalogue.municipalities[id].record
    namesakes = [other for other in catalogue.municipalities.values() if other.record.name == record.name]
    return f"{record.name} ({record.province})" if len(namesakes) > 1 and record.province else record.name


def _other_places(catalogue: Catalogue, id: str) -> list[str]:
    name = catalogue.municipalities[id].record.name
    return [place for place in _place_names(catalogue, id) if place != name]


def _place_names(catalogue: Catalogue, id: str) -> list[str]:
    """The villages and towns of a municipality."""
    return sorted(dict.fromkeys(catalogue.municipalities[id].record.places), key=sort_key)


def _situations(catalogue: Catalogue) -> list[Term]:
    return list(catalogue.vocabularies["situations"])


def _kinds(catalogue: Catalogue, id: str, helps: set[str]) -> list[tuple[Link, list[Link]]]:
    """The kinds of help there is something for, under the kind they belong to."""
    vocabulary = catalogue.vocabularies["help"]
    wanted: set[str] = set()
    for kind in helps:
        above: str | None = kind
        while above and above not in wanted:
            wanted.add(above)
            above = vocabulary[above].parent
    return [
        (_kind(id, top), [_kind(id, term) for term in family(vocabulary, top.id) if term.id in wanted])
        for top in vocabulary
        if top.parent is None and top.id in wanted
    ]


def _kind(id: str, term: Term) -> Link:
    return Link(term.label, urls.help(id, term.id))


def _about(catalogue: Catalogue, id: str, record: Municipality) -> list[Fact]:
    t = words("municipality")
    national = catalogue.country.get(id)
    code = record.code or (national.code if national else None)
    province = record.province or (national.province if national else None)
    places = _place_names(catalogue, id)
    return facts(
        Fact(t["places"], [joined(places)] if places else []),
        Fact(t["province"], [province] if province else []),
        Fact(t["country"], [abroad] if (abroad := abroad_name(record.country)) else []),
        Fact(t["postcodes"], [", ".join(record.postcodes)] if record.postcodes else []),
        Fact(t["code"], [code] if code else []),
        Fact(t["merger"], [dates.in_words(record.merger_date)] if record.merger_date else []),
    )
