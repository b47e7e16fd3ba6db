"""What a record points at exists."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Set

from generator.facts import Facts
from generator.fields import COUNTRYWIDE
from generator.near import near
from generator.problems import Finding

KINDS = {
    "organisation": "organisatie",
    "organisation-or-offering": "organisatie of aanbod",
    "municipality": "gemeente",
    "tool": "tool",
    "example": "praktijkvoorbeeld",
    "worksheet": "werkblad",
    "record": "organisatie, aanbod, netwerk, tool of praktijkvoorbeeld",
    "help": "soort hulp",
    "situations": "situatie",
    "audience": "doelgroep",
    "party_kinds": "soort partij",
    "languages": "taal",
    "accessibility": "toegankelijkheid",
    "themes": "thema",
    "ladder": "trede van de ladder",
    "conditions": "conditie",
    "tool_kinds": "soort tool",
}
"""What editors call each kind of thing an id can name."""


def known_ids(facts: Facts, id: str, known: Mapping[str, Set[str]]) -> Iterator[Finding]:
    """Every id a record names is known, and no organisation refers people to itself."""
    for kind, value, path in facts["references"]:
        if kind == "area":
            if value != COUNTRYWIDE and value not in known["municipality"]:
                hint = near(value, known["municipality"])
                yield Finding("unknown-area", tuple(path), {"id": value, "near": hint})
        elif value not in known.get(kind, ()):
            values = {"id": value, "kind": KINDS.get(kind, kind), "near": near(value, known.get(kind, ()))}
            yield Finding("unknown-reference", tuple(path), values)
        elif kind == "organisation-or-offering" and value == id:
            yield Finding("self-reference", tuple(path))
