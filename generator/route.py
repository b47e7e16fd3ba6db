"""The guided route: three short questions, and the handful of offers that the answers lead to.

The questions and what each answer means are data (`national/route.yml`); how offers are chosen from it stands
here. Three things decide, one after the other, so that anybody can say why an offer stands where it does: how
soon it can be had, how well it fits the answers, how near it is.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal, NamedTuple

from generator import national
from generator.catalogue import Catalogue, Offer, Vocabulary
from generator.model import Offering
from generator.slugs import plain

FEWEST = 3
MOST = 5
"""As many offers stand under an answer, if there are so many: what somebody who is tired can weigh."""

_OF_ONE = 2
"""As many of those may be one organisation's."""

Wait = Literal["none", "days", "long"]


@dataclass(frozen=True, slots=True)
class Who:
    """An answer to the first question: for whom somebody cares."""

    id: str
    label: str
    explanation: str = ""
    audience: tuple[str, ...] = ()
    others: tuple[str, ...] = ()
    situations: tuple[str, ...] = ()
    youngest: int = 0
    oldest: int = 200
    young: bool = False


@dataclass(frozen=True, slots=True)
class What:
    """An answer to the second question: what is hardest now."""

    id: str
    label: str
    explanation: str = ""
    help: tuple[str, ...] = ()
    situations: tuple[str, ...] = ()
    acute: tuple[str, ...] = ()
    acute_now: tuple[str, ...] = ()
    kind: str = ""
    kind_young: str = ""
    note: str = ""
    note_young: str = ""


@dataclass(frozen=True, slots=True)
class When:
    """An answer to the third question: how soon."""

    id: str
    label: str
    lead: str
    lead_young: str


@dataclass(frozen=True, slots=True)
class Route:
    """The questions with all their answers, by id, and what holds for every answer."""

    who: Mapping[str, Who]
    what: Mapping[str, What]
    when: Mapping[str, When]
    skip_who: str
    skip_what: str
    professionals: frozenset[str]
    tender: frozenset[str]
    particular: frozenset[str]
    general: frozenset[str]
    ahead: frozenset[str]


class Choice(NamedTuple):
    """The offers under one answer to the third question. `fits`: whether any is about what was asked."""

    offers: tuple[Offer, ...]
    fits: bool


@cache
def route() -> Route:
    """The questions of the national layer. Raises `TypeError` or `KeyError` when its file has another shape."""
    data = national.route()

    def who(answer: Mapping[str, Any]) -> Who:
        ages = answer.get("ages", {})
        fields = {name: value for name, value in answer.items() if name != "ages"}
        return Who(**_fixed(fields), youngest=ages.get("from", 0), oldest=ages.get("to", 200))

    return Route(
        who={answer["id"]: who(answer) for answer in data["who"]},
        what={answer["id"]: What(**_fixed(answer)) for answer in data["what"]},
        when={answer["id"]: When(**_fixed(answer)) for answer in data["when"]},
        skip_who=data["skip"]["who"],
        skip_what=data["skip"]["what"],
        **{name: frozenset(data[name]) for name in ("professionals", "tender", "particular", "general", "ahead")},
    )


def _fixed(fields: Mapping[str, Any]) -> dict[str, Any]:
    return {name: tuple(value) if isinstance(value, list) else value for name, value in fields.items()}


def choose(
    catalogue: Catalogue, municipality: str, who: Who, what: What, without: Collection[str] = ()
) -> dict[str, Choice]:
    """For each answer to "how soon" the offers to begin with, best first; `without` some organisations."""
    fitting: list[tuple[int, Offer]] = []
    others: list[tuple[int, Offer]] = []
    wanted = _below(catalogue.vocabularies["help"], frozenset(what.help))
    helpers = _below(catalogue.vocabularies["help"], route().general)
    for offer in catalogue.offers_in(municipality):
        if offer.status != "active" or offer.organisation_id in without or not is_for(offer, who, what):
            continue
        if points := _topic(offer, wanted, what.situations):
            fitting.append((points + _meant_for(offer, who) - _apart(offer, what), offer))
        elif points := _topic(offer, helpers, who.situations):
            others.append((points + _meant_for(offer, who) - _apart(offer, what), offer))
    made = {}
    for id, tier in SOON.items():
        first = _best(fitting, tier, MOST)
        rest = _best(others, tier, FEWEST - len(first)) if len(first) < FEWEST else []
        made[id] = Choice((*first, *rest), bool(first))
    return made


def is_for(offer: Offer, who: Who, what: What) -> bool:
    """Whether an offer may be meant for somebody who gave these answers."""
    record = offer.offering
    if record.audience and not set(record.audience) - route().professionals - set(who.others):
        return False
    if offer.situations and offer.situations[0] in route().tender - set(what.situations):
        return False
    ages = record.ages
    low, high = (ages.from_age, ages.to_age) if ages else (None, None)
    return (low is None or low <= who.oldest) and (high is None or high >= who.youngest)


@cache
def _below(vocabulary: Vocabulary, kinds: frozenset[str]) -> frozenset[str]:
    """Kinds of help with everything under them, an edition's own terms included."""
    return frozenset(id for kind in kinds for id in vocabulary.descendants(kind))


def _topic(offer: Offer, kinds: Collection[str], situations: Collection[str]) -> int:
    """Whether an offer is about what was asked: what it does counts most, and most of all what it names first."""
    points = 4 if any(kind in kinds for kind in offer.help) else 0
    points += 1 if offer.help[:1] and offer.help[0] in kinds else 0
    return points + (3 if any(situation in situations for situation in offer.situations) else 0)


def _meant_for(offer: Offer, who: Who) -> int:
    """Whether it is meant for who answered, and above all for them."""
    audience = offer.offering.audience
    points = 4 if audience[:1] and audience[0] in who.audience else 2 if set(audience) & set(who.audience) else 0
    return points + (2 if any(id in who.situations for id in offer.situations) else 0)


def _apart(offer: Offer, what: What) -> int:
    """What a record names first it is for above all: for who asked about something else it is a little less."""
    return 3 if offer.situations[:1] and offer.situations[0] in route().particular - set(what.situations) else 0


def _best(found: Iterable[tuple[int, Offer]], tier: Callable[[Offering], int], most: int) -> list[Offer]:
    """The first few: the soonest, then what fits best; the catalogue's order, nearest first, decides the rest."""
    ordered = sorted(found, key=lambda pair: (tier(pair[1].offering), -pair[0]))
    chosen: list[Offer] = []
    for _, offer in ordered:
        if len(chosen) == most:
            break
        if sum(other.organisation_id == offer.organisation_id for other in chosen) < _OF_ONE:
            chosen.append(offer)
    return chosen


def _now(record: Offering) -> int:
    """By phone, online or at any hour; then what can at least be rung; last what takes a letter or a wait."""
    waiting = wait(record.waiting_time)
    if _barred(record) or waiting == "long":
        return 3
    at_once = bool({"telefoon", "online"} & set(record.where)) or waiting == "none"
    at_once = at_once or bool(record.opening_hours and record.opening_hours.always)
    if at_once and (record.phones or "online" in record.where):
        return 0
    return 1 if record.phones and waiting is None else 2


def _this_week(record: Offering) -> int:
    """Without a letter from anybody and without a wait of weeks."""
    return 1 if _barred(record) or wait(record.waiting_time) == "long" else 0


def _ahead(record: Offering) -> int:
    """What takes time to arrange or to learn."""
    plans = _barred(record) or wait(record.waiting_time) == "long" or not route().ahead.isdisjoint(record.help)
    return 0 if plans else 1


SOON: Mapping[str, Callable[[Offering], int]] = {"nu": _now, "deze-week": _this_week, "vooruit": _ahead}
"""For each answer to the third question how soon an offer can be had: 0 first."""


def _barred(record: Offering) -> bool:
    access = record.access
    return bool(access and (access.referral or access.indication))


_AT_ONCE = re.compile(r"\b(geen|meteen|direct|dezelfde dag|(een|1) dag)\b")
_IN_DAYS = re.compile(r"\b(dezelfde week|(een|1) week|(twee|drie|vier|vijf|zes|zeven|[2-7]) dagen)\b")


@cache
def wait(said: str | None) -> Wait | None:
    """How long it takes before something begins, from the first sentence that says so; None when nobody says."""
    if not said:
        return None
    first = plain(said.split(". ")[0])
    return "none" if _AT_ONCE.search(first) else "days" if _IN_DAYS.search(first) else "long"


def answers() -> Iterator[tuple[Who, What]]:
    """Every pair of answers to the first two questions."""
    return ((who, what) for who in route().who.values() for what in route().what.values())
