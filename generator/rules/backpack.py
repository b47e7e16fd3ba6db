"""A kennisrugzak has the sections that its readers know."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.model import Backpack, Part
from generator.near import near
from generator.problems import Finding

HEADING = re.compile(r"^##[ \t]+(.+?)[ \t]*#*$", re.MULTILINE)


def known_sections(record: Part, id: str) -> Iterator[Finding]:
    """Every heading is one of the form's, every one of the form's is there, and the folder agrees."""
    if not isinstance(record, Backpack):
        return
    folder = id.split("/")[0]
    if record.municipality and record.municipality != folder:
        values = {"folder": folder, "value": record.municipality}
        yield Finding("backpack-municipality", ("municipality",), values)
    known = record.SECTIONS.values()
    found = HEADING.findall(record.body or "")
    for heading in found:
        if heading not in known:
            values = {"heading": heading, "near": near(heading, known), "choices": ", ".join(known)}
            yield Finding("unknown-section", ("body", heading), values)
    for heading in known:
        if heading not in found:
            yield Finding("missing-section", ("body",), {"heading": heading})
