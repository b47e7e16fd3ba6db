"""What a kennisrugzak still lacks, for who writes it: as warnings of the validator, and at the foot of its page."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.catalogue.catalogue import Catalogue
from generator.problems.problem import Finding
from generator.validation.rules.backpack import complete, known_sections
from generator.validation.rules.walking import walk

_SHORT = 4
"""Names this short (MEE, CZ) are also parts of ordinary words: only their own capitals tell them apart."""


def missing(catalogue: Catalogue, key: str) -> list[Finding]:
    """Everything a kennisrugzak lacks, in the order of its text."""
    walked = walk(catalogue.backpacks[key].record, key)
    form = [finding for finding in known_sections(walked) if finding.code == "missing-section"]
    return [*form, *complete(walked), *unlisted(catalogue, key)]


def unlisted(catalogue: Catalogue, key: str) -> Iterator[Finding]:
    """What the text calls by name but the lists beside it leave out, so that nothing leads there and back."""
    entry = catalogue.backpacks[key]
    body = entry.record.body or ""
    small = body.casefold()
    listed = set(entry.facts.speaks_of())
    listed |= {id.split("/")[0] for id in listed}
    told: set[str] = set()
    for id, name in _names(catalogue, key.split("/")[0]):
        if id in listed or id in told:
            continue
        exact = len(name) <= _SHORT
        at = _place(name, body) if exact else _place(name.casefold(), small)
        if at is not None:
            told.add(id)
            yield Finding("named-not-listed", ("body", body.count("\n", 0, at)), {"name": name, "id": id})


def _names(catalogue: Catalogue, municipality: str) -> Iterator[tuple[str, str]]:
    """(id, name) of every record that a text about a municipality can speak of, by each of its names."""
    for organisation in catalogue.organisations_in(municipality):
        yield from ((organisation.id, name) for name in organisation.facts.names)
        for offering in organisation.facts.offerings:
            yield f"{organisation.id}/{offering.id}", offering.name
    for network in catalogue.networks.values():
        if municipality in network.record.area:
            yield network.id, network.record.name
    for records in (catalogue.tools, catalogue.examples):
        for id, entry in records.items():
            if entry.record.municipality in (None, municipality) or entry.record.scope == "landelijk":
                yield id, entry.record.name


def _place(name: str, text: str) -> int | None:
    """Where a name stands in a text as words of its own."""
    if name not in text:
        return None
    found = re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text)
    return found.start() if found else None
