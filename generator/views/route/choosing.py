"""How offers are chosen for the answers of the guided route.

Three things decide, one after the other, so that anybody can say why an offer stands where it does: how soon it
can be had, how well it fits the answers, how near it is.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import NamedTuple

from generator.catalogue.asking import derived, shared
from generator.catalogue.catalogue import Catalogue
from generator.catalogue.entries import Offer
from generator.model.organisation import Ages, Offering
from generator.values import ages
from generator.views.pieces.room import Known, known
from generator.views.route.questions import What, Who, route

FEWEST = 3
MOST = 5
"""As many offers stand under an answer, if there are so many: what somebody who is tired can weigh."""

_OF_ONE = 2
"""As many of those may be one organisation's."""


class Chosen(NamedTuple):
    """The offers under one answer to the third question. `fits`: whether any is about what was asked."""

    offers: tuple[Offer, ...]
    fits: bool


class _Candidate(NamedTuple):
    """What is weighed of an offer, with how soon it can be had for each answer to the third question."""

    key: str
    organisation: str
    help: Sequence[str]
    situations: Sequence[str]
    audience: Sequence[str]
    ages: tuple[float | None, float | None]
    """In months: from the first, and before the last."""
    soon: Mapping[str, int]


class _Meant(NamedTuple):
    """What an offer is to somebody, whatever is hardest: how far meant for them, and whether it thinks along."""

    points: int
    helper: int


class _About(NamedTuple):
    """What an offer is to what is hardest, whoever asks: how far about that, and how far about something else."""

    points: int
    apart: int


def choose(
    catalogue: Catalogue, municipality: str, who: Who, what: What, without: frozenset[str] = frozenset()
) -> dict[str, Chosen]:
    """For each answer to "how soon" the offers to begin with, best first; `without` some organisations."""
    chosen = _weighing(catalogue, municipality, *sorted(without)).choose(who, what)
    return {
        id: Chosen(tuple(catalogue.offers[candidate.key] for candidate in found), fits)
        for id, (found, fits) in chosen.items()
    }


@shared
def _weighing(catalogue: Catalogue, municipality: str, *without: str) -> _Weighing:
    return _Weighing(catalogue, municipality, frozenset(without))


class _Weighing:
    """The offers of a municipality, weighed once for each answer: the pages of all pairs of answers share that."""

    def __init__(self, catalogue: Catalogue, municipality: str, without: frozenset[str]) -> None:
        self._help = catalogue.vocabularies["help"]
        self._helpers = self._below(route().general)
        self._candidates = [one for one in _candidates(catalogue, municipality) if one.organisation not in without]
        self._by_who: dict[Who, list[_Meant | None]] = {}
        self._by_what: dict[What, list[_About | None]] = {}

    def choose(self, who: Who, what: What) -> Mapping[str, tuple[Sequence[_Candidate], bool]]:
        """See `choose`."""
        fitting: list[tuple[int, _Candidate]] = []
        others: list[tuple[int, _Candidate]] = []
        for candidate, meant, about in zip(self._candidates, self._for(who), self._of(what), strict=True):
            if meant is None or about is None:
                continue
            if about.points:
                fitting.append((about.points + meant.points - about.apart, candidate))
            elif meant.helper:
                others.append((meant.helper + meant.points - about.apart, candidate))
        made = {}
        for id in SOON:
            first = _best(fitting, id, MOST)
            rest = _best(others, id, FEWEST - len(first)) if len(first) < FEWEST else []
            made[id] = ((*first, *rest), bool(first))
        return made

    def _for(self, who: Who) -> list[_Meant | None]:
        """What each candidate is to somebody; None where it is not for them."""
        if who not in self._by_who:
            self._by_who[who] = [
                _Meant(_meant_for(one, who), _topic(one, self._helpers, who.situations)) if _is_for(one, who) else None
                for one in self._candidates
            ]
        return self._by_who[who]

    def _of(self, what: What) -> list[_About | None]:
        """What each candidate is to what is hardest; None where it would hurt to name it unasked."""
        if what not in self._by_what:
            wanted, tender = self._below(what.help), route().tender.difference(what.situations)
            particular = route().particular.difference(what.situations)
            # What a record names first it is for above all: for who asked about something else it is a little less.
            self._by_what[what] = [
                None
                if first in tender
                else _About(_topic(one, wanted, what.situations), 3 if first in particular else 0)
                for one in self._candidates
                for first in (one.situations[0] if one.situations else "",)
            ]
        return self._by_what[what]

    def _below(self, kinds: Iterable[str]) -> frozenset[str]:
        """Kinds of help with everything under them, an edition's own terms included."""
        return frozenset(id for kind in kinds for id in self._help.descendants(kind))


@derived
def _candidates(catalogue: Catalogue, municipality: str) -> list[_Candidate]:
    """What there is to choose from in a municipality, the nearest first."""
    return [
        _Candidate(
            offer.key,
            offer.organisation_id,
            offer.help,
            offer.situations,
            record.audience,
            _ages(record.ages),
            {id: tier(record, told) for id, tier in SOON.items()},
        )
        for offer in catalogue.offers_in(municipality)
        if not catalogue.rests(offer)
        for record in (offer.offering,)
        for told in (known(catalogue, record),)
    ]


def _ages(meant: Ages | None) -> tuple[float | None, float | None]:
    """For which ages, in months: from the first, and before the last."""
    if meant is None:
        return None, None
    low, high = (ages.parsed(end) if end else None for end in (meant.from_age, meant.to_age))
    return low.first if low else None, high.last if high else None


def _is_for(offer: _Candidate, who: Who) -> bool:
    """Whether an offer may be meant for somebody: not for others alone, and not for another age."""
    if offer.audience and not set(offer.audience) - route().apart - set(who.others):
        return False
    low, high = offer.ages
    return (low is None or low < (who.oldest + 1) * 12) and (high is None or high > who.youngest * 12)


def _topic(offer: _Candidate, kinds: frozenset[str], situations: tuple[str, ...]) -> int:
    """Whether an offer is about what was asked: what it does counts most, and most of all what it names first."""
    points = 0 if kinds.isdisjoint(offer.help) else 5 if offer.help[0] in kinds else 4
    return points + (3 if any(situation in situations for situation in offer.situations) else 0)


def _meant_for(offer: _Candidate, who: Who) -> int:
    """Whether it is meant for who answered, and above all for them."""
    audience = offer.audience
    points = 4 if audience[:1] and audience[0] in who.audience else 2 if set(audience) & set(who.audience) else 0
    return points + (2 if any(id in who.situations for id in offer.situations) else 0)


def _best(found: Iterable[tuple[int, _Candidate]], when: str, most: int) -> list[_Candidate]:
    """The first few: the soonest, then what fits best; the catalogue's order, nearest first, decides the rest."""
    ordered = sorted(found, key=lambda pair: (pair[1].soon[when], -pair[0]))
    chosen: list[_Candidate] = []
    for _, candidate in ordered:
        if len(chosen) == most:
            break
        if sum(other.organisation == candidate.organisation for other in chosen) < _OF_ONE:
            chosen.append(candidate)
    return chosen


def _now(record: Offering, told: Known) -> int:
    """By phone, online, at any hour or with room; then what can at least be rung; then what takes a letter or a wait;
    last where nobody gets in."""
    if told.closed:
        return 4
    if _barred(record) or not _soon(told, _WEEK):
        return 3
    at_once = bool({"telefoon", "online"} & set(record.where)) or bool(
        record.opening_hours and record.opening_hours.always
    )
    at_once = at_once or ((told.wait is not None or told.room == "open") and _soon(told, _DAY))
    if at_once and (record.phones or "online" in record.where):
        return 0
    return 1 if record.phones and told.wait is None else 2


def _this_week(record: Offering, told: Known) -> int:
    """Without a letter from anybody and without a wait of weeks; last where nobody gets in."""
    return 2 if told.closed else 1 if _barred(record) or not _soon(told, _WEEK) else 0


def _ahead(record: Offering, told: Known) -> int:
    """What takes time to arrange or to learn; last where nobody gets in."""
    if told.closed:
        return 2
    plans = _barred(record) or not _soon(told, _WEEK) or not route().ahead.isdisjoint(record.help)
    return 0 if plans else 1


SOON: Mapping[str, Callable[[Offering, Known], int]] = {"nu": _now, "deze-week": _this_week, "vooruit": _ahead}
"""For each answer to the third question how soon an offer can be had: 0 first."""

_DAY, _WEEK = 1, 7


def _barred(record: Offering) -> bool:
    access = record.access
    return bool(access and (access.referral or access.indication))


def _soon(told: Known, days: int) -> bool:
    """Whether it begins within so many days, as far as is known: a sentence says nothing here, and no field nothing."""
    if told.wait is None:
        return told.room != "waiting_list"
    return told.wait.most is not None and told.wait.most <= days
