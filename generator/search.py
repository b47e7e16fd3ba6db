"""What the search in the browser searches: the records of one municipality, and what people say for each term.

Compact on purpose, for a phone with little reception: columns rather than rows, every repeated thing once in a
table. The browser builds its index from these; nothing of the language is decided here but which words tell nothing.
"""

from __future__ import annotations

import json
import re
from collections.abc import Hashable, Iterable, Mapping
from functools import cache
from statistics import mean
from typing import Any

from generator import markdown, urls, views
from generator.catalogue import Catalogue, Offer
from generator.model import Address, OpeningHours
from generator.national import near_words
from generator.slugs import plain
from generator.texts import text

VOCABULARIES = ("help", "situations", "audience")
"""The vocabularies whose words lead to offers."""

MORE = 24
"""Words of an offer's longer texts that are searched beside its name and summary."""

_COLUMNS = (
    "of", "id", "name", "summary", "more", "tags", "chips",
    "action", "checked", "reach", "note", "place", "at", "hours",
)  # fmt: skip

_WORD = re.compile(r"[a-z0-9]{2,}")


class Table:
    """Each value once; a place in it stands for the value."""

    def __init__(self) -> None:
        self.values: list[Any] = []
        self._places: dict[Hashable, int] = {}

    def place(self, value: Any, key: Hashable = None) -> int:
        """Where a value stands, at the end if it is new. A value that can't be a key brings one."""
        key = value if key is None else key
        if key not in self._places:
            self._places[key] = len(self.values)
            self.values.append(value)
        return self._places[key]


def vocabulary(catalogue: Catalogue) -> dict[str, Any]:
    """What people say for each kind of help and situation, and for danger: the same for all municipalities."""
    first = text("search", "first_help")
    terms = [
        {
            "group": group,
            "id": term.id,
            "label": term.label,
            "parent": term.parent,
            "synonyms": _sayings(term.synonyms),
            "phrases": _sayings(term.phrases),
            **({"first": first[term.id]} if term.id in first else {}),
        }
        for group in VOCABULARIES
        for term in catalogue.vocabularies[group]
    ]
    who = " ".join(text("search", "who").split())
    calm = [" ".join(_WORD.findall(plain(saying))) for saying in text("search", "calm")]
    return {
        "stop": " ".join(sorted(_stop())),
        "who": who,
        "calm": calm,
        "someone": " ".join(text("search", "someone").split()),
        "little": " ".join(text("search", "little").split()),
        "terms": terms,
        "near": [near for words in near_words() if len(near := _sayings(words)) > 1],
        "acute": _acute(catalogue),
        "said": {**text("interface", "finder", "said"), **_filters()},
    }


def _sayings(written: Iterable[str]) -> list[str]:
    """Each saying reduced to the words that tell something, once; one without such words stays whole."""
    stop = _stop()
    found: dict[str, None] = {}
    for saying in written:
        every = _WORD.findall(plain(saying))
        found[" ".join([word for word in every if word not in stop] or every)] = None
    return [saying for saying in found if saying]


def _acute(catalogue: Catalogue) -> list[dict[str, Any]]:
    """The words of danger and despair, whole: there every small word counts."""

    def whole(written: Iterable[str]) -> list[str]:
        return list(dict.fromkeys(" ".join(_WORD.findall(plain(saying))) for saying in written))

    return [
        {
            "id": term.id,
            "label": term.label,
            "explanation": term.explanation,
            "organisation": views.ACUTE_LINES[term.id],
            "synonyms": whole(term.synonyms),
            "phrases": whole(term.phrases),
        }
        for term in catalogue.vocabularies["acute"]
        if term.id in views.ACUTE_LINES
    ]


def _filters() -> dict[str, str]:
    t = text("interface", "finder")
    return {name: t[name] for name in ("filters", "filters_chosen")}


def _stop() -> frozenset[str]:
    return frozenset(text("search", "stop").split())


def documents(catalogue: Catalogue, municipality: str) -> dict[str, Any]:
    """All that can be found in a municipality: its offers, their organisations, and pages of knowledge."""
    tags, organisations, labels = Table(), Table(), Table()
    columns: dict[str, list[Any]] = {name: [] for name in _COLUMNS}
    hours = Table()
    for offer in catalogue.offers_in(municipality):
        record, card = offer.offering, views.card(catalogue, offer, municipality)
        columns["of"].append(organisations.place(offer.organisation_id))
        columns["id"].append(offer.id)
        columns["name"].append(record.name)
        columns["summary"].append(record.summary)
        columns["more"].append(_more(offer))
        columns["tags"].append([tags.place(tag) for tag in _tags(offer)])
        columns["chips"].append([labels.place(chip) for chip in card["chips"]])
        columns["action"].append(_action(card["action"]))
        columns["checked"].append([labels.place(card["checked"]), int(card["stale"])])
        columns["reach"].append({"lokaal": "l", "regionaal": "r", "landelijk": "n"}[offer.reach])
        columns["note"].append(record.local_note or "")
        address = record.address
        columns["place"].append((address.place if address else None) or "")
        columns["at"].append(_at(address))
        week = _week(record.opening_hours)
        columns["hours"].append(hours.place(week, json.dumps(week)) if week else -1)
    known = [catalogue.organisations[id] for id in organisations.values]
    silent = [entry for entry in catalogue.organisations_in(municipality) if entry.id not in set(organisations.values)]
    return {
        "municipality": municipality,
        "tags": tags.values,
        "labels": labels.values,
        "hours": hours.values,
        "holidays": list(free_days(catalogue.today.year)),
        "places": _places(catalogue, municipality),
        "organisations": {
            "id": [entry.id for entry in [*known, *silent]],
            "name": [entry.record.name for entry in [*known, *silent]],
            "others": ["|".join(entry.record.alternate_names) for entry in [*known, *silent]],
            "summary": [entry.record.summary for entry in [*known, *silent]],
            "shared": [int(views.shared(catalogue, entry.facts["area"])) for entry in [*known, *silent]],
        },
        "offers": columns,
        "pages": list(_pages(catalogue, municipality)),
    }


def _at(address: Address | None) -> list[float] | int:
    """Where an offer is, to about ten metres; 0 when that is not known or not public."""
    if address is None or not address.public or address.lat is None or address.lon is None:
        return 0
    return [round(float(address.lat), 4), round(float(address.lon), 4)]


_DAYS = ("ma", "di", "wo", "do", "vr", "za", "zo")


def _week(hours: OpeningHours | None) -> dict[str, Any] | None:
    """Opening hours as a browser weighs them: slots of [day from 0, opens, closes], or a mark; None when unknown."""
    if hours is None:
        return None
    slots = [[_DAYS.index(day), slot.opens, slot.closes] for slot in hours.slots for day in slot.days]
    found = {
        "slots": slots,
        "always": hours.always,
        "by_appointment": hours.by_appointment,
        "closed": list(hours.closed),
    }
    return {name: value for name, value in found.items() if value} or None


@cache
def free_days(year: int) -> tuple[str, ...]:
    """The Dutch public holidays of a year and the two after it: a site is built again long before they run out."""
    from holidays import country_holidays  # here, because a build that makes no index need not load it

    return tuple(sorted(day.isoformat() for day in country_holidays("NL", years=range(year, year + 3))))


def _places(catalogue: Catalogue, municipality: str) -> list[tuple[Any, ...]]:
    """The villages and towns of a municipality with their middle: the list's, else that of the addresses there."""
    known = catalogue.country.get(municipality)
    found = {place.name: (place.lat, place.lon) for place in known.places if place.lat} if known else {}
    spots: dict[str, list[Address]] = {}
    for offer in catalogue.offers_in(municipality):
        address = offer.offering.address
        if address and address.place and _at(address):
            spots.setdefault(address.place, []).append(address)
    for name, here in spots.items():
        if name not in found:
            found[name] = (mean(float(spot.lat or 0) for spot in here), mean(float(spot.lon or 0) for spot in here))
    own = catalogue.municipalities[municipality].record.places or tuple(found)
    return [(name, *(round(float(degrees or 0), 4) for degrees in found[name])) for name in own if name in found]


def _tags(offer: Offer) -> list[str]:
    """What filters ask for: `group:value`."""
    record = offer.offering
    found = [f"help:{id}" for id in record.help]
    found += [f"situations:{id}" for id in record.situations]
    found += [f"audience:{id}" for id in record.audience]
    found += [f"where:{value}" for value in record.where]
    if record.cost:
        found.append(f"cost:{record.cost.kind}")
    if record.access and record.access.referral is False and not record.access.indication:
        found.append("access:vrij")
    if offer.status == "paused":
        found.append("status:paused")
    return found


def _more(offer: Offer) -> str:
    """The telling words of an offer's longer texts that its name and summary don't have."""
    record = offer.offering
    said = set(_WORD.findall(plain(f"{record.name} {record.summary}"))) | _stop()
    longer = (record.description, record.expect, record.first_step, record.local_note)
    words = _WORD.findall(plain(" ".join(markdown.plain(text) for text in longer if text)))
    return " ".join(list(dict.fromkeys(word for word in words if word not in said and len(word) > 3))[:MORE])


def _action(action: Any) -> list[str] | int:
    """The button of a card; 0 when it only leads to the offer's own page."""
    return 0 if action.inside else [action.label, action.href]


def _pages(catalogue: Catalogue, municipality: str) -> Iterable[list[str]]:
    """[kind, name, summary, address] of the pages of knowledge that belong to a municipality or to all."""
    t: Mapping[str, str] = text("interface", "finder", "page_kinds")
    for key, backpack in catalogue.backpacks.items():
        place, id = key.split("/")
        if place == municipality:
            record = backpack.record
            yield [t["backpack"], record.core_theme, record.design_question, urls.backpack(place, id)]
    for id, tool in catalogue.tools.items():
        if tool.record.municipality in (None, municipality):
            yield [t["tool"], tool.record.name, tool.record.summary, urls.tool(id)]
    for id, example in catalogue.examples.items():
        if example.record.municipality in (None, municipality):
            yield [t["example"], example.record.name, example.record.summary, urls.example(id)]


def as_json(value: object) -> bytes:
    """Without a space too many: this is what a phone has to load first."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()
