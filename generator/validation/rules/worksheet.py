"""A worksheet holds together: each name once, each kind of field with what it needs and nothing it ignores."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from generator.model.part import Part
from generator.model.worksheet import NAMED, FormField, Worksheet, WorksheetSection
from generator.problems.near import near
from generator.problems.problem import Finding, Path
from generator.validation.rules.walking import Walked, unclear

OPENING = frozenset({"text", "long", "list", "table", "tree"})
"""Kinds of field a worksheet can begin with: each shows something to write in at once."""

_NEEDS: Mapping[str, tuple[str, ...]] = {
    "choice": ("options",),
    "choices": ("options",),
    "scale": ("low", "high"),
    "table": ("columns",),
    "tree": ("levels",),
    "composed": ("text",),
}
_MAY: Mapping[str, tuple[str, ...]] = {
    "choice": ("other",),
    "choices": ("other",),
    "scale": ("steps",),
    "list": ("rows",),
    "table": ("rows",),
    "tree": ("columns",),
    "composed": ("seconds",),
}
_SPECIAL = ("options", "other", "low", "high", "steps", "columns", "rows", "levels", "text", "seconds")
"""What only some kinds of field use."""

ONCE = frozenset({"tree", "rings", "chart"})
"""Kinds of field with a picture of their own: one of each is enough, so none in a section that repeats."""

_FEWEST_STEPS, _MOST_STEPS = 3, 10
_DRAWN_STEPS = 5
"""A chart draws marks from 1 to this, on the screen and on paper."""

_OF_A_TREE = frozenset({"goal", "depth"})
"""What each line of a tree has of itself: a column called so would be written over it."""


def worksheet_agrees(walked: Walked) -> Iterator[Finding]:
    """What the shape of a worksheet cannot say."""
    record = walked.record
    if not isinstance(record, Worksheet):
        return
    sections = record.sections or ()
    drawn = any(field.kind == "chart" for section in sections for field in section.fields or ())
    yield from _once(sections, ("sections",))
    for index, section in enumerate(sections):
        path: Path = ("sections", index)
        yield from _once(section.fields or (), (*path, "fields"))
        yield from _repeat(section, path)
        for number, field in enumerate(section.fields or ()):
            yield from _field(field, section, (*path, "fields", number))
            if drawn and section.condition and field.kind == "scale" and field.steps not in (None, _DRAWN_STEPS):
                yield Finding("condition-steps", (*path, "fields", number, "steps"), {"steps": _DRAWN_STEPS})
    first = sections[0].fields[0] if sections and sections[0].fields else None
    if first is not None and first.kind and first.kind not in OPENING:
        yield Finding("worksheet-opening", ("sections", 0, "fields", 0, "kind"), {"kind": first.kind})


def _once(parts: Sequence[Part], path: Path) -> Iterator[Finding]:
    """Nothing in a list has an id that something before it has."""
    seen: set[str] = set()
    for index, part in enumerate(parts):
        id = getattr(part, "id", None)
        if id and id in seen:
            yield Finding("repeated-id", (*path, index, "id"), {"id": id})
        seen.add(id or "")


def _repeat(section: WorksheetSection, path: Path) -> Iterator[Finding]:
    repeat = section.repeat
    if repeat is not None and section.condition:
        yield Finding("condition-repeated", (*path, "condition"), {})
    if repeat is None or not repeat.least or not repeat.most:
        return
    if repeat.least > repeat.most:
        values = {"low": repeat.least, "high": repeat.most}
        yield Finding("repeat-order", (*path, "repeat", "most"), values)
    elif repeat.advised and not repeat.least <= repeat.advised <= repeat.most:
        values = {"low": repeat.least, "high": repeat.most}
        yield Finding("repeat-advised", (*path, "repeat", "advised"), values)


def _field(field: FormField, section: WorksheetSection, path: Path) -> Iterator[Finding]:
    if not field.kind:
        return
    needed, allowed = _NEEDS.get(field.kind, ()), _MAY.get(field.kind, ())
    if section.repeat and field.kind in ONCE:
        yield Finding("field-repeated", (*path, "kind"), {"kind": field.kind})
    for name in needed:
        if not getattr(field, name) and not unclear(field, name):
            yield Finding("field-needs", (*path, "kind"), {"kind": field.kind, "field": name})
    for name in _SPECIAL:
        if name in field.model_fields_set and name not in (*needed, *allowed):
            yield Finding("field-unused", (*path, name), {"kind": field.kind, "field": name}, on_key=True)
    yield from _once(field.options or (), (*path, "options"))
    yield from _once(field.columns or (), (*path, "columns"))
    for number, column in enumerate(field.columns or ()):
        if field.kind == "tree" and column.id in _OF_A_TREE:
            yield Finding("column-of-tree", (*path, "columns", number, "id"), {"id": column.id})
    if field.kind == "scale" and field.steps and not _FEWEST_STEPS <= field.steps <= _MOST_STEPS:
        yield Finding("scale-steps", (*path, "steps"), {"low": _FEWEST_STEPS, "high": _MOST_STEPS})
    if field.kind == "composed" and field.text:
        known = [other.id for other in section.fields or () if other.kind in ("text", "long", "date") and other.id]
        yield from _composed(field.text, known, (*path, "text"))


def _composed(text: str, known: Iterable[str], path: Path) -> Iterator[Finding]:
    """Every name in a composed sentence is a field in the same section that somebody writes in."""
    for name in dict.fromkeys(NAMED.findall(text)):
        if name not in known:
            yield Finding("composed-unknown", path, {"id": name, "near": near(name, known)})
