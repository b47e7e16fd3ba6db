"""The few facts of a record that lists and rules need at once, so that the rest can wait till it is asked for.

Facts are plain values: they are kept in the cache as JSON beside the record itself.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from generator.model.organisation import Organisation
from generator.model.parts import Checked, Part
from generator.model.vocabulary import Terms
from generator.problems.problem import Path
from generator.values.fields import Reference

Facts = dict[str, Any]


def facts_of(record: Part) -> Facts:
    """The facts of any record, whole or salvaged."""
    facts: Facts = {
        "references": [_packed(*reference) for reference in _references(record, ())],
        "checks": [[list(path), check.date] for path, check in _checks(record, ())],
        "formerly": list(getattr(record, "formerly", None) or ()),
    }
    if isinstance(record, Organisation):
        facts |= _organisation(record)
    if isinstance(record, Terms):
        facts["terms"] = [[term.id, term.parent] for term in record.terms or ()]
    return facts


def references(facts: Mapping[str, Any]) -> Iterator[tuple[str, str, str]]:
    """Every id in a record that points at something else: what kind of thing, which id, and where (packed)."""
    for packed in facts["references"]:
        kind, value, path = packed.split(" ")
        yield kind, value, path


def unpacked(path: str) -> Path:
    """The path that `references` gave."""
    return tuple(int(step) if step.isdigit() else step for step in path.split("."))


def _packed(kind: str, value: str, path: Path) -> str:
    """A reference as one text: there are hundreds of thousands, and JSON reads few texts faster than many."""
    return f"{kind} {value} {'.'.join(map(str, path))}"


def _organisation(record: Organisation) -> Facts:
    return {
        "names": [name for name in (record.name, *(record.alternate_names or ())) if name],
        "area": list(record.area or ()),
        "status": record.status or "active",
        "refers_to": list(record.refers_to or ()),
        "offerings": [
            {
                "id": offering.id or "",
                "name": offering.name or "",
                "help": list(offering.help or ()),
                "situations": list(offering.situations or ()),
                "area": list(offering.area or record.area or ()),
                "status": record.status if offering.status == "active" else offering.status,
                "visible": [offering.visible.from_date, offering.visible.until] if offering.visible else [None, None],
                "formerly": list(offering.formerly or ()),
            }
            for offering in record.offerings or ()
        ],
    }


def _references(part: Part, path: Path) -> Iterator[tuple[str, str, Path]]:
    for name, key, kind, below in _plan(type(part)):
        value = getattr(part, name, None)
        if not value:
            continue
        here = (*path, key)
        if kind is not None:
            if isinstance(value, str):
                yield kind, value, here
            else:
                yield from ((kind, item, (*here, index)) for index, item in enumerate(value) if item)
        elif below:
            if isinstance(value, Part):
                yield from _references(value, here)
            else:
                for index, item in enumerate(value):
                    yield from _references(item, (*here, index))


def _checks(record: Part, path: Path) -> Iterator[tuple[Path, Checked]]:
    own = getattr(record, "checked", None)
    if own is not None and own.date:
        yield (*path, "checked", "date"), own
    for index, offering in enumerate(getattr(record, "offerings", None) or ()):
        yield from _checks(offering, ("offerings", index))


@cache
def _plan(part: type[Part]) -> tuple[tuple[str, str, str | None, bool], ...]:
    """For each field of a model that can hold an id: name, key, kind of id, whether it is a part."""
    plan = []
    for name, field in part.model_fields.items():
        kind = next((mark.kind for mark in _marks(field) if isinstance(mark, Reference)), None)
        below = kind is None and any(_plan(inner) for inner in _parts(field.annotation))
        if kind is not None or below:
            plan.append((name, field.alias or name, kind, below))
    return tuple(plan)


def _marks(node: Any) -> Iterator[Any]:
    """All the `Annotated` marks in a type, however deep."""
    yield from getattr(node, "metadata", ()) or getattr(node, "__metadata__", ())
    annotation = getattr(node, "annotation", None)
    for inner in (annotation, *getattr(node, "__args__", ())):
        if inner is not None and not isinstance(inner, type):
            yield from _marks(inner)


def _parts(annotation: Any) -> Iterator[type[Part]]:
    if isinstance(annotation, type) and issubclass(annotation, Part):
        yield annotation
    for inner in getattr(annotation, "__args__", ()):
        yield from _parts(inner)
