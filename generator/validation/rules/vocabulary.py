"""Terms of a vocabulary: each id once, under a term that is there, never under itself."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from generator.model.vocabulary import Terms
from generator.problems.problem import Finding
from generator.validation.rules.walking import Walked


def terms_agree(walked: Walked) -> Iterator[Finding]:
    """Ids are unique in the file and no term is its own ancestor."""
    record = walked.record
    if not isinstance(record, Terms):
        return
    parents: dict[str, str | None] = {}
    for index, term in enumerate(record.terms or ()):
        if term.id in parents:
            yield Finding("duplicate-term", ("terms", index, "id"), {"id": term.id})
        elif term.id:
            parents[term.id] = term.parent
    loops = in_loops(parents)
    for index, term in enumerate(record.terms or ()):
        if term.id in loops:
            yield Finding("term-loop", ("terms", index, "parent"), {"id": term.id})


def in_loops(parents: Mapping[str, str | None]) -> frozenset[str]:
    """The ids that are, by way of their parents, their own ancestor."""
    found = set()
    for id in parents:
        above, seen = parents[id], {id}
        while above is not None and above not in seen:
            seen.add(above)
            above = parents.get(above)
        if above == id:
            found.add(id)
    return frozenset(found)
