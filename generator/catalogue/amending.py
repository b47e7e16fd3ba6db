"""A national organisation with what an edition adds to it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import partial
from typing import Any

from pydantic_core import from_json

from generator.cache.digests import digest
from generator.formats import jsontext
from generator.validation.reading import Reading


def amended(organisations: Iterable[Reading], amendments: Mapping[str, Reading]) -> Iterable[Reading]:
    """The same organisations; those that are amended say so in all that is made of them."""
    for reading in organisations:
        more = amendments.get(reading.file.id)
        if more is None or not reading.file.national:
            yield reading
        else:
            whole = partial(_together, reading, more)
            yield Reading(reading.file, digest(reading.digest, more.digest), reading.facts, reading.found, whole)


def _together(organisation: Reading, amendment: Reading) -> bytes:
    """The record with more numbers behind its own, and the note where people read about it and about what it offers."""
    assert organisation.json is not None and amendment.json is not None
    data, more = from_json(organisation.json()), from_json(amendment.json())
    _add(data, more)
    for offering in data.get("offerings", ()):
        if offering.get("phones"):  # without, it takes those of its organisation
            _add(offering, {"phones": more.get("phones", [])})
        if more.get("note"):
            offering.setdefault("local_note", more["note"])
    return jsontext.written(data)


def _add(data: dict[str, Any], more: Mapping[str, Any]) -> None:
    if more.get("phones"):
        data["phones"] = [*data.get("phones", ()), *more["phones"]]
    if more.get("note"):
        data["description"] = "\n\n".join(filter(None, (data.get("description"), more["note"])))
    if more.get("private_reason"):
        data.setdefault("private_reason", more["private_reason"])
