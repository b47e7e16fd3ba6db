"""A kennisrugzak has the sections that its readers know."""

from __future__ import annotations

from collections.abc import Iterator

from generator.markdown import headings
from generator.model import Backpack
from generator.near import near
from generator.problems import Finding
from generator.rules.walking import Walked, unclear


def known_sections(walked: Walked) -> Iterator[Finding]:
    """Every heading is one of the form's, every one of the form's is there, and the folder agrees."""
    record = walked.record
    if not isinstance(record, Backpack) or unclear(record, "body"):
        return
    folder = walked.id.split("/")[0]
    if record.municipality and record.municipality != folder:
        values = {"folder": folder, "value": record.municipality}
        yield Finding("backpack-municipality", ("municipality",), values)
    known = record.SECTIONS.values()
    found = headings(record.body or "")
    for index, (heading, line) in enumerate(found):
        if heading not in known:
            values = {"heading": heading, "near": near(heading, known), "choices": ", ".join(known)}
            yield Finding("unknown-section", ("body", line), values)
        elif heading in (earlier for earlier, _ in found[:index]):
            yield Finding("repeated-section", ("body", line), {"heading": heading})
    for heading in known:
        if heading not in (written for written, _ in found):
            yield Finding("missing-section", ("body",), {"heading": heading})
