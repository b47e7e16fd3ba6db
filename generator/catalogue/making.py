"""From files to a Catalogue, or to Problems: all of them, not the first.

Rules for one record have run when it was read. Here come the rules between records: what exists, what is
unique, what day it is. Only an edition without faults becomes a Catalogue.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial

from generator.catalogue.catalogue import Catalogue
from generator.catalogue.composing import composed
from generator.catalogue.unlisted import unlisted
from generator.edition import Edition
from generator.problems.problem import Finding, Problem, problem, severity_of
from generator.records import earlier
from generator.validation.between import known_of, of_backpack, of_municipality, of_vocabulary, parents_of
from generator.validation.carried import carried, doubled
from generator.validation.keeping import ReadAhead, Tick, read
from generator.validation.layers import layered
from generator.validation.meaning import Words
from generator.validation.merging import merging_of, of_merging
from generator.validation.reach import unreached
from generator.validation.reading import Reading
from generator.validation.rules.checks import checked_in_time, told_in_time
from generator.validation.rules.references import known_ids
from generator.validation.villages import Villages, narrowed, of_villages
from generator.values.fields import COUNTRYWIDE


@dataclass(frozen=True, slots=True)
class Lost:
    """A record that is there but has no object, so nobody knows all addresses it answers."""

    kind: str
    id: str
    formerly: tuple[str, ...]
    unread: bool
    """Whether nothing of it could be read."""


@dataclass(frozen=True)
class Validation:
    """What came of an edition's records: a catalogue when there is no fault, and every problem, in order."""

    catalogue: Catalogue | None
    problems: tuple[Problem, ...]
    count: int
    """How many record files were read."""
    sound: Catalogue
    """The catalogue of what could be read, for checks that must not wait until all else is mended."""
    lost: tuple[Lost, ...]
    """The records that could not."""

    @property
    def faults(self) -> tuple[Problem, ...]:
        return tuple(problem for problem in self.problems if problem.severity == "fault")


def validate(
    edition: Edition,
    today: date,
    tick: Tick | None = None,
    *,
    national: bool = False,
    faults_only: bool = False,
    ahead: Callable[[], ReadAhead | None] | None = None,
) -> Validation:
    """Read and judge all records of an edition and of the national layer below it; with `national` also warn about that
    layer, with `faults_only` about nothing. `ahead` gives what `read_ahead` read a moment ago, if anything."""
    readings, problems = read(edition, tick, ahead)
    told = partial(_told, national=national, faults_only=faults_only)
    layers, found = layered(readings)
    merging = merging_of(layers, today)
    merged = merging.done
    known, parents = known_of(layers, merged), parents_of(layers)
    words = Words(layers, known)
    for reading in readings:
        problems += reading.problems(words.meant, told)
    villages = Villages(layers, merging)
    published = frozenset(merging.former)
    moving: set[int] = set()
    alike: Mapping[str, Sequence[Finding]] = {}
    if not faults_only:
        from generator.validation.alike import same_organisations  # here, because whoever builds asks for no warnings

        alike = same_organisations(layers)
    for place, reading in enumerate(layers):
        findings: Sequence[Finding] = (
            *alike.get(reading.file.name, ()),
            *known_ids(reading.facts, reading.file.id, known, words.near, merged),
            *checked_in_time(reading.facts, today),
            *told_in_time(reading.facts, today),
            *of_villages(reading, villages),
            *of_municipality(reading, edition),
            *of_vocabulary(reading, known, parents),
            *of_backpack(reading, published, merged),
            *of_merging(reading, merging, layers, today),
        )
        if merged and any(finding.code == "old-area" for finding in findings):
            moving.add(place)
        found += ((reading, finding) for finding in findings)
    if not faults_only:
        found += unreached(layers, published, known["municipality"] | {COUNTRYWIDE}, merged, villages)
    if any(reading.file.kind == "amendment" for reading in layers):
        from generator.validation.replacing import amending  # here, because most editions amend nothing

        found += amending(layers)
    if not any(reading.file.kind == "municipality" for reading in layers):
        problems.append(problem(edition.shown(edition.data / "municipalities"), 1, 1, Finding("no-municipality")))
    counted, miscounted = earlier.read(edition, today, published)
    problems += miscounted
    counting = [carried(reading, merged) if place in moving else reading for place, reading in enumerate(layers)]
    found += doubled(layers, counting)
    readable = [narrowed(reading, villages) for reading in counting if reading.json is not None]
    sound = composed(readable, edition, today, counted, merging, villages)
    if not faults_only:
        found += _unlisted(zip(layers, counting, strict=True), sound)
    problems += (reading.problem(finding) for reading, finding in found if told(reading, finding.code))
    problems.sort()
    faultless = not any(problem.severity == "fault" for problem in problems)
    lost = tuple(_lost(reading) for reading in layers if reading.json is None)
    return Validation(sound if faultless else None, tuple(problems), len(readings), sound, lost)


def _lost(reading: Reading) -> Lost:
    facts = reading.facts
    return Lost(reading.file.kind, reading.file.id, facts.formerly, facts.unread)


def _told(reading: Reading, code: str, *, national: bool, faults_only: bool) -> bool:
    """Whether what was found in a record is told: placing it and putting it into words takes time. Warnings about the
    national layer are for who keeps that layer, not for every edition."""
    return severity_of(code) == "fault" or not (faults_only or (reading.file.national and not national))


def _unlisted(readings: Iterable[tuple[Reading, Reading]], sound: Catalogue) -> Iterator[tuple[Reading, Finding]]:
    """What kennisrugzakken name without listing it: only the whole catalogue knows all names. Each comes as it was read
    and as it counts today; the file is as it was read."""
    for reading, today in readings:
        if reading.file.kind == "backpack" and today.file.id in sound.backpacks:
            yield from ((reading, finding) for finding in unlisted(sound, today.file.id))
