"""What a record points at exists."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Set

from generator.model.kinds import KINDS
from generator.national.hints import instead
from generator.problems.near import near
from generator.problems.problem import Finding
from generator.texts.spoken import text
from generator.validation.facts import Facts, unpacked
from generator.values.fields import COUNTRYWIDE

UNREAD = "unread"
"""The ids of organisations whose file could not be read: nobody knows what they offer."""


def called(kind: str) -> str:
    """What editors call a kind of thing that an id can name."""
    return KINDS[kind].called if kind in KINDS else str(text("cli", "kinds", kind))


def known_ids(
    facts: Facts, id: str, known: Mapping[str, Set[str]], merged: Mapping[str, str] | None = None
) -> Iterator[Finding]:
    """Every id a record names is known, and no organisation refers people to itself. `merged` has the ids of former
    municipalities, which `known` has not, with what each means now.

    A kind that `known` leaves out is one nobody can tell about: its file could not be read.
    """
    merged = merged or {}
    for reference in facts.references:
        kind, value, path = reference.split(" ")
        if kind in known and value in known[kind] and value != id:
            continue  # as nearly all are
        if kind in ("area", "municipality") and value in merged:
            yield Finding("old-area", unpacked(path), {"id": value, "into": merged[value]})
        elif kind == "area":
            if value != COUNTRYWIDE and value not in known["municipality"]:
                yield Finding(
                    "unknown-area", unpacked(path), {"id": value, "near": instead(value, known["municipality"])}
                )
        elif kind in known and value not in known[kind] and value.split("/")[0] not in known[UNREAD]:
            values = {"id": value, "kind": called(kind), "near": _near(kind, value, known[kind])}
            yield Finding("unknown-reference", unpacked(path), values)
        elif kind == "organisation-or-offering" and value == id:
            yield Finding("self-reference", unpacked(path))


def _near(kind: str, value: str, known: Set[str]) -> str:
    return instead(value, known) if kind == "municipality" else near(value, known)
