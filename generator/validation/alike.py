"""Two records that are the same organisation: people would find it twice, and half of it is wrong soon."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from functools import cache, lru_cache

from generator.model.organisation import Identifiers
from generator.national import layer as national
from generator.problems.problem import Finding
from generator.validation.facts import OrganisationFacts
from generator.validation.reading import Reading
from generator.values.slugs import slug

_FORMS = frozenset({"stichting", "vereniging", "cooperatie", "st", "ver", "bv", "b", "v", "nv", "ua", "u", "a"})
_LITTLE = frozenset({"de", "het", "een", "en", "van", "voor", "in", "te", "der", "den", "s", "t", "n"})

_LIKENESS = 0.8
"""From here two words are one with a slip in it (0 to 1)."""

_MOST = 40
"""When more records than this have the same number it is a central one, and only the same name is held against it."""


def same_organisations(layers: Sequence[Reading]) -> Mapping[str, list[Finding]]:
    """What is found, by the name of the later file of two. Two of the national layer are not judged."""
    found: dict[str, list[Finding]] = {}
    groups: dict[str, list[tuple[Reading, OrganisationFacts]]] = {}
    told: set[tuple[str, str]] = set()
    for reading in sorted(layers, key=lambda reading: (not reading.file.national, reading.file.name)):
        facts = reading.facts
        if not isinstance(facts, OrganisationFacts) or facts.status == "ended":
            continue
        for mark in facts.marks:
            earlier = groups.setdefault(mark, [])
            for other, others in _candidates(earlier, facts):
                pair = (other.file.name, reading.file.name)
                finding = _finding(mark, reading, facts, other, others) if pair not in told else None
                if finding is not None:
                    told.add(pair)
                    found.setdefault(reading.file.name, []).append(finding)
            earlier.append((reading, facts))
    return found


def _candidates(
    earlier: Sequence[tuple[Reading, OrganisationFacts]], facts: OrganisationFacts
) -> Iterator[tuple[Reading, OrganisationFacts]]:
    central = len(earlier) > _MOST
    return (one for one in earlier if not central or not set(one[1].names).isdisjoint(facts.names))


def _finding(
    mark: str, reading: Reading, facts: OrganisationFacts, other: Reading, others: OrganisationFacts
) -> Finding | None:
    if reading.file.national and other.file.national:
        return None
    alike = _alike(facts.names, others.names)
    apart = bool(facts.place and others.place and facts.place != others.place)
    kind, _, value = mark.partition(" ")
    values = {"name": facts.names[0] if facts.names else reading.file.id, "other": other.file.name, "number": value}
    if kind in Identifiers.model_fields:
        # Branches of one organisation have its number, and each a place of its own.
        return None if apart and not alike else Finding(f"same-{kind}", ("identifiers", kind), values)
    same = not set(facts.names).isdisjoint(others.names)
    return Finding("same-organisation", ("name",), values) if alike and (same or not apart) else None


def _alike(names: Sequence[str], others: Sequence[str]) -> bool:
    return any(_same_name(one, other) for one in names for other in others)


def _same_name(one: str, other: str) -> bool:
    """Whether two names are the same but for a slip, small words, or how an organisation is called by law."""
    first, second = _words(one), _words(other)
    if not first or not second:
        return one.casefold() == other.casefold()
    if "".join(first) == "".join(second):
        return True
    left = [[word for word in mine if word not in theirs] for mine, theirs in ((first, second), (second, first))]
    if not left[0] and not left[1]:
        return True
    if len(left[0]) != 1 or len(left[1]) != 1 or {left[0][0], left[1][0]} <= _places():
        return False
    word, like = left[0][0], left[1][0]
    long = min(len(word), len(like)) > 3 and not re.search("[0-9]", word + like)
    return long and SequenceMatcher(None, word, like).ratio() >= _LIKENESS


@lru_cache(maxsize=4096)
def _words(name: str) -> tuple[str, ...]:
    return tuple(word for word in slug(name).split("-") if word and word not in _FORMS | _LITTLE)


@cache
def _places() -> frozenset[str]:
    """Every word in the name of a municipality or a place: two of these are two places, however alike."""
    country = national.municipalities().values()
    names = (name for known in country for name in (known.name, *(place.name for place in known.places)))
    return frozenset(word for name in names for word in slug(name).split("-"))
