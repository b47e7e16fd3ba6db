"""The same facts for machines: schema.org as JSON-LD.

Addresses within the site are written as `local(url)` and become whole ones in `script`, the one place that
knows where the site stands.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import Any

from markupsafe import Markup

from generator import urls
from generator.catalogue.catalogue import Catalogue
from generator.catalogue.entries import Offer
from generator.formats import jsontext
from generator.model.activity import Activity
from generator.model.capacity import holds_until
from generator.model.organisation import Cost, Offering, Organisation
from generator.model.parts import Address, Location, PhoneLine, Repeats
from generator.model.recurrence import CODES, YEARS, Occurrence, left_out
from generator.national.shown import GOVERNMENT, LANGUAGE_CODES, NON_PROFIT
from generator.texts.spoken import language
from generator.values import ages as ages_values
from generator.values import countries, phones, prices
from generator.values.fields import COUNTRYWIDE, UNDATED
from generator.values.moments import ZONE, day_of, moment, weekday
from generator.values.waits import Wait
from generator.views.pieces.facts import spot
from generator.views.pieces.room import Known, known
from generator.views.pieces.schema_hours import NAMES, specifications

Node = dict[str, Any]

_LOCAL = "\ue000"
"""A private-use character that stands for the site's own address until `script` fills it in."""


def local(url: str) -> str:
    """An address within the site, to be completed by `script`."""
    return _LOCAL + url


def script(nodes: Sequence[Node], base: str) -> Markup:
    """The script element for a page's head; `base` is the site's own address, ending in a slash.

    Nothing in a text can end the element: `<`, `>` and `&` are written as escapes.
    """
    if not nodes:
        return Markup("")
    graph = nodes[0] if len(nodes) == 1 else {"@graph": nodes}
    written = jsontext.written({"@context": "https://schema.org", **graph}).decode()
    written = written.replace("&", "\\u0026").replace("<", "\\u003c").replace(">", "\\u003e")
    # JSON's own line separators are no JavaScript: older readers stumble over them.
    written = written.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
    whole = written.replace(_LOCAL, json.dumps(base)[1:-1])
    return Markup(f'<script type="application/ld+json">{whole}</script>')


def organisation(catalogue: Catalogue, id: str, record: Organisation) -> Node:
    """An organisation with where it is, whom it serves and how to reach it."""
    return _filled(
        {
            "@type": _organisation_type(record),
            "@id": local(urls.organisation(id)),
            "name": record.name,
            "alternateName": list(record.alternate_names),
            "description": record.summary,
            "url": record.website or local(urls.organisation(id)),
            "telephone": [_telephone(phone) for phone in record.phones],
            "email": record.email,
            "contactPoint": _chats(record),
            "address": _address(record.address),
            "location": _location(record.address),
            "areaServed": _areas(catalogue, record.area),
            "knowsLanguage": _languages(record.languages),
            "identifier": _identifiers(record),
        }
    )


def service(catalogue: Catalogue, offer: Offer, offering: Offering) -> Node:
    """What an organisation does for people: for whom, where, how to reach it and when."""
    organisation = offer.organisation
    government = organisation.kind == GOVERNMENT
    visited = [found for place in offering.places if (found := _visited(place, catalogue.year))]
    channel = _filled(
        {
            "@type": "ServiceChannel",
            "serviceUrl": offering.website,
            "servicePhone": [
                {
                    "@type": "ContactPoint",
                    **_filled(
                        {
                            "telephone": _telephone(phone),
                            "name": phone.label,
                            "hoursAvailable": specifications(phone.hours, catalogue.year),
                        }
                    ),
                }
                for phone in offering.phones
            ],
            "serviceLocation": visited[0] if len(visited) == 1 else visited,
            "availableLanguage": _languages(offering.languages),
        }
    )
    return _filled(
        {
            "@type": "GovernmentService" if government else "Service",
            "@id": local(urls.offering(offer.key)),
            "name": offering.name,
            "description": offering.summary,
            "url": local(urls.offering(offer.key)),
            "serviceType": [catalogue.vocabularies["help"].label(id) for id in offering.help],
            "provider": {
                "@type": _organisation_type(organisation),
                "@id": local(urls.organisation(offer.organisation_id)),
                "name": organisation.name,
            },
            "areaServed": _parts(catalogue, offering) or _areas(catalogue, offering.area or ()),
            "audience": _audience(catalogue, offering),
            "hoursAvailable": specifications(offer.hours, catalogue.year),
            "availableChannel": _one_or_all([*([channel] if len(channel) > 1 else []), *_chat_channels(offering)]),
            "offers": _offer(_price(offering.cost), known(catalogue, offering), offering),
        }
    )


def event(catalogue: Catalogue, url: str, activity: Activity, upcoming: Occurrence) -> Node:
    """What people can go to: the next time that it is, and how it comes back."""
    organisation = catalogue.organisations[activity.organisation].record
    online = (activity.place or "").casefold() == "online"
    place = _filled({"name": activity.place, **(_location(activity.address) or _place(activity.address) or {})})
    labels = [catalogue.vocabularies["audience"].label(id) for id in activity.audience]
    return _filled(
        {
            "@type": "Event",
            "@id": local(url),
            "url": local(url),
            "name": activity.name,
            "description": activity.summary,
            "startDate": upcoming.start.isoformat(),
            "endDate": upcoming.end.isoformat() if upcoming.end else None,
            "eventStatus": f"https://schema.org/Event{'Cancelled' if activity.status == 'cancelled' else 'Scheduled'}",
            # What has a schedule has no day of its own, says schema.org: that is for each of its times.
            "superEvent": {
                "@type": "EventSeries",
                "name": activity.name,
                "eventSchedule": _schedule(activity, activity.repeats, upcoming, date(catalogue.year + YEARS, 12, 31)),
            }
            if activity.repeats
            else _series(activity)
            if len(activity.dates) > 1
            else None,
            "eventAttendanceMode": f"https://schema.org/{'Online' if online else 'Offline'}EventAttendanceMode",
            "location": {"@type": "VirtualLocation", "url": activity.website or local(url)}
            if online
            else {**place, "@type": "Place"}
            if place
            else None,
            "audience": {"@type": "Audience", "audienceType": ", ".join(labels)} if labels else None,
            "isAccessibleForFree": True if activity.cost and activity.cost.kind == "gratis" else None,
            "offers": _offer(_price(activity.cost), sold_out=activity.status == "full"),
            "organizer": {
                "@type": _organisation_type(organisation),
                "@id": local(urls.organisation(activity.organisation)),
                "name": organisation.name,
            },
        }
    )


_PERIODS = {"week": "W", "maand": "M", "jaar": "Y"}


def _series(activity: Activity) -> Node:
    """What is on several days without a rule: from the first to the last."""
    first, last = (moment(day).isoformat() for day in (activity.start, max(activity.dates)))
    return {"@type": "EventSeries", "name": activity.name, "startDate": first, "endDate": last}


def _schedule(activity: Activity, repeats: Repeats, upcoming: Occurrence, last: date) -> Node:
    """How something comes back, and on which days until `last` it does not; its times are the country's own."""
    start, end = moment(activity.start), moment(activity.end) if activity.end else None
    places = [place for written in repeats.on if (place := weekday(written)) is not None]
    return _filled(
        {
            "@type": "Schedule",
            "repeatFrequency": f"P{repeats.interval}{_PERIODS[repeats.every]}",
            # The days as calendars write them where it matters which of a month it is.
            "byDay": [
                f"{position}{CODES[day]}" if position else f"https://schema.org/{NAMES[day]}"
                for position, day in places
            ],
            "byMonth": start.month if places and repeats.every == "jaar" else None,
            "startDate": f"{start:%Y-%m-%d}",
            "endDate": repeats.until,
            "startTime": _time(start),
            "endTime": _time(end),
            "exceptDate": [
                day.isoformat() for out in left_out(activity, last) if (day := day_of(out)) > upcoming.first_day
            ],
            "scheduleTimezone": ZONE.key,
        }
    )


def _time(at: date | datetime | None) -> str | None:
    return f"{at:%H:%M:%S}" if isinstance(at, datetime) else None


def article(url: str, headline: str, description: str, checked: str | None = None, **more: Any) -> Node:
    """Something to read: a backpack, a tool or an example."""
    changed = checked if checked != UNDATED else None
    return _filled(
        {
            "@type": "Article",
            "@id": local(url),
            "url": local(url),
            "headline": headline,
            "description": description,
            "inLanguage": language(),
            "dateModified": changed,
            **more,
        }
    )


def collection(url: str, name: str, description: str, pages: Iterable[str] = ()) -> Node:
    """A list of pages; `pages` are their addresses."""
    return _filled(
        {
            "@type": "CollectionPage",
            "@id": local(url),
            "url": local(url),
            "name": name,
            "description": description,
            "inLanguage": language(),
            "hasPart": [{"@id": local(page)} for page in pages],
        }
    )


def breadcrumbs(trail: Sequence[tuple[str, str]], here: tuple[str, str]) -> Node:
    """The way to a page, the page itself included."""
    return {
        "@type": "BreadcrumbList",
        "itemListElement": [
            {"@type": "ListItem", "position": position, "name": name, "item": {"@id": local(url)}}
            for position, (name, url) in enumerate((*trail, here), start=1)
        ],
    }


def _filled(node: Node) -> Node:
    return {key: value for key, value in node.items() if value not in (None, "", [], {})}


def _organisation_type(record: Organisation) -> str:
    if record.kind == GOVERNMENT:
        return "GovernmentOrganization"
    return "NGO" if record.kind in NON_PROFIT else "Organization"


def _telephone(phone: PhoneLine) -> str:
    return phones.for_machines(phone.number)


def _chats(record: Organisation | Offering) -> list[Node]:
    """Where somebody can write and is answered: what is no telephone and no mail."""
    found = []
    if record.whatsapp:
        number, url = phones.for_machines(record.whatsapp), phones.whatsapp(record.whatsapp)
        found.append({"@type": "ContactPoint", "contactType": "WhatsApp", "telephone": number, "url": url})
    if record.chat:
        found.append({"@type": "ContactPoint", "contactType": "chat", "url": record.chat})
    return found


def _chat_channels(offering: Offering) -> list[Node]:
    """The same for a service, which has channels where an organisation has points of contact."""
    return [
        {"@type": "ServiceChannel", "name": chat["contactType"], "serviceUrl": chat["url"]} for chat in _chats(offering)
    ]


def _one_or_all(nodes: list[Node]) -> Node | list[Node]:
    return nodes[0] if len(nodes) == 1 else nodes


def _address(address: Address | None) -> Node | None:
    if address is None:
        return None
    street = f"{address.street} {address.number or ''}".strip() if address.street else None
    node = _filled(
        {
            "postOfficeBoxNumber": address.po_box if address.public else None,
            "streetAddress": street if address.public and address.po_box is None else None,
            "postalCode": address.postcode if address.public else None,
            "addressLocality": address.place,
        }
    )
    return {"@type": "PostalAddress", **node, "addressCountry": address.country or countries.HOME} if node else None


def _place(address: Address | None) -> Node | None:
    found = _address(address) if address is not None and address.po_box is None else None
    return {"@type": "Place", "address": found} if found else None


def _location(address: Address | None) -> Node | None:
    """A place on the map, if it is known and may be known."""
    if address is None or spot(address) is None:
        return None
    geo = {"@type": "GeoCoordinates", "latitude": address.lat, "longitude": address.lon}
    return {**(_place(address) or {"@type": "Place"}), "geo": geo}


def _visited(address: Address, year: int) -> Node | None:
    """A place to go to, with its own hours."""
    found = _location(address) or _place(address)
    if found is None or not isinstance(address, Location):
        return found
    hours = specifications(address.opening_hours, year)
    return _filled({**found, "name": address.name, "openingHoursSpecification": hours})


def _areas(catalogue: Catalogue, area: Sequence[str]) -> list[Node]:
    if COUNTRYWIDE in area:
        return [{"@type": "Country", "name": "Nederland"}]
    return [{"@type": "AdministrativeArea", "name": catalogue.country[id].name} for id in area]


def _audience(catalogue: Catalogue, offering: Offering) -> Node | None:
    ages = offering.ages
    node = _filled(
        {
            "audienceType": ", ".join(catalogue.vocabularies["audience"].label(id) for id in offering.audience),
            "suggestedMinAge": _years(ages.from_age) if ages else None,
            "suggestedMaxAge": _years(ages.to_age) if ages else None,
            "description": offering.eligibility,
        }
    )
    return {"@type": "PeopleAudience" if ages else "Audience", **node} if node else None


def _years(written: str | None) -> int | float | None:
    """An age as schema.org wants it: in years, of somebody of 18 months one and a half."""
    age = ages_values.parsed(written) if written else None
    return age.years if age else None


_ROOM = {"open": "InStock", "waiting_list": "BackOrder", "full": "SoldOut", "stopped": "OutOfStock"}
"""What schema.org calls whether there is room (ItemAvailability)."""


def _offer(
    price: Node | None, told: Known | None = None, offering: Offering | None = None, *, sold_out: bool = False
) -> Node | None:
    """The price, and whether there is room and how long it takes, as long as that may be said."""
    node = {**(price or {}), **({"availability": "https://schema.org/SoldOut"} if sold_out else {})}
    if told and offering and (told.room or told.wait):
        node |= _filled(
            {
                "availability": f"https://schema.org/{_ROOM[told.room]}" if told.room else None,
                "deliveryLeadTime": _days(told.wait) if told.wait else None,
                "validThrough": holds_until(offering, offering.checked),
            }
        )
    return {"@type": "Offer", **node} if node else None


def _days(wait: Wait) -> Node:
    """A wait in days: DAY is their code in UN/CEFACT's list of units, which schema.org asks for."""
    ends = {"minValue": wait.least, "maxValue": wait.most, "unitCode": "DAY"}
    return {"@type": "QuantitativeValue", **{name: value for name, value in ends.items() if value is not None}}


def _price(cost: Cost | None) -> Node | None:
    if cost is None or (cost.kind != "gratis" and cost.amount is None):
        return None
    amount = prices.parsed(cost.amount) if cost.amount else None
    if amount is None:
        return {"price": "0", "priceCurrency": "EUR"}
    ends = {"price": amount.one, **({"minPrice": amount.low, "maxPrice": amount.high} if amount.one is None else {})}
    node: Node = {name: str(end) for name, end in ends.items() if end is not None}
    node["priceCurrency"] = "EUR"
    if not cost.per and amount.one is not None:
        return node
    kind = "UnitPriceSpecification" if cost.per else "PriceSpecification"
    unit = {"unitText": cost.per} if cost.per else {}
    return {"priceSpecification": {"@type": kind, **node, **unit}}


def _languages(ids: Iterable[str]) -> list[str]:
    """The codes of languages: the ids are those, but for one that editors know better by its own letters."""
    return [LANGUAGE_CODES.get(id, id) for id in ids]


def _parts(catalogue: Catalogue, offering: Offering) -> list[Node]:
    """The villages and postcodes that an offering is for, if it is not for everybody in its area."""
    within = _areas(catalogue, offering.area or ())
    inside = {"containedInPlace": within[0]} if len(within) == 1 else {}
    villages: list[Node] = [{"@type": "Place", "name": name, **inside} for name in offering.villages]
    return villages + [
        {
            "@type": "Place",
            "address": {"@type": "PostalAddress", "postalCode": code, "addressCountry": "NL"},
            **inside,
        }
        for code in offering.postcodes
    ]


def _identifiers(record: Organisation) -> list[Node]:
    if record.identifiers is None:
        return []
    named = (("KvK", record.identifiers.kvk), ("AGB", record.identifiers.agb))
    return [{"@type": "PropertyValue", "propertyID": name, "value": value} for name, value in named if value]
