"""What there is in a municipality, counted: by kind of help, situation, place and audience, with the gaps.

Everything counts what `Catalogue.offers_in` gives, so a count and the list of the search behind it agree; what is
paused counts too and has its own list. Nothing here words anything: that is for `views.coverage`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import chain, product
from typing import Literal, NamedTuple

from generator.catalogue.asking import derived, shared
from generator.catalogue.catalogue import Catalogue
from generator.catalogue.entries import Offer, Reach, Vocabulary
from generator.model.organisation import Offering
from generator.model.vocabulary import Term
from generator.records.earlier import Earlier, Past
from generator.values import waits
from generator.values.fields import UNDATED
from generator.values.slugs import slug
from generator.views.pieces.facts import costs
from generator.views.pieces.room import lines

ALL = ""
"""The row or column of everything."""

NONE = "-"
"""The row of what says no kind of help."""

WHOLE = "gemeente"
REGION = "streek"
COUNTRY = "land"
UNKNOWN = "onbekend"
"""Where something is, when it is not in one village: what comes to people or is there by phone or online serves the
whole municipality; other columns are for what serves several, for what serves all, and for what doesn't say."""

_AT_A_DISTANCE = frozenset({"telefoon", "online"})
_COMES = frozenset({"thuis", *_AT_A_DISTANCE})


class Count(NamedTuple):
    """How many offers, by how far they reach."""

    local: int = 0
    regional: int = 0
    national: int = 0

    @property
    def near(self) -> int:
        return self.local + self.regional

    @property
    def total(self) -> int:
        return self.local + self.regional + self.national


class Known(NamedTuple):
    """What is counted and listed of an offer."""

    key: str
    name: str
    owner: str
    """The name of its organisation."""
    help: tuple[str, ...]
    situations: tuple[str, ...]
    area: tuple[str, ...]
    reach: Reach
    status: str
    spot: str
    """The village where people go for it, or `WHOLE`, `REGION`, `COUNTRY` or `UNKNOWN`."""
    where: tuple[str, ...]
    audience: tuple[str, ...]
    rings: bool
    """Whether it has a number to ring."""
    cost: str | None
    """The kind of cost; None when nobody says."""
    price: str
    """What it costs, in words."""
    referral: bool | None
    indication: bool | None
    waits: bool
    """Whether people wait for it or can't get in, or whether a sentence is all that is said of that."""
    waiting_time: str
    """Room and waiting, in words."""
    checked: str | None
    """When it was checked; None when nobody says."""
    stale: bool
    """Dated, and checked more than twelve months ago."""

    @property
    def undated(self) -> bool:
        return self.checked in (None, UNDATED)

    @property
    def distant(self) -> bool:
        """Whether it is there by phone or online only."""
        return bool(self.where) and _AT_A_DISTANCE.issuperset(self.where)

    @property
    def near(self) -> bool:
        return self.reach != "landelijk"


class HelpKind(NamedTuple):
    """A kind of help with all that stands under it, and how deep it stands itself."""

    term: Term
    ids: tuple[str, ...]
    depth: int


Gap = Literal["nothing", "national", "regional"]
Counts = Mapping[tuple[str, str], Count]
"""Counts by row and column; `ALL` stands for every row or column, in which each offer counts once."""


class Coverage:
    """The counts of one municipality on the day of its catalogue."""

    def __init__(self, catalogue: Catalogue, municipality: str) -> None:
        """Ask all that is counted: what is worked out later asks nothing more."""
        self.catalogue = catalogue
        self.municipality = municipality
        self.places = _places(catalogue, municipality)
        """The villages and towns of the municipality, as its own record and the national list name them."""
        self.offers = known(catalogue, municipality)
        """Everything people can turn to, the nearest first."""
        self.kinds = tuple(_below(catalogue.vocabularies["help"], None, 0))
        """Every kind of help, each before what stands under it."""

    @cached_property
    def single_kinds(self) -> tuple[HelpKind, ...]:
        """The kinds that have nothing under them, or stand under another: without the headings they stand under."""
        return tuple(kind for kind in self.kinds if kind.depth or len(kind.ids) == 1)

    @cached_property
    def by_situation(self) -> Counts:
        return self._table(lambda known: known.situations)

    @cached_property
    def by_spot(self) -> Counts:
        return self._table(lambda known: (known.spot,))

    @cached_property
    def by_audience(self) -> Counts:
        return self._table(lambda known: known.audience)

    def of_kind(self, id: str) -> Count:
        """How many there are for a kind of help, all that stands under it included."""
        return self.by_situation.get((id, ALL), Count())

    def of_situation(self, id: str) -> Count:
        """How many there are in a situation."""
        return self.by_situation.get((ALL, id), Count())

    @property
    def total(self) -> Count:
        return self.by_situation.get((ALL, ALL), Count())

    @cached_property
    def distant_kinds(self) -> frozenset[str]:
        """The kinds of help for which there is something, but by phone or online only."""
        every = {id for known in self.offers for id in self._rows(known)}
        return frozenset(every - {id for known in self.offers if not known.distant for id in self._rows(known)})

    def gaps(self) -> Mapping[Gap, Sequence[Term]]:
        """The kinds of help with nothing at all, with national help alone, and with nothing of the place itself."""
        return _gaps((kind.term, self.of_kind(kind.term.id)) for kind in self.single_kinds)

    def situation_gaps(self) -> Mapping[Gap, Sequence[Term]]:
        """The same for situations."""
        return _gaps((term, self.of_situation(term.id)) for term in self.catalogue.vocabularies["situations"])

    def most_and_fewest(self) -> tuple[Sequence[HelpKind], Sequence[HelpKind]]:
        """The kinds of help with the most and with the fewest, of those for which there is something.

        The total counts, as in the picture and the tables, and kinds with as many stand together. Where all have as
        many there are no fewest.
        """
        totals = {kind: total for kind in self.single_kinds if (total := self.of_kind(kind.term.id).total)}
        most, fewest = ([kind for kind in totals if totals[kind] == end(totals.values())] for end in (max, min))
        return most, fewest if fewest != most else []

    def _table(self, columns: Callable[[Known], Iterable[str]]) -> Counts:
        tallies: dict[Reach, Counter[tuple[str, str]]] = {reach: Counter() for reach in _REACHES}
        for known, down in zip(self.offers, self._down, strict=True):
            tallies[known.reach].update(product(down, (ALL, *dict.fromkeys(columns(known)))))
        cells = dict.fromkeys(chain(*tallies.values()))
        return {cell: Count(*(tally.get(cell, 0) for tally in tallies.values())) for cell in cells}

    @cached_property
    def _down(self) -> Sequence[Sequence[str]]:
        """For each offer the rows it counts in."""
        return [(ALL, *self._rows(known)) for known in self.offers]

    def _rows(self, known: Known) -> Sequence[str]:
        """The kinds of help an offer counts for, with all they stand under."""
        return tuple(dict.fromkeys(id for help in known.help for id in self.above[help])) or (NONE,)

    @cached_property
    def above(self) -> Mapping[str, tuple[str, ...]]:
        """Each kind of help with all it stands under, itself first."""
        found: dict[str, tuple[str, ...]] = {}
        for kind in self.kinds:
            id = kind.term.id
            found[id] = (id, *found.get(kind.term.parent or "", ()))
        return found


@shared
def counted(catalogue: Catalogue, municipality: str) -> Coverage:
    """The counts of a municipality, made once for its page and its files."""
    return Coverage(catalogue, municipality)


@derived
def known(catalogue: Catalogue, municipality: str) -> tuple[Known, ...]:
    """What is counted of everything people in a municipality can turn to, the nearest first."""
    places = {slug(place): place for place in _places(catalogue, municipality)}
    return tuple(_known(catalogue, offer, places) for offer in catalogue.offers_in(municipality))


def _known(catalogue: Catalogue, offer: Offer, places: Mapping[str, str]) -> Known:
    record, access = offer.offering, offer.offering.access
    said = [line.text.rstrip(".") for line in lines(catalogue, record)]
    checked = record.checked.date if record.checked else None
    return Known(
        key=offer.key,
        name=record.name,
        owner=offer.organisation.name,
        help=offer.help,
        situations=offer.situations,
        area=offer.area,
        reach=offer.reach,
        status="paused" if catalogue.rests(offer) else "active" if offer.status == "paused" else offer.status,
        spot=_spot(offer.reach, record, places),
        where=record.where,
        audience=record.audience,
        rings=bool(record.phones),
        cost=record.cost.kind if record.cost else None,
        price="; ".join(costs(record.cost)),
        referral=access.referral if access else None,
        indication=access.indication if access else None,
        waits=_waits(record),
        waiting_time="; ".join(said),
        checked=checked,
        stale=catalogue.stale(checked or UNDATED),
    )


def _waits(record: Offering) -> bool:
    if record.availability and record.availability.state != "open":
        return True
    return record.wait != waits.NONE if record.wait else bool(record.waiting_time)


def _places(catalogue: Catalogue, municipality: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(catalogue.municipalities[municipality].record.places))


def _below(vocabulary: Vocabulary, parent: str | None, depth: int) -> Iterator[HelpKind]:
    for term in vocabulary:
        if term.parent == parent:
            yield HelpKind(term, tuple(sorted(vocabulary.descendants(term.id))), depth)
            yield from _below(vocabulary, term.id, depth + 1)


_REACHES: tuple[Reach, ...] = ("lokaal", "regionaal", "landelijk")


def _spot(reach: Reach, record: Offering, places: Mapping[str, str]) -> str:
    """Where an offer is for people: see `WHOLE` and the others. `places` are the villages by the slug of their name."""
    if reach == "landelijk":
        return COUNTRY
    comes = not _COMES.isdisjoint(record.where)
    villages = {places.get(slug(place.place)) for place in record.places if place.place} - {None}
    if villages and not comes:
        return next(iter(villages)) or WHOLE if len(villages) == 1 else WHOLE
    if reach == "regionaal":
        return REGION
    return WHOLE if comes else UNKNOWN


def _gaps(counted: Iterable[tuple[Term, Count]]) -> Mapping[Gap, Sequence[Term]]:
    found: dict[Gap, list[Term]] = {"nothing": [], "national": [], "regional": []}
    for term, count in counted:
        if not count.total:
            found["nothing"].append(term)
        elif not count.near:
            found["national"].append(term)
        elif not count.local:
            found["regional"].append(term)
    return found


SHADES = 4
"""How many shades tell few from many."""


def shades(most: int) -> tuple[int, ...]:
    """The highest count of each shade, where the highest of all is `most`: a large municipality has larger steps."""
    largest = max(most, SHADES)
    steps = [max(step, round(largest ** (step / SHADES))) for step in range(1, SHADES)]
    return (*steps, largest)


def shade(count: int, steps: Sequence[int]) -> int:
    """The shade of a count, from 1; 0 for nothing."""
    return next((number for number, most in enumerate(steps, 1) if count <= most), len(steps)) if count else 0


class Compared(NamedTuple):
    """A kind of help with how many offers near by it had on each earlier date, and now."""

    kind: HelpKind | None
    """None for everything together."""
    before: tuple[int, ...]
    now: int

    @property
    def difference(self) -> int:
        return self.now - self.before[-1]


class Comparison(NamedTuple):
    """What is near by now beside what was on earlier dates. What serves the whole country is left out: an edition
    doesn't decide on that."""

    dates: tuple[str, ...]
    rows: tuple[Compared, ...]
    new: tuple[Known, ...]
    """What was not there on the last of those dates."""
    gone: tuple[Past, ...]
    """What was, and isn't now."""


MOST_DATES = 3


def compared(coverage: Coverage, earlier: Sequence[Earlier]) -> Comparison | None:
    """The counts now beside those of the last few earlier dates; None when there are none. An offer that has another
    id since then is the same offer."""
    if not earlier:
        return None
    shown = earlier[-MOST_DATES:]
    now = coverage.catalogue.renamed
    then = [{now.get(key, key): past for key, past in file.offers.items() if _near(past)} for file in shown]
    tallies = [_tally(coverage, (past.help for past in offers.values())) for offers in then]
    rows = [
        Compared(kind, tuple(tally.get(kind.term.id, 0) for tally in tallies), coverage.of_kind(kind.term.id).near)
        for kind in coverage.single_kinds
    ]
    everything = Compared(None, tuple(len(offers) for offers in then), coverage.total.near)
    here = {known.key for known in coverage.offers if known.near}
    return Comparison(
        tuple(file.date for file in shown),
        (everything, *(row for row in rows if row.now or any(row.before))),
        tuple(known for known in coverage.offers if known.near and known.key not in then[-1]),
        tuple(past for key, past in sorted(then[-1].items()) if key not in here),
    )


def _near(past: Past) -> bool:
    return past.reach != "landelijk"


def _tally(coverage: Coverage, helps: Iterable[Sequence[str]]) -> Mapping[str, int]:
    """How many offers there are for each kind of help, given the kinds of each."""
    found: dict[str, int] = {}
    for help in helps:
        for id in dict.fromkeys(above for kind in help for above in coverage.above.get(kind, ())):
            found[id] = found.get(id, 0) + 1
    return found
