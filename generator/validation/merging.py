"""Municipalities that become part of another one, as an edition stands on a day.

The national list knows the mergers of the country; a municipality's record may say its own with `formerly` and
`merger_date`: that counts then. From the day on an old id means the new municipality, wherever a record names it. Until
then everything is as it was, so an edition can hold both and need not change on the day itself.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import NamedTuple

from generator.national import layer as national
from generator.national.layer import NationalMunicipality
from generator.national.mergers import followed, mergers
from generator.problems.problem import Finding
from generator.texts.spoken import text
from generator.validation.facts import MunicipalityFacts
from generator.validation.reading import Reading
from generator.values import dates


class Joining(NamedTuple):
    """A municipality that is part of another one from a day on; None for always."""

    old: str
    name: str
    into: str
    day: date | None
    intended: bool = False


@dataclass(frozen=True)
class Merging:
    """What has merged for an edition, and what will."""

    done: Mapping[str, str] = field(default_factory=dict)
    """The id that each old one means now."""
    joinings: Mapping[str, Joining] = field(default_factory=dict)
    """Every merger by its old id, those to come as well."""
    unpublished: frozenset[str] = frozenset()
    """The municipalities with a record but no pages: those that are part of another one, and those that have yet to
    begin."""
    former: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """For each published municipality, the ids whose addresses lead to it now."""
    names: Mapping[str, str] = field(default_factory=dict)
    """What the edition's own municipalities are called."""

    def name(self, id: str) -> str:
        """What a municipality is called."""
        known = national.municipalities().get(id)
        return self.names.get(id) or (known.name if known else id)


def merging_of(layers: Sequence[Reading], today: date) -> Merging:
    """What merges in an edition."""
    own = {r.file.id: r.facts for r in layers if isinstance(r.facts, MunicipalityFacts)}
    joinings = {m.id: Joining(*m) for m in mergers().values()}
    for id, facts in own.items():
        for old in facts.formerly:
            if old != id:
                joinings[old] = _own(old, id, facts, joinings.get(old))
    begun = [one for one in joinings.values() if one.day is None or one.day <= today]
    moves = {one.old: one.into for one in begun if one.day is not None or one.old not in own}
    done = {old: into for old in moves if (into := followed(old, moves)) in own or old not in own}
    unpublished = {id for id in own if id in done} | _unbegun(own, today)
    former = {id: _former(id, own, done, joinings, today) for id in own if id not in unpublished}
    return Merging(
        done, joinings, frozenset(unpublished), former, {id: facts.name for id, facts in own.items() if facts.name}
    )


def _own(old: str, id: str, facts: MunicipalityFacts, known: Joining | None) -> Joining:
    """What a record says about a municipality that goes into it: its own day counts, else that of the list."""
    official = national.municipalities().get(old)
    name = known.name if known else official.name if official else old
    if facts.merger_date:
        return Joining(old, name, id, date.fromisoformat(facts.merger_date))
    if known is not None and known.into == id:
        return known
    return Joining(old, name, id, None)


def _unbegun(own: Mapping[str, MunicipalityFacts], today: date) -> set[str]:
    """The new municipalities whose day has yet to come, as long as there are pages of what they are made of."""
    return {
        id
        for id, facts in own.items()
        if id not in national.municipalities()
        and facts.merger_date
        and date.fromisoformat(facts.merger_date) > today
        and not own.keys().isdisjoint(facts.formerly)
    }


def _former(
    id: str,
    own: Mapping[str, MunicipalityFacts],
    done: Mapping[str, str],
    joinings: Mapping[str, Joining],
    today: date,
) -> tuple[str, ...]:
    here = [
        old
        for old in own[id].formerly
        if (day := joinings[old].day if old in joinings else None) is None or day <= today
    ]
    for old in own:
        if done.get(old) == id:
            here += [old, *own[old].formerly]
    return tuple(dict.fromkeys(here))


def country(merging: Merging) -> dict[str, NationalMunicipality]:
    """The municipalities of the country by id, with those that merged in one, and new ones made of what they were."""
    found = dict(national.municipalities())
    for old, into in merging.done.items():
        gone = found.pop(old, None)
        if gone is not None:
            whole = found.get(into) or NationalMunicipality(into, merging.name(into), None, gone.province, ())
            found[into] = replace(whole, places=whole.places + gone.places, joined=(*whole.joined, gone.id))
    return found


def of_merging(reading: Reading, merging: Merging, layers: Sequence[Reading], today: date) -> Iterator[Finding]:
    """What a municipality's editors have to know of the mergers it is in."""
    if not isinstance(reading.facts, MunicipalityFacts):
        return
    id = reading.file.id
    if reading.facts.merger_date and not reading.facts.formerly:
        yield Finding("merger-without-former", ("merger_date",))
    for one in merging.joinings.values():
        if one.day is None:
            continue
        to_come = one.day > today
        if one.old == id:
            there = one.into in merging.names
            codes = ("merger-ahead", "merger-unprepared") if to_come else ("municipality-merged", "municipality-alone")
            yield Finding(codes[not there], ("name",), _told(one, merging, layers))
        elif to_come and one.into == id and one.old not in merging.names:
            yield Finding("merger-ahead", ("name",), _told(one, merging, layers))


def _told(one: Joining, merging: Merging, layers: Sequence[Reading]) -> dict[str, str]:
    assert one.day is not None
    count = sum(one.old in reading.facts.municipalities() for reading in layers)
    return {
        "old": merging.name(one.old) if one.old in merging.names else one.name,
        "id": one.old,
        "into": merging.name(one.into),
        "into_id": one.into,
        "day": dates.in_words(one.day.isoformat()),
        "intended": str(text("places", "intended")) if one.intended else "",
        "count": str(count),
    }
