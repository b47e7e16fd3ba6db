"""A kennisrugzak has the sections that its readers know, and something in each."""

from __future__ import annotations

from collections.abc import Iterator

from generator.formats.markdown import as_written, headings
from generator.model.knowledge import Backpack
from generator.problems.near import near
from generator.problems.problem import Finding
from generator.validation.rules.walking import Walked, unclear


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


_RECORDS = {
    "situation": ("local", "situation"),
    "local_known": ("local", "known"),
    "national_known": ("national", "known"),
    "local_tools": ("local", "tools"),
    "national_tools": ("national", "tools"),
    "local_examples": ("local", "examples"),
    "national_examples": ("national", "examples"),
}
"""The field with the records that belong to each section that has some."""


def complete(walked: Walked) -> Iterator[Finding]:
    """Every section has a text and records, and somebody can tell where it all comes from and how old it is."""
    record = walked.record
    if not isinstance(record, Backpack):
        return
    if not unclear(record, "body"):
        told = as_written(record.body or "")
        lines = dict(reversed(headings(record.body or "")))
        for heading in record.SECTIONS.values():
            if heading in told and not told[heading].strip():
                yield Finding("empty-section", ("body", lines[heading]), {"heading": heading})
    for section, path in _RECORDS.items():
        half = getattr(record, path[0], None)
        if half is not None and not getattr(half, path[1]) and not unclear(half, path[1]):
            values = {"heading": record.SECTIONS[section], "field": ".".join(path)}
            yield Finding("section-without-records", path, values)
    if record.checked is None and not unclear(record, "checked"):
        yield Finding("backpack-unchecked")
