"""The questions of the guided route, with what each answer means.

They are data (`national/route.yml`). How offers are chosen for the answers stands in `choosing`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from generator.national import layer as national
from generator.national.shown import ASIDE


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
    apart: frozenset[str]
    """For whom alone nothing is in the route, whoever asks."""
    tender: frozenset[str]
    particular: frozenset[str]
    general: frozenset[str]
    ahead: frozenset[str]


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
        apart=ASIDE | frozenset(data["apart"]),
        **{name: frozenset(data[name]) for name in ("tender", "particular", "general", "ahead")},
    )


def _fixed(fields: Mapping[str, Any]) -> dict[str, Any]:
    return {name: tuple(value) if isinstance(value, list) else value for name, value in fields.items()}


def answers() -> Iterator[tuple[Who, What]]:
    """Every pair of answers to the first two questions."""
    return ((who, what) for who in route().who.values() for what in route().what.values())
