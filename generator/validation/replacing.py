"""What an edition does to the national layer is always said, and acute help is not changed in passing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from generator.model.amendment import Amendment
from generator.model.kinds import KINDS
from generator.model.organisation import Offering, Organisation
from generator.model.parts import PhoneLine
from generator.national.shown import ACUTE
from generator.problems.problem import Finding, Path
from generator.texts.spoken import text
from generator.validation.facts import VocabularyFacts
from generator.validation.reading import Reading
from generator.values.fields import COUNTRYWIDE


def replacing(own: Reading, national: Reading) -> Iterator[Finding]:
    """What there is to say of a record of an edition that stands in for a national one."""
    reason = None
    if own.file.kind == "organisation" and own.json is not None and national.json is not None:
        mine, theirs = Organisation.again(own.json()), Organisation.again(national.json())
        reason = mine.replaces_reason
        if own.file.id in ACUTE and not reason:
            for path, what, there, here in _changes(mine, theirs):
                values = {"what": text("cli", "acute", what), "there": there, "here": here}
                yield Finding("acute-changed", path, {"name": theirs.name, "id": own.file.id, **values})
    why = f": {reason}" if reason else ""
    values = {"kind": KINDS[own.file.kind].called, "file": national.file.name, "why": why}
    yield Finding("national-replaced", (), values)


def amending(layers: Sequence[Reading]) -> Iterator[tuple[Reading, Finding]]:
    """What there is to say of what an edition adds to national records."""
    added = [reading for reading in layers if reading.file.kind == "amendment"]
    if not added:
        return
    organisations = {reading.file.id: reading for reading in layers if reading.file.kind == "organisation"}
    for reading in added:
        about = organisations.get(reading.file.id)
        if about is not None and not about.file.national:
            values = {"id": reading.file.id, "other": about.file.name}
            yield reading, Finding("amend-own", (), values)
        elif about is not None:
            yield from ((reading, finding) for finding in _twice(reading, about))


def _twice(own: Reading, national: Reading) -> Iterator[Finding]:
    if own.json is None or national.json is None:
        return
    known = {line.number for line in Organisation.again(national.json()).phones}
    for index, line in enumerate(Amendment.again(own.json()).phones):
        if line.number in known:
            yield Finding("amend-twice", ("phones", index, "number"), {"number": line.number})


def redefining(own: Reading, national: Reading) -> Iterator[Finding]:
    """What there is to say of a vocabulary that gives terms of the national one another meaning."""
    if isinstance(own.facts, VocabularyFacts) and isinstance(national.facts, VocabularyFacts):
        before = {term.id for term in national.facts.terms}
        found = [term.id for term in own.facts.terms if term.id and term.id in before]
        if found:
            yield Finding("terms-replaced", (), {"ids": ", ".join(found), "file": national.file.name})


Change = tuple[Path, str, str, str]
"""Where something is otherwise than it was, what, how it was, and how it is now."""


def _changes(mine: Organisation, theirs: Organisation) -> Iterator[Change]:
    yield from _of_both(mine, theirs, ())
    at = {offering.id: index for index, offering in enumerate(mine.offerings)}
    for offering in theirs.offerings:
        if offering.id not in at:
            yield (), "offering", offering.name, _nothing()
            continue
        index = at[offering.id]
        own, path = mine.offerings[index], ("offerings", index)
        yield from _of_both(own, offering.within(theirs), path)
        if own.visible is not None:
            days = " – ".join(day for day in (own.visible.from_date, own.visible.until) if day)
            yield (*path, "visible"), "visible", text("cli", "acute", "always"), days


def _of_both(mine: Organisation | Offering, theirs: Organisation | Offering, path: Path) -> Iterator[Change]:
    """What differs of what an organisation and an offering both have. An offering may leave it to its organisation."""
    left = isinstance(mine, Offering)
    if not (left and not mine.phones) and _loses(mine.phones, theirs.phones):
        where: tuple[Any, ...] = ("phones", 0, "number") if mine.phones else ()
        yield (*path, *where), "number", _numbers(theirs.phones), _numbers(mine.phones)
    if mine.status != theirs.status:
        yield (*path, "status"), "status", theirs.status, mine.status
    if mine.area and COUNTRYWIDE in (theirs.area or ()) and COUNTRYWIDE not in mine.area:
        yield (*path, "area"), "area", COUNTRYWIDE, ", ".join(mine.area)


def _loses(mine: Sequence[PhoneLine], theirs: Sequence[PhoneLine]) -> bool:
    """Whether another number comes first, or one is gone. More numbers may follow."""
    numbers, before = [line.number for line in mine], [line.number for line in theirs]
    return bool(before) and (numbers[:1] != before[:1] or not set(before) <= set(numbers))


def _numbers(lines: Sequence[PhoneLine]) -> str:
    return ", ".join(line.number for line in lines) or _nothing()


def _nothing() -> str:
    return str(text("cli", "acute", "nothing"))
