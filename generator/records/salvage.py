"""What can still be read of a file that YAML can't: one slip hides nothing of the rest.

The text is taken apart where its own lines begin (a field, a line of a list), each piece is read by itself, and what
can't be is blanked out. What remains is read as one, so that everything in it keeps its line and column.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from generator.problems.problem import Finding
from generator.records.slips import without_tabs
from generator.records.yamltext import Document, Located, Place

MENDABLE = frozenset({"yaml-syntax", "anchor", "tag"})
"""The codes of what is wrong in one place only."""

_MOST = 20
"""Slips that are told at once: who made more has a file of another kind."""

_DASHES = 3
"""Lists right inside a list: no record has more."""

_OPENS = re.compile(r"( *)(?:- |-$|[A-Za-z_][\w-]*:(?: |$))")
_ALONE = re.compile(r" *[A-Za-z_][\w-]*:[ \t]*(?:#.*)?")


@dataclass(slots=True)
class Salvage:
    """A text without what can't be read, and what that was."""

    text: str
    findings: list[tuple[Finding, Place]]
    lines: frozenset[int]
    """The lines of the file that were left out, or of which nobody is sure where they belong."""


def salvage(text: str, first_line: int, stop: Located) -> Salvage | None:
    """The rest of a text that stopped there; None when there is no rest that can be read."""
    if stop.finding.code not in MENDABLE:
        return None
    lines = text.split("\n")
    if stop.finding.values.get("reason") == "tab":
        lines, tabbed = without_tabs(lines)
        tabs = Finding("yaml-syntax", (), {"reason": "tab", "quoted": ""})
        found = [(tabs, Place(first_line + at, 1)) for at in tabbed if at - 1 not in tabbed]
    else:
        tabbed, found = [], []
    broken = _Broken(lines, first_line)
    broken.look(0, len(broken.lines))
    others = [(located.finding, located.place) for located in broken.found]
    if stop.place.line - first_line in broken.first:  # who read it all tells best what was wrong first
        others[0] = (stop.finding, stop.place)
    found += others
    if not found or len(found) > _MOST:
        return None
    whole = "\n".join(broken.masked())
    try:
        Document(whole, first_line)
    except Located:
        return None
    return Salvage(whole, found, frozenset(first_line + at for at in {*broken.left_out, *tabbed}))


@dataclass(slots=True)
class _Broken:
    """Lines that can't be read together."""

    lines: Sequence[str]
    first_line: int
    found: list[Located] = field(default_factory=list)
    left_out: set[int] = field(default_factory=set)
    first: range = range(0)
    """The lines that were left out first."""

    def masked(self) -> Iterator[str]:
        for at, line in enumerate(self.lines):
            dash = re.match(r" *-(?= |$)", line)
            if at not in self.left_out:
                yield line
            else:  # what stood in a list keeps its place there
                yield dash[0] if dash else ""

    def look(self, start: int, end: int, dashes: int = 0) -> bool:
        """Find what can't be read from one line to another, of which so many dashes don't count. Whether there is
        any."""
        if len(self.found) > _MOST:
            return True
        try:
            Document("\n".join(self._read_as(start, end, dashes)), self.first_line + start)
        except Located as stop:
            if not self._inside(start, end, dashes):
                self.found.append(stop)
                self.left_out |= set(range(start, end))
                self.first = self.first or range(start, end)
            return True
        return False

    def _inside(self, start: int, end: int, dashes: int) -> bool:
        """Look into the pieces. Whether one of them can't be read by itself."""
        lines = self._read_as(start, end, dashes)
        pieces = list(_pieces(lines))
        if len(pieces) > 1:
            ends = [*pieces[1:], len(lines)]
            looked = [
                self.look(start + at, start + to, 0 if at else dashes) for at, to in zip(pieces, ends, strict=True)
            ]
            return any(looked)
        if not pieces:
            return False
        head = pieces[0]
        if lines[head].lstrip().startswith("-"):
            return dashes < _DASHES and self.look(start + head, end, dashes + 1)
        if _ALONE.fullmatch(lines[head]) and head + 1 < len(lines):
            return self.look(start + head + 1, end)
        return False

    def _read_as(self, start: int, end: int, dashes: int) -> list[str]:
        lines = list(self.lines[start:end])
        for _ in range(dashes):
            lines[0] = lines[0].replace("-", " ", 1)
        return lines


def _pieces(lines: Sequence[str]) -> Iterator[int]:
    """Where something of its own begins, of all that stands on the left."""
    indent = None
    for at, line in enumerate(lines):
        found = _OPENS.match(line)
        if found is None or line.lstrip().startswith("#"):
            continue
        if indent is None:
            indent = len(found[1])
        if len(found[1]) == indent or at == 0:
            yield at
