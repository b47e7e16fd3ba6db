"""What holds between records: what is named exists, and what one record says another may not deny."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, Set
from pathlib import Path

from generator.edition import Edition
from generator.model.kinds import KINDS
from generator.model.municipality import Municipality
from generator.model.vocabulary import VOCABULARIES
from generator.national import layer as national
from generator.problems.near import near
from generator.problems.problem import Finding
from generator.validation.facts import OrganisationFacts, VocabularyFacts
from generator.validation.reading import Reading
from generator.validation.rules.files import files_beside
from generator.validation.rules.references import UNREAD
from generator.validation.rules.vocabulary import in_loops


def known_of(layers: Sequence[Reading], merged: Mapping[str, str]) -> Mapping[str, frozenset[str]]:
    """Every id that something may point at, by kind, faulty records included: they do exist. A municipality that is
    part of another one by now is none.

    A vocabulary that could not be read is left out: what it holds is anyone's guess.
    """
    kinds = (*KINDS, *VOCABULARIES, "organisation-or-offering", "record", UNREAD)
    known: dict[str, set[str]] = {kind: set() for kind in kinds}
    known["municipality"] |= set(national.municipalities())
    for reading in layers:
        kind, id, facts = reading.file.kind, reading.file.id, reading.facts
        if isinstance(facts, VocabularyFacts):
            known.setdefault(id, set()).update(term.id for term in facts.terms if term.id)
        else:
            known[kind].add(id)
        if KINDS[kind].spoken_of:
            known["record"].add(id)
        if isinstance(facts, OrganisationFacts):
            if facts.unread:
                known[UNREAD].add(id)
            offers = {f"{id}/{offering.id}" for offering in facts.offerings}
            known["organisation-or-offering"] |= {id} | offers
            known["record"] |= offers
    known["municipality"] -= merged.keys()
    unread = {r.file.id for r in layers if r.file.kind == "vocabulary" and r.facts.unread}
    return {kind: frozenset(ids) for kind, ids in known.items() if kind not in unread}


def of_municipality(reading: Reading, edition: Edition) -> Iterator[Finding]:
    if reading.file.kind == "municipality" and reading.json is not None:
        record = Municipality.again(reading.json())
        yield from files_beside(record, reading.file.id, Path(reading.file.path).parent, edition.content)


def of_backpack(reading: Reading, published: Set[str], merged: Mapping[str, str]) -> Iterator[Finding]:
    """A kennisrugzak stands on the pages of its municipality, so there have to be some."""
    if reading.file.kind == "backpack" and published:
        id = reading.file.id.split("/")[0]
        if merged.get(id, id) not in published:
            yield Finding("backpack-elsewhere", (), {"id": id, "near": near(id, published)})


def parents_of(layers: Sequence[Reading]) -> dict[str, dict[str, str | None]]:
    """What each term stands under, by vocabulary, with the edition's terms over the national ones."""
    found: dict[str, dict[str, str | None]] = {}
    for reading in sorted(layers, key=lambda reading: not reading.file.national):
        if isinstance(reading.facts, VocabularyFacts):
            found.setdefault(reading.file.id, {}).update(_parents(reading.facts))
    return found


def _parents(facts: VocabularyFacts) -> dict[str, str | None]:
    return {term.id: term.parent for term in facts.terms if term.id}


def of_vocabulary(
    reading: Reading, known: Mapping[str, frozenset[str]], parents: Mapping[str, Mapping[str, str | None]]
) -> Iterator[Finding]:
    """A vocabulary is one that some field uses; the terms of an edition may stand under national ones."""
    facts, id = reading.facts, reading.file.id
    if not isinstance(facts, VocabularyFacts):
        return
    if id not in VOCABULARIES and (facts.terms or not facts.unread):  # an empty file was told of
        values = {"id": id, "near": near(id, VOCABULARIES), "choices": ", ".join(sorted(VOCABULARIES))}
        yield Finding("vocabulary-unknown", (), values)
    for index, (_, parent) in enumerate(facts.terms):
        if parent and id in known and parent not in known[id]:
            yield Finding("term-parent", ("terms", index, "parent"), {"id": parent})
    loops = in_loops(parents[id]) - in_loops(_parents(facts))  # a loop inside one file was found when that was read
    for index, (term, _) in enumerate(facts.terms):
        if term in loops and not reading.file.national:
            yield Finding("term-loop", ("terms", index, "parent"), {"id": term})
