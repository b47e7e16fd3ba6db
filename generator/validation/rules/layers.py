"""A record that says it replaces or amends one of the national layer has one to replace or amend."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model.amendment import Amendment
from generator.model.organisation import Organisation
from generator.national import layer as national
from generator.problems.near import near
from generator.problems.problem import Finding
from generator.validation.rules.walking import Walked, unclear


def replaces_something(walked: Walked) -> Iterator[Finding]:
    """Only a national organisation of the same id can be replaced."""
    record = walked.record
    if isinstance(record, Organisation) and record.replaces_reason and walked.id not in national.organisations():
        values = {"id": walked.id, "near": near(walked.id, national.organisations())}
        yield Finding("replaces-nothing", ("replaces_reason",), values)


def amends_something(walked: Walked) -> Iterator[Finding]:
    """Only a national organisation can be amended, and only with something."""
    record = walked.record
    if not isinstance(record, Amendment):
        return
    if walked.id not in national.organisations():
        yield Finding("amend-unknown", (), {"id": walked.id, "near": near(walked.id, national.organisations())})
    if not record.phones and not record.note and not unclear(record, "phones", "note"):
        yield Finding("amend-nothing", ())
