"""From files to a Catalogue, or to Problems: all of them, not the first.

Rules for one record have run when it was read. Here come the rules between records: what exists, what is
unique, what day it is. Only an edition without faults becomes a Catalogue.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import astuple, dataclass, replace
from datetime import date
from functools import partial
from itertools import groupby
from pathlib import Path
from typing import Any

from pydantic_core import from_json

from generator.cache.digests import digest
from generator.cache.store import Store
from generator.catalogue.amending import amended
from generator.catalogue.asking import Asked
from generator.catalogue.catalogue import Catalogue
from generator.catalogue.entries import ENTRIES, Entry, Vocabulary, records
from generator.catalogue.unlisted import unlisted
from generator.edition import Edition
from generator.formats import jsontext
from generator.model.kinds import KINDS, Kind
from generator.model.municipality import Municipality
from generator.model.vocabulary import Terms
from generator.national.layer import NationalMunicipality, Place
from generator.problems.problem import Finding, Problem, problem, severity_of
from generator.records import earlier
from generator.records.earlier import Earlier
from generator.records.files import RecordFile, find
from generator.records.prose import Prose
from generator.validation.alike import same_organisations
from generator.validation.between import known_of, of_backpack, of_municipality, of_vocabulary, parents_of
from generator.validation.carried import carried
from generator.validation.layers import layered
from generator.validation.meaning import Words
from generator.validation.merging import Merging, merging_of, of_merging
from generator.validation.merging import country as country_of
from generator.validation.reach import unreached
from generator.validation.reading import Reading, names_of, read_new, readings_of
from generator.validation.replacing import amending
from generator.validation.rules.checks import checked_in_time, told_in_time
from generator.validation.rules.files import boundary
from generator.validation.rules.references import known_ids
from generator.validation.villages import Villages, of_villages
from generator.values.fields import COUNTRYWIDE
from generator.values.slugs import sort_key

Tick = Callable[[int, int], None]
"""Hears how many records of how many have been read."""


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


ReadAhead = tuple[Sequence[tuple[str, str, str, str, bool, str]], Sequence[tuple[str, bytes, bytes]]]
"""What was read before it is asked for, as plain values: what each `RecordFile` holds, with the name of what stands
there, and what the store didn't know, its notes as JSON."""


def read_ahead(edition: Edition, tick: Tick | None = None) -> Iterator[ReadAhead | None]:
    """Read all records, then keep them for the next time. None when there is more to say of the files than that."""
    files, problems = find(edition)
    store = _store(edition)
    names, new = read_new(files, names_of(files), store, _counting(tick, files))
    if problems or not all(names):
        yield None
        return
    rows = [(*astuple(file), name) for file, name in zip(files, names, strict=True)]
    store.add(new)
    if len(new) > _FEW:
        _save(store, names)
        yield rows, []
    else:
        yield rows, [(name, jsontext.written(note), blob) for name, note, blob in new]
        _save(store, names)


_FEW = 100
"""As many records are told at once and kept afterwards; more are kept first, where whoever asked finds them."""


def _store(edition: Edition) -> Store:
    return Store(edition.cache / "records.store")


def _save(store: Store, names: Sequence[str]) -> None:
    """Keep what was read for the next time. Where that can't be, the next time takes longer and nothing else."""
    with suppress(OSError):
        store.save(names)


def _counting(tick: Tick | None, files: Sequence[RecordFile]) -> Callable[[int], None] | None:
    return (lambda done: tick(done, len(files))) if tick else None


def _read(
    edition: Edition, tick: Tick | None, ahead: Callable[[], ReadAhead | None] | None
) -> tuple[list[Reading], list[Problem]]:
    """A reading of every file, and what is wrong with the files themselves."""
    problems: list[Problem] = []
    store, found = _store(edition), ahead() if ahead is not None else None
    if found is not None:
        rows, new = found
        files, names = [RecordFile(*row[:-1]) for row in rows], [row[-1] for row in rows]
        store.add((name, from_json(note), blob) for name, note, blob in new)
        if not store.has(names):
            store = _store(edition)  # as it was kept meanwhile
    if found is None or not store.has(names):
        files, problems = find(edition)
        names, unknown = read_new(files, names_of(files), store, _counting(tick, files))
        store.add(unknown)
        _save(store, names)
    readings = readings_of(files, names, store)
    store.forget_notes()
    return readings, problems


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
    readings, problems = _read(edition, tick, ahead)
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
    alike = {} if faults_only else same_organisations(layers)
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
        found += unreached(layers, published, known["municipality"] | {COUNTRYWIDE}, merged)
    found += amending(layers)
    if not any(reading.file.kind == "municipality" for reading in layers):
        problems.append(problem(edition.shown(edition.data / "municipalities"), 1, 1, Finding("no-municipality")))
    counted, miscounted = earlier.read(edition, today, published)
    problems += miscounted
    counting = [carried(reading, merged) if place in moving else reading for place, reading in enumerate(layers)]
    readable = [reading for reading in counting if reading.json is not None]
    sound = _catalogue(readable, edition, today, counted, merging, villages)
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


def _catalogue(
    layers: Sequence[Reading],
    edition: Edition,
    today: date,
    counted: Mapping[str, tuple[Earlier, ...]],
    merging: Merging,
    villages: Villages,
) -> Catalogue:
    country = country_of(merging)
    by_kind = {
        kind: list(group) for kind, group in groupby(sorted(layers, key=_kind_and_id), key=lambda r: r.file.kind)
    }
    own = [
        (reading, _completed(reading, country.get(reading.file.id), villages))
        for reading in by_kind.get("municipality", [])
        if reading.file.id in merging.former
    ]
    own.sort(key=lambda pair: sort_key(pair[1]["name"]))
    municipalities = {reading.file.id: _municipality(reading, data, merging) for reading, data in own}
    for reading, data in own:
        if reading.file.id not in country:
            places = tuple(Place(name) for name in data.get("places", ()))
            id = reading.file.id
            country[id] = NationalMunicipality(id, data["name"], None, data.get("province", ""), places)

    added = {reading.file.id: reading for reading in by_kind.get("amendment", ())}
    if added:
        by_kind["organisation"] = list(amended(by_kind.get("organisation", ()), added))
    entries = {kind.id: _entries(by_kind, kind) for kind in KINDS.values() if not kind.listed}
    return Catalogue(
        today,
        {kind: records(kind, found) for kind, found in {**entries, "municipality": municipalities}.items()},
        Asked("country", country),
        Asked("vocabulary", _vocabularies(by_kind.get("vocabulary", [])), lambda vocabulary: vocabulary.digest),
        boundaries=Asked("boundary", dict(_boundaries(own)), json.dumps),
        prose=Asked("prose", Prose.of(edition).addresses, lambda _: ""),
        earlier=Asked("earlier", counted, lambda files: " ".join(f"{file.date}:{file.digest}" for file in files)),
    )


def _municipality(reading: Reading, data: Mapping[str, Any], merging: Merging) -> Entry[Municipality]:
    id, whole = reading.file.id, jsontext.written(data)
    former = merging.former[id]
    return Entry(
        "municipality",
        Municipality,
        id,
        reading.file.name,
        digest(reading.digest, whole, *former),  # other records and the day decide on it as well
        replace(reading.facts, formerly=former),
        lambda: whole,
    )


def _boundaries(own: Sequence[tuple[Reading, dict[str, Any]]]) -> Iterator[tuple[str, dict[str, Any]]]:
    for reading, data in own:
        if data.get("boundary"):
            shape = boundary(Path(reading.file.path).parent, data["boundary"])
            if shape is not None:
                yield reading.file.id, shape


def _kind_and_id(reading: Reading) -> tuple[str, str]:
    return reading.file.kind, reading.file.id


def _completed(reading: Reading, official: NationalMunicipality | None, villages: Villages) -> dict[str, Any]:
    """A municipality's record with all that lies in it, and what it leaves out taken from the national list."""
    assert reading.json is not None
    id, data = reading.file.id, json.loads(reading.json())
    filled = {"code": official.code, "province": official.province} if official else {}
    joined = {"places": villages.places(id), "postcodes": villages.own_postcodes(id)}
    return {
        **{name: value for name, value in filled.items() if value},
        **data,
        **{name: value for name, value in joined.items() if value},
    }


def _entries(by_kind: Mapping[str, Sequence[Reading]], kind: Kind) -> dict[str, Entry[Any]]:
    entry = ENTRIES.get(kind.model, Entry)
    return {
        reading.file.id: entry(
            kind.id, kind.model, reading.file.id, reading.file.name, reading.digest, reading.facts, reading.json
        )
        for reading in by_kind.get(kind.id, ())
        if reading.json is not None
    }


def _vocabularies(readings: Sequence[Reading]) -> dict[str, Vocabulary]:
    """Each vocabulary with the national terms and, over and after them, the edition's own."""
    found: dict[str, Vocabulary] = {}
    for reading in sorted(readings, key=lambda r: not r.file.national):
        assert reading.json is not None
        terms = Terms.again(reading.json()).terms
        before = found.get(reading.file.id)
        merged = {**(before.terms if before else {}), **{term.id: term for term in terms}}
        whole = digest(before.digest if before else "", reading.digest)
        found[reading.file.id] = Vocabulary(reading.file.id, merged.values(), whole)
    return found
