"""What the search of one municipality finds: its offers, their organisations, and pages of knowledge.

Three kinds of files. The index is what is needed to rank first answers: names, and what each offer is for. The words
of all texts come after those, in a file of their own. What a result shows stands in parts of a few dozen records, so
that a visitor loads what is shown and little more. All hold the records in the same order, with offers for the same
kind of help together.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from statistics import mean
from typing import Any, NamedTuple

from generator.catalogue.asking import derived, shared
from generator.catalogue.catalogue import Catalogue
from generator.catalogue.entries import Entry, Offer, OrganisationEntry
from generator.formats import markdown
from generator.model.capacity import holds_until
from generator.model.kinds import KINDS, Kind, library
from generator.national.layer import Place
from generator.national.shown import ACUTE
from generator.national.whereabouts import neighbourhoods
from generator.search.sayings import AIDS, WORD, known, stop, telling
from generator.texts.spoken import DUTCH, addressing, text
from generator.values.holidays import Region
from generator.values.slugs import plain
from generator.views.help import offers as offers_view
from generator.views.help.whereabouts import whereabouts_of
from generator.views.pieces import links, open_now
from generator.views.pieces.discreet import offer_is_discreet, organisation_is_discreet
from generator.views.pieces.facts import freshness, spot
from generator.views.pieces.passing import ends
from generator.views.pieces.reach import first_action
from generator.views.pieces.room import Told, pause, room
from generator.views.pieces.week import calendar
from generator.views.pieces.when import capital
from generator.views.pieces.wording import for_young

PART = 25
"""Records in a part: few, because the results of one question are spread over several parts."""

MORE = 12
"""Words of an offer's longer texts that are searched beside its name and summary, those that people say first."""

_REACH = {"lokaal": "l", "regionaal": "r", "landelijk": "n"}


class Table:
    """Each value once; a place in it stands for the value."""

    def __init__(self) -> None:
        self.values: list[Any] = []
        self._places: dict[Hashable, int] = {}

    def place(self, value: Hashable) -> int:
        """Where a value stands: at the end if it is new."""
        if value not in self._places:
            self._places[value] = len(self.values)
            self.values.append(value)
        return self._places[value]


_Record = Offer | OrganisationEntry | Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Found:
    """Everything that can be found in a municipality, in the one order of index and parts."""

    catalogue: Catalogue
    municipality: str
    offers: Sequence[Offer]
    organisations: Sequence[OrganisationEntry]

    @property
    def pages(self) -> Sequence[Mapping[str, str]]:
        """The pages of knowledge, for who needs to look into them."""
        return _pages(self.catalogue, self.municipality)


def part_count(catalogue: Catalogue, municipality: str) -> int:
    """How many parts there are, without a look into the records."""
    pages = _page_counts(catalogue)
    count = len(catalogue.offers_in(municipality)) + len(catalogue.organisations_in(municipality))
    return -(-(count + pages.get("", 0) + pages.get(municipality, 0)) // PART)


@derived
def _page_counts(catalogue: Catalogue) -> Mapping[str, int]:
    """How many pages of knowledge belong to each municipality, and to all ("")."""
    every = ((kind, key, entry) for kind, _ in library() for key, entry in catalogue.of(kind.id).items())
    return Counter(_place(*one) or "" for one in every)


def _place(kind: Kind, key: str, entry: Entry[Any]) -> str | None:
    """The one municipality that a record of knowledge belongs to; None where it is for all."""
    return key.split("/")[0] if kind.keyed else entry.facts.municipality


@shared
def found(catalogue: Catalogue, municipality: str) -> Found:
    """What there is to find. Offers for the same kind of help stand together: they are found together."""
    kinds = {term.id: place for place, term in enumerate(catalogue.vocabularies["help"])}

    def kind(offer: Offer) -> tuple[int, str]:
        return (kinds.get(offer.help[0], len(kinds)) if offer.help else len(kinds), offer.key)

    return Found(
        catalogue,
        municipality,
        sorted(catalogue.offers_in(municipality), key=kind),
        sorted(catalogue.organisations_in(municipality), key=lambda entry: entry.id),
    )


class _Offered(NamedTuple):
    """What an offer is searched by."""

    name: str
    tags: Sequence[str]
    places: Sequence[tuple[str, tuple[float, float] | None]]
    """Where people go for it: the town, and where that is when it may be shown on a map."""
    words: str
    """The telling words of its summary."""
    longer: str
    """And those of its longer texts that stand neither there nor in its name."""
    region: Region | None
    """Of which region the school holidays matter to its hours."""


class _Organised(NamedTuple):
    """What an organisation is searched by, with all it offers by key."""

    name: str
    others: Sequence[str]
    words: str
    """The telling words of its summary."""
    offers: Mapping[str, _Offered]


@derived
def _searched(catalogue: Catalogue, organisation: str) -> _Organised:
    record = catalogue.organisations[organisation].record
    offers = {offer.key: _offered(offer) for offer in catalogue.offers_of(organisation)}
    return _Organised(record.name, record.alternate_names, _telling(record.summary, record.name), offers)


def _offered(offer: Offer) -> _Offered:
    record = offer.offering
    places = [
        (place.place or "", (float(place.lat or 0), float(place.lon or 0)) if spot(place) else None)
        for place in record.places
    ]
    summary = _telling(record.summary, record.name)
    longer = (record.eligibility, record.description, record.expect, record.first_step, record.local_note)
    texts = " ".join(markdown.plain(text) for text in longer if text)
    more = _telling(texts, f"{record.name} {summary}")
    hours = offer.reachable
    region = hours.hours.school_region if hours else None
    return _Offered(record.name, _tags(offer), places, summary, more, region)


def index(everything: Found) -> dict[str, Any]:
    """What ranking needs of all records, in columns: every repeated thing once."""
    catalogue = everything.catalogue
    owners = {entry.id: place for place, entry in enumerate(everything.organisations)}
    tags, villages = Table(), Table()
    regions = set[Region | None]()
    offers: dict[str, list[Any]] = {"of": [], "name": [], "tags": [], "place": []}
    # What is over while the index lies there is found no more.
    over = [(place, at) for place, offer in enumerate(everything.offers) if (at := offers_view.over_at(offer))]
    for offer in everything.offers:
        found = _searched(catalogue, offer.organisation_id).offers[offer.key]
        offers["of"].append(owners[offer.organisation_id])
        offers["name"].append(found.name)
        offers["tags"].append([tags.place(tag) for tag in found.tags])
        offers["place"].append(villages.place(" ".join(dict.fromkeys(town for town, _ in found.places if town))))
        regions.add(found.region)
    organisations = [_searched(catalogue, entry.id) for entry in everything.organisations]
    return {
        "part": PART,
        "tags": tags.values,
        "aids": _aids(catalogue, tags.values),
        "villages": villages.values,
        "calendar": calendar(catalogue.year, {found for found in regions if found}),
        "places": _places(everything),
        **_parts(everything),
        **({"until": over} if over else {}),
        "offers": {**offers, "reach": "".join(_REACH[offer.reach] for offer in everything.offers)},
        "lines": {id: owners[id] for id in ACUTE if id in owners},
        "organisations": {
            "name": [found.name for found in organisations],
            "others": ["|".join(found.others) for found in organisations],
        },
        "pages": [page["name"] for page in everything.pages],
    }


def _aids(catalogue: Catalogue, tags: Iterable[str]) -> dict[str, tuple[str, Sequence[str]]]:
    """The languages and the accessibility that offers here have: what each is called, and what people say for it."""
    found: dict[str, tuple[str, Sequence[str]]] = {}
    for tag in tags:
        group, _, id = tag.partition(":")
        if group in AIDS:
            term = catalogue.vocabularies[group][id]
            found[tag] = (term.label, telling((term.label, *term.synonyms, *term.phrases)))
    return found


def more(everything: Found) -> dict[str, list[str]]:
    """What the first answers can do without: the telling words of the summary of every record, in order, and those of
    the longer texts of every offer."""
    catalogue, said = everything.catalogue, known(everything.catalogue)
    offers = [_searched(catalogue, offer.organisation_id).offers[offer.key] for offer in everything.offers]
    words = [offer.words for offer in offers]
    words += [_searched(catalogue, entry.id).words for entry in everything.organisations]
    words += [_telling(page["summary"], page["name"]) for page in everything.pages]
    return {"words": words, "more": [_most_telling(offer.longer.split(), said) for offer in offers]}


def _most_telling(words: Iterable[str], said: frozenset[str]) -> str:
    """Some of the words of longer texts, those that people say first."""
    kept = sorted((word for word in words if len(word) > 3 or word in said), key=lambda word: word not in said)
    return " ".join(kept[:MORE])


def part(everything: Found, number: int) -> list[dict[str, Any]]:
    """What results show, of the `PART` records from `number` times `PART` on."""
    first, last = number * PART, (number + 1) * PART
    records: list[_Record] = [*everything.offers, *everything.organisations]
    if last > len(records):
        records += everything.pages
    return [_shown(everything, record) for record in records[first:last]]


def _shown(everything: Found, record: _Record) -> dict[str, Any]:
    catalogue = everything.catalogue
    if isinstance(record, Offer):
        return _cards(catalogue, record.organisation_id)[record.key]
    if isinstance(record, OrganisationEntry):
        shared = links.shared(catalogue, record.facts.area)
        told = {"shared": int(shared), "discreet": int(organisation_is_discreet(catalogue, record.record))}
        return {"key": record.id, "summary": record.record.summary, **{name: 1 for name, so in told.items() if so}}
    by = text("interface", "finder", "page_kinds").get(record["kind"]) or capital(KINDS[record["kind"]].called)
    return {"key": record["url"], "by": by, "summary": record["summary"]}


@shared
def _cards(catalogue: Catalogue, organisation: str) -> Mapping[str, dict[str, Any]]:
    """All of an organisation as results show it, by key: the same in every municipality."""
    return {offer.key: _card(catalogue, offer) for offer in catalogue.offers_of(organisation)}


def _card(catalogue: Catalogue, offer: Offer) -> dict[str, Any]:
    """An offer as a result shows it. What is not there is left out."""
    record = offer.offering
    places = record.places
    assert record.checked is not None
    with addressing(young=for_young(record)):
        chips, action, fresh = offers_view.chips(record), first_action(record), freshness(catalogue, record.checked)
        told, rest = room(catalogue, record), pause(catalogue, record)
    shown = {
        "key": offer.key,
        "summary": record.summary,
        "chips": chips,
        "action": [action.label, action.href] if action else None,
        "checked": fresh.short,
        "stale": int(fresh.stale),
        "since": fresh.checked,
        "note": record.local_note,
        "eligibility": record.eligibility,
        "room": _line(told),
        "rest": _line(rest),
        "at": [[*at, *([place.place] if len(places) > 1 else [])] for place in places if (at := spot(place))],
        **open_now.weighed(offer),
        "shared": int(links.shared(catalogue, offer.entry.facts.area)),
        "discreet": int(offer_is_discreet(catalogue, offer)),
    }
    return {name: value for name, value in shown.items() if value}


def _line(told: Told | None) -> list[str | int | None] | None:
    """What stands there, and whether it asks for attention; of what holds until a moment also that and what then."""
    if told is None:
        return None
    return [told.text, int(told.warm), *([told.until, told.then] if told.until else [])]


def _places(everything: Found) -> list[tuple[Any, ...]]:
    """The villages and towns of a municipality with their middle: the list's, else that of the addresses there."""
    catalogue, municipality = everything.catalogue, everything.municipality
    listed = catalogue.country.get(municipality)
    ids = (municipality, *listed.joined) if listed else ()
    parts = [part for id in ids for part in neighbourhoods().get(id, ())]  # its record may call one a village
    every = (*parts, *(listed.places if listed else ()))
    found = {place.name: (place.lat, place.lon) for place in every if place.lat}
    spots: dict[str, list[tuple[float, float]]] = {}
    for offer in catalogue.offers_in(municipality):
        known = _searched(catalogue, offer.organisation_id).offers[offer.key]
        for town, at in known.places:
            if town and at:
                spots.setdefault(town, []).append(at)
    for name, here in spots.items():
        if name not in found:
            found[name] = (mean(lat for lat, _ in here), mean(lon for _, lon in here))
    own = catalogue.municipalities[municipality].record.places or tuple(found)
    return [(name, *(round(float(degrees or 0), 4) for degrees in found[name])) for name in own if name in found]


def _parts(everything: Found) -> dict[str, list[tuple[Any, ...]]]:
    """What else can be chosen to be near to, where a middle of it is known (to about a hundred metres)."""
    known = whereabouts_of(everything.catalogue, everything.municipality)

    def spots(places: Sequence[Place]) -> list[tuple[Any, ...]]:
        return [(p.name, round(p.lat, 3), round(p.lon, 3)) for p in places if p.lat is not None and p.lon is not None]

    return {"parts": spots(known.parts), "postcodes": spots(known.postcodes)}


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
    if record.eligibility:
        found.append("eligibility:1")
    # Nobody looks for who speaks Dutch.
    found += [f"languages:{id}" for id in record.languages if id != DUTCH]
    found += [f"accessibility:{id}" for id in record.accessibility]
    found += [f"village:{name}" for name in record.villages]
    found += [f"postcode:{code}" for code in record.postcodes]
    return found + _closed(offer)


def _closed(offer: Offer) -> list[str]:
    """What keeps somebody from it for now; with the moment from which it no more does, for the browser's clock."""
    record, found = offer.offering, []
    if offer.status == "paused":
        found.append(f"paused:{ends(offer.paused_until)}" if offer.paused_until else "status:paused")
    if record.availability and record.availability.state in ("full", "stopped"):
        last = holds_until(record, record.checked)
        found += [f"full:{ends(last)}"] if last else []
    return found


@cache  # a tool of several municipalities is in the index of each
def _telling(text: str, name: str) -> str:
    """The words of a text that tell something and don't stand in the name already, once each."""
    said = {*WORD.findall(plain(name)), *stop()}
    return " ".join(dict.fromkeys(word for word in WORD.findall(plain(text)) if word not in said))


@shared
def _pages(catalogue: Catalogue, municipality: str) -> Sequence[Mapping[str, str]]:
    """The pages of knowledge that belong to a municipality or to all."""
    return [
        {
            "kind": kind.id,
            "name": getattr(entry.record, kind.title),
            "summary": getattr(entry.record, kind.summary),
            "url": address(key),
        }
        for kind, address in library()
        for key, entry in catalogue.of(kind.id).items()
        if _place(kind, key, entry) in (None, municipality)
    ]


def library_texts(records: Mapping[str, Entry[Any]]) -> dict[str, Any]:
    """What a list of tools or examples is searched by beyond what it shows: the telling words of each text, and the
    words that tell nothing."""

    def telling(record: Any) -> str:
        fields = ("body", "intro", "ambition", "done", "result", "lessons", "tip", "place")
        texts = [value for name in fields if (value := getattr(record, name, None))]
        for section in getattr(record, "sections", ()):
            texts += [section.name, *(field.label for field in section.fields)]
        texts += [*getattr(record, "participants", ()), (record.source and record.source.organisation) or ""]
        return _telling(" ".join(markdown.plain(text) for text in texts), f"{record.name} {record.summary}")

    return {
        "little": " ".join(sorted(stop())),
        "texts": {id: telling(entry.record) for id, entry in records.items()},
    }
