"""One offer: its card on a list, and its page."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from generator import urls
from generator.catalogue.catalogue import Catalogue
from generator.catalogue.entries import Offer
from generator.formats import jsontext, markdown
from generator.model.organisation import Offering
from generator.texts.listing import joined
from generator.texts.spoken import addressing
from generator.values import ages, dates
from generator.views.pieces import hours as opening
from generator.views.pieces import schema_org
from generator.views.pieces.area import area_outline
from generator.views.pieces.contact import ask, counter
from generator.views.pieces.discreet import offer_is_discreet
from generator.views.pieces.facts import (
    Action,
    Fact,
    area_words,
    checked_facts,
    costs,
    facts,
    freshness,
    hours_lines,
    labels,
    listed,
    places,
    priced,
    sentence,
)
from generator.views.pieces.links import (
    Context,
    Link,
    carry,
    home_link,
    locality,
    only_place,
    organisation_link,
    target_link,
)
from generator.views.pieces.mentions import named_in
from generator.views.pieces.open_now import weighed
from generator.views.pieces.page import page
from generator.views.pieces.passing import begins, ends, made
from generator.views.pieces.reach import chat_actions, contact_facts, first_action, report
from generator.views.pieces.room import held, lines, pause, room
from generator.views.pieces.wording import for_young, words

SEVERAL = 3
"""As many towns are named on a card; of more their number."""


class Status(NamedTuple):
    """Why something can't be had now, and where to go instead."""

    text: str
    links: Sequence[Link] = ()
    onward: Link | None = None
    since: str | None = None
    """The moment from which that is so, where it is not yet."""
    until: str | None = None
    """The moment from which it is so no more, if that is known."""


def card(catalogue: Catalogue, offer: Offer, municipality: str) -> Context:
    """What a list in a municipality shows of an offer."""
    with addressing(young=for_young(offer.offering)):
        return _card(catalogue, offer, municipality)


def _card(catalogue: Catalogue, offer: Offer, municipality: str) -> Context:
    offering, organisation = offer.offering, offer.organisation
    t = words("card")
    assert offering.checked is not None
    url = urls.offering(offer.key) + carry(catalogue, offer.area, municipality)
    fresh = freshness(catalogue, offering.checked)
    return {
        "organisation": organisation.name,
        "name": offering.name,
        "url": url,
        "summary": offering.summary,
        "chips": chips(offering),
        "action": first_action(offering) or Action(t["begin"], url, inside=True),
        "checked": fresh.short,
        "stale": fresh.stale,
        "since": fresh.checked,
        "until": over_at(offer),
        "reach": t["reach"].get(offer.reach),
        "paused": pause(catalogue, offering),
        "room": room(catalogue, offering),
        "eligibility": offering.eligibility,
        "note": offering.local_note,
    }


def offering(catalogue: Catalogue, key: str) -> Context:
    """The page of an offer: how to begin, what to expect, and every fact with its label."""
    offer = catalogue.offers[key]
    with addressing(young=for_young(offer.offering)):
        return _offering(catalogue, key, offer)


def _offering(catalogue: Catalogue, key: str, offer: Offer) -> Context:
    record, organisation = offer.offering, offer.organisation
    t = words("offer")
    assert record.checked is not None
    place = only_place(catalogue, offer.area)
    fresh = freshness(catalogue, record.checked)
    gone = offer.status == "ended" or (catalogue.begun(offer) and not catalogue.current(offer))
    later = not gone and not catalogue.begun(offer)
    # What has yet to begin stands ready, and appears on its day; its numbers stand below anyway.
    action = first_action(record) if not gone else None
    until = over_at(offer) if not gone else None
    owner = organisation_link(catalogue, offer.organisation_id, place)
    trail = [home_link(catalogue, place)]
    if place:
        name = catalogue.municipalities[place].record.name
        trail.append(Link(words("listing", "title").format(name=name), urls.help(place)))
    access = record.access
    return page(
        t["title"].format(name=record.name, organisation=organisation.name),
        record.summary,
        place,
        trail=trail,
        here=Link(record.name, urls.offering(key)),
        node=schema_org.service(catalogue, offer, record),
        robots=None if catalogue.current(offer) else "noindex",
    ) | {
        "words": t,
        "name": record.name,
        "summary": record.summary,
        "owner": owner,
        "leave": offer_is_discreet(catalogue, offer),
        "chips": chips(record),
        "open_now": _open_now(catalogue, offer) if not gone and not later else None,
        "reach": words("card", "reach").get(offer.reach),
        "status": status(catalogue, offer, place),
        "over": over(catalogue, offer, place),
        "action": action,
        "chats": [chat for chat in chat_actions(record) if action and chat != action],
        "from": begins(offer.facts.visible[0]) if later and offer.facts.visible[0] else None,
        "until": until,
        "made": made(catalogue) if until else None,
        "callbar": bool(action and record.phones),
        "begin": None if gone else record.first_step,
        "how": None if gone or access is None else access.how,
        "expect": markdown.render(record.expect) if record.expect else None,
        "more": markdown.render(record.description) if record.description else None,
        "note": record.local_note,
        "eligibility": record.eligibility,
        "room": None if gone else room(catalogue, record),
        "facts": _facts(catalogue, offer, place, gone, until),
        "places": places(record.places or record.postal),
        "area": area_words(catalogue, record.area or ()),
        "outline": area_outline(catalogue, record.area or (), *record.places),
        "fresh": fresh,
        "counter": counter(catalogue, place) if place else None,
        "ask": ask(catalogue, offer.organisation_id, place) if fresh.stale else [],
        "locality": locality(catalogue, offer.area),
        "all_of": Link(t["all_of"].format(name=organisation.name), owner.url),
        "report": report(
            catalogue, offer.area, urls.offering(key), record.name, organisation.email, f"organisaties/{key}"
        ),
        "about": [
            *checked_facts(record.checked),
            *facts(Fact(words("mentions", "in"), links=named_in(catalogue, key))),
            Fact(t["record"], [f"organisaties/{key}"]),
        ],
    }


def _open_now(catalogue: Catalogue, offer: Offer) -> str | None:
    """What a browser weighs to say whether somebody can be reached now; nothing of what takes a break."""
    found = None if pause(catalogue, offer.offering) else weighed(offer)
    return jsontext.text(found) if found else None


def _in_towns(record: Offering) -> str | None:
    """In which towns people go for it, as far as they are known."""
    places = record.places
    towns = list(dict.fromkeys(place.place for place in places if place.place))
    if len(towns) > SEVERAL:
        return str(words("card", "where_many").format(count=len(places)))
    return str(words("card", "where_in").format(place=joined(towns))) if towns else None


def chips(record: Offering) -> list[str]:
    """The few facts that decide whether to read on: where, what it costs, what is needed first."""
    t = words("card")
    only = only_for(record)
    made = [only] if only else []
    made += [(where == "locatie" and _in_towns(record)) or t["where"][where] for where in record.where]
    if record.cost:
        made.append(priced(record.cost))
    access = record.access
    if access:
        if access.referral:
            made.append(t["referral"])
        if access.indication:
            made.append(t["indication"])
        if access.referral is False and not access.indication:
            made.append(t["referral_none"])
    return made


MOST_PLACES = 4
"""As many villages and postcodes a card names; of more it says that it is a part."""


def only_for(record: Offering) -> str | None:
    """The part of a municipality that an offering is for: `Alleen voor Warnsveld`."""
    if not (record.villages or record.postcodes):
        return None
    t, places = words("card"), part_of(record)
    if len(places) > MOST_PLACES:
        return str(t["only_part"])
    return str(t["only"].format(places=joined(places)))


def part_of(record: Offering) -> list[str]:
    """The villages and postcodes that an offering is for, if it is not for everybody in its area."""
    return [*record.villages, *(words("card", "postcode").format(code=code) for code in record.postcodes)]


def status(catalogue: Catalogue, offer: Offer, place: str | None) -> Status | None:
    """Why an offer can't be had now, with where to go instead; None when it can."""
    t = words("offer")
    organisation, until = offer.organisation, None
    if offer.status == "ended":
        said = t["organisation_ended"] if organisation.status == "ended" else t["ended"]
    elif not catalogue.begun(offer):
        said = t["later"].format(when=opening.at(offer.facts.visible[0] or ""))
        until = begins(offer.facts.visible[0] or "")
    elif not catalogue.current(offer):
        said = _was(offer)
    else:
        told = pause(catalogue, offer.offering, "offer")
        return Status(told.text, until=told.until) if told else None
    return _instead(catalogue, offer, place, said)._replace(until=until)


def over(catalogue: Catalogue, offer: Offer, place: str | None) -> Status | None:
    """What stands ready for who comes when an offer is over: None where that is never, or was before."""
    if over_at(offer) is None or offer.status == "ended" or catalogue.phase(offer.key) == "over":
        return None
    return _instead(catalogue, offer, place, _was(offer))._replace(since=over_at(offer))


def over_at(offer: Offer) -> str | None:
    """The moment from which an offer is over, if it says so."""
    until = offer.facts.visible[1]
    return ends(until) if until else None


def _was(offer: Offer) -> str:
    return str(words("offer")["over"].format(date=dates.in_words(offer.facts.visible[1] or "")))


def _instead(catalogue: Catalogue, offer: Offer, place: str | None, said: str) -> Status:
    """That an offer can't be had, with where to go instead."""
    onward = Link(words("offer", "nowhere"), urls.help(place) if place else urls.HOME)
    return Status(said, targets(catalogue, offer.organisation.refers_to, place), onward)


def targets(catalogue: Catalogue, paths: Sequence[str], place: str | None = None) -> list[Link]:
    """The pages that some ids of organisations and offers stand for."""
    return [link for path in paths if (link := target_link(catalogue, path, place)) is not None]


def _facts(catalogue: Catalogue, offer: Offer, place: str | None, gone: bool, until: str | None) -> list[Fact]:
    """Every fact with its label; `until` is when nobody rings or visits it any more."""
    record = offer.offering
    t, card_words, laws = words("offer"), words("card"), words("law")
    hours = hours_lines(offer.hours)
    reach = () if gone else (Fact(t["when"], hours), *contact_facts(record, hours))
    when, *contact = (fact._replace(until=until) for fact in reach) if reach else (None,)
    return facts(
        Fact(t["audience"], sentence(labels(catalogue, "audience", record.audience))),
        Fact(t["ages"], _ages(record)),
        Fact(t["only"], listed(part_of(record))),
        Fact(t["eligibility"], [record.eligibility] if record.eligibility else []),
        Fact(t["costs"], costs(record.cost)),
        Fact(t["access"], _access(record)),
        Fact(t["waiting"], [] if gone else [held(told) for told in lines(catalogue, record)]),
        Fact(t["where"], [card_words["where"][where] for where in record.where]),
        when,
        Fact(t["visible"], _visible(record)),
        *contact,
        Fact(t["languages"], listed(labels(catalogue, "languages", record.languages))),
        Fact(t["accessibility"], sentence(labels(catalogue, "accessibility", record.accessibility))),
        _topic(catalogue, t["help"], "help", record.help, place),
        _topic(catalogue, t["situations"], "situations", record.situations, place),
        Fact(t["law"], [laws[law] for law in record.law]),
    )


def _topic(catalogue: Catalogue, label: str, vocabulary: str, ids: Sequence[str], place: str | None) -> Fact:
    """What an offer is about; in a municipality each is a way on to more of the same."""
    if place is None:
        return Fact(label, labels(catalogue, vocabulary, ids))
    address = urls.help if vocabulary == "help" else urls.situation
    terms = catalogue.vocabularies[vocabulary]
    return Fact(label, links=[Link(terms.label(id), address(place, id)) for id in ids])


def _ages(record: Offering) -> list[str]:
    t = words("offer")
    ends = (record.ages.from_age, record.ages.to_age) if record.ages else (None, None)
    low, high = (ages.parsed(end) if end else None for end in ends)
    if low and high:
        # "8 tot en met 17 jaar": the unit is said once.
        first = str(low.number) if low.unit == high.unit == "jaar" and not low.half else _age(low)
        return [t["ages_both"].format(low=first, high=_age(high))]
    if low:
        return [t["ages_from"].format(low=_age(low))]
    return [t["ages_to"].format(high=_age(high))] if high else []


def _age(age: ages.Age) -> str:
    written = ages.written(age)
    return str(words("offer", "years").format(number=written)) if written.isdigit() else written


def _access(record: Offering) -> list[str]:
    t, access = words("offer"), record.access
    if access is None:
        return []
    made = []
    if access.referral is not None:
        made.append(t["referral_yes" if access.referral else "referral_no"])
    if access.indication is not None:
        made.append(t["indication_yes" if access.indication else "indication_no"])
    return made


def _visible(record: Offering) -> list[str]:
    t, visible = words("offer"), record.visible
    if visible is None:
        return []
    low = dates.in_words(visible.from_date) if visible.from_date else None
    high = dates.in_words(visible.until) if visible.until else None
    form = "visible_both" if low and high else "visible_from" if low else "visible_until"
    return [t[form].format(low=low, high=high)] if low or high else []
