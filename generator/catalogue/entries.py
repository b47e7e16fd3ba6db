"""What a catalogue holds: records and offers with the few facts that lists need at once, and vocabularies."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from functools import cached_property
from typing import Any, Generic, Literal, NamedTuple, TypeVar, cast

from generator.catalogue.asking import Asked, note
from generator.model.activity import Activity
from generator.model.hours import OpeningHours
from generator.model.network import Network
from generator.model.organisation import Offering, Organisation, Reachable
from generator.model.part import Part
from generator.model.vocabulary import Term
from generator.validation.facts import ActivityFacts, Facts, NetworkFacts, OfferingFacts, OrganisationFacts
from generator.values import dates
from generator.values.fields import COUNTRYWIDE

R = TypeVar("R", bound=Part)
Reach = Literal["lokaal", "regionaal", "landelijk"]
Phase = Literal["later", "now", "over"]
"""Whether an offer has yet to begin, can be had, or is over or ended."""

NEARNESS: Mapping[Reach, int] = {"lokaal": 0, "regionaal": 1, "landelijk": 2}


class Entry(Generic[R]):
    """One record of a file: its id, a digest of all it holds, light facts, and the record on demand.

    Who looks into it depends on all it holds.
    """

    def __init__(
        self,
        kind: str,
        record_type: type[R],
        id: str,
        file: str,
        digest: str,
        facts: Facts,
        json: Callable[[], bytes],
    ) -> None:
        self.record_type = record_type
        self.id = id
        self.file = file
        """Where it was read, as messages call it."""
        self.digest = digest
        self._facts = facts
        self._json = json
        self._question = (kind, id)

    @property
    def facts(self) -> Facts:
        """The few facts that lists and rules need."""
        note(self._question)
        return self._facts

    @property
    def record(self) -> R:
        """The typed record. It was validated when it was read, so this can't fail."""
        note(self._question)
        return self._record

    @cached_property
    def _record(self) -> R:
        return self.record_type.again(self._json())


class OrganisationEntry(Entry[Organisation]):
    """An organisation, of which lists need more at once than of other records."""

    @property
    def facts(self) -> OrganisationFacts:
        """The few facts that lists and rules need."""
        note(self._question)
        return cast(OrganisationFacts, self._facts)

    @property
    def offerings(self) -> tuple[Offering, ...]:
        """Its offerings, each with what it leaves out filled in."""
        note(self._question)
        return self._offerings

    @cached_property
    def _offerings(self) -> tuple[Offering, ...]:
        return tuple(offering.within(self._record) for offering in self._record.offerings)

    @property
    def reachable(self) -> tuple[Reachable | None, ...]:
        """When each of them can be reached; None when nobody says."""
        note(self._question)
        return self._reachable

    @cached_property
    def _reachable(self) -> tuple[Reachable | None, ...]:
        return tuple(offering.reachable(self._record) for offering in self._record.offerings)


class ActivityEntry(Entry[Activity]):
    """An activity."""

    @property
    def facts(self) -> ActivityFacts:
        """The few facts that lists and rules need."""
        note(self._question)
        return cast(ActivityFacts, self._facts)


class NetworkEntry(Entry[Network]):
    """A network."""

    @property
    def facts(self) -> NetworkFacts:
        """The few facts that lists and rules need."""
        note(self._question)
        return cast(NetworkFacts, self._facts)


ENTRIES: Mapping[type[Part], type[Entry[Any]]] = {
    Organisation: OrganisationEntry,
    Activity: ActivityEntry,
    Network: NetworkEntry,
}
"""The records of which more is known at once than of others."""

E = TypeVar("E", bound=Entry[Any])


def records(kind: str, entries: Mapping[str, E]) -> Asked[E]:
    """The records of a kind by id: who looks at one depends on all it holds."""
    return Asked(kind, entries, lambda entry: entry.digest)


class Offer(NamedTuple):
    """An offering in its place: what lists need at once, the rest through `organisation` and `offering`."""

    key: str
    """`<organisation>/<offering>`, unique in the edition."""
    facts: OfferingFacts
    entry: OrganisationEntry
    place: int
    """Which of its organisation's offerings it is, from 0."""

    @property
    def id(self) -> str:
        return self.facts.id

    @property
    def help(self) -> tuple[str, ...]:
        return self.facts.help

    @property
    def situations(self) -> tuple[str, ...]:
        return self.facts.situations

    @property
    def area(self) -> tuple[str, ...]:
        return self.facts.area

    @property
    def status(self) -> str:
        return self.facts.status

    @property
    def organisation_id(self) -> str:
        return self.entry.id

    @property
    def organisation(self) -> Organisation:
        """The organisation that does it."""
        return self.entry.record

    @property
    def offering(self) -> Offering:
        """The offering, with what it leaves out taken from its organisation."""
        return self.entry.offerings[self.place]

    @property
    def reachable(self) -> Reachable | None:
        """When it can be reached; None when nobody says."""
        return self.entry.reachable[self.place]

    @property
    def hours(self) -> OpeningHours | None:
        """When somebody can come or be helped there: hours of a phone are told with its number, those of one of several
        places with that place."""
        found, record = self.reachable, self.offering
        if record.addresses and all(place.opening_hours is not None for place in record.addresses):
            return None
        if found is None or not found.by_phone:
            return found.hours if found is not None else None
        return None if record.where and not {"locatie", "thuis"}.intersection(record.where) else record.opening_hours

    @property
    def shown(self) -> str:
        """What tells apart two states of what is at hand here."""
        return f"{self.key} {self.entry.facts.shown}"

    @property
    def reach(self) -> Reach:
        """Whether it serves one municipality, several, or the whole country."""
        if COUNTRYWIDE in self.area:
            return "landelijk"
        return "regionaal" if len(self.area) > 1 else "lokaal"

    @property
    def paused_until(self) -> str | None:
        """The last day (`2027-01-10`) of its pause; None when it has none, or nobody says when it ends."""
        until = self.facts.paused_until if self.status == "paused" else None
        return dates.last_day(until).isoformat() if until else None

    def rests(self, past: Callable[[str], bool]) -> bool:
        """Whether it is there but takes a break, which may have an end; `past` says whether a day is over."""
        until = self.paused_until
        return self.status == "paused" and (until is None or not past(until))

    def phase(self, day: date) -> Phase:
        """Whether it has yet to begin on a day, can be had, or is over: what has ended is over once it began."""
        begin, end = self.facts.visible
        if begin and dates.first_day(begin) > day:
            return "later"
        ended = self.status == "ended" or (end is not None and end != "" and dates.last_day(end) < day)
        return "over" if ended else "now"


class Vocabulary:
    """The terms of one vocabulary, in their order."""

    def __init__(self, id: str, terms: Iterable[Term], digest: str = "") -> None:
        self.id = id
        self.terms = {term.id: term for term in terms}
        self.digest = digest

    def __iter__(self) -> Iterator[Term]:
        return iter(self.terms.values())

    def __contains__(self, id: object) -> bool:
        return id in self.terms

    def __getitem__(self, id: str) -> Term:
        return self.terms[id]

    def label(self, id: str) -> str:
        """What people read for a term."""
        return self.terms[id].label

    def children(self, id: str) -> tuple[Term, ...]:
        """The terms directly under a term."""
        return tuple(term for term in self if term.parent == id)

    def descendants(self, id: str) -> frozenset[str]:
        """A term with everything under it, at any depth."""
        found, todo = {id}, [id]
        while todo:
            new = [child.id for child in self.children(todo.pop()) if child.id not in found]
            found.update(new)
            todo += new
        return frozenset(found)
