"""The pages of places: where the visitor chooses one, the home of each, and what surrounds every page."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

from generator import urls
from generator.catalogue.catalogue import Catalogue
from generator.formats import jsontext
from generator.formats.geojson import rings, simplified
from generator.model.municipality import Municipality
from generator.model.parts import Address
from generator.model.vocabulary import Term
from generator.texts.spoken import DUTCH, language
from generator.values.slugs import sort_key
from generator.views.agenda.coming import has_own_agenda
from generator.views.pieces import schema_org
from generator.views.pieces.contact import Counter, acute, counter, national_line
from generator.views.pieces.facts import Action, Context, Fact, Link, facts, family, languages
from generator.views.pieces.hours import joined
from generator.views.pieces.outline import Outline, outline
from generator.views.pieces.wording import words


class Drawn(NamedTuple):
    """A drawing with what it says to who can't see it."""

    outline: Outline
    label: str


def shell(catalogue: Catalogue, municipality: str | None) -> Context:
    """What surrounds a page: name, way home, what can't wait, and the links of the foot."""
    t = words("site")
    only = catalogue.only_municipality
    municipality = municipality or only
    record = catalogue.municipalities[municipality].record if municipality else None
    theme = record.theme if record else None
    return {
        "id": municipality,
        "language": language(),
        "locale": words("language", "locale"),
        "languages": languages(municipality) if municipality else [],
        "name": record.name if record else None,
        "url": _way_home(municipality),
        "several": only is None,
        "acute": acute(catalogue, municipality),
        "top": _written(catalogue, Link(t["professionals"], urls.PROFESSIONALS)),
        "kept": Link(words("kept", "title"), urls.KEPT),
        "kept_words": words("kept"),
        "offline": jsontext.text(words("offline", "shown")),
        # Only in the language of the records: a Dutch voice is all that is asked for.
        "read_aloud": jsontext.text(words("read_aloud")) if language() == DUTCH else None,
        "foot": _foot(catalogue, municipality),
        "theme_css": f"assets/thema-{municipality}.css" if theme and (theme.colours or theme.dark) else None,
        "logo": theme.logo if theme else None,
        "banner": _banner(catalogue, record),
        "words": t,
        "acute_words": words("acute"),
    }


def _way_home(municipality: str | None) -> str:
    if municipality is None:
        return urls.HOME
    return urls.municipality(municipality) if language() == DUTCH else urls.finding(municipality, language())


def home(catalogue: Catalogue) -> Context:
    """Where a visitor of an edition with several municipalities chooses one, by its name or by a place."""
    t = words("home")
    choices = [
        {
            "name": entry.record.name,
            "url": urls.municipality(id),
            "places": ", ".join(_other_places(catalogue, id)),
        }
        for id, entry in catalogue.municipalities.items()
    ]
    return {
        "title": t["title"],
        "description": t["lead"],
        "trail": [],
        "canonical": None,
        "robots": None,
        "json_ld": [schema_org.collection(urls.HOME, t["title"], t["lead"], (c["url"] for c in choices))],
        "municipality": None,
        "choices": choices,
        "acute": acute(catalogue, None),
        "national": national_line(catalogue),
    }


def municipality(catalogue: Catalogue, id: str) -> Context:
    """The home of a municipality: one question, ways to answer it, and somebody to speak to."""
    t = words("municipality")
    record = catalogue.municipalities[id].record
    helps = {kind for offer in catalogue.offers_in(id) for kind in offer.help}
    description = t["lead"].format(name=record.name)
    return {
        "title": t["title"].format(name=record.name),
        "description": description,
        "trail": [],
        "canonical": urls.municipality(id),
        "robots": None,
        "json_ld": [schema_org.collection(urls.municipality(id), t["title"].format(name=record.name), description)],
        "municipality": id,
        "languages": languages(id),
        "name": record.name,
        "lead": description,
        "tiles": [Link(term.label, urls.situation(id, term.id)) for term in _situations(catalogue)],
        "kinds": _kinds(catalogue, id, helps),
        "everything": Link(t["everything"].format(name=record.name), urls.help(id)),
        "find_url": urls.help(id),
        "route_url": urls.route(id),
        "a_to_z": Link(t["a_to_z"], urls.a_to_z(id)),
        "agenda": Link(words("agenda", "invite").format(name=record.name), urls.agenda(id))
        if has_own_agenda(catalogue, id)
        else None,
        "professionals": _written(catalogue, Link(words("site", "professionals"), urls.PROFESSIONALS)),
        "counter": counter(catalogue, id),
        "acute": acute(catalogue, id),
        "about": _about(catalogue, id, record),
        "about_heading": t["about"].format(name=record.name),
        "outline": area_outline(catalogue, [id]),
    }


def kept(catalogue: Catalogue) -> Context:
    """Mijn rugzak: what a visitor keeps in the browser. The page itself knows nothing of it."""
    t = words("kept")
    only = catalogue.only_municipality
    return {
        "title": t["title"],
        "description": t["lead"],
        "trail": [],
        "canonical": None,
        "robots": "noindex",
        "json_ld": [],
        "municipality": only,
        "said": jsontext.text(t["said"]),
        "device": jsontext.text(words("device", "said")),
        "find_url": urls.help(only) if only else urls.HOME,
    }


def not_kept(catalogue: Catalogue, id: str) -> Context:
    """What a browser without a network shows in place of a page it has not: what it does have, and whom to ring."""
    t = words("offline")
    name = catalogue.municipalities[id].record.name
    return {
        "title": t["title"].format(name=name),
        "description": t["lead"],
        "trail": [],
        "canonical": None,
        "robots": "noindex",
        "json_ld": [],
        "municipality": id,
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
    return {
        "title": t["title"],
        "description": t["text"],
        "trail": [],
        "canonical": target_url,
        "robots": "noindex",
        "json_ld": [],
        "municipality": catalogue.only_municipality,
        "target": Link(t["link"], target_url),
    }


def local_json(catalogue: Catalogue, id: str) -> dict[str, Any]:
    """What makes a page that several municipalities share a local one; the component `locality` reads it.

    Addresses are relative to the root. `counter` has the parts of the counter's card (`lines` are HTML), and
    `counter_young` the same for who is addressed with `je`; `urgent` is the huisartsenpost.
    """
    place = shell(catalogue, id)
    urgent = next((line for line in place["acute"] if line.id == "huisartsenpost"), None)
    return {
        "id": id,
        "name": place["name"],
        "home": urls.municipality(id),
        "help": urls.help(id),
        "back": words("locality", "back").format(name=place["name"]),
        "theme": place["theme_css"],
        "logo": place["logo"],
        "counter": _plain(counter(catalogue, id)),
        "counter_young": _plain(counter(catalogue, id, young=True)),
        "urgent": {"name": urgent.name, "number": urgent.number, "href": urgent.href}
        if urgent and urgent.number
        else None,
    }


MAP_TOLERANCE = 1e-4
"""What a boundary on the map may be off, in degrees: some ten metres, less than its line is wide."""


def map_json(catalogue: Catalogue, id: str) -> dict[str, Any]:
    """What only the map needs: the rings of a municipality's boundary as (latitude, longitude), to about a metre."""
    whole = rings(catalogue.boundaries[id])
    # An islet may vanish; the municipality may not.
    drawn = [small for ring in whole if len(small := simplified(ring, MAP_TOLERANCE)) > 3] or whole
    return {"boundary": [[(round(lat, 5), round(lon, 5)) for lon, lat in ring] for ring in drawn]}


def area_outline(catalogue: Catalogue, area: Sequence[str], address: Address | None = None) -> Drawn | None:
    """The outline of an area as far as its boundaries are known, with a dot for a public address within it."""
    known = [id for id in area if id in catalogue.boundaries]
    if not known:
        return None
    at = address if address and address.public else None
    drawing = outline([catalogue.boundaries[id] for id in known], at.lat if at else None, at.lon if at else None)
    if drawing is None:
        return None
    form = "outline" if drawing.dot else "outline_without"
    names = joined([catalogue.country[id].name for id in known])
    return Drawn(drawing, words("offer", form).format(name=names))


def _banner(catalogue: Catalogue, record: Municipality | None) -> str | None:
    if record is not None:
        return words("site", "fictional").format(name=record.name) if record.fictional else None
    invented = all(entry.record.fictional for entry in catalogue.municipalities.values())
    return words("site", "fictional_all") if invented else None


def _foot(catalogue: Catalogue, municipality: str | None) -> list[tuple[str, list[Link]]]:
    t = words("site")
    find = [Link(t["choose"], urls.HOME)]
    professional = _written(catalogue, Link(t["professionals"], urls.PROFESSIONALS))
    if municipality:
        find = [Link(t["all_help"], urls.help(municipality)), Link(t["a_to_z"], urls.a_to_z(municipality))]
        find.append(Link(t["agenda"], urls.agenda(municipality)))
        if catalogue.only_municipality is None:
            find.append(Link(t["choose"], urls.HOME))
        professional.append(Link(t["backpacks"], urls.backpacks(municipality)))
        professional.append(Link(t["ring_map"], urls.ring_map(municipality)))
        professional.append(Link(t["coverage"], urls.coverage(municipality)))
    professional += [Link(t["tools"], urls.TOOLS), Link(t["examples"], urls.EXAMPLES)]
    professional.append(Link(t["worksheets"], urls.WORKSHEETS))
    about = _written(
        catalogue,
        Link(t["over"], urls.ABOUT),
        Link(t["privacy"], urls.PRIVACY),
        Link(t["accessibility"], urls.ACCESSIBILITY),
        Link(t["report"], urls.REPORT),
    )
    every = [(t["find_help"], find), (t["professionals"], professional), (t["about"], about)]
    return [(heading, links) for heading, links in every if links]


def _written(catalogue: Catalogue, *links: Link) -> list[Link]:
    """The links to prose that the edition has."""
    return [link for link in links if link.url in catalogue.prose]


def _other_places(catalogue: Catalogue, id: str) -> list[str]:
    name = catalogue.municipalities[id].record.name
    return [place for place in _place_names(catalogue, id) if place != name]


def _place_names(catalogue: Catalogue, id: str) -> list[str]:
    """The villages and towns of a municipality: its own record's, else the national list's."""
    own = catalogue.municipalities[id].record.places
    national = catalogue.country.get(id)
    found = own or (tuple(place.name for place in national.places) if national else ())
    return sorted(dict.fromkeys(found), key=sort_key)


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
        Fact(t["postcodes"], [", ".join(record.postcodes)] if record.postcodes else []),
        Fact(t["code"], [code] if code else []),
    )


def _plain(counter: Counter) -> dict[str, Any]:
    """A counter as plain data."""

    def button(action: Action | None) -> dict[str, Any] | None:
        return {"label": action.label, "href": action.href, "inside": action.inside} if action else None

    return {
        "heading": counter.heading,
        "text": counter.text,
        "action": button(counter.action),
        "lines": [str(line) for line in counter.lines],
        "national": {"text": counter.national.text, "action": button(counter.national.action)}
        if counter.national
        else None,
    }
