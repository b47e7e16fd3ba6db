"""Which municipality somebody means: by its own name, an old one, a village, a neighbourhood or a postcode.

What is known is looked up before anything is guessed by its spelling: Uden went into Maashorst, however much it looks
like Leusden.
"""

from __future__ import annotations

import re
from collections import ChainMap
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from difflib import get_close_matches
from functools import cache
from typing import Literal, NamedTuple

from generator.national import whereabouts
from generator.national.layer import municipalities
from generator.national.mergers import followed, mergers
from generator.values.slugs import plain

How = Literal["name", "former", "place", "neighbourhood", "postcode"]
"""What was said: a name of the municipality itself, of one that went into it, of a place in it, or a postcode."""


class Meant(NamedTuple):
    """What was said, and the municipalities that it leads to, by id."""

    how: How
    name: str
    """As the list writes it."""
    ids: tuple[str, ...]
    day: date | None = None
    """For a former municipality: since when it is part of another one."""


_SIGNS = re.compile(r"[’‘'`´.]")
_BETWEEN = re.compile(r"[^a-z0-9]+")
_POSTCODE = re.compile(r"([1-9][0-9]{3})\s?(?:[a-z]{2})?", re.ASCII)

_PROVINCES = {
    "dr": "Drenthe", "fl": "Flevoland", "fr": "Friesland", "frl": "Friesland", "fryslan": "Friesland",
    "gld": "Gelderland", "gr": "Groningen", "gn": "Groningen", "l": "Limburg", "lb": "Limburg", "li": "Limburg",
    "nb": "Noord-Brabant", "nbr": "Noord-Brabant", "brabant": "Noord-Brabant", "nh": "Noord-Holland",
    "o": "Overijssel", "ov": "Overijssel", "u": "Utrecht", "ut": "Utrecht", "utr": "Utrecht", "z": "Zeeland",
    "zld": "Zeeland", "zl": "Zeeland", "zh": "Zuid-Holland",
}  # fmt: skip
"""What stands for a province behind a name, beside its own name, to tell namesakes apart: `Bergen (NH)`."""

_ALIKE, _QUITE_ALIKE = 0.75, 0.8
"""How much a name must be like that of a municipality, or of something in one, to be taken for it, from 0 to 1: there
are thousands of villages, and something is always a little like one of them."""


def spelled(name: str) -> str:
    """A name as it is compared: `Gemeente 's-Gravenhage` as `s gravenhage`, `Nuenen c.a.` as `nuenen`."""
    words = _BETWEEN.sub(" ", _SIGNS.sub("", plain(name))).split()
    if words[:1] == ["gemeente"] and len(words) > 1:
        words = words[1:]
    if words[-1:] == ["ca"] and len(words) > 1:
        words = words[:-1]
    return " ".join(words)


def meant(said: str, day: date | None = None) -> Meant | None:
    """What somebody means with a name or a postcode; None when nobody is called so. With a `day`, a municipality that
    has gone into another one by then is a former one; without, as long as the list has it, it is itself."""
    if "/" in said or "\\" in said:  # a path is no name, whatever it ends in
        return None
    words = spelled(said)
    found = _names().get(words) or _of_province(words)
    if found is not None:
        former = mergers().get(found.ids[0]) if found.how == "name" and len(found.ids) == 1 else None
        return _former(former.id) if former is not None and day is not None and former.day <= day else found
    if (postcode := _POSTCODE.fullmatch(plain(said).strip())) is None:
        return None
    ids = tuple(id for id, areas in whereabouts.postcodes().items() if any(a.name == postcode[1] for a in areas))
    return Meant("postcode", postcode[1], ids) if ids else None


def guessed(said: str) -> Meant | None:
    """What somebody may have meant who wrote a name that nobody has: a municipality sooner than something in one. With
    a province behind it, what has that name elsewhere, then what is like it there."""
    words = spelled(said)
    name, province = _parted(words)
    if province and (found := _of_province(words) or _names().get(name)):
        return found
    there = [{_parted(key)[0]: one for key, one in names.items()} for names in _lying_in(province)] if province else []
    for groups in filter(None, (there, _groups())):
        for names, cutoff in ((groups[0], _ALIKE), (_in_one(groups), _QUITE_ALIKE)):
            near = get_close_matches(name, names, n=1, cutoff=cutoff)
            if near:
                return names[near[0]]
    return None


def _of_province(words: str) -> Meant | None:
    """A name with the province behind it, short or whole: the list itself has some of these with one, `Loo Gld`."""
    name, province = _parted(words)
    written = (name, *(f"{name} {behind}" for behind, known in _behind().items() if known == province))
    groups = _lying_in(province) if province else ()
    return next((names[one] for names in groups for one in written if one in names), None)


def _parted(words: str) -> tuple[str, str]:
    """A name, and the province that stands behind it, if any."""
    for behind, province in _behind().items():
        if words.endswith(f" {behind}"):
            return words.removesuffix(f" {behind}"), province
    return words, ""


@cache
def _behind() -> Mapping[str, str]:
    """Each province by what may stand for it, the way it is compared."""
    provinces = {known.province for known in municipalities().values() if known.province}
    found = {**_PROVINCES, **{spelled(province): province for province in provinces}}
    return {behind: found[behind] for behind in sorted(found, key=len, reverse=True)}


@cache
def _lying_in(province: str) -> tuple[Mapping[str, Meant], ...]:
    """What is called something in a province, by group."""
    country = municipalities()
    return tuple(
        {
            name: one._replace(ids=ids)
            for name, one in group.items()
            if (ids := tuple(id for id in one.ids if country[id].province == province))
        }
        for group in _groups()
    )


@cache
def _names() -> Mapping[str, Meant]:
    """Everything that anything is called, the way it is compared. What is most a municipality counts."""
    return _in_one(_groups())


def _in_one(groups: Sequence[Mapping[str, Meant]]) -> Mapping[str, Meant]:
    return dict(ChainMap(*map(dict, groups)))


@cache
def _groups() -> tuple[Mapping[str, Meant], ...]:
    """What municipalities are called, what those of before were, and what lies in them."""
    return tuple(map(_by_spelling, (_own_names(), _former_names(), _places(), _neighbourhoods())))


def _by_spelling(every: Iterator[Meant]) -> Mapping[str, Meant]:
    found: dict[str, Meant] = {}
    for one in every:
        key = spelled(one.name)
        before = found.get(key)
        found[key] = one if before is None else before._replace(ids=tuple(dict.fromkeys(before.ids + one.ids)))
    return found


def _own_names() -> Iterator[Meant]:
    for id, known in municipalities().items():
        yield from (Meant("name", name, (id,)) for name in (known.name, *known.others))
        if spelled(id) != spelled(known.name):
            yield Meant("name", id, (id,))


def _former_names() -> Iterator[Meant]:
    country = municipalities()
    return (_former(id) for id in mergers() if id not in country)


def _former(id: str) -> Meant:
    merger = mergers()[id]
    into = followed(id, {other: known.into for other, known in mergers().items() if other not in municipalities()})
    return Meant("former", merger.name, (into if into != id else merger.into,), merger.day)


def _places() -> Iterator[Meant]:
    for id, known in municipalities().items():
        yield from (Meant("place", place.name, (id,)) for place in known.places)
    for id, names in whereabouts.other_names().items():
        yield from (Meant("place", other.name, (id,)) for other in names)


def _neighbourhoods() -> Iterator[Meant]:
    for id, places in whereabouts.neighbourhoods().items():
        yield from (Meant("neighbourhood", place.name, (id,)) for place in places)
