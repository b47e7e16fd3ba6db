"""The few facts of a record that lists and rules need at once, so that the rest can wait till it is asked for.

The cache keeps them beside the record itself, as rows of plain values: `kept` makes those, `again` reads them.
A large edition has hundreds of thousands of paths and references, so each of those is one text there.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, fields, replace
from typing import Any, NamedTuple, Self

from generator.cache.digests import digest
from generator.model.activity import Activity
from generator.model.anatomy import anatomy
from generator.model.capacity import holds_until
from generator.model.kinds import KINDS
from generator.model.municipality import Municipality
from generator.model.network import Network
from generator.model.organisation import Identifiers, Organisation, standing
from generator.model.part import Part
from generator.model.parts import Checked
from generator.model.vocabulary import Terms
from generator.problems.problem import Path
from generator.values import phones
from generator.values.fields import UNDATED
from generator.values.slugs import slug

Named = tuple[str, str, str]
"""An id in a record that points at something else: what kind of thing, which id, and where (packed)."""


Found = tuple[int, int, list[Any], str, dict[str, Any]]
"""A finding with its place, as plain values: line, column, path, code, values."""


class Check(NamedTuple):
    """When something in a record was held against its source, and where that is written."""

    path: str
    """Packed, in the model."""
    date: str
    line: int = 1
    column: int = 1
    written: str = ""
    """Packed, in the file."""


class OfferingFacts(NamedTuple):
    """What lists need of an offering, with what it leaves out taken from its organisation."""

    id: str
    name: str
    help: tuple[str, ...] = ()
    situations: tuple[str, ...] = ()
    area: tuple[str, ...] = ()
    status: str = "active"
    visible: tuple[str | None, str | None] = (None, None)
    formerly: tuple[str, ...] = ()
    paused_until: str | None = None
    room: tuple[str | None, str | None, str | None] = (None, None, None)
    """Since when and until when there is room or not, and the last day on which that and the wait may be said."""
    villages: tuple[str, ...] = ()
    postcodes: tuple[str, ...] = ()


class TermFacts(NamedTuple):
    """A term of a vocabulary and what it stands under; None for what could not be typed."""

    id: str | None
    parent: str | None


Common = tuple[tuple[str, ...], tuple[Check, ...], tuple[str, ...], bool, str | None]
"""What is known of every record: the first fields of `Facts`."""


class Area(NamedTuple):
    """The municipalities that something is for."""

    path: Path
    ids: tuple[str, ...]
    ended: bool
    """Whether nobody can turn to it any more."""


@dataclass(frozen=True, slots=True)
class Facts:
    """The facts of any record, whole or salvaged."""

    references: tuple[str, ...] = ()
    """Packed: `named` gives them."""
    checks: tuple[Check, ...] = ()
    formerly: tuple[str, ...] = ()
    unread: bool = False
    """Whether not all is known, since the file could not be read as a whole."""
    municipality: str | None = None
    """The one municipality that it is for, where it names one."""

    @classmethod
    def of(cls, record: Any, common: Common) -> Facts:  # noqa: ARG003
        """Those of a record of this kind, whole or salvaged, with what is read in the same way of every kind."""
        return cls(*common)

    @classmethod
    def again(cls, own: Sequence[Any], common: Common) -> Facts:
        """Those of this kind as the cache gave them back."""
        return cls(*common, *own)

    def areas(self) -> Iterator[Area]:
        """Each area that it has of its own."""
        return iter(())

    def carried(self, done: Mapping[str, str]) -> Self:
        """The same with the id that each old one of a municipality means now."""
        here = self.municipality
        return replace(self, municipality=done.get(here, here)) if here is not None else self

    def municipalities(self) -> Set[str]:
        """The ids of the municipalities that it says it is for."""
        return set().union(*(area.ids for area in self.areas()), (self.municipality,) if self.municipality else ())

    def named(self) -> Iterator[Named]:
        """Every id in the record that points at something else."""
        for reference in self.references:
            kind, id, path = reference.split(" ")
            yield kind, id, path

    def speaks_of(self) -> Iterator[str]:
        """The ids of what a text may speak of."""
        return (id for kind, id, _ in self.named() if kind == "record" or (kind in KINDS and KINDS[kind].spoken_of))


@dataclass(frozen=True, slots=True)
class OrganisationFacts(Facts):
    """The facts of an organisation, and of all it offers."""

    names: tuple[str, ...] = ()
    area: tuple[str, ...] = ()
    status: str = "active"
    refers_to: tuple[str, ...] = ()
    paused_until: str | None = None
    offerings: tuple[OfferingFacts, ...] = ()
    shown: str = ""
    """A name for what lists need of its offerings: another one when any of that differs."""
    marks: tuple[str, ...] = ()
    """What tells it from others: `kvk 12345678`, `agb 12345678`, `tel +31464333455`."""
    place: str = ""
    """Where it is, as a slug."""

    @classmethod
    def of(cls, record: Organisation, common: Common) -> OrganisationFacts:
        offerings = tuple(_offerings(record))
        return cls(
            *common,
            names=tuple(name for name in (record.name, *(record.alternate_names or ())) if name),
            area=_sound(record.area),
            status=record.status or "active",
            refers_to=_sound(record.refers_to),
            paused_until=record.paused_until,
            offerings=offerings,
            shown=digest(repr(offerings)),
            marks=tuple(_marks(record)),
            place=slug(record.address.place) if record.address and record.address.place else "",
        )

    @classmethod
    def again(cls, own: Sequence[Any], common: Common) -> OrganisationFacts:
        names, area, status, refers_to, paused_until, rows, shown, marks, place = own
        offerings = tuple(map(_offering_again, rows))
        return cls(
            *common, tuple(names), tuple(area), status, tuple(refers_to), paused_until, offerings, shown,
            tuple(marks), place,
        )  # fmt: skip

    def areas(self) -> Iterator[Area]:
        ended = self.status == "ended"
        if self.area:
            yield Area(("area",), self.area, ended)
        for index, offering in enumerate(self.offerings):
            if offering.area and offering.area != self.area:
                yield Area(("offerings", index, "area"), offering.area, ended or offering.status == "ended")

    def carried(self, done: Mapping[str, str]) -> OrganisationFacts:
        areas = {place: _renamed(offering.area, done) for place, offering in enumerate(self.offerings)}
        return replace(self.offered_in(areas), area=_renamed(self.area, done))

    def offered_in(self, areas: Mapping[int, tuple[str, ...]]) -> OrganisationFacts:
        """The same with another area for some of its offerings, by their place."""
        offerings = tuple(
            offering._replace(area=areas.get(place, offering.area)) for place, offering in enumerate(self.offerings)
        )
        return replace(self, offerings=offerings, shown=digest(repr(offerings)))

    def refers_people_to(self) -> tuple[str, ...]:
        """The organisations it refers people to, itself or by one of their offerings, each once."""
        return tuple(dict.fromkeys(path.split("/")[0] for path in self.refers_to))


@dataclass(frozen=True, slots=True)
class MunicipalityFacts(Facts):
    """The facts of a municipality."""

    name: str = ""
    merger_date: str = ""
    """The day from which its former ids mean this one; none where they always do, or where the national list knows."""

    @classmethod
    def of(cls, record: Municipality, common: Common) -> MunicipalityFacts:
        return cls(*common, name=record.name or "", merger_date=record.merger_date or "")


@dataclass(frozen=True, slots=True)
class VocabularyFacts(Facts):
    """The facts of a vocabulary."""

    terms: tuple[TermFacts, ...] = ()

    @classmethod
    def of(cls, record: Terms, common: Common) -> VocabularyFacts:
        return cls(*common, terms=tuple(TermFacts(term.id, term.parent) for term in record.terms or ()))

    @classmethod
    def again(cls, own: Sequence[Any], common: Common) -> VocabularyFacts:
        return cls(*common, tuple(map(TermFacts._make, own[0])))


@dataclass(frozen=True, slots=True)
class AreaFacts(Facts):
    """The facts of a record with one area."""

    area: tuple[str, ...] = ()

    def areas(self) -> Iterator[Area]:
        if self.area:
            yield Area(("area",), self.area, ended=False)

    def carried(self, done: Mapping[str, str]) -> Self:
        return replace(self, area=_renamed(self.area, done))


@dataclass(frozen=True, slots=True)
class ActivityFacts(AreaFacts):
    """The facts of an activity: its own, without what it takes from its organisation."""

    organisation: str = ""
    dated: bool = False
    """Whether it says on which day it begins."""

    @classmethod
    def of(cls, record: Activity, common: Common) -> ActivityFacts:
        dated = record.start not in (None, UNDATED)
        return cls(*common, area=_sound(record.area), organisation=record.organisation or "", dated=dated)

    @classmethod
    def again(cls, own: Sequence[Any], common: Common) -> ActivityFacts:
        area, organisation, dated = own
        return cls(*common, tuple(area), organisation, dated)


@dataclass(frozen=True, slots=True)
class NetworkFacts(AreaFacts):
    """The facts of a network."""

    members: tuple[str, ...] = ()
    """The organisations in it."""
    meets: bool = False
    """Whether it has a meeting with a date."""

    @classmethod
    def of(cls, record: Network, common: Common) -> NetworkFacts:
        members = tuple(member.organisation for member in record.members or () if member.organisation)
        return cls(*common, area=_sound(record.area), members=members, meets=bool(record.meetings))

    @classmethod
    def again(cls, own: Sequence[Any], common: Common) -> NetworkFacts:
        area, members, meets = own
        return cls(*common, tuple(area), tuple(members), meets)


_FACTS: Mapping[type[Part], type[Facts]] = {
    Organisation: OrganisationFacts,
    Municipality: MunicipalityFacts,
    Terms: VocabularyFacts,
    Activity: ActivityFacts,
    Network: NetworkFacts,
}
"""The kinds of record of which more is known than of every record."""


Placed = Callable[[Path], tuple[int, int, Path]]
"""Gives the line, the column and the path in the file of a path in the model."""


def _nowhere(path: Path) -> tuple[int, int, Path]:
    return 1, 1, path


def facts_of(record: Part, placed: Placed = _nowhere) -> Facts:
    """The facts of any record, whole or salvaged."""
    references = tuple(f"{kind} {value} {packed(path)}" for kind, value, path in _references(record, ()))
    checks = tuple(_check(path, check, placed) for path, check in _checks(record, ()))
    formerly = _sound(getattr(record, "formerly", None))
    municipality = getattr(record, "municipality", None)
    common = (references, checks, formerly, False, municipality)
    return _FACTS.get(type(record), Facts).of(record, common)


def nothing_known(kind: str) -> Facts:
    """What is known of a file that could not be read."""
    return _of_kind(kind)(unread=True)


def kept(facts: Facts) -> Sequence[Any]:
    """A row of plain values for the cache."""
    return [getattr(facts, field.name) for field in fields(facts)]


def again(kind: str, row: Sequence[Any]) -> Facts:
    """The facts of a record of a kind from its row, as the cache gave it back."""
    references, checks, formerly, unread, municipality, *own = row
    common = tuple(references), tuple(map(Check._make, checks)), tuple(formerly), unread, municipality
    return _of_kind(kind).again(own, common)


def _of_kind(kind: str) -> type[Facts]:
    return _FACTS.get(KINDS[kind].model, Facts)


def packed(path: Path) -> str:
    """A path as one text."""
    return ".".join(map(str, path))


def unpacked(path: str) -> Path:
    """The path that was packed."""
    return tuple(int(step) if step.isdigit() else step for step in path.split("."))


def _sound(values: Sequence[str | None] | None) -> tuple[str, ...]:
    """The values of a list that could be read: of a record that has faults some are nothing."""
    return tuple(filter(None, values or ()))


def _renamed(ids: Sequence[str], done: Mapping[str, str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(done.get(id, id) for id in ids))


def _offering_again(row: Sequence[Any]) -> OfferingFacts:
    id, name, help, situations, area, status, visible, formerly, paused_until, room, villages, postcodes = row
    return OfferingFacts(
        id, name, tuple(help), tuple(situations), tuple(area), status, (visible[0], visible[1]), tuple(formerly),
        paused_until, (room[0], room[1], room[2]), tuple(villages), tuple(postcodes),
    )  # fmt: skip


def _offerings(record: Organisation) -> Iterator[OfferingFacts]:
    for offering in record.offerings or ():
        visible, room, stands = offering.visible, offering.availability, standing(offering, record)
        yield OfferingFacts(
            id=offering.id or "",
            name=offering.name or "",
            help=_sound(offering.help),
            situations=_sound(offering.situations),
            area=_sound(offering.area) or _sound(record.area),
            status=stands.status,
            visible=(visible.from_date, visible.until) if visible else (None, None),
            formerly=_sound(offering.formerly),
            paused_until=stands.paused_until,
            room=(
                room.since if room else None,
                room.until if room else None,
                holds_until(offering, offering.checked or record.checked)
                if offering.availability or offering.wait
                else None,
            ),
            villages=_sound(offering.villages),
            postcodes=_sound(offering.postcodes),
        )


def _marks(record: Organisation) -> Iterator[str]:
    identifiers = record.identifiers
    for kind in Identifiers.model_fields:
        if identifiers and (number := getattr(identifiers, kind)):
            yield f"{kind} {number}"
    rung = (phone.number for phone in record.phones or () if phone.number)
    yield from dict.fromkeys(f"tel {phones.for_machines(number)}" for number in rung)


def _check(path: Path, check: Checked, placed: Placed) -> Check:
    line, column, written = placed(path)
    return Check(packed(path), check.date, line, column, packed(written))


def _references(part: Part, path: Path) -> Iterator[tuple[str, str, Path]]:
    for field in anatomy(type(part)).pointing:
        value = getattr(part, field.name, None)
        if not value:
            continue
        here = (*path, field.key)
        if field.reference is not None:
            if isinstance(value, str):
                yield field.reference, value, here
            else:
                yield from ((field.reference, item, (*here, index)) for index, item in enumerate(value) if item)
        elif isinstance(value, Part):
            yield from _references(value, here)
        else:
            for index, item in enumerate(value):
                yield from _references(item, (*here, index))


def _checks(record: Part, path: Path) -> Iterator[tuple[Path, Checked]]:
    own = getattr(record, "checked", None)
    if own is not None and own.date:
        yield (*path, "checked", "date"), own
    for index, offering in enumerate(getattr(record, "offerings", None) or ()):
        yield from _checks(offering, ("offerings", index))
