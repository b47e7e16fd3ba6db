"""The page of an organisation."""

from __future__ import annotations

from collections.abc import Sequence

from generator import urls
from generator.catalogue.catalogue import Catalogue
from generator.catalogue.entries import Offer
from generator.formats import markdown
from generator.model.organisation import Organisation
from generator.texts.spoken import addressing
from generator.views.agenda.coming import organisation_agenda
from generator.views.help.offers import Status, chips, targets
from generator.views.pieces import schema_org
from generator.views.pieces.area import area_outline
from generator.views.pieces.contact import ask, counter
from generator.views.pieces.discreet import organisation_is_discreet
from generator.views.pieces.facts import (
    Fact,
    area_words,
    checked_facts,
    facts,
    freshness,
    hours_lines,
    labels,
    listed,
    places,
    sentence,
)
from generator.views.pieces.links import (
    Context,
    Link,
    by_name,
    carry,
    home_link,
    locality,
    network_link,
    only_place,
    organisation_link,
)
from generator.views.pieces.mentions import named_in
from generator.views.pieces.page import page
from generator.views.pieces.passing import ends, made
from generator.views.pieces.reach import chat_actions, contact_facts, first_action, report
from generator.views.pieces.room import pause, room
from generator.views.pieces.wording import for_young, words


def organisation(catalogue: Catalogue, id: str) -> Context:
    """Who an organisation is, what it does for people, and how to reach it."""
    every = catalogue.offers_of(id)
    with addressing(young=bool(every) and all(for_young(offer.offering) for offer in every)):
        return _organisation(catalogue, id, every)


def _organisation(catalogue: Catalogue, id: str, every: Sequence[Offer]) -> Context:
    t = words("organisation")
    record = catalogue.organisations[id].record
    place = only_place(catalogue, record.area)
    trail = [home_link(catalogue, place)]
    if place:
        trail.append(Link(words("site", "a_to_z"), urls.a_to_z(place)))
    fresh = freshness(catalogue, record.checked)
    action = first_action(record) if record.status != "ended" else None
    # Nothing leads to what has yet to begin: it comes here with the build of its day.
    offers = [offer for offer in every if catalogue.current(offer)]
    offer_words = words("offer")
    agenda = organisation_agenda(catalogue, id, place) if record.status != "ended" else []
    return page(
        record.name,
        record.summary,
        place,
        trail=trail,
        here=Link(record.name, urls.organisation(id)),
        node=schema_org.organisation(catalogue, id, record),
        robots="noindex" if record.status == "ended" else None,
    ) | {
        "words": offer_words,
        "id": id,
        "name": record.name,
        "kind": catalogue.vocabularies["party_kinds"].label(record.kind) if record.kind else None,
        "summary": record.summary,
        "also": listed(record.alternate_names),
        "status": _status(catalogue, record, place),
        "action": action,
        "chats": [chat for chat in chat_actions(record) if action and chat != action],
        "more": markdown.render(record.description) if record.description else None,
        "offers": [_offer(catalogue, offer, place) for offer in offers],
        "leave": organisation_is_discreet(catalogue, record),
        "offers_heading": None if record.status == "ended" and not offers else t["offers"],
        # Nobody rings, visits or waits for what is gone.
        "facts": _facts(catalogue, record) if record.status != "ended" else [],
        "agenda": agenda,
        "made": made(catalogue) if agenda or any(offer.facts.visible[1] for offer in offers) else None,
        "together": _together(catalogue, id, record, place),
        "places": places([record.address] if record.address else []),
        "area": area_words(catalogue, record.area),
        "outline": area_outline(catalogue, record.area, record.address),
        "fresh": fresh,
        "counter": counter(catalogue, place) if place else None,
        "ask": ask(catalogue, id, place) if fresh.stale else [],
        "locality": locality(catalogue, record.area),
        "report": report(
            catalogue, record.area, urls.organisation(id), record.name, record.email, f"organisaties/{id}"
        ),
        "about": [
            *checked_facts(record.checked),
            *_identifiers(record),
            *facts(Fact(t["private_reason"], [record.private_reason] if record.private_reason else [])),
            *facts(Fact(t["replaces_reason"], [record.replaces_reason] if record.replaces_reason else [])),
            *_added(catalogue, id),
            *facts(Fact(words("mentions", "in"), links=named_in(catalogue, id, *(offer.key for offer in every)))),
            Fact(offer_words["record"], [f"organisaties/{id}"]),
        ],
    }


def _offer(catalogue: Catalogue, offer: Offer, place: str | None) -> Context:
    end = offer.facts.visible[1]
    with addressing(young=for_young(offer.offering)):
        return {
            "name": offer.offering.name,
            "url": urls.offering(offer.key) + carry(catalogue, offer.area, place),
            "summary": offer.offering.summary,
            "chips": chips(offer.offering),
            "paused": pause(catalogue, offer.offering),
            "room": room(catalogue, offer.offering),
            "until": ends(end) if end else None,
        }


def _together(catalogue: Catalogue, id: str, record: Organisation, place: str | None) -> list[Fact]:
    """Whom it sends people to, who sends people to it, and where they meet."""
    t = words("organisation")
    referrers = [organisation_link(catalogue, other, place) for other in catalogue.referrers.get(id, ())]
    networks = [network_link(catalogue, network, place) for network in catalogue.networks_of.get(id, ())]
    return facts(
        Fact(t["refers_to"], links=targets(catalogue, record.refers_to, place)),
        Fact(t["referred_by"], links=by_name(referrers)),
        Fact(t["networks"], links=by_name(networks)),
    )


def _facts(catalogue: Catalogue, record: Organisation) -> list[Fact]:
    t = words("offer")
    hours = hours_lines(record.opening_hours)
    return facts(
        *contact_facts(record, hours),
        Fact(t["when"], hours),
        Fact(t["languages"], listed(labels(catalogue, "languages", record.languages))),
        Fact(t["accessibility"], sentence(labels(catalogue, "accessibility", record.accessibility))),
    )


def _status(catalogue: Catalogue, record: Organisation, place: str | None) -> Status | None:
    t = words("offer")
    if record.status == "ended":
        onward = Link(t["nowhere"], urls.help(place) if place else urls.HOME)
        return Status(t["organisation_ended"], targets(catalogue, record.refers_to, place), onward)
    told = pause(catalogue, record, "offer", "organisation_paused")
    return Status(told.text, until=told.until) if told else None


def _added(catalogue: Catalogue, id: str) -> list[Fact]:
    """Where that comes from which the edition adds to a national organisation."""
    national = catalogue.organisations[id].file.startswith("national/")
    more = catalogue.of("amendment").get(id) if national else None
    if more is None:
        return []
    checked = [line for fact in checked_facts(more.record.checked) for line in fact.lines]
    return facts(Fact(words("organisation", "added"), [", ".join(checked)]))


def _identifiers(record: Organisation) -> list[Fact]:
    t, identifiers = words("organisation"), record.identifiers
    if identifiers is None:
        return []
    return facts(
        Fact(t["kvk"], [identifiers.kvk] if identifiers.kvk else []),
        Fact(t["agb"], [identifiers.agb] if identifiers.agb else []),
    )
