"""What surrounds every page: name, way home, what can't wait, and the links of the foot."""

from __future__ import annotations

from generator import urls
from generator.catalogue.catalogue import Catalogue
from generator.formats import jsontext
from generator.model.municipality import Municipality
from generator.texts.spoken import DUTCH, language
from generator.views.pieces.contact import acute
from generator.views.pieces.links import Context, Link, languages, shared_words, stay, written
from generator.views.pieces.wording import words


def shell(catalogue: Catalogue, municipality: str | None) -> Context:
    """What surrounds a page: name, way home, what can't wait, and the links of the foot."""
    t = words("site")
    only = catalogue.only_municipality
    municipality = municipality or only
    record = catalogue.municipalities[municipality].record if municipality else None
    theme = record.theme if record else None
    return {
        "id": municipality,
        # Whose list names the scripts and styles that every page of the edition needs.
        "listed": municipality or next(iter(catalogue.municipalities), None),
        "language": language(),
        "locale": words("language", "locale"),
        "languages": languages(municipality) if municipality else [],
        "name": record.name if record else None,
        "url": _way_home(municipality),
        "several": only is None,
        "shared": " ".join(shared_words(catalogue)) if only is None else "",
        "acute": acute(catalogue, municipality),
        "top": [
            stay(catalogue, link, municipality)
            for link in written(catalogue, Link(t["professionals"], urls.PROFESSIONALS))
        ],
        "kept": stay(catalogue, Link(words("kept", "title"), urls.KEPT), municipality),
        "kept_words": words("kept"),
        "offline": jsontext.text(words("offline", "shown")),
        # Only in the language of the records: a Dutch voice is all that is asked for.
        "read_aloud": jsontext.text(words("read_aloud")) if language() == DUTCH else None,
        "foot": _foot(catalogue, municipality),
        "theme_css": urls.theme(municipality) if municipality and theme and (theme.colours or theme.dark) else None,
        "logo": theme.logo if theme else None,
        "banner": _banner(catalogue, record),
        "words": t,
        "acute_words": words("acute"),
    }


def _way_home(municipality: str | None) -> str:
    if municipality is None:
        return urls.HOME
    return urls.municipality(municipality) if language() == DUTCH else urls.finding(municipality, language())


def _banner(catalogue: Catalogue, record: Municipality | None) -> str | None:
    if record is not None:
        return words("site", "fictional").format(name=record.name) if record.fictional else None
    invented = all(entry.record.fictional for entry in catalogue.municipalities.values())
    return words("site", "fictional_all") if invented else None


def _foot(catalogue: Catalogue, municipality: str | None) -> list[tuple[str, list[Link]]]:
    t = words("site")
    find = [Link(t["choose"], urls.HOME)]
    professional = written(catalogue, Link(t["professionals"], urls.PROFESSIONALS))
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
    about = written(
        catalogue,
        Link(t["over"], urls.ABOUT),
        Link(t["privacy"], urls.PRIVACY),
        Link(t["accessibility"], urls.ACCESSIBILITY),
        Link(t["report"], urls.REPORT),
    )
    every = [(t["find_help"], find), (t["professionals"], professional), (t["about"], about)]
    return [(heading, [stay(catalogue, link, municipality) for link in links]) for heading, links in every if links]
