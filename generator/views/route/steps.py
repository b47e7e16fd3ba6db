"""The guided route: two pages that ask, and one that asks how soon and shows where to begin."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from generator import urls
from generator.catalogue.catalogue import Catalogue
from generator.catalogue.entries import Offer
from generator.national.shown import ACUTE, ACUTE_LINES
from generator.texts.spoken import addressing, form
from generator.views.help.offers import over_at
from generator.views.pieces.contact import Acute, acute, counter, national_line
from generator.views.pieces.discreet import is_discreet
from generator.views.pieces.links import Context, Link, home_link, municipality_name
from generator.views.pieces.page import page
from generator.views.pieces.passing import made
from generator.views.pieces.wording import words
from generator.views.route.choosing import Chosen, choose
from generator.views.route.questions import What, Who, route


class Answer(NamedTuple):
    """Something to choose; `url` is an address of the site, or a place on the page itself."""

    label: str
    explanation: str
    url: str


class Given(NamedTuple):
    """An answer given before, with the way back to its question."""

    question: str
    label: str
    url: str
    number: int


class Section(NamedTuple):
    """What to begin with, for one answer to how soon."""

    id: str
    label: str
    lead: str
    offers: Sequence[Offer]
    empty: Sequence[str]
    """What is said when nothing is about what was asked."""
    acute: Sequence[Acute]
    """Whom to ring when it can't wait. In danger that is not a matter of how soon: it stands with every answer, because
    who chose one is led past what stands above them all."""


def route_who(catalogue: Catalogue, id: str) -> Context:
    """The first question: for whom somebody cares."""
    t, name = words("route"), municipality_name(catalogue, id)
    answers = [Answer(who.label, who.explanation, urls.route(id, who.id)) for who in route().who.values()]
    return {
        **_page(catalogue, id, [home_link(catalogue, id)], t["title"].format(name=name), urls.route(id)),
        "robots": None,
        "number": 1,
        "heading": t["who"],
        "lead": t["who_lead"],
        "given": [],
        "answers": answers,
        "skip": urls.route(id, route().skip_who),
    }


def route_what(catalogue: Catalogue, id: str, who_id: str) -> Context:
    """The second question: what is hardest now."""
    who = route().who[who_id]
    with addressing(young=who.young):
        return _what(catalogue, id, who)


def _what(catalogue: Catalogue, id: str, who: Who) -> Context:
    t, name = words("route"), municipality_name(catalogue, id)
    title = t["title_what"].format(who=who.label, name=name)
    answers = [Answer(what.label, what.explanation, urls.route(id, who.id, what.id)) for what in route().what.values()]
    return {
        **_page(catalogue, id, _trail(catalogue, id), title, urls.route(id, who.id)),
        "number": 2,
        "heading": t["what"],
        "lead": t["what_lead"],
        "given": _given(id, who),
        "answers": answers,
        "skip": urls.route(id, who.id, route().skip_what),
    }


def route_when(catalogue: Catalogue, id: str, who_id: str, what_id: str) -> Context:
    """The third question, how soon, with what to begin with under each of its answers."""
    who, what = route().who[who_id], route().what[what_id]
    # Whom to ring when it can't wait stands above the offers, where it belongs, and not among them.
    chosen = choose(catalogue, id, who, what, frozenset(ACUTE))
    with addressing(young=who.young):
        return _when(catalogue, id, who, what, chosen)


def _when(catalogue: Catalogue, id: str, who: Who, what: What, chosen: Mapping[str, Chosen]) -> Context:
    t, name = words("route"), municipality_name(catalogue, id)
    title = t["title_when"].format(what=what.label, who=who.label, name=name)
    trail = [*_trail(catalogue, id), Link(who.label, urls.route(id, who.id))]
    lines = acute(catalogue, id)
    first = _lines(lines, what.acute)
    sections = []
    for when in route().when.values():
        choice = chosen[when.id]
        helpers = t["empty_helpers"] if choice.offers else t["empty_next"]
        sections.append(
            Section(
                when.id,
                when.label,
                form(when, "lead"),
                choice.offers,
                [] if choice.fits else [t["empty"].format(name=name), helpers],
                first or (_lines(lines, what.acute_now) if when.id == "nu" else []),
            )
        )
    ends = any(over_at(offer) for section in sections for offer in section.offers)
    return {
        **_page(catalogue, id, trail, title, urls.route(id, who.id, what.id)),
        "ends": ends,
        "leave": is_discreet(catalogue, (), (*what.acute, *what.situations, *what.help)),
        "made": made(catalogue) if ends else None,
        "empty": f"{t['empty'].format(name=name)} {t['empty_next']}",
        "number": 3,
        "heading": t["when"],
        "lead": t["when_lead"],
        "given": _given(id, who, what),
        "answers": [Answer(when.label, "", f"#{when.id}") for when in route().when.values()],
        "skip": "#alles",
        "first": first,
        "kind": form(what, "kind"),
        "sections": sections,
        "more": _more(catalogue, id, who, what),
        "national": national_line(catalogue),
    }


def _page(catalogue: Catalogue, id: str, trail: Sequence[Link], title: str, url: str) -> Context:
    """What the three pages share. Search engines get the first question only: the rest is a way, not a place."""
    t = words("route")
    return page(title, t["who_lead"], id, trail=trail, here=Link(title, url), robots="noindex, follow") | {
        "words": t,
        "find_url": urls.help(id),
        "counter": counter(catalogue, id),
    }


def _trail(catalogue: Catalogue, id: str) -> list[Link]:
    return [home_link(catalogue, id), Link(words("route", "name"), urls.route(id))]


def _given(id: str, who: Who, what: What | None = None) -> list[Given]:
    t = words("route")
    given = [Given(t["who"], who.label, urls.route(id), 1)]
    return [*given, Given(t["what"], what.label, urls.route(id, who.id), 2)] if what else given


def _lines(lines: Iterable[Acute], terms: Sequence[str]) -> list[Acute]:
    """The lines that answer some terms of danger and despair, in the order of the terms."""
    by_id = {line.id: line for line in lines}
    return [by_id[ACUTE_LINES[term]] for term in terms if ACUTE_LINES[term] in by_id]


def _more(catalogue: Catalogue, id: str, who: Who, what: What) -> list[Link]:
    """The lists of all help of the same kinds, for who wants to see more."""
    situations, help = catalogue.vocabularies["situations"], catalogue.vocabularies["help"]
    return [
        *(Link(situations.label(term), urls.situation(id, term)) for term in (*who.situations, *what.situations)),
        *(Link(help.label(term), urls.help(id, term)) for term in what.help),
    ]
