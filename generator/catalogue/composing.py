"""From readings to a Catalogue: records by kind, municipalities completed, vocabularies put together."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from itertools import groupby
from pathlib import Path
from typing import Any

from generator.cache.digests import digest
from generator.catalogue.amending import amended
from generator.catalogue.asking import Asked
from generator.catalogue.catalogue import Catalogue
from generator.catalogue.entries import ENTRIES, Entry, Vocabulary, records
from generator.edition import Edition
from generator.formats import jsontext
from generator.model.kinds import KINDS, Kind
from generator.model.municipality import Municipality
from generator.model.vocabulary import Terms
from generator.national.layer import NationalMunicipality, Place
from generator.records.earlier import Earlier
from generator.records.prose import Prose
from generator.validation.merging import Merging
from generator.validation.merging import country as country_of
from generator.validation.reading import Reading
from generator.validation.rules.files import boundary
from generator.validation.villages import Villages
from generator.values.slugs import sort_key


def composed(
    layers: Sequence[Reading],
    edition: Edition,
    today: date,
    counted: Mapping[str, tuple[Earlier, ...]],
    merging: Merging,
    villages: Villages,
) -> Catalogue:
    """The catalogue of what could be read, as it counts on a day."""
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
